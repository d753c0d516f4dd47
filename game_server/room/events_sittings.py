"""Facts that tie this sitting to others: where it was played on from, and what it leaves for a series."""

from __future__ import annotations

from typing import Literal, TypeAlias

from game_server.room.marks import Fact

Size: TypeAlias = Literal["small", "medium", "large"]
"""Of a municipality: up to 30,000 inhabitants, up to 100,000, more."""


class RoomForked(Fact):
    """All before this was copied without words from the room `of`, as it was at version `moment`.

    Every chair is empty, no device is left, and the clocks stand still.
    """

    type: Literal["room_forked"] = "room_forked"
    of: str
    moment: int


class SharingSet(Fact):
    """What this room leaves behind: counts for the organisation's own series, choices for the mirror between others.

    `size`: the class in which the mirror counts it.
    """

    type: Literal["sharing_set"] = "sharing_set"
    series: bool
    mirror: bool
    size: Size | None = None
