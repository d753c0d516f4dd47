"""The session's time: its clock, the phase that it is in, and whether news comes by the plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class SessionClock:
    """Session time: milliseconds in `running` since the start, pauses taken out.

    `base` is what had passed at wall time `since`; while `since` is None the clock stands still. `speed`: session
    seconds in a real one, more than 1 in a rehearsal only.
    """

    base: int = 0
    since: int | None = None
    speed: int = 1

    def at(self, now: int) -> int:
        """Session milliseconds at wall time `now` (ms since 1970)."""
        return self.base if self.since is None else self.base + max(0, now - self.since) * self.speed

    def wall(self, session: int) -> int | None:
        """The wall time at which this much has passed, not before `since`; None while the clock stands still."""
        return None if self.since is None else self.since + max(0, -((self.base - session) // self.speed))

    def stopped(self, now: int) -> SessionClock:
        return SessionClock(self.at(now), None, self.speed)

    def started(self, now: int) -> SessionClock:
        """Going from here on, at the speed that it had."""
        return SessionClock(self.base, now, self.speed)

    def paced(self, now: int, speed: int) -> SessionClock:
        """Another speed from `now` on."""
        return SessionClock(self.at(now), None if self.since is None else now, speed)


@dataclass(slots=True)
class PhaseRun:
    """The phase that the room is in. `starts`: story minute at `session`; None: no game clock. It waits at `ends`."""

    id: str
    session: int
    at: int
    starts: float | None
    pace: float
    ends: float | None = None


@dataclass(slots=True)
class Auto:
    """Whether the clock lets news out by the plan; what was planned before session ms `since` waits for the desk."""

    on: bool = False
    since: int = 0
    missed: bool = False
