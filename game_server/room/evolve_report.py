"""What facts about the report make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.events_report import ForewordWritten, WordsRestored, WordsStruck
from game_server.room.state import Room

ReportFact: TypeAlias = ForewordWritten | WordsStruck | WordsRestored
FACTS = (ForewordWritten, WordsStruck, WordsRestored)


def evolve(room: Room, fact: ReportFact) -> None:
    """Applies one fact about the report."""
    match fact:
        case ForewordWritten():
            room.foreword = fact.text
        case WordsStruck():
            room.struck.setdefault(fact.seat, set()).add(fact.words)
        case WordsRestored():
            room.struck[fact.seat].discard(fact.words)
        case _:
            assert_never(fact)
