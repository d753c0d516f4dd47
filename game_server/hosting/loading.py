"""From lines in a journal to a room and its scenario."""

from __future__ import annotations

from typing import NamedTuple

from game_server.hosting.answers import Unreadable
from game_server.hosting.runtime import Runtime
from game_server.journal.base import Journal
from game_server.room.envelope import Event, NewerEvent, decode
from game_server.room.events import RoomOpened
from game_server.room.evolve import fold
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue, from_json


class Loaded(NamedTuple):
    """A room as the journal has it. `lines` are the events as they were written."""

    room: Room
    events: list[Event]
    lines: list[bytes]


_MANY = 300
"""From so many events on, folding would hold up the loop for long: it is done beside it."""


async def load_room(journal: Journal, runtime: Runtime, code: str) -> Loaded:
    """Folds a room. Raises NoRoom, NotStored, Unreadable."""
    epoch, lines = await journal.read(code)

    def folded() -> tuple[list[Event], Room]:
        events = [decode(line) for line in lines]
        return events, fold(events)

    try:
        events, room = folded() if len(lines) < _MANY else await runtime.run_blocking(folded)
    except NewerEvent as newer:
        raise Unreadable(f"room {code}: {newer}") from newer
    except Exception as error:
        raise Unreadable(f"room {code} does not fold") from error
    room.epoch = epoch
    return Loaded(room, events, lines)


async def load_catalogue(journal: Journal, events: list[Event]) -> Catalogue:
    """The scenario that the room was opened with. Raises NotStored, Unreadable."""
    opened = events[0].fact if events else None
    if not isinstance(opened, RoomOpened):
        raise Unreadable("a journal begins with its room")
    pack = await journal.get_pack(opened.digest)
    if pack is None:
        raise Unreadable(f"room {opened.code}: its scenario is not in the store")
    try:
        return Catalogue(from_json(pack))
    except ValueError as error:
        raise Unreadable(f"room {opened.code}: its scenario cannot be read") from error
