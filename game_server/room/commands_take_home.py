"""What may be asked about what is taken home: a resolution, and a date for it with somebody of the own team."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game_server.room.commands_base import Command, Millis, Ref
from game_server.room.words import Item, Name, Statement

QUESTIONS = 3
"""So many questions fit a cup of coffee, and a pocket card."""


class WriteResolution(Command):
    """`with` is somebody in one's own words; `with_seat` is a chair of the own team that hears of `starts` (UTC in ms).

    `questions`: which of the questions for the coffee to bring; none: the first ones.
    """

    type: Literal["resolution.write"]
    text: Statement
    with_: Name | None = Field(default=None, alias="with")
    with_seat: Ref | None = None
    starts: Millis | None = None
    by_: Name | None = Field(default=None, alias="by")
    first_step: Item | None = None
    questions: Annotated[tuple[Ref, ...], Field(max_length=QUESTIONS)] = ()


class MoveMeeting(Command):
    """Another date (UTC in ms) for what `of` resolved to do with the asker, or the asker with somebody."""

    type: Literal["meeting.move"]
    of: Ref
    starts: Millis


class AcceptMeeting(Command):
    """Yes to the date, which the other one put on the table."""

    type: Literal["meeting.accept"]
    of: Ref
    starts: Millis


class DeclineMeeting(Command):
    """No, thank you; `word` is a line for who asked."""

    type: Literal["meeting.decline"]
    of: Ref
    word: Item | None = None
