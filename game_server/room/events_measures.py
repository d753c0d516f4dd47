"""Facts about what is measured besides the statements: a place on one's own list, and a grade for the session."""

from __future__ import annotations

from typing import Literal

from game_server.room.marks import Fact, Personal


class PriorityAnswered(Fact):
    """How high digital safety stands on this person's own list: 1 to 5 is a place on it, 6 is below the first five."""

    type: Literal["priority_answered"] = "priority_answered"
    team: str
    seat: str
    moment: Literal["before", "after"]
    place: int


class GradeGiven(Fact):
    """A grade from 1 to 10 for the session; `quotable`: its writer lets the sentence be passed on."""

    type: Literal["grade_given"] = "grade_given"
    team: str
    seat: str
    value: int
    text: Personal | None = None
    quotable: bool = False
