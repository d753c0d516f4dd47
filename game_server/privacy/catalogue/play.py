"""Stored about playing: news that was opened, shared or written, the picture, words looked up, and pressure."""

from __future__ import annotations

from collections.abc import Mapping

from game_server.privacy.inventory import Line, Seer

_TABLE: tuple[Seer, ...] = ("self", "team", "desk", "observer", "report")
_COMPOSED: tuple[Seer, ...] = ("team", "desk", "report")

FIELDS: Mapping[str, Line] = {
    "InjectRead.seat": Line(
        ("welk nieuws iemand opende, en wanneer", "which news a person opened, and when"),
        "participant",
        "learn",
        ("self", "desk", "report"),
    ),
    "InjectShared.seat": Line(
        ("welk nieuws iemand met het team deelde, en wanneer", "which news a person shared with the team, and when"),
        "participant",
        "learn",
        _TABLE,
    ),
    "InjectComposed.sender": Line(
        ("de verzonnen afzender van eigen nieuws", "the made-up sender of news of one's own"),
        "facilitator",
        "lead",
        _COMPOSED,
    ),
    "InjectComposed.subject": Line(
        ("het onderwerp van eigen nieuws", "the subject of news of one's own"), "facilitator", "lead", _COMPOSED
    ),
    "InjectComposed.body": Line(
        ("de tekst van eigen nieuws", "the text of news of one's own"), "facilitator", "lead", _COMPOSED
    ),
    "InjectEdited.sender": Line(
        ("de aangepaste afzender van een bericht", "the changed sender of a message"), "facilitator", "lead", _COMPOSED
    ),
    "InjectEdited.subject": Line(
        ("het aangepaste onderwerp van een bericht", "the changed subject of a message"),
        "facilitator",
        "lead",
        _COMPOSED,
    ),
    "InjectEdited.body": Line(
        ("de aangepaste tekst van een bericht", "the changed text of a message"), "facilitator", "lead", _COMPOSED
    ),
    "PictureAdded.seat": Line(
        ("wie een regel aan het beeld toevoegde", "who added a line to the picture"), "participant", "play", _TABLE
    ),
    "PictureAdded.text": Line(
        (
            "een regel in het beeld: feit, aanname, vraag of actie",
            "a line of the picture: fact, assumption, question, action",
        ),
        "participant",
        "play",
        _TABLE,
    ),
    "PictureAdded.source": Line(
        ("de bron die iemand daarbij noemde", "the source that the person named"), "participant", "play", _TABLE
    ),
    "PictureChanged.seat": Line(
        ("wie een regel van het beeld veranderde", "who changed a line of the picture"), "participant", "play", _TABLE
    ),
    "PictureChanged.text": Line(
        ("de nieuwe tekst van die regel", "the new text of that line"), "participant", "play", _TABLE
    ),
    "PictureChanged.source": Line(
        ("de bron bij de nieuwe tekst", "the source of the new text"), "participant", "play", _TABLE
    ),
    "PictureStruck.seat": Line(("wie een regel doorstreepte", "who struck a line out"), "participant", "play", _TABLE),
    "TermOpened.seat": Line(
        ("welk moeilijk woord iemand opzocht", "which difficult word a person looked up"),
        "participant",
        "learn",
        ("self",),
    ),
    "RungClimbed.seat": Line(
        ("wie besloot om op te schalen", "who decided to scale up"), "participant", "decide", _TABLE
    ),
    "SeatSpared.seat": Line(
        ("welke telefoon aan bleef toen de andere donker werden", "whose phone stayed lit when the others went dark"),
        "participant",
        "lead",
        ("self", "desk"),
    ),
}
