"""The shapes of what every view says of the room itself: its clock, its phase, its pause."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

Status: TypeAlias = Literal["prepared", "lobby", "running", "paused", "debrief", "closed"]
PhaseKindName: TypeAlias = Literal["welcome", "roles", "round", "breath", "debrief", "close"]


class GameClock(TypedDict):
    """Game minute now = `minute` + (session now - `session`) / 60000 * `pace`, and at most `ends`."""

    minute: float
    session: int
    pace: float
    ends: NotRequired[float]
    first_weekday: Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Clock(TypedDict):
    """Session now = `base` + (server now - `since`) * `speed`; without `since` the clock stands still at `base`.

    `speed` is 1 where it is absent, as it is but in a rehearsal.
    """

    base: int
    since: NotRequired[int]
    speed: NotRequired[int]
    game: NotRequired[GameClock]
    phase_session: NotRequired[int]
    minutes: int


class Phase(TypedDict):
    id: str
    kind: PhaseKindName
    title: str
    order: int
    of: int


class Pause(TypedDict):
    incident: bool
    until: NotRequired[int]


class Room(TypedDict):
    code: str
    title: str
    municipality: str
    scenario: str
    language: str
    status: Status
    door: bool
    clock: Clock
    phase: NotRequired[Phase]
    pause: NotRequired[Pause]
    named: bool
    rehearsal: bool
    released: bool
    retention_days: NotRequired[int]
    counted: NotRequired[bool]
    erase_at: NotRequired[int]
