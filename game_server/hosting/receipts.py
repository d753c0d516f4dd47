"""The receipt of a room that was erased: what went and when, without a name or a word of anybody."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

import orjson

from game_server.room.state import Room

Cause: TypeAlias = Literal["now", "retention", "unreadable"]
KEPT_MS = 365 * 24 * 3600 * 1000
"""So long a receipt is kept, to show that the retention was held to."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Times are UTC in ms. `events`, `people` and `days` are absent for a room that this program could not read.

    `cause`: somebody asked for it (`now`), its retention ended, or it ended for a room that could not be read.
    """

    code: str
    at: int
    cause: Cause
    opened_at: int | None = None
    closed_at: int | None = None
    days: int | None = None
    events: int | None = None
    people: int | None = None


def receipt(room: Room, at: int, cause: Cause) -> Receipt:
    """Of a room that is about to go."""
    return Receipt(
        code=room.code,
        at=at,
        cause=cause,
        opened_at=room.opened_at,
        closed_at=room.closed_at if room.status == "closed" else None,
        days=room.retention_days,
        events=room.version,
        people=sum(not seat.bot for seat in room.seats.values()),
    )


def written(receipt: Receipt) -> bytes:
    return orjson.dumps({name: value for name, value in asdict(receipt).items() if value is not None})


def read(line: bytes) -> Receipt:
    return Receipt(**orjson.loads(line))
