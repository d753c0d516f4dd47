"""Facts about lessons. None names its writer: that is the event's own author, kept for erasure alone."""

from __future__ import annotations

from typing import Literal

from game_server.room.marks import Fact, Personal


class LessonWritten(Fact):
    """`team`: where it was written, so that a report holds the lessons of its own table."""

    type: Literal["lesson_written"] = "lesson_written"
    team: str
    lesson: str
    kind: Literal["keep", "change", "ask"]
    text: Personal


class LessonTakenBack(Fact):
    """By its writer, for good."""

    type: Literal["lesson_taken_back"] = "lesson_taken_back"
    lesson: str


class LessonStarred(Fact):
    type: Literal["lesson_starred"] = "lesson_starred"
    lesson: str
    on: bool


class LessonShown(Fact):
    """Let through: from now on on the big screen and on all phones."""

    type: Literal["lesson_shown"] = "lesson_shown"
    lesson: str


class LessonHidden(Fact):
    type: Literal["lesson_hidden"] = "lesson_hidden"
    lesson: str


class LessonMerged(Fact):
    """It says nearly the same as `into`, under which it stands from now on; without `into` it stands alone again."""

    type: Literal["lesson_merged"] = "lesson_merged"
    lesson: str
    into: str | None = None
