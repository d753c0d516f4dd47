"""The stores that the contract holds for, and small events for them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from game_server.hosting.runtime import RealRuntime
from game_server.journal.base import Journal
from game_server.journal.memory import MemoryJournal
from game_server.journal.sqlite import SqliteJournal

PACK = {"scenario.json": b'{"title":"tiny"}', "media/siren.ogg": b"\x00OggS"}


@asynccontextmanager
async def sqlite(folder: Path) -> AsyncIterator[SqliteJournal]:
    runtime = RealRuntime()
    journal = SqliteJournal(folder, runtime)
    await journal.open()
    try:
        yield journal
    finally:
        await journal.close()
        await runtime.close()


@asynccontextmanager
async def memory(folder: Path) -> AsyncIterator[MemoryJournal]:
    del folder
    journal = MemoryJournal()
    await journal.open()
    yield journal
    await journal.close()


STORES: dict[str, Callable[[Path], object]] = {"sqlite": sqlite, "memory": memory}


def lines(first: int, last: int, text: str = "x") -> list[bytes]:
    return [b'{"version":%d,"text":"%s"}' % (version, text.encode()) for version in range(first, last + 1)]


async def room(journal: Journal, code: str = "K7MP3XQ9", *, key: str = "anna", count: int = 2) -> str:
    await journal.create(code, key, "d1", lines(1, count), ["hash-of-" + code], PACK)
    return code


def on_disk(folder: Path, canary: bytes) -> list[str]:
    """The files below `folder` that hold `canary` anywhere."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and canary in path.read_bytes()]


__all__ = ["PACK", "STORES", "lines", "memory", "on_disk", "pytest", "room", "sqlite"]
