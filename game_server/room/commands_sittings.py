"""What a desk may ask about what this sitting leaves behind."""

from __future__ import annotations

from typing import Literal

from game_server.room.commands_base import Command
from game_server.room.events_sittings import Size


class SetSharing(Command):
    """`series`: counts, without names or texts, stay for this organisation. `mirror`: choices may join other towns'.

    `size`: the municipality's size class, for the mirror.
    """

    type: Literal["room.sharing"]
    series: bool
    mirror: bool
    size: Size | None = None
