"""What a closed room leaves of itself when it was asked to: counts for a series, which outlive it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

import orjson

from game_server.hosting.answers import Unreadable
from game_server.hosting.follow_up import FollowUp
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

    def __init__(self, journal: Journal, runtime: Runtime, shelf: Shelved, follow_up: FollowUp) -> None:
        self._journal, self._runtime, self._shelf, self._follow_up = journal, runtime, shelf, follow_up
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
        done = await self._follow_up.answers(code)
        if await self._written(lambda: self._write(room, catalogue, done)):
            self._kept[code] = (room.epoch, room.version)

    async def answered(self, code: str) -> None:
        """Somebody told what came of a resolution, maybe long after the room itself is gone. Raises NotStored."""
        done = await self._follow_up.answers(code)
        await self._written(lambda: self._note(code, done))

    async def _written(self, write: Callable[[], None]) -> bool:
        try:
            await self._runtime.run_blocking(write)
        except OSError as error:
            _log.warning("the counts of a room cannot be written: %s", error.strerror)
            return False
        return True

    def _write(self, room: Room, catalogue: Catalogue, done: Mapping[str, int]) -> None:
        name = name_of(room.code)
        before = self._shelf.read(name)
        left = left_by(room, catalogue, series=room.sharing.series, mirror=room.sharing.mirror)
        left["number"] = _number(before) or self._shelf.count() + 1
        self._shelf.write(name, orjson.dumps(followed(left, done)))

    def _note(self, code: str, done: Mapping[str, int]) -> None:
        before = self._shelf.read(name_of(code))
        if before is not None:
            self._shelf.write(name_of(code), orjson.dumps(followed(orjson.loads(before), done)))


def followed(left: Left, done: Mapping[str, int]) -> Left:
    """The counts with how many resolutions were done, begun and not."""
    if "series" in left:
        left["series"]["resolutions"] |= dict(done)
    return left


def leaves(room: Room) -> bool:
    """Whether this room leaves anything: people sat here, it is closed, and it was asked to."""
    return room.status == "closed" and not room.rehearsal and (room.sharing.series or room.sharing.mirror)


def _number(before: bytes | None) -> int:
    left: Left | None = None if before is None else orjson.loads(before)
    return 0 if left is None else left["number"]
