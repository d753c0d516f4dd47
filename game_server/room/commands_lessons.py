"""What may be asked about lessons."""

from __future__ import annotations

from typing import Literal

from game_server.room.commands_base import Command, Ref
from game_server.room.words import Item


class WriteLesson(Command):
    """Nobody learns who wrote it; everybody reads it once the facilitator lets it through."""

    type: Literal["lesson.write"]
    kind: Literal["keep", "change", "ask"]
    text: Item


class TakeLessonBack(Command):
    type: Literal["lesson.take_back"]
    lesson: Ref


class StarLesson(Command):
    type: Literal["lesson.star"]
    lesson: Ref
    on: bool


class MoveLesson(Command):
    """Let through to the big screen and all phones, or taken from them."""

    type: Literal["lesson.show", "lesson.hide"]
    lesson: Ref


class MergeLesson(Command):
    """Puts a lesson under another that says nearly the same; without `into` it stands alone again."""

    type: Literal["lesson.merge"]
    lesson: Ref
    into: Ref | None = None
