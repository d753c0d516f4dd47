"""Stored about who is in the room: names, chairs, devices and the passes by which they are known again."""

from __future__ import annotations

from collections.abc import Mapping

from game_server.privacy.inventory import Line, Seer, Whose


def _hash(nl: str, en: str, whose: Whose) -> Line:
    """Of 128 random bits that the device made itself: nothing leads back to a person or a device."""
    return Line((f"controlegetal (SHA-256) van {nl}", f"check number (SHA-256) of {en}"), whose, "access", ("nobody",))


_NAMED: tuple[Seer, ...] = ("self", "team", "desk", "report")

FIELDS: Mapping[str, Line] = {
    "RoomOpened.title": Line(
        ("de naam van de sessie", "the name of the session"), "organisation", "lead", ("room", "report", "public")
    ),
    "TeamNamed.name": Line(
        ("de naam van een team, vaak een gemeente", "the name of a team, often a municipality"),
        "organisation",
        "seat",
        ("room", "report", "public"),
    ),
    "Links.facilitator": _hash("de link van de gespreksleider", "the facilitator's link", "facilitator"),
    "Links.screen": _hash("de link van het grote scherm", "the big screen's link", "organisation"),
    "Links.observer": _hash("de link van waarnemers", "the observers' link", "organisation"),
    "NoteAdded.text": Line(
        ("een aantekening van de gespreksleider of een waarnemer", "a note by the facilitator or an observer"),
        "facilitator",
        "learn",
        ("desk", "observer", "report"),
    ),
    "SeatTaken.name": Line(
        ("de naam of schuilnaam die iemand zelf koos", "the name or pseudonym that a person chose"),
        "participant",
        "seat",
        _NAMED,
    ),
    "SeatTaken.seat": Line(
        ("dat iemand een stoel nam, in welk team en met welke rol", "that a person took a chair, its team and role"),
        "participant",
        "seat",
        ("self", "team", "desk", "report"),
    ),
    "SeatTaken.pass_": _hash("de pas van dit toestel", "this device's pass", "participant"),
    "SeatClaimed.name": Line(
        ("de naam waarmee iemand een stoel terugvraagt", "the name with which a person claims a chair back"),
        "waiting",
        "seat",
        ("desk",),
    ),
    "SeatClaimed.pass_": _hash(
        "de pas van het toestel dat een stoel terugvraagt", "the claiming device's pass", "waiting"
    ),
    "ClaimAccepted.seat": Line(
        ("dat iemand met een ander toestel verderging", "that a person went on with another device"),
        "participant",
        "seat",
        ("desk",),
    ),
    "ClaimAccepted.pass_": _hash("de pas van het nieuwe toestel", "the new device's pass", "participant"),
    "Knocked.name": Line(
        ("de naam van wie wacht om binnen te komen", "the name of who waits to be let in"), "waiting", "seat", ("desk",)
    ),
    "Knocked.pass_": _hash("de pas van wie wacht", "the pass of who waits", "waiting"),
    "KnockAccepted.seat": Line(
        ("dat iemand binnen werd gelaten", "that a person was let in"), "participant", "seat", ("desk",)
    ),
    "HandoverOffered.seat": Line(
        ("dat een stoel aan een ander toestel werd aangeboden", "that a chair was offered to another device"),
        "participant",
        "seat",
        ("desk",),
    ),
    "HandoverOffered.link": _hash(
        "de link waarmee een stoel overgaat", "the link that hands a chair over", "participant"
    ),
    "SeatHandedOver.seat": Line(
        ("dat een stoel naar een ander toestel ging", "that a chair went to another device"),
        "participant",
        "seat",
        ("desk",),
    ),
    "SeatHandedOver.pass_": _hash("de pas van het nieuwe toestel", "the new device's pass", "participant"),
    "SeatMoved.seat": Line(
        ("dat iemand een andere stoel kreeg", "that a person got another chair"),
        "participant",
        "seat",
        ("self", "team", "desk"),
    ),
    "SeatRemoved.seat": Line(
        ("dat iemand van tafel ging", "that a person left the table"), "participant", "seat", ("team", "desk")
    ),
    "SeatRenamed.seat": Line(
        ("dat iemands naam veranderde", "that a person's name changed"), "participant", "seat", ("desk",)
    ),
    "SeatRenamed.name": Line(
        ("de nieuwe naam of schuilnaam", "the new name or pseudonym"), "participant", "seat", _NAMED
    ),
    "SpokespersonNamed.seat": Line(
        ("wie voor de tafel spreekt", "who speaks for the table"), "participant", "lead", ("team", "desk")
    ),
    "SeatWentAway.seat": Line(
        ("dat iemand even weg was, en tot wanneer", "that a person was away, and until when"),
        "participant",
        "lead",
        ("team", "desk"),
    ),
    "SeatCameBack.seat": Line(
        ("dat iemand terug was", "that a person was back"), "participant", "lead", ("team", "desk")
    ),
    "SeatErased.seat": Line(
        (
            "dat iemand zichzelf wiste: alleen het nummer van de stoel",
            "that a person erased themselves: the chair's number",
        ),
        "participant",
        "access",
        ("desk",),
    ),
    "SeatRecast.seat": Line(
        (
            "dat een stoel in een proefronde naar een mens of een bot ging",
            "that a rehearsal's chair went to a person or bot",
        ),
        "participant",
        "seat",
        ("desk",),
    ),
    "SeatRecast.pass_": _hash("de pas van die stoel", "that chair's pass", "participant"),
    "KeepLinkMade.seat": Line(
        ("dat iemand een bewaarlink maakte", "that a person made a keep-link"), "participant", "take_home", ("nobody",)
    ),
    "KeepLinkMade.pass_": _hash("de bewaarlink van het verslag", "the report's keep-link", "participant"),
    "DeviceTaken.name": Line(
        ("de naam bij een bedieningsscherm of waarnemer", "the name of a desk or an observer"),
        "facilitator",
        "lead",
        ("desk", "observer"),
    ),
    "DeviceTaken.pass_": _hash("de pas van dat toestel", "that device's pass", "facilitator"),
}
