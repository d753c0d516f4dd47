"""What a desk may ask in the talk afterwards."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game_server.room.commands_base import Command, Ref
from game_server.room.events_conversation import LetPart


class ShowStep(Command):
    """Brings a step to all screens, in any order; without `step` they stop following. `thing`: which decision."""

    type: Literal["debrief.show"]
    step: Ref | None = None
    thing: Ref | None = None
    page: int = Field(default=0, ge=0, le=99)


class LetThrough(Command):
    """Lets the matrix, or of a team's decision the votes by role or their reasons, be seen; or no longer."""

    type: Literal["debrief.let"]
    part: LetPart
    on: bool = True
    team: Ref | None = None
    decision: Ref | None = None


class MoveReplay(Command):
    """`moment`: session ms; absent: back to now. `speed`: session seconds in a real one, 0 stands still."""

    type: Literal["replay.show"]
    moment: int | None = Field(default=None, ge=0)
    speed: Literal[0, 1, 2, 4, 8, 16] = 0
