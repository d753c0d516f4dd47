"""A shared card on the team's picture: a line that points at its news and says who brought it."""

from __future__ import annotations

from game_server.room.events import AnyFact, InjectShared, PictureAdded
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue

LONGEST = 140
"""So many characters of a card without a subject stand on the picture."""


def shared(team: Team, inject: str, role: str, seat: str | None, room: Room, catalogue: Catalogue) -> list[AnyFact]:
    """News comes to the table, and its card lands on the picture: an assumption until the team makes it a fact."""
    text, source = _words(team, inject, room, catalogue)
    card = PictureAdded(
        team=team.id,
        item=f"k{room.version + 1}-{team.id}-{inject}"[:64],
        seat=seat,
        kind="assumption",
        text=text,
        source=source,
        inject=inject,
        role=role if seat is None else None,
    )
    return [InjectShared(team=team.id, inject=inject, role=role, seat=seat), card]


def shared_by_stand_ins(room: Room, team: Team, catalogue: Catalogue) -> list[AnyFact]:
    """What the stand-ins of empty chairs put on the table when the picture stage ends."""
    return [
        fact
        for inject, news in team.news.items()
        if news.stand_in is not None and news.state == "released" and news.shared is None
        for fact in shared(team, inject, news.stand_in, None, room, catalogue)
    ]


def _words(team: Team, inject: str, room: Room, catalogue: Catalogue) -> tuple[str, str]:
    """What stands on the card, in the room's language: the subject or the first words, and who sent it."""
    own = room.composed.get(inject) or team.news[inject].edited
    if own is not None:
        return own.subject or _first(own.body), own.sender
    return printed(inject, room.language, catalogue)


def printed(inject: str, language: str, catalogue: Catalogue) -> tuple[str, str]:
    """What stands on the card in the scenario's own words, and who sent it."""
    found = catalogue.inject(inject)[1]
    sender = catalogue.text(found.sender, language)
    if found.subject is not None:
        return catalogue.text(found.subject, language), sender
    return _first(catalogue.text(found.body, language)), sender


def _first(body: str) -> str:
    """The first line, without who says it and cut at a word."""
    line = next((line.strip() for line in body.splitlines() if line.strip()), "")
    who, _, words = line.partition(": ")
    line = words.strip() if words and len(who) <= 48 else line
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"
