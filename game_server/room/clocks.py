"""Game time: where the story is, from session time and the phase's pace; and when a game minute will be reached."""

from __future__ import annotations

from game_server.room.state import Room
from game_server.scenario.model import Inject, Phase

DAY = 24 * 60


def minutes(day: int, time: str) -> float:
    """Minutes since midnight of the story's day 0, from a day number and `HH:MM`."""
    hours, rest = time.split(":")
    return day * DAY + int(hours) * 60 + int(rest)


def phase_starts(phase: Phase) -> float | None:
    """The story minute at which a phase opens; None without a game clock."""
    return None if phase.starts is None else minutes(phase.starts.day, phase.starts.time)


def planned_game(phase: Phase, inject: Inject) -> float:
    """The story minute that stands on an inject."""
    day = inject.day if inject.day is not None else (phase.starts.day if phase.starts else 0)
    return minutes(day, inject.game)


def game_minute(room: Room, now: int) -> float | None:
    """Where the story is at wall time `now` (ms); None in a phase without a game clock."""
    phase = room.phase
    if phase is None or phase.starts is None:
        return None
    minute = phase.starts + (room.clock.at(now) - phase.session) / 60_000 * phase.pace
    return minute if phase.ends is None else min(minute, phase.ends)


def session_at(room: Room, minute: float) -> int | None:
    """The session time (ms) at which the story reaches `minute` in this phase; None when it will not."""
    phase = room.phase
    if phase is None or phase.starts is None or (phase.ends is not None and minute > phase.ends):
        return None
    return phase.session + max(0, round((minute - phase.starts) / phase.pace * 60_000))


def session_of(room: Room, wall: int) -> int:
    """The session ms at a wall time of the past, whatever stood still or went faster since."""
    return next((clock.at(wall) for since, clock in reversed(room.clocks) if since <= wall), 0)
