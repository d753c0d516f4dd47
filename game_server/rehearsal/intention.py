"""What a player would say next, and the order in which it looks at things."""

from __future__ import annotations

from typing import NamedTuple

from game_server.rehearsal.ear import View


class Intention(NamedTuple):
    """A command (without its id) that this player would say after so many session seconds. `key`: what it is about."""

    key: str
    seconds: float
    command: View


def in_order(things: View) -> list[tuple[str, View]]:
    return sorted(things.items(), key=lambda thing: int(thing[1]["order"]))
