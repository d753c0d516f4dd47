"""The follow-up tally: one contract for memory and for SQLite, and what is left on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from game_server.hosting.runtime import RealRuntime
from game_server.journal.base import NotStored
from game_server.journal.tally import (
    FILE,
    MemoryTally,
    SqliteTally,
    Tally,
    TooManyLinks,
    UnknownLink,
    UsedLink,
)
from tests.journal.stores import on_disk

CODE = "K7MP3XQ9"


@asynccontextmanager
async def opened(kind: str, folder: Path) -> AsyncIterator[Tally]:
    if kind == "memory":
        yield MemoryTally()
        return
    runtime = RealRuntime()
    tally = SqliteTally(folder, runtime)
    yield tally
    await tally.close()
    await runtime.close()


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
async def test_a_link_is_answered_once(kind: str, tmp_path: Path) -> None:
    async with opened(kind, tmp_path) as tally:
        with pytest.raises(UnknownLink):
            await tally.answer(CODE, "h1", ["done"])
        for _ in range(2):
            await tally.add(CODE, "anna", "h1", 100, 2)
        await tally.add(CODE, "anna", "h2", 100, 2)
        with pytest.raises(TooManyLinks):
            await tally.add(CODE, "anna", "h3", 100, 2)
        await tally.answer(CODE, "h1", ["begun", "begun:time", "begun:small"])
        with pytest.raises(UsedLink):
            await tally.answer(CODE, "h1", ["done"])
        await tally.answer(CODE, "h2", ["begun", "begun:time"])
        found = await tally.count(CODE)
        assert found is not None
        assert (found.key, found.until, found.links) == ("anna", 100, 2)
        assert found.counts == {"begun": 2, "begun:time": 2, "begun:small": 1}
        assert (await tally.codes("anna"), await tally.codes("bert")) == ([CODE], [])


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
async def test_what_is_over_is_forgotten_and_the_rest_stays(kind: str, tmp_path: Path) -> None:
    async with opened(kind, tmp_path) as tally:
        await tally.add(CODE, "anna", "h1", 100, 2)
        await tally.add("AAAAAAAA", "anna", "h1", 100, 2)
        await tally.answer(CODE, "h1", ["done"])
        await tally.ends(CODE, 200)
        await tally.ends("BBBBBBBB", 200)
        await tally.forget(150)
        assert await tally.codes("anna") == [CODE]
        await tally.forget(200)
        assert await tally.count(CODE) is None
        await tally.add(CODE, "bert", "h1", 300, 2)
        found = await tally.count(CODE)
        assert found is not None
        assert (found.links, found.counts) == (1, {})


async def test_it_survives_the_process_and_leaves_nothing_behind(tmp_path: Path) -> None:
    async with opened("sqlite", tmp_path) as tally:
        await tally.add(CODE, "anna", "canary-hash", 100, 2)
        await tally.answer(CODE, "canary-hash", ["done"])
    async with opened("sqlite", tmp_path) as tally:
        found = await tally.count(CODE)
        assert found is not None
        assert found.counts == {"done": 1}
        assert on_disk(tmp_path, b"canary-hash")
        await tally.forget(100)
        assert on_disk(tmp_path, b"canary-hash") == []


async def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with opened("sqlite", tmp_path / "nowhere") as tally:
        with pytest.raises(NotStored, match=FILE):
            await tally.add(CODE, "anna", "h1", 100, 2)
