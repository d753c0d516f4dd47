"""Rooms that go leave a receipt, once nothing of them is left, and not before."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from game_server.hosting.hub import Hub
from game_server.hosting.receipts import KEPT_MS
from game_server.hosting.runtime import RealRuntime
from game_server.journal.base import NotStored
from tests.hosting.play import CODE, Game, HeldJournal, later
from tests.hosting.virtual import run
from tests.journal.stores import on_disk, sqlite

DAY = 24 * 3600


class Stuck(HeldJournal):
    """A store whose files cannot be cleaned while another program reads them."""

    busy = True

    async def destroy(self, code: str) -> None:
        await super().destroy(code)
        await self.scrub()

    async def scrub(self) -> None:
        if self.busy:
            raise NotStored("another program keeps reading the journal")


def test_what_is_still_in_the_log_is_never_reported_as_erased() -> None:
    async def story() -> None:
        game = await Game(Stuck()).open()
        with pytest.raises(NotStored):
            await game.hub.destroy(CODE)
        with pytest.raises(NotStored):
            await game.hub.sweep()
        assert await game.hub.receipts("anna") == []
        game.journal.busy = False
        before = game.hub.now()
        await later(60)
        await game.hub.sweep()
        (made,) = await game.hub.receipts("anna")
        assert (made.code, made.cause) == (CODE, "now")
        assert made.at >= before + 60_000, "the moment is that of the end, not of the wish"
        await game.hub.sweep()
        assert len(await game.hub.receipts("anna")) == 1

    run(story())


def test_a_room_that_never_was_leaves_no_receipt() -> None:
    async def story() -> None:
        game = await Game().open()
        await game.hub.destroy("NOSUCH00")
        assert await game.hub.receipts("anna") == await game.hub.receipts("") == []

    run(story())


def test_a_room_that_is_asked_for_twice_at_once_leaves_one_receipt() -> None:
    async def story() -> None:
        game = await Game().open()
        made = await asyncio.gather(game.hub.destroy(CODE), game.hub.destroy(CODE))
        assert {one.code for one in made} == {CODE}
        assert len(await game.hub.receipts("anna")) == 1

    run(story())


def test_the_end_of_the_retention_leaves_a_receipt_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    assert KEPT_MS == 365 * DAY * 1000
    monkeypatch.setattr("game_server.hosting.hub.KEPT_MS", 7 * DAY * 1000)

    async def story() -> None:
        game = await Game().open(retention_days=3)
        await game.sit("mayor", "Anna")
        await game.say(game.desk, "room.close")
        events = len((await game.journal.read(CODE)).lines)
        await later(3 * DAY + 1)
        await game.hub.sweep()
        (made,) = await game.hub.receipts("anna")
        assert (made.cause, made.days, made.people, made.events) == ("retention", 3, 1, events)
        assert made.closed_at is not None
        assert "Anna" not in repr(made)
        assert await game.hub.receipts("bert") == []
        await later(7 * DAY - 60)
        await game.hub.sweep()
        assert len(await game.hub.receipts("anna")) == 1
        await later(120)
        await game.hub.sweep()
        assert await game.hub.receipts("anna") == []

    run(story())


def test_a_room_that_cannot_be_read_says_so_on_its_receipt() -> None:
    async def story() -> None:
        game = await Game().open(retention_days=0)
        epoch, lines = await game.journal.read(CODE)
        await game.journal.append(CODE, len(lines), epoch, [b"{"], [])
        await game.host.close("restart", reconnect=True)
        await later(DAY)
        await game.hub.sweep()
        (made,) = await game.hub.receipts("anna")
        assert (made.cause, made.events) == ("unreadable", None)

    run(story())


async def test_a_server_that_died_between_deleting_and_cleaning_is_cleaned_by_the_next(tmp_path: Path) -> None:
    canary = "Kanarie-tussen-twee-haltes"
    async with sqlite(tmp_path) as journal:
        runtime = RealRuntime()
        game: Any = Game(journal)  # type: ignore[arg-type]
        game.runtime, game.hub = runtime, Hub(journal, runtime, game.outlet)
        await game.open()
        await game.sit("mayor", canary)
        kept = journal._scrub
        journal._scrub = _nothing  # type: ignore[method-assign]
        await journal.destroy(CODE)
        assert on_disk(tmp_path, canary.encode())
        journal._scrub = kept  # type: ignore[method-assign]
        await Hub(journal, runtime, game.outlet).sweep()
        assert on_disk(tmp_path, canary.encode()) == []
        await game.hub.close()
        await runtime.close()


async def _nothing() -> None:
    """As if the process ended here."""
