"""The rooms of a process: opening, finding, listing, unloading, retention, and an orderly end."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from game_server.hosting.answers import Unreadable
from game_server.hosting.hub import IDLE, Hub
from game_server.hosting.retention import summary
from game_server.journal.base import NoRoom, NotStored, Taken
from game_server.room.commands import OpenRoom
from game_server.room.state import Room
from tests.hosting.play import CODE, FakeOutlet, Game, HeldJournal, later
from tests.hosting.test_host import stored, vote, voting
from tests.hosting.virtual import run

HOUR = 3600.0
DAY = 24 * HOUR


def test_a_code_that_is_taken_is_refused_and_another_one_opens() -> None:
    async def story() -> None:
        game = await Game().open()
        with pytest.raises(Taken):
            await game.open()
        await game.open(code="AAAAAAAA")
        assert [host.code for host in game.hub.live] == [CODE, "AAAAAAAA"]

    run(story())


def test_a_pack_that_is_not_what_its_digest_says_opens_nothing() -> None:
    async def story() -> None:
        game = await Game().open()
        with pytest.raises(ValueError, match="digest"):
            await game.open(code="AAAAAAAA", digest="0" * 64)
        assert len(await game.journal.rooms()) == 1

    run(story())


def test_a_room_is_loaded_once_however_many_ask_for_it_at_once() -> None:
    async def story() -> None:
        game, _ = await voting()
        hub = Hub(game.journal, game.runtime, FakeOutlet())
        hosts = await asyncio.gather(*(hub.host(CODE) for _ in range(20)))
        assert len({id(host) for host in hosts}) == 1
        assert await hosts[0].look(lambda room, _: room) == await game.host.look(lambda room, _: room)
        with pytest.raises(NoRoom):
            await hub.host("NOSUCH00")

    run(story())


def test_a_room_lives_once_also_when_its_first_loading_failed() -> None:
    async def story() -> None:
        game, _ = await voting()
        hub = Hub(game.journal, game.runtime, FakeOutlet())
        read, tries = game.journal.read, [0]

        async def slow(code: str, after: int = 0) -> Any:
            tries[0] += 1
            first = tries[0] == 1
            await asyncio.sleep(1)
            if first:
                raise NotStored("silent")
            return await read(code, after)

        game.journal.read = slow
        asked = [asyncio.ensure_future(hub.host(CODE)) for _ in range(3)]
        await asyncio.sleep(1.5)
        asked.append(asyncio.ensure_future(hub.host(CODE)))
        hosts = await asyncio.gather(*asked, return_exceptions=True)
        assert isinstance(hosts[0], NotStored)
        assert {id(host) for host in hosts[1:]} == {id(hub.live[0])}

    run(story())


def test_a_pass_finds_its_room_also_while_the_journal_is_silent() -> None:
    async def story() -> None:
        game, _ = await voting()
        hub = Hub(game.journal, game.runtime, FakeOutlet())
        found = await hub.find_pass("pass-P0")
        assert found is not None
        assert found.code == CODE
        assert await hub.find_pass("nobody") is None

        async def silent(_: str) -> None:
            raise NotStored("silent")

        game.journal.find_pass = silent
        assert await hub.find_pass("pass-P0") is found
        with pytest.raises(NotStored):
            await hub.find_pass("nobody")

    run(story())


def test_a_key_sees_its_own_rooms_newest_first() -> None:
    async def story() -> None:
        game = await Game().open()
        await game.open(code="BBBBBBBB", key="bert")
        await game.open(("A", "B"), code="CCCCCCCC", title="Tweede", when=1_790_100_000_000)
        await game.sit("mayor", "Anna") if await game.host.look(lambda room, _: room.door) else None
        lines = await game.hub.rooms("anna")
        assert [(one.code, one.title, one.status, one.teams) for one in lines] == [
            ("CCCCCCCC", "Tweede", "prepared", 2),
            (CODE, "Oefening", "lobby", 1),
        ]
        game.host = await game.hub.host(CODE)
        await game.sit("mayor", "Anna")
        assert (await game.hub.rooms("anna"))[1].seats == 1
        assert await game.hub.rooms("nobody") == []

    run(story())


def test_an_idle_room_leaves_the_memory_and_comes_back() -> None:
    async def story() -> None:
        game = await Game().open()
        await game.sit("mayor", "Anna")
        await game.enter("anna", "pass-Anna")
        await later(IDLE + 1)
        await game.hub.unload_idle()
        assert len(game.hub.live) == 1
        game.host.leave("anna")
        await game.hub.unload_idle()
        assert len(game.hub.live) == 1
        await later(IDLE + 1)
        await game.hub.unload_idle()
        assert game.hub.live == []
        assert game.hub._catalogues == {}
        with pytest.raises(NotStored):
            await game.sit("ciso", "Bert")
        game.host = await game.hub.host(CODE)
        await game.sit("ciso", "Bert")

    run(story())


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_closed_room_is_destroyed_after_its_retention(days: int) -> None:
    async def story() -> None:
        game = await Game().open(retention_days=days)
        await game.say(game.desk, "room.close")
        (line,) = await game.hub.rooms("anna")
        assert line.erase_at == (line.closed_at or 0) + days * 24 * 3_600_000
        if days:
            await later(days * DAY - 60)
            await game.hub.sweep()
            assert len(await game.journal.rooms()) == 1
        await later(120)
        await game.hub.sweep()
        assert await game.journal.rooms() == []
        assert await game.journal.get_pack(line.scenario) is None
        assert game.hub.live == []

    run(story())


@pytest.mark.parametrize("spoil", ["newer", "broken"])
def test_a_room_that_cannot_be_read_is_destroyed_in_time_too(spoil: str) -> None:
    async def story() -> None:
        game = await Game().open(retention_days=2)
        epoch, lines = await game.journal.read(CODE)
        last = lines[-1].replace(b'"schema":1', b'"schema":99') if spoil == "newer" else b"{"
        await game.journal.append(CODE, len(lines), epoch, [last], [])
        await game.host.close("restart", reconnect=True)
        await later(2.4 * DAY)
        await game.hub.sweep()
        assert len(await game.journal.rooms()) == 1
        await later(0.2 * DAY)
        await game.hub.sweep()
        assert await game.journal.rooms() == []

    run(story())


def test_a_room_that_cannot_go_does_not_keep_the_others() -> None:
    async def story() -> None:
        game = await Game().open(retention_days=1)
        await game.say(game.desk, "room.close")
        await game.open(code="AAAAAAAA", retention_days=1)
        await game.say(game.desk, "room.close")
        await later(2 * DAY)
        destroy = game.journal.destroy

        async def stuck(code: str) -> None:
            if code == CODE:
                raise NotStored("another program keeps reading the journal")
            await destroy(code)

        game.journal.destroy = stuck
        with pytest.raises(NotStored, match="another program"):
            await game.hub.sweep()
        assert [line.code for line in await game.journal.rooms()] == [CODE]

    run(story())


@pytest.mark.parametrize("status", ["lobby", "running", "debrief"])
def test_a_room_that_nobody_closed_closes_after_twelve_hours(status: str) -> None:
    async def story() -> None:
        game = await Game().open()
        if status != "lobby":
            await game.start()
            await game.say(game.desk, "phase.next", from_="welcome")
        if status == "debrief":
            await game.say(game.desk, "room.debrief")
        await later(11.9 * HOUR)
        await game.hub.sweep()
        assert await game.host.look(lambda room, _: room.status) == status
        await later(0.2 * HOUR)
        await game.hub.sweep()
        assert await (await game.hub.host(CODE)).look(lambda room, _: room.status) == "closed"
        assert await stored(game, "room_closed") == 1
        await game.hub.sweep()
        assert await stored(game, "room_closed") == 1

    run(story())


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"status": "prepared", "when": 5_000}, 5_000),
        ({"status": "paused", "pause_until": 7_000}, 7_000),
        ({"status": "paused"}, 1_000),
        ({"status": "paused", "pause_until": 500}, 1_000),
        ({"status": "running", "when": 5_000}, 1_000),
    ],
)
def test_a_room_that_waits_for_a_date_is_left_alone_until_then(fields: dict[str, Any], at: int) -> None:
    found = summary(Room(at=1_000, **fields))
    assert (found.ends, found.at) == ("closes", at + 12 * 3_600_000)


def test_a_destroyed_room_says_goodbye() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await game.enter("phone", "pass-P0")
        await game.hub.destroy(CODE)
        await game.hub.destroy(CODE)
        assert game.outlet.sent["phone"][-1][1:] == ("bye", {"code": "gone", "reconnect": False})
        assert await game.journal.rooms() == []
        with pytest.raises(NotStored):
            await vote(game, seat)

    run(story())


def test_closing_finishes_the_turn_and_asks_everyone_back_within_three_seconds() -> None:
    async def story() -> None:
        journal = HeldJournal()
        game, (seat, other) = await voting(2, journal)
        await game.enter("phone", "pass-P0")
        journal.delay = 1.0
        first = asyncio.create_task(vote(game, seat))
        await later(0.1)
        second = asyncio.create_task(vote(game, other))
        began = game.runtime.monotonic()
        await game.hub.close()
        await game.hub.close()
        assert game.runtime.monotonic() - began < 1.1
        assert (await first).version
        with pytest.raises(NotStored):
            await second
        assert game.outlet.sent["phone"][-1][1:] == ("bye", {"code": "restart", "reconnect": True})
        own = [frame for frame in game.outlet.frames("phone", "own") if "base" in frame]
        assert own[-1]["view"]["votes"]
        assert await stored(game) == 1
        with pytest.raises(NotStored):
            await game.hub.host(CODE)

    run(story())


def test_closing_does_not_wait_for_a_journal_that_is_silent() -> None:
    async def story() -> None:
        journal = HeldJournal()
        game, (seat, _) = await voting(2, journal)
        journal.gate.clear()
        asked = asyncio.create_task(vote(game, seat))
        await later(0.1)
        began = game.runtime.monotonic()
        await game.hub.close()
        assert game.runtime.monotonic() - began < 3
        with pytest.raises(NotStored):
            await asked

    run(story())


def test_a_room_without_its_scenario_is_unreadable() -> None:
    async def story() -> None:
        game = await Game().open()
        game.journal._packs.clear()
        hub = Hub(game.journal, game.runtime, FakeOutlet())
        with pytest.raises(Unreadable, match="its scenario is not in the store"):
            await hub.host(CODE)

    run(story())


def test_housekeeping_survives_a_journal_that_does_not_answer() -> None:
    async def story() -> None:
        game = await Game().open()
        rooms = game.journal.rooms

        async def silent(_: str | None = None) -> Any:
            raise NotStored("silent")

        game.journal.rooms = silent
        await later(12 * HOUR)
        await game.hub.start()
        await later(60)
        game.journal.rooms = rooms
        await later(700)
        assert await stored(game, "room_closed") == 1
        assert game.runtime.failures == []
        await game.hub.close()

    run(story())


def test_an_order_is_parsed_as_strictly_as_any_command() -> None:
    with pytest.raises(ValueError, match="extra"):
        OpenRoom.model_validate({"code": CODE, "extra": 1})
