"""The journal in one SQLite file: one writer, and all writes that wait share one commit."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game_server.journal import sqlite_store as store
from game_server.journal.base import SCENARIO_FILE, KeyLine, NotStored, RoomLine, Seam, Stretch

FILE = "journal.sqlite3"
_WRITER, _READER = "journal", "journal-read"
_GROUP = 256
"""The most writes that share a commit; the next ones wait for the next."""
_SCRUB_TRIES, _SCRUB_PAUSE = 100, 0.05
_IN_THE_WAY = "another program keeps reading the journal, so what was erased is still in its log"


class SqliteJournal:
    """See `base.Journal`. `folder` must exist. With `read_only` every write raises NotStored."""

    def __init__(self, folder: Path, seam: Seam, *, read_only: bool = False) -> None:
        self.path = folder / FILE
        self._seam = seam
        self._read_only = read_only
        self._writer: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._waiting: list[tuple[store.Work, asyncio.Future[Any]]] = []
        self._pumping = False
        self._owes = True  # a process that died between a destruction and its checkpoint leaves that to the next one
        self.commits = 0
        """How many transactions reached the disk."""

    async def open(self) -> None:
        if not self._read_only:
            await self._in_lane(_WRITER, self._open_writer)
        elif not self.path.exists():
            raise NotStored(f"there is no journal at {self.path}")

    async def close(self) -> None:
        while self._pumping:
            await self._seam.sleep(0.005)
        await self._seam.run_blocking(self._close_writer, _WRITER)
        await self._seam.run_blocking(self._close_reader, _READER)

    async def create(
        self, code: str, key: str, digest: str, lines: Sequence[bytes], passes: Sequence[str], pack: Mapping[str, bytes]
    ) -> None:
        await self._write(store.create(code, key, digest, lines, passes, pack))

    async def append(self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str]) -> None:
        await self._write(store.append(code, base, epoch, lines, passes))

    async def rewrite(
        self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str], erased: str
    ) -> None:
        self._owes = True
        await self._write(store.rewrite(code, base, epoch, lines, passes, erased))
        await self._scrub()

    async def destroy(self, code: str) -> None:
        self._owes = True
        await self._write(store.destroy(code))
        await self._scrub()

    async def scrub(self) -> None:
        if self._owes and not self._read_only and not await self._scrubbed():
            raise NotStored(_IN_THE_WAY)

    async def keep_receipt(self, key: str, at: int, line: bytes) -> None:
        await self._write(store.keep_receipt(key, at, line))

    async def receipts(self, key: str) -> list[bytes]:
        found: list[bytes] = await self._read(store.receipts(key))
        return found

    async def drop_receipts(self, before: int) -> None:
        await self._write(store.drop_receipts(before))

    async def read(self, code: str, after: int = 0) -> Stretch:
        stretch: Stretch = await self._read(store.read(code, after))
        return stretch

    async def rooms(self, key: str | None = None) -> list[RoomLine]:
        lines: list[RoomLine] = await self._read(store.rooms(key))
        return lines

    async def find_pass(self, pass_hash: str) -> str | None:
        code: str | None = await self._read(store.find_pass(pass_hash))
        return code

    async def erased(self, code: str) -> list[str]:
        seats: list[str] = await self._read(store.erased(code))
        return seats

    async def get_pack(self, digest: str, name: str = SCENARIO_FILE) -> bytes | None:
        data: bytes | None = await self._read(store.get_pack(digest, name))
        return data

    async def add_key(self, name: str, key_hash: str) -> None:
        await self._write(store.add_key(name, key_hash))

    async def revoke_key(self, name: str) -> bool:
        found: bool = await self._write(store.revoke_key(name))
        return found

    async def keys(self) -> list[KeyLine]:
        lines: list[KeyLine] = await self._read(store.keys)
        return lines

    async def find_key(self, key_hash: str) -> str | None:
        return next((line.name for line in await self.keys() if line.hash == key_hash and not line.revoked), None)

    async def answers(self) -> bool:
        try:
            await self._write(store.touch)
        except NotStored:
            return False
        return True

    # ------------------------------------------------------------ one writer, shared commits

    async def _write(self, work: store.Work) -> Any:
        """Done when `work` is on disk. A write that nobody waits for any more is left out, if it has not begun."""
        if self._read_only:
            raise NotStored("the journal was opened for reading only")
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, done))
        if not self._pumping:
            self._pumping = True
            self._seam.spawn(self._pump(), "journal writer")
        return await done

    async def _pump(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:_GROUP], self._waiting[_GROUP:]
                await self._commit([(work, done) for work, done in group if not done.done()])
        finally:
            self._pumping = False
            for _, done in self._waiting:
                done.cancel()

    async def _commit(self, group: list[tuple[store.Work, asyncio.Future[Any]]]) -> None:
        works = [work for work, _ in group]
        try:
            results = await self._in_lane(_WRITER, lambda: self._commit_here(works))
        except Exception as error:  # whatever it is, those who wait must hear of it
            results = [error] * len(group)
        except BaseException:
            for _, done in group:
                done.cancel()
            raise
        for (_, done), result in zip(group, results, strict=True):
            if done.done():
                continue
            if isinstance(result, Exception):
                done.set_exception(result)
            else:
                done.set_result(result)

    def _commit_here(self, works: list[store.Work]) -> list[Any]:
        try:
            results = store.commit(self._writer or self._open_writer(), works)
        except BaseException:
            self._close_writer()  # rolls back; the next write begins on a fresh connection
            raise
        self.commits += 1
        return results

    async def _scrub(self) -> None:
        """Until nothing of what was deleted is left in the write-ahead log."""
        for _ in range(_SCRUB_TRIES):
            if await self._scrubbed():
                return
            await self._seam.sleep(_SCRUB_PAUSE)
        raise NotStored(_IN_THE_WAY)

    async def _scrubbed(self) -> bool:
        """One try, with our own reader closed; false while another program reads. What is still owed is remembered."""
        await self._seam.run_blocking(self._close_reader, _READER)
        done = await self._in_lane(_WRITER, lambda: store.scrub(self._writer or self._open_writer()))
        self._owes = self._owes and not done
        return bool(done)

    # ------------------------------------------------------------ connections, each in its own thread

    async def _read(self, work: store.Work) -> Any:
        return await self._in_lane(_READER, lambda: self._read_here(work))

    def _read_here(self, work: store.Work) -> Any:
        if self._reader is None:
            self._reader = store.connect(self.path, writes=False)
        try:
            return work(self._reader)
        except sqlite3.Error:
            self._close_reader()
            raise

    async def _in_lane(self, lane: str, call: Any) -> Any:
        try:
            return await self._seam.run_blocking(call, lane)
        except sqlite3.Error as error:
            raise store.failed(error, self.path) from error

    def _open_writer(self) -> sqlite3.Connection:
        con = store.connect(self.path, writes=True)
        try:
            store.prepare(con)
        except BaseException:
            con.close()
            raise
        self._writer = con
        return con

    def _close_writer(self) -> None:
        con, self._writer = self._writer, None
        if con is not None:
            con.close()

    def _close_reader(self) -> None:
        con, self._reader = self._reader, None
        if con is not None:
            con.close()
