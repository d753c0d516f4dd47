"""Taking in a room from its `journal.jsonl`: as it was, without any device, for one of this server's keys."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from game_server.hosting.journal_reading import Read
from game_server.hosting.patience import in_time
from game_server.hosting.retention import summary
from game_server.journal.base import SCENARIO_FILE, Journal, KeyLine, Taken
from game_server.room.envelope import Event, encode
from game_server.room.events import RoomOpened, RoomPaused
from game_server.room.refusals import Refused


async def take_in(read: Read, journal: Journal, key: str | None, own_keys: Collection[str], now: int) -> str:
    """Writes the room, and gives the name of the key that it now belongs to.

    `key`: the name that was asked for; None: the room's own, or the only one that there is. `own_keys`: names of keys
    that do not stand in the journal. Raises Refused (`unknown_key`, `which_key`, `room_exists`, `room_outlived`),
    NotStored.
    """
    lines: list[KeyLine] = await in_time(journal.keys())
    owner = _owner(read, key, [*own_keys, *(line.name for line in lines if not line.revoked)])
    kept = summary(read.room)
    if kept.ends == "destroyed" and kept.at <= now:
        raise Refused("room_outlived")
    events = _standing_still(read, owner)
    try:
        written = [encode(event) for event in events]
        await in_time(journal.create(read.room.code, owner, read.digest, written, (), {SCENARIO_FILE: read.pack}))
    except Taken:
        raise Refused("room_exists") from None
    return owner


def _owner(read: Read, key: str | None, names: Collection[str]) -> str:
    if key is not None:
        if key not in names:
            raise Refused("unknown_key")
        return key
    if read.room.key in names:
        return read.room.key
    if len(names) != 1:
        raise Refused("which_key")
    return next(iter(names))


def _standing_still(read: Read, owner: str) -> list[Event]:
    """The room of this owner; the clock of a game that ran does not go on through the time that it was a file."""
    events = [replace(event, fact=_owned(event, owner)) if event.version == 1 else event for event in read.events]
    if read.room.status == "running":
        events.append(Event(read.room.version + 1, read.room.at, "server", RoomPaused()))
    return events


def _owned(event: Event, owner: str) -> RoomOpened:
    opened = event.fact
    if not isinstance(opened, RoomOpened):
        raise TypeError("a journal begins with its room")
    return opened.model_copy(update={"key": owner})
