"""A desk in a hall opens one table: its rows come as `own`, numbered and patched as all frames are."""

from __future__ import annotations

import pytest

from game_server.room.refusals import Refused
from tests.hosting.clients import Client
from tests.hosting.play import Game, later
from tests.hosting.virtual import run


async def hall(tables: int = 10) -> Game:
    game = await Game().open(teams=tuple(f"Tafel {number}" for number in range(1, tables + 1)))
    for number in range(1, tables + 1):
        await game.sit("mayor", f"M{number}", team=f"t{number}")
        await game.sit("ciso", f"C{number}", team=f"t{number}")
    await game.enter("desk", "desk")
    return game


def test_the_desk_hears_the_rows_of_the_table_that_it_opened_and_of_no_other() -> None:
    async def story() -> None:
        game = await hall()
        desk = Client()
        game.outlet.deliver = lambda socket, event, frame: desk.hear(event, frame) if socket == "desk" else None
        await game.host.open_team("desk", "t3")
        (whole,) = game.outlet.frames("desk", "own")
        assert "base" not in whole
        assert [seat["name"] for seat in whole["view"]["rows"]["seats"].values()] == ["M3", "C3"]
        seat = next(iter(desk.own.view["rows"]["seats"]))
        await game.say(game.desk, "seat.rename", seat=seat, name="Marie")
        await later(1)
        assert desk.own.view["rows"]["seats"][seat]["name"] == "Marie"
        assert "base" in game.outlet.frames("desk", "own")[-1]
        await game.host.open_team("desk", "t4")
        assert desk.own.view["team"] == "t4"
        before = len(game.outlet.frames("desk", "own"))
        await game.host.open_team("desk", None)
        await game.start()
        await later(1)
        assert len(game.outlet.frames("desk", "own")) == before
        assert not desk.resync

    run(story())


def test_the_view_is_not_sent_again_because_a_table_is_opened() -> None:
    async def story() -> None:
        game = await hall()
        before = len(game.outlet.frames("desk"))
        await game.host.open_team("desk", "t1")
        assert len(game.outlet.frames("desk")) == before
        game.host.tick(0)
        for slot in range(10):
            game.host.tick(slot)
        assert {"view", "own"} < set(game.outlet.frames("desk", "tick")[-1])

    run(story())


def test_a_table_that_is_not_there_is_refused_and_so_is_who_is_no_desk() -> None:
    async def story() -> None:
        game = await hall()
        await game.enter("phone", "pass-M1")
        await game.enter("as", "desk", as_="screen")
        for socket, team, code in (
            ("desk", "t99", "unknown_team"),
            ("phone", "t2", "not_allowed"),
            ("as", "t2", "not_allowed"),
        ):
            with pytest.raises(Refused) as refused:
                await game.host.open_team(socket, team)
            assert refused.value.code == code
        assert all("rows" not in frame["view"] for frame in game.outlet.frames("phone", "own"))

    run(story())


def test_presence_counts_who_is_here_by_team() -> None:
    async def story() -> None:
        game = await hall()
        await game.enter("phone", "pass-M1")
        await later(2)
        last = game.outlet.frames("desk", "presence")[-1]
        assert (last["teams"]["t1"], last["teams"]["t2"]) == (1, 0)

    run(story())


def test_in_a_hall_the_desk_hears_at_most_four_frames_a_second() -> None:
    async def story() -> None:
        game = await hall()
        await game.start()
        await later(1)
        began, before = game.runtime.monotonic(), len(game.outlet.times("desk"))
        seat = next(iter(await game.host.look(lambda room, _: list(room.seats))))
        for number in range(40):
            await game.say(f"seat:{seat}", "picture.add", kind="fact", text=f"regel {number}")
            await game.say(game.desk, "note.add", text=f"notitie {number}")
            await later(0.05)
        heard = [at for at in game.outlet.times("desk")[before:] if at - began <= 2]
        assert len(heard) <= 9

    run(story())
