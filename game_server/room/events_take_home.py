"""Facts about what two people of one team agreed to do together; `writer` is whose resolution it belongs to."""

from __future__ import annotations

from typing import Literal

from game_server.room.marks import Fact, Personal


class MeetingProposed(Fact):
    """`seat` puts a date (UTC in ms) on the table: `writer` with the resolution, or either of the two later on."""

    type: Literal["meeting_proposed"] = "meeting_proposed"
    seat: str
    writer: str
    other: str
    starts: int


class MeetingAccepted(Fact):
    """`seat` agrees to the date that the other one put on the table."""

    type: Literal["meeting_accepted"] = "meeting_accepted"
    seat: str
    writer: str
    other: str


class MeetingDeclined(Fact):
    """`seat`, who was asked, would rather not; `word` is a line for who asked."""

    type: Literal["meeting_declined"] = "meeting_declined"
    seat: str
    writer: str
    other: str
    word: Personal | None = None


class MeetingWithdrawn(Fact):
    """The resolution is no longer with `other`."""

    type: Literal["meeting_withdrawn"] = "meeting_withdrawn"
    writer: str
    other: str
