"""What a desk did last, so that another desk can be told in words."""

from __future__ import annotations

from game_server.room.envelope import Event
from game_server.room.events import AnyFact, DecisionMoved, InjectRecalled, NoteAdded
from game_server.room.state import Deed, Room

UNDONE = "step_undone"


def remember(room: Room, event: Event, cmd: str) -> None:
    """Of one command the last move of a decision counts, else its first fact: the rest follows from it."""
    if not event.by.startswith("desk:") or isinstance(event.fact, NoteAdded):
        return
    last = room.deed
    if last is not None and (last.by, last.cmd) == (event.by, cmd) and not isinstance(event.fact, DecisionMoved):
        last.version = event.version
        return
    room.deed = Deed(event.by, cmd, _word(event.fact), event.version)


def _word(fact: AnyFact) -> str:
    match fact:
        case InjectRecalled():
            return UNDONE
        case DecisionMoved():
            return UNDONE if fact.back else f"decision_{fact.state}"
        case _:
            return fact.type
