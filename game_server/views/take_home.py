"""What one seat takes home, with whom, and what to talk about over coffee."""

from __future__ import annotations

from functools import lru_cache

from game_server.room.marks import ERASED
from game_server.room.practice import agenda
from game_server.room.state import Room, Seat, Team
from game_server.room.state_take_home import Meeting
from game_server.room.take_home import is_there, meetings_of
from game_server.views import shapes_take_home as shapes
from game_server.views.lens import Book, Lens


def own_resolution(seat: Seat) -> shapes.OwnResolution:
    given = seat.resolution
    resolution = shapes.OwnResolution(text=given["text"])
    if "with" in given:
        resolution["with"] = given["with"]
    if "with_seat" in given:
        resolution["with_seat"] = given["with_seat"]
    if "by" in given:
        resolution["by"] = given["by"]
    if "first_step" in given:
        resolution["first_step"] = given["first_step"]
    if seat.questions:
        resolution["questions"] = list(seat.questions)
    return resolution


def own_meetings(room: Room, seat: Seat) -> dict[str, shapes.OwnMeeting]:
    """Whose resolution → the date that goes with it."""
    return {
        one.writer: _meeting(room, seat, one, order)
        for order, one in enumerate(meetings_of(room, seat) if room.meetings else [])
    }


def _meeting(room: Room, seat: Seat, meeting: Meeting, order: int) -> shapes.OwnMeeting:
    other = room.seats[meeting.partner(seat.id)]
    part = shapes.OwnMeeting(
        order=order,
        seat=other.id,
        role=other.role,
        mine=meeting.writer == seat.id,
        state=meeting.state if is_there(room, other.id, seat) else "gone",
        starts=meeting.starts,
        yours=meeting.said_by == seat.id,
        text=room.seats[meeting.writer].resolution["text"],
    )
    if other.name != ERASED:
        part["name"] = other.name
    if meeting.word is not None and meeting.word != ERASED:
        part["word"] = meeting.word
    return part


def coffee_part(lens: Lens, team: Team) -> shapes.Coffee:
    return shapes.Coffee(
        agenda={
            gap.decision: shapes.AgendaPoint(
                order=order, text=lens.text(lens.decision(gap.decision).practice or {}), wide=gap.wide
            )
            for order, gap in enumerate(agenda(lens.room, team.id, lens.catalogue))
        },
        questions=_questions(lens.book),
    )


@lru_cache(maxsize=64)
def _questions(book: Book) -> dict[str, shapes.CoffeeQuestion]:
    return {
        id_: shapes.CoffeeQuestion(order=order, text=book.text(text))
        for order, (id_, text) in enumerate(book.catalogue.coffee.items())
    }
