"""The follow-up tally: per room how many did what they resolved, kept beside the journals and longer than they are.

It holds no name, no word and nothing that leads to a seat: a link is the hash of a secret that only its own text
carries, and an answer raises counts. What a store promises stands in `Tally`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from game_server.journal.base import Seam
from game_server.journal.sqlite_store import failed

T = TypeVar("T")
FILE = "follow_up.sqlite3"
_LANE = "follow-up"
_TABLES = """
CREATE TABLE IF NOT EXISTS rooms (code TEXT PRIMARY KEY, key TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (
    code TEXT, hash TEXT, used INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (code, hash)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counts (
    code TEXT, what TEXT, number INTEGER NOT NULL, PRIMARY KEY (code, what)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Count:
    """One room's tally. `key` names the facilitator's key that opened it; `until` is UTC in ms.

    `links`: how many were made; `counts`: what was said → how often.
    """

    key: str
    until: int
    links: int
    counts: dict[str, int] = field(default_factory=dict)


class UnknownLink(Exception):
    """There is no such link (any more)."""


class UsedLink(Exception):
    """This link has brought its answer already."""


class TooManyLinks(Exception):
    """This room has as many links as it may have."""


class Tally(Protocol):
    """Every call may raise NotStored."""

    async def close(self) -> None:
        """Idempotent."""

    async def add(self, code: str, key: str, link: str, until: int, most: int) -> None:
        """A link, by its hash; the same one again is no second one. Raises TooManyLinks beyond `most`."""

    async def ends(self, code: str, until: int) -> None:
        """Until when this room is counted, if it is counted at all."""

    async def answer(self, code: str, link: str, what: Sequence[str]) -> None:
        """Raises the counts of `what` by one each, and uses the link up. Raises UnknownLink, UsedLink."""

    async def count(self, code: str) -> Count | None:
        """None when no link was made for this room, or its time is over."""

    async def codes(self, key: str) -> list[str]:
        """The rooms of this facilitator's key that have a link, by code."""

    async def forget(self, now: int) -> None:
        """Removes all whose time is over; nothing of it is left in the store's file."""


class MemoryTally:
    """See `Tally`: for tests and simulators."""

    def __init__(self) -> None:
        self._rooms: dict[str, tuple[str, int]] = {}
        self._links: dict[str, dict[str, bool]] = {}
        self._counts: dict[str, dict[str, int]] = {}

    async def close(self) -> None:
        """Nothing to do."""

    async def add(self, code: str, key: str, link: str, until: int, most: int) -> None:
        links = self._links.get(code, {})
        if link not in links and len(links) >= most:
            raise TooManyLinks
        self._rooms[code] = (key, until)
        self._links.setdefault(code, {}).setdefault(link, False)

    async def ends(self, code: str, until: int) -> None:
        if code in self._rooms:
            self._rooms[code] = (self._rooms[code][0], until)

    async def answer(self, code: str, link: str, what: Sequence[str]) -> None:
        used = self._links.get(code, {}).get(link)
        if used is None:
            raise UnknownLink
        if used:
            raise UsedLink
        self._links[code][link] = True
        counts = self._counts.setdefault(code, {})
        for one in what:
            counts[one] = counts.get(one, 0) + 1

    async def count(self, code: str) -> Count | None:
        if code not in self._rooms:
            return None
        key, until = self._rooms[code]
        return Count(key, until, len(self._links[code]), dict(self._counts.get(code, {})))

    async def codes(self, key: str) -> list[str]:
        return sorted(code for code, (name, _) in self._rooms.items() if name == key)

    async def forget(self, now: int) -> None:
        for code in [code for code, (_, until) in self._rooms.items() if until <= now]:
            for kept in (self._rooms, self._links, self._counts):
                kept.pop(code, None)


class SqliteTally:
    """See `Tally`: a small file of its own, so that a room can be destroyed whole. `folder` must exist."""

    def __init__(self, folder: Path, seam: Seam) -> None:
        self.path = folder / FILE
        self._seam = seam
        self._con: sqlite3.Connection | None = None

    async def close(self) -> None:
        await self._seam.run_blocking(self._let_go, _LANE)

    async def add(self, code: str, key: str, link: str, until: int, most: int) -> None:
        def work(con: sqlite3.Connection) -> None:
            known = con.execute("SELECT 1 FROM links WHERE code=? AND hash=?", (code, link)).fetchone()
            if known is None and _links(con, code) >= most:
                raise TooManyLinks
            con.execute("INSERT OR REPLACE INTO rooms VALUES (?,?,?)", (code, key, until))
            con.execute("INSERT OR IGNORE INTO links (code, hash) VALUES (?,?)", (code, link))

        await self._do(work)

    async def ends(self, code: str, until: int) -> None:
        await self._do(
            lambda con: con.execute("UPDATE rooms SET until=? WHERE code=? AND until<>?", (until, code, until))
        )

    async def answer(self, code: str, link: str, what: Sequence[str]) -> None:
        def work(con: sqlite3.Connection) -> None:
            found = con.execute("SELECT used FROM links WHERE code=? AND hash=?", (code, link)).fetchone()
            if found is None:
                raise UnknownLink
            if found[0]:
                raise UsedLink
            con.execute("UPDATE links SET used=1 WHERE code=? AND hash=?", (code, link))
            con.executemany(
                "INSERT INTO counts VALUES (?,?,1) ON CONFLICT DO UPDATE SET number=number+1",
                [(code, one) for one in what],
            )

        await self._do(work)

    async def count(self, code: str) -> Count | None:
        def work(con: sqlite3.Connection) -> Count | None:
            found = con.execute("SELECT key, until FROM rooms WHERE code=?", (code,)).fetchone()
            if found is None:
                return None
            counts = dict(con.execute("SELECT what, number FROM counts WHERE code=?", (code,)).fetchall())
            return Count(found[0], found[1], _links(con, code), counts)

        return await self._do(work)

    async def codes(self, key: str) -> list[str]:
        question = "SELECT code FROM rooms WHERE key=? ORDER BY code"
        return await self._do(lambda con: [str(row[0]) for row in con.execute(question, (key,)).fetchall()])

    async def forget(self, now: int) -> None:
        def work(con: sqlite3.Connection) -> None:
            for table in ("links", "counts"):
                con.execute(f"DELETE FROM {table} WHERE code IN (SELECT code FROM rooms WHERE until<=?)", (now,))  # noqa: S608
            con.execute("DELETE FROM rooms WHERE until<=?", (now,))

        await self._do(work)

    # ------------------------------------------------------------ one connection, in a thread of its own

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return await self._seam.run_blocking(lambda: self._here(work), _LANE)
        except sqlite3.Error as error:
            raise failed(error, self.path) from error

    def _here(self, work: Callable[[sqlite3.Connection], T]) -> T:
        con = self._con or self._opened()
        try:
            con.execute("BEGIN IMMEDIATE")
            result = work(con)
            con.execute("COMMIT")
        except sqlite3.Error:
            self._let_go()
            raise
        except BaseException:
            con.execute("ROLLBACK")
            raise
        return result

    def _opened(self) -> sqlite3.Connection:
        """No write-ahead log and zeroed pages: what is deleted is gone with the commit."""
        con = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, timeout=1.0)
        self._con = con
        con.execute("PRAGMA journal_mode=DELETE")
        con.execute("PRAGMA synchronous=FULL")
        con.execute("PRAGMA secure_delete=ON")
        con.execute("PRAGMA temp_store=MEMORY")
        con.executescript(_TABLES)
        return con

    def _let_go(self) -> None:
        con, self._con = self._con, None
        if con is not None:
            con.close()


def _links(con: sqlite3.Connection, code: str) -> int:
    row: Any = con.execute("SELECT count(*) FROM links WHERE code=?", (code,)).fetchone()
    return int(row[0])
