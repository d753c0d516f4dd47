"""Weeks later, over a clock that jumps: answers count until week 13, whatever became of the room."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.hosting.follow_up import COUNTED_MS, REASONS
from game_server.hosting.hub import Hub
from game_server.journal.base import NotStored
from game_server.journal.tally import MemoryTally
from game_server.room.refusals import Refused
from tests.hosting.play import CODE, Game, later
from tests.hosting.virtual import run

DAY = 24 * 3600
WEEK = 7 * DAY


async def refused(work: Any) -> str:
    try:
        await work
    except Refused as refusal:
        return refusal.code
    return ""


async def closed(days: int = 30) -> Game:
    game = await Game().open(retention_days=days)
    await game.sit("mayor", "Anna")
    await game.hub.follow_up.make(game.host, "h1")
    await game.hub.follow_up.make(game.host, "h2")
    await later(2 * 3600)
    await game.say(game.desk, "room.close")
    await game.hub.sweep()
    return game


def test_what_does_not_belong_is_refused() -> None:
    async def story() -> None:
        game = await closed()
        answer = game.hub.follow_up.answer
        assert await refused(answer(CODE, "h1", "done", ["time"])) == "bad_request"
        assert await refused(answer(CODE, "h1", "not", ["small"])) == "bad_request"
        assert await refused(answer(CODE, "h9", "done", [])) == "unknown_link"
        assert await refused(answer("AAAAAAAA", "h1", "done", [])) == "unknown_link"
        assert await refused(answer(CODE, "h1", "done", ["small", "small"])) == ""
        assert await refused(answer(CODE, "h1", "done", [])) == "answered_already"
        assert await game.hub.follow_up.count(CODE, "bert") is None

    run(story())


def test_there_are_only_so_many_links_a_room() -> None:
    async def story() -> None:
        game = await Game().open()
        await game.sit("mayor", "Anna")
        codes = [await refused(game.hub.follow_up.make(game.host, f"h{n}")) for n in range(8)]
        assert codes == [""] * 6 + ["too_many_follow_ups"] * 2
        assert await refused(game.hub.follow_up.make(game.host, "h0")) == ""

    run(story())


def test_the_count_outlives_the_room_and_ends_in_week_thirteen() -> None:
    async def story() -> None:
        game = await closed(days=1)
        until = (await game.hub.rooms("anna"))[0].closed_at or 0
        await later(2 * DAY)
        await game.hub.sweep()
        assert await game.journal.rooms() == []
        await later(10 * WEEK)
        await game.hub.follow_up.answer(CODE, "h1", "begun", ["time"])
        found = await game.hub.follow_up.count(CODE, "anna")
        assert found is not None
        assert (found.links, found.counts, found.until) == (2, {"begun": 1, "begun:time": 1}, until + COUNTED_MS)
        await later((found.until - game.hub.now()) / 1000 - 60)
        await game.hub.sweep()
        assert list(await game.hub.follow_up.counts("anna")) == [CODE]
        await later(120)
        assert await refused(game.hub.follow_up.answer(CODE, "h2", "done", [])) == "follow_up_over"
        assert await game.hub.follow_up.count(CODE, "anna") is None
        await game.hub.sweep()
        assert await refused(game.hub.follow_up.answer(CODE, "h2", "done", [])) == "unknown_link"

    run(story())


def test_a_link_made_before_the_closing_counts_from_the_closing() -> None:
    async def story() -> None:
        game = await Game().open(retention_days=0)
        await game.sit("mayor", "Anna")
        made = await game.hub.follow_up.make(game.host, "h1")
        await later(DAY / 4)
        await game.say(game.desk, "room.close")
        at = await game.host.look(lambda room, _: room.closed_at or 0)
        await game.hub.sweep()
        assert await game.journal.rooms() == []
        found = await game.hub.follow_up.count(CODE, "anna")
        assert found is not None
        assert found.until == at + COUNTED_MS > made

    run(story())


def test_a_tally_that_does_not_answer_keeps_no_room() -> None:
    class Stuck(MemoryTally):
        async def ends(self, code: str, until: int) -> None:
            raise NotStored("the disk is full")

        async def forget(self, now: int) -> None:
            raise NotStored("the disk is full")

    async def story() -> None:
        game = await Game().open(retention_days=0)
        await game.say(game.desk, "room.close")
        hub = Hub(game.journal, game.runtime, game.outlet, tally=Stuck())
        with pytest.raises(NotStored, match="full"):
            await hub.sweep()
        assert await game.journal.rooms() == []

    run(story())


def test_every_answer_has_reasons_to_choose_from() -> None:
    assert {answer: len(given) for answer, given in REASONS.items()} == {"done": 4, "begun": 11, "not": 7}
