"""One resolution a person, and the date on which two of a team do it together. Only those two ever hear of it."""

from __future__ import annotations

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import AcceptMeeting, DeclineMeeting, MoveMeeting, WriteResolution
from game_server.room.events import (
    AnyFact,
    MeetingAccepted,
    MeetingDeclined,
    MeetingProposed,
    MeetingWithdrawn,
    ResolutionWritten,
)
from game_server.room.evolve_take_home import said
from game_server.room.refusals import Refused
from game_server.room.state import Room, Seat
from game_server.room.state_take_home import Meeting
from game_server.scenario.catalogue import Catalogue

LONGEST_MS = 400 * 24 * 3600 * 1000
"""A date that is further off than this was not meant."""


def resolution(command: WriteResolution, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """One resolution a person; a later one replaces it. With a chair of the own team it proposes a date to it."""
    seat = seat_of(asked, room)
    if not set(command.questions) <= catalogue.coffee.keys():
        raise Refused("unknown_question", field="questions")
    fact = ResolutionWritten(
        seat=seat.id,
        text=command.text,
        with_=command.with_,
        with_seat=command.with_seat,
        by_=command.by_,
        first_step=command.first_step,
        questions=command.questions,
    )
    again = (seat.resolution, seat.questions) == (said(fact), fact.questions)
    return Decided([*([] if again else [fact]), *_proposed(command, seat, room, asked.at)])


def _proposed(command: WriteResolution, seat: Seat, room: Room, now: int) -> list[AnyFact]:
    known, other, starts = room.meetings.get(seat.id), command.with_seat, command.starts
    if (other is None) != (starts is None):
        raise Refused("no_moment", field="starts" if starts is None else "with_seat")
    if other is None or starts is None:
        return [] if known is None else [MeetingWithdrawn(writer=seat.id, other=known.other)]
    if command.with_ is not None:
        raise Refused("bad_request", field="with")
    if other == seat.id or not is_there(room, other, seat):
        raise Refused("unknown_seat", field="with_seat")
    if known is not None and known.other == other and known.starts == starts:
        return []
    _ahead(starts, now)
    proposed = MeetingProposed(seat=seat.id, writer=seat.id, other=other, starts=starts)
    gone = known is not None and known.other != other
    return [MeetingWithdrawn(writer=seat.id, other=known.other), proposed] if known and gone else [proposed]


def move(command: MoveMeeting, asked: Asked, room: Room) -> Decided:
    """Another date: then it is the other one's turn, also when both had agreed or one had declined."""
    seat = seat_of(asked, room)
    meeting = _meeting(command.of, seat, room)
    if command.starts == meeting.starts and meeting.state != "declined":
        return Decided([])
    _ahead(command.starts, asked.at)
    fact = MeetingProposed(seat=seat.id, writer=meeting.writer, other=meeting.other, starts=command.starts)
    return Decided([fact])


def accept(command: AcceptMeeting, asked: Asked, room: Room) -> Decided:
    """Both then have this date. Raises Refused `stale` when another one is on the table by now."""
    seat = seat_of(asked, room)
    meeting = _meeting(command.of, seat, room)
    if meeting.state == "accepted" and command.starts == meeting.starts:
        return Decided([])
    if meeting.state == "declined" or command.starts != meeting.starts:
        did = "meeting_declined" if meeting.state == "declined" else "meeting_proposed"
        raise Refused("stale", did=(f"seat:{meeting.said_by}", did))
    if meeting.said_by == seat.id:
        raise Refused("own_proposal")
    return Decided([MeetingAccepted(seat=seat.id, writer=meeting.writer, other=meeting.other)])


def decline(command: DeclineMeeting, asked: Asked, room: Room) -> Decided:
    """Only who was asked declines; who asked writes another resolution."""
    seat = seat_of(asked, room)
    meeting = _meeting(command.of, seat, room)
    if meeting.other != seat.id:
        raise Refused("own_proposal")
    if meeting.state == "declined":
        return Decided([])
    fact = MeetingDeclined(seat=seat.id, writer=meeting.writer, other=meeting.other, word=command.word)
    return Decided([fact])


def is_there(room: Room, other: str, seat: Seat) -> bool:
    """Whether this chair is still taken, at the same table."""
    found = room.seats.get(other)
    return found is not None and not found.removed and found.team == seat.team


def meetings_of(room: Room, seat: Seat) -> list[Meeting]:
    """The own one first. What somebody else asked is gone with that person."""
    own = room.meetings.get(seat.id)
    asked = [one for one in room.meetings.values() if one.other == seat.id and is_there(room, one.writer, seat)]
    return [*([] if own is None else [own]), *asked]


def _meeting(of: str, seat: Seat, room: Room) -> Meeting:
    found = room.meetings.get(of)
    if found is None or seat.id not in (found.writer, found.other):
        raise Refused("unknown_meeting")
    if not is_there(room, found.partner(seat.id), seat):
        raise Refused("unknown_meeting")
    return found


def _ahead(starts: int, now: int) -> None:
    if not now < starts <= now + LONGEST_MS:
        raise Refused("not_ahead", field="starts")
