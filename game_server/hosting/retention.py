"""How long a room is kept, and what its facilitator's list says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game_server.room.state import Room

UNUSED_MS = 12 * 3600 * 1000
"""A room that nobody closed closes this long after its last event, or after the date that it waits for."""
_DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Summary:
    """A room in its facilitator's list. Times are UTC in ms; `erase_at`: known from the closing on.

    `ends` and `at`: what the sweep does with it, and when, if nothing happens in it before.
    """

    code: str
    title: str
    scenario: str
    language: str
    status: str
    opened_at: int
    teams: int
    seats: int
    rehearsal: bool
    at: int
    ends: Literal["closes", "destroyed"]
    when: int | None = None
    closed_at: int | None = None
    erase_at: int | None = None


def summary(room: Room) -> Summary:
    """What is known of a room without its scenario."""
    closed = room.closed_at if room.status == "closed" else None
    erase_at = None if closed is None else closed + room.retention_days * _DAY_MS
    return Summary(
        code=room.code,
        title=room.title,
        scenario=room.scenario,
        language=room.language,
        status=room.status,
        opened_at=room.opened_at,
        teams=len(room.teams),
        seats=sum(not seat.removed for seat in room.seats.values()),
        rehearsal=room.rehearsal,
        at=_waits_for(room) + UNUSED_MS if erase_at is None else erase_at,
        ends="closes" if erase_at is None else "destroyed",
        when=room.when,
        closed_at=closed,
        erase_at=erase_at,
    )


def _waits_for(room: Room) -> int:
    """The last event; a room that waits for a date waits at least until then."""
    date = {"prepared": room.when, "paused": room.pause_until}.get(room.status)
    return max(room.at, date or 0)
