"""What is taken home together: a date that one of two put on the table, and what the other said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MeetingState: TypeAlias = Literal["proposed", "accepted", "declined"]


@dataclass(slots=True)
class Meeting:
    """What `writer` resolved to do with `other`. `starts` is UTC in ms; `said_by`: who put that date on the table.

    `version` is that of the last date, so that a calendar knows which of two is newer.
    """

    writer: str
    other: str
    starts: int
    said_by: str
    version: int
    state: MeetingState = "proposed"
    word: str | None = None

    def partner(self, seat: str) -> str:
        """The other one of the two."""
        return self.other if seat == self.writer else self.writer
