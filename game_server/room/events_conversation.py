"""Facts about the talk afterwards: which step stands on the screens, what was let through, and the moment replayed."""

from __future__ import annotations

from typing import Literal

from game_server.room.marks import Fact

LetPart = Literal["matrix", "votes", "reasons"]


class DebriefShown(Fact):
    """All screens go to a step; without one the talk is led without them. `thing`: a decision; `page` counts from 0."""

    type: Literal["debrief_shown"] = "debrief_shown"
    step: str | None = None
    thing: str | None = None
    page: int = 0


class PartLetThrough(Fact):
    """The facilitator lets a part be seen by whom it concerns, or takes it back.

    The matrix for every team; of one team's decision the `votes` by role, and their `reasons`.
    """

    type: Literal["part_let_through"] = "part_let_through"
    part: LetPart
    on: bool
    team: str | None = None
    decision: str | None = None


class ReplayMoved(Fact):
    """The screens show the room as it was at session ms `moment`, going on from there at `speed` (0: standing still).

    Without `moment` they show what is now.
    """

    type: Literal["replay_moved"] = "replay_moved"
    moment: int | None = None
    speed: int = 0
