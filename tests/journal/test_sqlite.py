"""What only the SQLite journal shows: shared commits, full disks, sudden death, and nothing left after an erasure."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from game_server.hosting.runtime import RealRuntime
from game_server.journal import sqlite_store
from game_server.journal.base import NewerStore, NotStored
from game_server.journal.sqlite import FILE, SqliteJournal
from tests.journal.stores import lines, on_disk, room, sqlite

CANARY = b"Kanarie-van-Natte-Meren"


async def test_writes_that_wait_share_a_commit(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        codes = [await room(journal, f"ROOM{n:04}") for n in range(200)]
        before = journal.commits
        await asyncio.gather(*(journal.append(code, 2, 1, lines(3, 4), []) for code in codes))
        assert journal.commits - before <= 3


async def test_every_promise_of_durability_is_switched_on(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        con = journal._writer
        assert con is not None
        names = ("journal_mode", "synchronous", "secure_delete", "temp_store")
        assert [con.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == ["wal", 2, 1, 2]


async def test_a_full_disk_is_not_stored_and_writes_go_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sqlite(tmp_path) as journal:
        code = await room(journal)
        with monkeypatch.context() as full:
            connect = sqlite_store.connect

            def small(path: Path, *, writes: bool) -> sqlite3.Connection:
                con = connect(path, writes=writes)
                con.execute("PRAGMA max_page_count=1")
                return con

            full.setattr(sqlite_store, "connect", small)
            journal._close_writer()
            with pytest.raises(NotStored, match="is full"):
                await journal.append(code, 2, 1, lines(3, 200, "x" * 1000), [])
            assert (await journal.read(code)).lines == lines(1, 2)
        await journal.append(code, 2, 1, lines(3, 3), [])
        assert (await journal.read(code)).lines == lines(1, 3)


async def test_a_locked_file_is_not_stored_and_recovers(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        code = await room(journal)
        other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotStored, match="another program"):
            await journal.append(code, 2, 1, lines(3, 3), [])
        assert not await journal.answers()
        other.execute("ROLLBACK")
        other.close()
        assert await journal.answers()
        await journal.append(code, 2, 1, lines(3, 3), [])


async def test_a_read_only_journal_reads_beside_a_running_server(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        code = await room(journal)
        runtime = RealRuntime()
        guest = SqliteJournal(tmp_path, runtime, read_only=True)
        await guest.open()
        assert (await guest.read(code)).lines == lines(1, 2)
        await journal.append(code, 2, 1, lines(3, 3), [])
        assert (await guest.read(code)).lines == lines(1, 3)
        with pytest.raises(NotStored, match="reading only"):
            await guest.append(code, 3, 1, lines(4, 4), [])
        await guest.close()
        await runtime.close()


async def test_reading_a_journal_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotStored, match="there is no journal"):
        await SqliteJournal(tmp_path, RealRuntime(), read_only=True).open()


async def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    con = sqlite3.connect(tmp_path / FILE)
    con.execute("PRAGMA user_version=99")
    con.close()
    with pytest.raises(NewerStore, match=r"newer version of Crisistafel \(format 99"):
        await SqliteJournal(tmp_path, RealRuntime()).open()


async def test_a_file_that_is_no_journal_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 1000)
    with pytest.raises(NotStored, match="not a sound journal"):
        await SqliteJournal(tmp_path, RealRuntime()).open()


async def test_all_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        code = await room(journal)
    async with sqlite(tmp_path) as journal:
        assert (await journal.read(code)).lines == lines(1, 2)


async def _filled(journal: SqliteJournal, chance: random.Random, rooms: int = 12) -> dict[str, list[bytes]]:
    """Rooms whose pages lie mixed, with lines of very different lengths; two of five lines hold the canary."""
    kept: dict[str, list[bytes]] = {}
    for n in range(rooms):
        code = f"ROOM{n:04}"
        await room(journal, code, count=1)
        kept[code] = lines(1, 1)
    for _ in range(60):
        code = chance.choice(list(kept))
        new = []
        for _ in range(chance.randrange(1, 12)):
            body = bytes(chance.choices(b"abcdef", k=chance.choice((20, 300, 900, 5000))))
            new.append(body + CANARY + code.encode() + body if chance.random() < 0.4 else body)
        await journal.append(code, len(kept[code]), 1, new, [])
        kept[code] += new
    return kept


@pytest.mark.parametrize("seed", range(20))
async def test_after_an_erasure_the_words_are_nowhere_on_disk(tmp_path: Path, seed: int) -> None:
    async with sqlite(tmp_path) as journal:
        kept = await _filled(journal, random.Random(seed))
        for code, old in kept.items():
            canary = CANARY + code.encode()
            assert on_disk(tmp_path, canary) or not any(canary in line for line in old)
            clean = [line.replace(canary, b"[gewist]") for line in old]
            await journal.rewrite(code, len(old), 1, clean, [], "s1")
            assert on_disk(tmp_path, canary) == []
            assert (await journal.read(code)).lines == clean
        assert on_disk(tmp_path, CANARY) == []


@pytest.mark.parametrize("seed", range(10))
async def test_after_a_destruction_the_words_are_nowhere_on_disk(tmp_path: Path, seed: int) -> None:
    async with sqlite(tmp_path) as journal:
        kept = await _filled(journal, random.Random(seed))
        for code in kept:
            await journal.destroy(code)
            assert on_disk(tmp_path, CANARY + code.encode()) == []


async def test_an_erasure_waits_for_a_reader_who_is_in_the_way(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        code = await room(journal)
        await journal.append(code, 2, 1, [CANARY], [])
        other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT * FROM rooms").fetchall()
        rewriting = asyncio.create_task(journal.rewrite(code, 3, 1, lines(1, 3), [], "s1"))
        await asyncio.sleep(0.2)
        assert not rewriting.done()
        other.execute("COMMIT")
        other.close()
        await rewriting
        assert on_disk(tmp_path, CANARY) == []


WRITER = """
import asyncio, sys
from pathlib import Path
from game_server.hosting.runtime import RealRuntime
from game_server.journal.sqlite import SqliteJournal

async def main():
    journal = SqliteJournal(Path(sys.argv[1]), RealRuntime())
    await journal.open()
    codes = [f"ROOM{n:04}" for n in range(8)]
    for code in codes:
        await journal.create(code, "k", "d", [b"1"], [], {})
    async def write(code):
        for version in range(2, 100000):
            await journal.append(code, version - 1, 1, [b"%d" % version], [])
            print(code, version, flush=True)
    await asyncio.gather(*(write(code) for code in codes))

asyncio.run(main())
"""


@pytest.mark.parametrize("after", [40, 400, 1500])
async def test_a_killed_server_loses_nothing_that_it_acked(tmp_path: Path, after: int) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(after)]
        os.kill(writer.pid, signal.SIGKILL)
        said += [line for line in writer.stdout if line.endswith("\n")]
    acked: dict[str, int] = {}
    for code, number in (line.split() for line in said):
        acked[code] = int(number)
    async with sqlite(tmp_path) as journal:
        for code, version in acked.items():
            stored = (await journal.read(code)).lines
            assert stored == [b"%d" % n for n in range(1, len(stored) + 1)]
            assert len(stored) >= version
