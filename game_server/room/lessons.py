"""Lessons: written without a name, let through by the facilitator, starred by whoever reads them."""

from __future__ import annotations

from game_server.room.answers import is_debriefing
from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import MergeLesson, MoveLesson, StarLesson, TakeLessonBack, WriteLesson
from game_server.room.events import (
    LessonHidden,
    LessonMerged,
    LessonShown,
    LessonStarred,
    LessonTakenBack,
    LessonWritten,
)
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.room.state_lessons import Lesson
from game_server.scenario.catalogue import Catalogue

MOST = 6
"""Lessons that one person may have at a time."""


def write(command: WriteLesson, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The same words twice by the same person are one lesson."""
    seat = seat_of(asked, room)
    if not is_debriefing(room, catalogue):
        raise Refused("not_debrief")
    own = [lesson for lesson in room.lessons.values() if lesson.by == seat.id]
    if any((lesson.kind, lesson.text) == (command.kind, command.text) for lesson in own):
        return Decided([])
    if len(own) >= MOST:
        raise Refused("too_many_lessons")
    lesson = f"l{room.version + 1}"
    fact = LessonWritten(team=seat.team, lesson=lesson, kind=command.kind, text=command.text)
    return Decided([fact], {"lesson": lesson})


def take_back(command: TakeLessonBack, asked: Asked, room: Room) -> Decided:
    """Only one's own; to anyone else it is as if it were not there."""
    seat = seat_of(asked, room)
    lesson = room.lessons.get(command.lesson)
    if lesson is None or lesson.by != seat.id:
        raise Refused("unknown_lesson", field="lesson")
    return Decided([LessonTakenBack(lesson=lesson.id)])


def star(command: StarLesson, asked: Asked, room: Room) -> Decided:
    """One star a person for each lesson that was let through."""
    seat = seat_of(asked, room)
    lesson = room.lessons.get(command.lesson)
    if lesson is None or not is_open(lesson):
        raise Refused("unknown_lesson", field="lesson")
    if (seat.id in starred(room)[lesson.id]) == command.on:
        return Decided([])
    return Decided([LessonStarred(lesson=lesson.id, on=command.on)])


def at_desk(command: MoveLesson | MergeLesson, room: Room) -> Decided:
    """What the facilitator does with a lesson."""
    lesson = _known(room, command.lesson, "lesson")
    if isinstance(command, MergeLesson):
        return _merge(command, lesson, room)
    if command.type == "lesson.hide":
        return Decided([] if lesson.hidden else [LessonHidden(lesson=lesson.id)])
    return Decided([] if lesson.shown else [LessonShown(lesson=lesson.id)])


def _merge(command: MergeLesson, lesson: Lesson, room: Room) -> Decided:
    if command.into is None:
        return Decided([] if lesson.into is None else [LessonMerged(lesson=lesson.id)])
    into = _known(room, command.into, "into")
    if into.id == lesson.id or into.into is not None or into.kind != lesson.kind:
        raise Refused("cannot_merge", field="into")
    return Decided([] if lesson.into == into.id else [LessonMerged(lesson=lesson.id, into=into.id)])


def _known(room: Room, lesson: str, field: str) -> Lesson:
    found = room.lessons.get(lesson)
    if found is None:
        raise Refused("unknown_lesson", field=field)
    return found


def is_open(lesson: Lesson) -> bool:
    """Let through, and standing on its own."""
    return lesson.shown and lesson.into is None


def shown(room: Room) -> list[Lesson]:
    """Those that everybody may read, in the order in which they were written."""
    return [lesson for lesson in room.lessons.values() if is_open(lesson)]


def starred(room: Room) -> dict[str, set[str]]:
    """Lesson → the seats that starred it, or one that has come to stand under it: one star a person."""
    stars: dict[str, set[str]] = {lesson.id: set() for lesson in room.lessons.values() if lesson.into is None}
    for lesson in room.lessons.values():
        stars[lesson.into or lesson.id] |= lesson.stars
    return stars
