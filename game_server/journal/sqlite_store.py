"""The tables of the SQLite journal, and what one connection does with them; knows nothing of threads or loops.

An event's key is (room, version): every room has a table of its own, `events_<room>`, with the version as primary key.
In one table for all, `secure_delete` is not enough: when SQLite balances pages, stale copies of lines stay in the
unused space of pages that other rooms go on using (`tests/journal/test_sqlite.py` found them). A room's own table is
dropped as a whole, and every page of it is zeroed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from game_server.journal.base import Conflict, KeyLine, NewerStore, NoRoom, NotStored, RoomLine, Stretch, Taken

Connection: TypeAlias = sqlite3.Connection
Work: TypeAlias = Callable[[Connection], Any]

FORMAT = 1
"""`user_version` of the newest format that this code reads and writes."""
_APPLICATION = 0x43524953  # "CRIS", so that `file` knows what it looks at

_TABLES = """
CREATE TABLE rooms (
    id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, key TEXT NOT NULL, digest TEXT NOT NULL,
    epoch INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE passes (hash TEXT NOT NULL, room INTEGER NOT NULL, PRIMARY KEY (hash, room)) WITHOUT ROWID;
CREATE INDEX passes_of_room ON passes (room);
CREATE TABLE erased (room INTEGER NOT NULL, seat TEXT NOT NULL, PRIMARY KEY (room, seat)) WITHOUT ROWID;
CREATE TABLE packs (digest TEXT NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (digest, name));
CREATE TABLE keys (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE,
    revoked INTEGER NOT NULL DEFAULT 0);
"""
_ADDED = """
CREATE TABLE IF NOT EXISTS receipts (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, at INTEGER NOT NULL, line BLOB NOT NULL);
"""
"""Tables that an older program does not know and need not know: they raise no format."""
_MIGRATIONS: Mapping[int, str] = {}
"""format → the statements that lead from it to the next."""


def connect(path: Path, *, writes: bool) -> Connection:
    """A connection with every promise of durability and erasure switched on; waits at most 1 s for another one."""
    con = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=1.0, cached_statements=1024)
    try:
        if writes:
            con.execute("PRAGMA journal_mode=WAL")
            con.execute("PRAGMA synchronous=FULL")
            con.execute("PRAGMA secure_delete=ON")
        else:
            con.execute("PRAGMA query_only=ON")
        con.execute("PRAGMA temp_store=MEMORY")
        _check_format(con, path)
    except BaseException:
        con.close()
        raise
    return con


def _check_format(con: Connection, path: Path) -> None:
    found = con.execute("PRAGMA user_version").fetchone()[0]
    if found > FORMAT:
        raise NewerStore(
            f"{path} was written by a newer version of Crisistafel (format {found}; this one reads {FORMAT}). "
            "Install that version, or choose another data folder."
        )


def prepare(con: Connection) -> None:
    """Makes the tables of a new file, or brings those of an older one to this format."""
    con.execute("BEGIN IMMEDIATE")
    try:
        found = con.execute("PRAGMA user_version").fetchone()[0]
        steps = [_TABLES] if found == 0 else [_MIGRATIONS[step] for step in range(found, FORMAT)]
        for statement in ";".join([*steps, _ADDED]).split(";"):
            con.execute(statement)
        con.execute(f"PRAGMA application_id={_APPLICATION}")
        con.execute(f"PRAGMA user_version={FORMAT}")
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def commit(con: Connection, works: Sequence[Work]) -> list[Any]:
    """Does all works in one transaction, each in its own SAVEPOINT; gives each one's result or its exception.

    Raises sqlite3.Error when the store itself fails: then nothing of any of them may count on being there.
    """
    results: list[Any] = []
    con.execute("BEGIN IMMEDIATE")
    for work in works:
        con.execute("SAVEPOINT room")
        try:
            results.append(work(con))
        except sqlite3.Error:
            raise
        except Exception as error:  # one room's refusal must not harm the others of the group
            con.execute("ROLLBACK TO room")
            results.append(error)
        con.execute("RELEASE room")
    con.execute("COMMIT")
    return results


def scrub(con: Connection) -> bool:
    """Moves the write-ahead log into the file and empties it; False while a reader is in the way."""
    busy, *_ = con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def sentence(error: sqlite3.Error, path: Path) -> str:
    """What went wrong, for the person who runs the server."""
    match getattr(error, "sqlite_errorname", ""):
        case "SQLITE_FULL":
            return f"the disk that holds {path} is full"
        case name if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            return f"{path} cannot be written: check who owns its folder, and that the disk is not read-only"
        case name if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return f"{path} is not a sound journal ({error}); restore it from a backup"
        case name if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return f"another program keeps {path} locked"
        case _:
            return f"{path}: {error}"


# ---------------------------------------------------------------- writing


def create(
    code: str, key: str, digest: str, lines: Sequence[bytes], passes: Sequence[str], pack: Mapping[str, bytes]
) -> Work:
    def work(con: Connection) -> None:
        if con.execute("SELECT 1 FROM rooms WHERE code=?", (code,)).fetchone():
            raise Taken(code)
        row = con.execute(
            "INSERT INTO rooms (code, key, digest, epoch, last) VALUES (?,?,?,1,?)", (code, key, digest, len(lines))
        )
        assert row.lastrowid is not None  # noqa: S101 (an INSERT always has one)
        _make_events(con, row.lastrowid)
        _add(con, row.lastrowid, 0, lines, passes)
        con.executemany(
            "INSERT OR IGNORE INTO packs VALUES (?,?,?)", [(digest, name, data) for name, data in pack.items()]
        )

    return work


def append(code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str]) -> Work:
    def work(con: Connection) -> None:
        room = _at(con, code, base, epoch)
        _add(con, room, base, lines, passes)
        con.execute("UPDATE rooms SET last=? WHERE id=?", (base + len(lines), room))

    return work


def rewrite(code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str], erased: str) -> Work:
    def work(con: Connection) -> None:
        room = _at(con, code, base, epoch)
        con.execute(f"DROP TABLE events_{room}")
        con.execute("DELETE FROM passes WHERE room=?", (room,))
        _make_events(con, room)
        _add(con, room, 0, lines, passes)
        con.execute("UPDATE rooms SET epoch=?, last=? WHERE id=?", (epoch + 1, len(lines), room))
        con.execute("INSERT OR IGNORE INTO erased VALUES (?,?)", (room, erased))

    return work


def destroy(code: str) -> Work:
    """Gives whether there was such a room."""

    def work(con: Connection) -> bool:
        found = con.execute("SELECT id, digest FROM rooms WHERE code=?", (code,)).fetchone()
        if found is None:
            return False
        room, digest = found
        con.execute(f"DROP TABLE events_{room}")
        con.execute("DELETE FROM passes WHERE room=?", (room,))
        con.execute("DELETE FROM erased WHERE room=?", (room,))
        con.execute("DELETE FROM rooms WHERE id=?", (room,))
        con.execute(
            "DELETE FROM packs WHERE digest=? AND NOT EXISTS (SELECT 1 FROM rooms WHERE digest=packs.digest)", (digest,)
        )
        return True

    return work


def add_key(name: str, key_hash: str) -> Work:
    def work(con: Connection) -> None:
        if con.execute("SELECT 1 FROM keys WHERE name=? OR hash=?", (name, key_hash)).fetchone():
            raise Taken(name)
        con.execute("INSERT INTO keys (name, hash) VALUES (?,?)", (name, key_hash))

    return work


def revoke_key(name: str) -> Work:
    def work(con: Connection) -> bool:
        return con.execute("UPDATE keys SET revoked=1 WHERE name=?", (name,)).rowcount > 0

    return work


def keep_receipt(key: str, at: int, line: bytes) -> Work:
    def work(con: Connection) -> None:
        con.execute("INSERT INTO receipts (key, at, line) VALUES (?,?,?)", (key, at, line))

    return work


def drop_receipts(before: int) -> Work:
    def work(con: Connection) -> None:
        con.execute("DELETE FROM receipts WHERE at<?", (before,))

    return work


def touch(con: Connection) -> None:
    """A write that changes nothing worth keeping: does the store take writes?"""
    con.execute(f"PRAGMA user_version={FORMAT}")


def _at(con: Connection, code: str, base: int, epoch: int) -> int:
    found = con.execute("SELECT id, last, epoch FROM rooms WHERE code=?", (code,)).fetchone()
    if found is None:
        raise NoRoom(code)
    room, last, now = found
    if (last, now) != (base, epoch):
        raise Conflict(last, now)
    return int(room)


def _make_events(con: Connection, room: int) -> None:
    con.execute(f"CREATE TABLE events_{room} (version INTEGER PRIMARY KEY, line BLOB NOT NULL)")


def _add(con: Connection, room: int, base: int, lines: Sequence[bytes], passes: Sequence[str]) -> None:
    rows = list(enumerate(lines, base + 1))
    con.executemany(f"INSERT INTO events_{room} VALUES (?,?)", rows)  # noqa: S608 (room is our own number)
    if passes:
        con.executemany("INSERT OR IGNORE INTO passes VALUES (?,?)", [(one, room) for one in passes])


# ---------------------------------------------------------------- reading


def read(code: str, after: int) -> Work:
    def work(con: Connection) -> Stretch:
        con.execute("BEGIN")  # one snapshot for both questions
        try:
            found = con.execute("SELECT id, epoch FROM rooms WHERE code=?", (code,)).fetchone()
            if found is None:
                raise NoRoom(code)
            question = f"SELECT line FROM events_{found[0]} WHERE version>? ORDER BY version"  # noqa: S608 (our number)
            rows = con.execute(question, (after,)).fetchall()
        finally:
            con.execute("COMMIT")
        return Stretch(found[1], [row[0] for row in rows])

    return work


def rooms(key: str | None) -> Work:
    def work(con: Connection) -> list[RoomLine]:
        rows = con.execute(
            "SELECT code, key, digest, epoch, last FROM rooms WHERE ? IS NULL OR key=? ORDER BY id", (key, key)
        )
        return [RoomLine(*row) for row in rows.fetchall()]

    return work


def find_pass(pass_hash: str) -> Work:
    def work(con: Connection) -> str | None:
        row = con.execute(
            "SELECT code FROM passes JOIN rooms ON id=room WHERE hash=? ORDER BY id DESC LIMIT 1", (pass_hash,)
        ).fetchone()
        return None if row is None else str(row[0])

    return work


def erased(code: str) -> Work:
    def work(con: Connection) -> list[str]:
        rows = con.execute("SELECT seat FROM erased JOIN rooms ON id=room WHERE code=? ORDER BY seat", (code,))
        return [row[0] for row in rows.fetchall()]

    return work


def get_pack(digest: str, name: str) -> Work:
    def work(con: Connection) -> bytes | None:
        row = con.execute("SELECT data FROM packs WHERE digest=? AND name=?", (digest, name)).fetchone()
        return None if row is None else bytes(row[0])

    return work


def receipts(key: str) -> Work:
    def work(con: Connection) -> list[bytes]:
        return [bytes(row[0]) for row in con.execute("SELECT line FROM receipts WHERE key=? ORDER BY id", (key,))]

    return work


def keys(con: Connection) -> list[KeyLine]:
    rows = con.execute("SELECT name, hash, revoked FROM keys ORDER BY id").fetchall()
    return [KeyLine(name, key_hash, bool(revoked)) for name, key_hash, revoked in rows]


def failed(error: sqlite3.Error, path: Path) -> NotStored:
    return NotStored(sentence(error, path))
