"""What a closed room leaves of itself when it was asked to: counts for a series, which outlive it."""

from __future__ import annotations

import logging

import orjson

from game_server.hosting.answers import Unreadable
from game_server.hosting.loading import load_catalogue, load_room
from game_server.hosting.runtime import Runtime
from game_server.journal.base import Journal, NoRoom
from game_server.journal.series import Shelved
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.story.counts import Left, left_by, name_of

_log = logging.getLogger(__name__)


class Leaving:
    """Keeps the counts of rooms that opted in, from their closing on."""

    def __init__(self, journal: Journal, runtime: Runtime, shelf: Shelved) -> None:
        self._journal, self._runtime, self._shelf = journal, runtime, shelf
        self._kept: dict[str, tuple[int, int]] = {}

    async def keep(self, code: str) -> None:
        """Notes what this room leaves, once it is closed; again when a person was erased from it. Idempotent.

        Counts that cannot be written are no reason to keep the room any longer. Raises NotStored.
        """
        try:
            room, events, _ = await load_room(self._journal, self._runtime, code)
            if not leaves(room) or self._kept.get(code) == (room.epoch, room.version):
                return
            catalogue = await load_catalogue(self._journal, events)
        except (NoRoom, Unreadable):
            return
        try:
            await self._runtime.run_blocking(lambda: self._write(room, catalogue))
        except OSError as error:
            _log.warning("the counts of a room cannot be written: %s", error.strerror)
            return
        self._kept[code] = (room.epoch, room.version)

    def _write(self, room: Room, catalogue: Catalogue) -> None:
        name = name_of(room)
        before = self._shelf.read(name)
        left = left_by(room, catalogue, series=room.sharing.series, mirror=room.sharing.mirror)
        left["number"] = _number(before) or self._shelf.count() + 1
        self._shelf.write(name, orjson.dumps(left))


def leaves(room: Room) -> bool:
    """Whether this room leaves anything: people sat here, it is closed, and it was asked to."""
    return room.status == "closed" and not room.rehearsal and (room.sharing.series or room.sharing.mirror)


def _number(before: bytes | None) -> int:
    left: Left | None = None if before is None else orjson.loads(before)
    return 0 if left is None else left["number"]
