"""What facts about lessons and measures make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.envelope import Event
from game_server.room.events import (
    GradeGiven,
    LessonHidden,
    LessonMerged,
    LessonShown,
    LessonStarred,
    LessonTakenBack,
    LessonWritten,
    PriorityAnswered,
)
from game_server.room.state import Room, Seat
from game_server.room.state_lessons import Lesson
from game_server.room.state_measures import Grade, Measured

LessonFact: TypeAlias = LessonWritten | LessonTakenBack | LessonStarred | LessonShown | LessonHidden | LessonMerged
MeasureFact: TypeAlias = PriorityAnswered | GradeGiven
FACTS = (
    LessonWritten,
    LessonTakenBack,
    LessonStarred,
    LessonShown,
    LessonHidden,
    LessonMerged,
    PriorityAnswered,
    GradeGiven,
)


def evolve(room: Room, fact: LessonFact | MeasureFact, event: Event) -> None:
    """Applies one fact about a lesson or a measure."""
    match fact:
        case PriorityAnswered():
            measured(room, fact.seat, fact.team).priority[fact.moment] = fact.place
        case GradeGiven():
            measured(room, fact.seat, fact.team).grade = Grade(fact.value, fact.text, fact.quotable)
        case LessonWritten():
            by = event.by.partition(":")[2]
            room.lessons[fact.lesson] = Lesson(fact.lesson, event.version, fact.team, fact.kind, fact.text, by)
        case LessonTakenBack():
            _drop(room, fact.lesson)
        case _:
            _lesson(room.lessons[fact.lesson], room, fact, event)


def measured(room: Room, seat: str, team: str | None) -> Measured:
    """What this seat answered so far; `team` is where it sits now, which older journals do not say."""
    where = team if team is not None else room.seats[seat].team
    found = room.measured.setdefault(seat, Measured(where))
    found.team = where
    return found


def _lesson(
    lesson: Lesson, room: Room, fact: LessonStarred | LessonShown | LessonHidden | LessonMerged, event: Event
) -> None:
    match fact:
        case LessonStarred():
            _star(room, lesson, event.by.partition(":")[2], fact.on)
        case LessonShown() | LessonHidden():
            lesson.shown = isinstance(fact, LessonShown)
            lesson.hidden = not lesson.shown
        case LessonMerged():
            lesson.into = fact.into
            for under in room.lessons.values():
                if fact.into is not None and under.into == lesson.id:
                    under.into = fact.into
        case _:
            assert_never(fact)


def _star(room: Room, lesson: Lesson, seat: str, on: bool) -> None:
    """Taken away, it is also taken from what has come to stand under it."""
    for one in room.lessons.values():
        if one is lesson or one.into == lesson.id:
            one.stars.discard(seat)
    if on:
        lesson.stars.add(seat)


def _drop(room: Room, lesson: str) -> None:
    """What stood under it stands alone again."""
    room.lessons.pop(lesson, None)
    for under in room.lessons.values():
        if under.into == lesson:
            under.into = None


def forget(room: Room, seat: Seat) -> None:
    """An erased person's answers, lessons and stars count no more."""
    room.measured.pop(seat.id, None)
    for lesson in [one for one in room.lessons.values() if one.by == seat.id]:
        _drop(room, lesson.id)
    for lesson in room.lessons.values():
        lesson.stars.discard(seat.id)
