"""The lessons that a table takes home: those that were let through, the most starred first."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.room.lessons import shown, starred
from game_server.room.state import Room, Team


@dataclass(frozen=True, slots=True)
class Taken:
    """A lesson with how many people starred it; whose it is is not told."""

    kind: str
    text: str
    stars: int


def lessons(room: Room, team: Team | None = None) -> list[Taken]:
    """Of one team in its own words, also where they stand under another's that says the same; None: of the room."""
    stars = starred(room)
    taken: list[Taken] = []
    for lead in shown(room):
        gathered = [lead, *(one for one in room.lessons.values() if one.into == lead.id)]
        own = next((one for one in gathered if team is None or one.team == team.id), None)
        if own is not None:
            taken.append(Taken(own.kind, own.text, len(stars[lead.id])))
    return sorted(taken, key=lambda one: -one.stars)
