"""The shapes of a room among other sittings."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from game_server.room.events_sittings import Size


class Sharing(TypedDict):
    """What this room leaves when it is closed; `size`: the municipality's class, for the mirror."""

    series: bool
    mirror: bool
    size: NotRequired[Size]


class Forked(TypedDict):
    """The code of the room that this one was played on from, and the session ms of that moment."""

    of: str
    session: int
