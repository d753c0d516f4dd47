"""What two talk about over coffee: the widest gaps of their team, and the questions that one of them chose."""

from __future__ import annotations

from game_server.debrief.names import Names
from game_server.room.commands_take_home import QUESTIONS
from game_server.room.practice import agenda
from game_server.room.state import Seat


def gaps(names: Names, team: str) -> list[str]:
    """Statements of *bij ons?* that this team does not agree on, the widest gap first."""
    points = agenda(names.room, team, names.catalogue)
    return [names.text(names.catalogue.decision(gap.decision)[1].practice or {}) for gap in points]


def questions(names: Names, seat: Seat | None) -> list[str]:
    """The chosen ones, in the order of the catalogue; else the first ones."""
    known = names.catalogue.coffee
    chosen = [id_ for id_ in known if seat is not None and id_ in seat.questions]
    return [names.text(known[id_]) for id_ in chosen or list(known)[:QUESTIONS]]


def coffee_lines(names: Names, seat: Seat) -> list[str]:
    """An agenda in plain lines, for a calendar."""
    points = [names.say("coffee_gap", text=text) for text in gaps(names, seat.team)]
    return [names.say("coffee") + ":", *(f"- {line}" for line in [*points, *questions(names, seat)])]
