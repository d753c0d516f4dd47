"""A journal that forgets: for tests and simulators, with the same promises as the real ones, power loss excepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game_server.journal.base import SCENARIO_FILE, Conflict, KeyLine, NoRoom, RoomLine, Stretch, Taken


@dataclass
class _Kept:
    key: str
    digest: str
    lines: list[bytes]
    passes: set[str]
    epoch: int = 1
    erased: set[str] = field(default_factory=set)


class MemoryJournal:
    """See `base.Journal`. Several hosts on one of these are several processes on one store."""

    def __init__(self) -> None:
        self._rooms: dict[str, _Kept] = {}
        self._packs: dict[tuple[str, str], bytes] = {}
        self._keys: dict[str, KeyLine] = {}
        self._receipts: list[tuple[str, int, bytes]] = []

    async def open(self) -> None:
        """Nothing to do."""

    async def close(self) -> None:
        """Nothing to do: what is in memory stays, so that a test can open it again."""

    async def create(
        self, code: str, key: str, digest: str, lines: Sequence[bytes], passes: Sequence[str], pack: Mapping[str, bytes]
    ) -> None:
        if code in self._rooms:
            raise Taken(code)
        self._rooms[code] = _Kept(key, digest, list(lines), set(passes))
        for name, data in pack.items():
            self._packs.setdefault((digest, name), data)

    def _at(self, code: str, base: int, epoch: int) -> _Kept:
        room = self._room(code)
        if (len(room.lines), room.epoch) != (base, epoch):
            raise Conflict(len(room.lines), room.epoch)
        return room

    def _room(self, code: str) -> _Kept:
        if code not in self._rooms:
            raise NoRoom(code)
        return self._rooms[code]

    async def append(self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str]) -> None:
        room = self._at(code, base, epoch)
        room.lines += lines
        room.passes |= set(passes)

    async def read(self, code: str, after: int = 0) -> Stretch:
        room = self._room(code)
        return Stretch(room.epoch, room.lines[after:])

    async def rewrite(
        self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str], erased: str
    ) -> None:
        room = self._at(code, base, epoch)
        room.lines, room.passes, room.epoch = list(lines), set(passes), epoch + 1
        room.erased.add(erased)

    async def destroy(self, code: str) -> None:
        gone = self._rooms.pop(code, None)
        if gone is not None and not any(room.digest == gone.digest for room in self._rooms.values()):
            self._packs = {place: data for place, data in self._packs.items() if place[0] != gone.digest}

    async def scrub(self) -> None:
        """Nothing to do: what was let go of is gone."""

    async def keep_receipt(self, key: str, at: int, line: bytes) -> None:
        self._receipts.append((key, at, line))

    async def receipts(self, key: str) -> list[bytes]:
        return [line for whose, _, line in self._receipts if whose == key]

    async def drop_receipts(self, before: int) -> None:
        self._receipts = [one for one in self._receipts if one[1] >= before]

    async def rooms(self, key: str | None = None) -> list[RoomLine]:
        return [
            RoomLine(code, room.key, room.digest, room.epoch, len(room.lines))
            for code, room in self._rooms.items()
            if key in (None, room.key)
        ]

    async def find_pass(self, pass_hash: str) -> str | None:
        return next((code for code, room in reversed(self._rooms.items()) if pass_hash in room.passes), None)

    async def erased(self, code: str) -> list[str]:
        return sorted(self._rooms[code].erased) if code in self._rooms else []

    async def get_pack(self, digest: str, name: str = SCENARIO_FILE) -> bytes | None:
        return self._packs.get((digest, name))

    async def add_key(self, name: str, key_hash: str) -> None:
        if name in self._keys or any(line.hash == key_hash for line in self._keys.values()):
            raise Taken(name)
        self._keys[name] = KeyLine(name, key_hash, revoked=False)

    async def revoke_key(self, name: str) -> bool:
        if name not in self._keys:
            return False
        self._keys[name] = KeyLine(name, self._keys[name].hash, revoked=True)
        return True

    async def keys(self) -> list[KeyLine]:
        return list(self._keys.values())

    async def find_key(self, key_hash: str) -> str | None:
        return next((line.name for line in self._keys.values() if line.hash == key_hash and not line.revoked), None)

    async def answers(self) -> bool:
        return True
