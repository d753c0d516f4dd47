"""What the talk afterwards leaves in a room: the step that is shown, what was let through, the moment replayed."""

from __future__ import annotations

from dataclasses import dataclass, field

LetKey = tuple[str, str, str]
"""(part, team, decision); the last two are empty for the matrix."""


@dataclass(frozen=True, slots=True)
class Replay:
    """From session ms `at` on, since wall ms `since`, at `speed` (0: standing still).

    `take`: version of the event that began it: what is shown under one take only goes forward.
    """

    take: int
    at: int
    since: int
    speed: int

    def reached(self, now: int, end: int) -> int:
        """The session ms that is shown at wall ms `now`; it stops at `end`."""
        return min(end, self.at + max(0, now - self.since) * self.speed)


@dataclass(slots=True)
class Conversation:
    """`step` None: the screens follow nothing."""

    step: str | None = None
    thing: str | None = None
    page: int = 0
    let: set[LetKey] = field(default_factory=set)
    replay: Replay | None = None
