"""What is measured and learned, as views tell it: counts and words, never whose."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, cast

from game_server.room.lessons import shown, starred
from game_server.room.measures import statements
from game_server.room.state import Room, Seat, Team
from game_server.room.state_lessons import Lesson
from game_server.room.state_measures import Grade
from game_server.story.measures import has_answered, measures
from game_server.views import shapes_measures as shapes
from game_server.views.lens import Book, Lens

VALUES = (1, 2, 3, 4, 5)
PLACES = (*VALUES, 6)


def asked_before(lens: Lens) -> dict[str, shapes.AskedText]:
    """The statements of this room."""
    return _asked(lens.book, tuple(one.id for one in statements(lens.room, lens.catalogue)))


def asked_after(lens: Lens) -> dict[str, shapes.AskedText]:
    """Those that can be another after the session."""
    again = tuple(one.id for one in statements(lens.room, lens.catalogue) if not one.yes_no)
    return _asked(lens.book, again)


@lru_cache(maxsize=64)
def _asked(book: Book, which: tuple[str, ...]) -> dict[str, shapes.AskedText]:
    known = {statement.id: statement for statement in book.catalogue.scenario.statements}
    asked: dict[str, shapes.AskedText] = {}
    for order, statement in enumerate(which):
        asked[statement] = shapes.AskedText(order=order, text=book.text(known[statement].text))
        if known[statement].yes_no:
            asked[statement]["yes_no"] = True
    return asked


def lesson_lines(room: Room, stars: bool = False) -> dict[str, shapes.LessonLine]:
    """Those that were let through, with their `stars` or without."""
    given = starred(room) if stars else {}
    lines: dict[str, shapes.LessonLine] = {}
    for lesson in shown(room):
        lines[lesson.id] = shapes.LessonLine(order=lesson.order, kind=_kind(lesson), text=lesson.text)
        if stars:
            lines[lesson.id]["stars"] = len(given[lesson.id])
    return lines


def desk_lessons(room: Room) -> dict[str, shapes.DeskLesson]:
    stars = starred(room)
    lines: dict[str, shapes.DeskLesson] = {}
    for lesson in room.lessons.values():
        given = stars.get(lesson.id, lesson.stars)
        state: Literal["new", "shown", "hidden"] = "shown" if lesson.shown else "hidden" if lesson.hidden else "new"
        line = shapes.DeskLesson(
            order=lesson.order, kind=_kind(lesson), text=lesson.text, stars=len(given), state=state
        )
        if lesson.into is not None:
            line["into"] = lesson.into
        lines[lesson.id] = line
    return lines


def desk_measures(room: Room) -> shapes.DeskMeasures:
    seats = [seat for team in room.teams.values() for seat in team.seats]
    given = [room.measured[seat] for seat in seats if seat in room.measured]
    return shapes.DeskMeasures(
        of=len(seats),
        before=sum(has_answered(one, "before") for one in given),
        after=sum(has_answered(one, "after") or has_answered(one, "then") for one in given),
        grades=sum(one.grade is not None for one in given),
    )


def screen_measures(lens: Lens, team: Team | None) -> shapes.ScreenMeasures:
    """Of one team, or of the whole room."""
    told = measures(lens.room, lens.catalogue, team)
    again = asked_after(lens)
    counts = {
        one.statement: shapes.MeasureCounts(
            order=again[one.statement]["order"],
            text=again[one.statement]["text"],
            before=_row(one.before, VALUES),
            after=_row(one.after, VALUES),
            hindsight=_row(one.then, VALUES),
        )
        for one in told.statements
        if one.statement in again
    }
    places = shapes.PlaceCounts(before=_row(told.place_before, PLACES), after=_row(told.place_after, PLACES))
    return shapes.ScreenMeasures(statements=counts, places=places)


def _row(counts: dict[int, int], values: tuple[int, ...]) -> list[int]:
    return [counts.get(value, 0) for value in values] if counts else []


def own_grade(given: Grade) -> shapes.OwnGrade:
    grade = shapes.OwnGrade(value=given.value, quotable=given.quotable)
    if given.text is not None:
        grade["text"] = given.text
    return grade


def own_lessons(room: Room, seat: Seat) -> dict[str, shapes.OwnLesson]:
    return {
        lesson.id: shapes.OwnLesson(
            order=lesson.order,
            kind=_kind(lesson),
            text=lesson.text,
            shown=(room.lessons[lesson.into] if lesson.into is not None else lesson).shown,
        )
        for lesson in room.lessons.values()
        if lesson.by == seat.id
    }


def own_stars(room: Room, seat: Seat) -> dict[str, bool]:
    """The lessons that bear this person's star, by the one under which they stand."""
    return {lesson.into or lesson.id: True for lesson in room.lessons.values() if seat.id in lesson.stars}


def _kind(lesson: Lesson) -> shapes.LessonKind:
    return cast(shapes.LessonKind, lesson.kind)
