"""What the desk sees of this room among other sittings."""

from __future__ import annotations

from game_server.room.state import Room
from game_server.views import shapes_sittings


def sharing(room: Room) -> shapes_sittings.Sharing:
    part = shapes_sittings.Sharing(series=room.sharing.series, mirror=room.sharing.mirror)
    if room.sharing.size is not None:
        part["size"] = room.sharing.size
    return part


def forked(room: Room) -> shapes_sittings.Forked | None:
    if room.forked is None:
        return None
    return shapes_sittings.Forked(of=room.forked.of, session=room.forked.session)
