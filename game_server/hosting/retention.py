"""How long a room is kept, and what its facilitator's list says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson

from game_server.room.state import Room

UNUSED_MS = 12 * 3600 * 1000
"""A room that nobody closed closes this long after its last event, or after the date that it waits for."""
_DAY_MS = 24 * 3600 * 1000
_LONGEST_DAYS = 365


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

    @property
    def closes_at(self) -> int | None:
        """When it closes by itself if nothing happens in it before; None once it is closed."""
        return self.at if self.ends == "closes" else None


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


def unreadable_until(lines: Sequence[bytes]) -> int:
    """Until when a room is kept that this program cannot fold, because it is newer or broken. UTC in ms.

    As if it had closed by itself after its last event or the last date that it names.
    """
    records = [record for line in lines if (record := _record(line))]
    dates = [
        record[name] for record in records for name in ("at", "when", "until") if isinstance(record.get(name), int)
    ]
    days = next((record["retention_days"] for record in records if "retention_days" in record), _LONGEST_DAYS)
    if not isinstance(days, int) or not 0 <= days <= _LONGEST_DAYS:
        days = _LONGEST_DAYS
    return max(dates, default=0) + UNUSED_MS + days * _DAY_MS


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {}
    return record if isinstance(record, dict) else {}
