"""What facts about things taken home make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.envelope import Event
from game_server.room.events import (
    MeetingAccepted,
    MeetingDeclined,
    MeetingProposed,
    MeetingWithdrawn,
    ResolutionWritten,
)
from game_server.room.state import Room
from game_server.room.state_take_home import Meeting

TakeHomeFact: TypeAlias = ResolutionWritten | MeetingProposed | MeetingAccepted | MeetingDeclined | MeetingWithdrawn
FACTS = (ResolutionWritten, MeetingProposed, MeetingAccepted, MeetingDeclined, MeetingWithdrawn)


def evolve(room: Room, fact: TakeHomeFact, event: Event) -> None:
    """Applies one fact about what is taken home."""
    match fact:
        case ResolutionWritten():
            seat = room.seats[fact.seat]
            seat.resolution, seat.questions = said(fact), fact.questions
        case MeetingProposed():
            room.meetings[fact.writer] = Meeting(fact.writer, fact.other, fact.starts, fact.seat, event.version)
        case MeetingAccepted():
            room.meetings[fact.writer].state = "accepted"
        case MeetingDeclined():
            meeting = room.meetings[fact.writer]
            meeting.state, meeting.word = "declined", fact.word
        case MeetingWithdrawn():
            room.meetings.pop(fact.writer, None)
        case _:
            assert_never(fact)


def said(fact: ResolutionWritten) -> dict[str, str]:
    """What was filled in, by the names of the wire."""
    given = {
        "text": fact.text,
        "with": fact.with_,
        "with_seat": fact.with_seat,
        "by": fact.by_,
        "first_step": fact.first_step,
    }
    return {key: value for key, value in given.items() if value is not None}
