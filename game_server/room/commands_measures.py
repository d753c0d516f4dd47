"""What may be asked about measures besides the statements."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game_server.room.commands_base import Command
from game_server.room.words import Reason


class AnswerPriority(Command):
    """How high digital safety stands on one's own list: 1 to 5 is a place on it, 6 is below the first five."""

    type: Literal["priority.answer"]
    moment: Literal["before", "after"]
    place: int = Field(ge=1, le=6)


class GiveGrade(Command):
    """A later one replaces it, sentence and all. `quotable`: the sentence may be passed on, without a name."""

    type: Literal["grade.give"]
    value: int = Field(ge=1, le=10)
    text: Reason | None = None
    quotable: bool = False
