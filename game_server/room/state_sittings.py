"""What ties a room to other sittings."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.room.events_sittings import Size


@dataclass(frozen=True, slots=True)
class Forked:
    """The moment of another room that this one was played on from: its version there, and its session ms."""

    of: str
    version: int
    session: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a room leaves when it is closed: counts for its own organisation's series, choices for the mirror."""

    series: bool = False
    mirror: bool = False
    size: Size | None = None
