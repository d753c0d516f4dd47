"""A journal to give away: what was said without a name stays so, because nobody's seat stands beside it any more.

Lessons, stars, answers to statements, places and grades keep their words, their team and their count: what is folded
from such a journal tells the same story, but not whose words they were.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2s

from game_server.room.envelope import Event
from game_server.room.events import (
    GradeGiven,
    LessonStarred,
    LessonTakenBack,
    LessonWritten,
    MeasureAnswered,
    PriorityAnswered,
    SeatMoved,
    SeatTaken,
)

NOBODY = "nobody-"


def unsigned(events: Iterable[Event], salt: bytes) -> list[Event]:
    """The events, those without a name under made-up seats. `salt`: random, not kept, else they can be guessed."""
    given: list[Event] = []
    teams: dict[str, str] = {}
    for event in events:
        fact = event.fact
        if isinstance(fact, SeatTaken | SeatMoved):
            teams[fact.seat] = fact.team
        if isinstance(fact, LessonWritten | LessonTakenBack | LessonStarred):
            given.append(_by(event, _nobody(salt, fact.lesson, event.by.removeprefix("seat:"))))
        elif isinstance(fact, MeasureAnswered | PriorityAnswered | GradeGiven):
            seat = _nobody(salt, "measures", fact.seat)
            team = fact.team if fact.team is not None else teams[fact.seat]
            given.append(_by(replace(event, fact=fact.model_copy(update={"seat": seat, "team": team})), seat))
        else:
            given.append(event)
    return given


def _nobody(salt: bytes, about: str, seat: str) -> str:
    """The same seat is the same nobody about the same thing, and another one about another."""
    if seat.startswith(NOBODY):
        return seat
    return f"{NOBODY}{blake2s(f'{about}/{seat}'.encode(), key=salt, digest_size=8).hexdigest()}"


def _by(event: Event, seat: str) -> Event:
    return replace(event, by=f"seat:{seat}", cmd=None, result=None)
