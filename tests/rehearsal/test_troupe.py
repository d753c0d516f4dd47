"""Bots of a real server: on a rehearsal's empty chairs, out of one that is taken over, and back after a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from game_server.hosting.runtime import RealRuntime
from game_server.rehearsal.over_sockets import NotSeated, play_over_sockets
from tests.transport.live import Live, Player, bearer, new_pass, serving


@pytest.fixture
async def live(tmp_path: Path) -> AsyncIterator[Live]:
    async with serving(tmp_path) as running:
        yield running


REHEARSAL: dict[str, Any] = {"settings": {"rehearsal": True}}


async def rehearsal(live: Live, **fields: Any) -> tuple[str, str, Player]:
    """(code, the desk's pass, the desk)"""
    opened = await live.open_room(**REHEARSAL, **fields)
    secret = await live.device(opened)
    return opened["code"], secret, await live.connect(secret)


async def cast(live: Live, code: str, secret: str, path: str = "bots", **body: Any) -> tuple[int, dict[str, Any]]:
    answer = await live.http.post(f"/api/rooms/{code}/{path}", json=body, headers=bearer(secret))
    return answer.status_code, answer.json()


async def seen(player: Player, holds: Callable[[dict[str, Any]], Any], seconds: float = 20) -> None:
    """Until this client's view is so."""
    async with asyncio.timeout(seconds):
        while not (player.view and holds(player.view)):
            player._new.clear()
            await player._new.wait()


def bots(view: dict[str, Any], team: str = "t1") -> dict[str, str]:
    """role → seat of every bot"""
    return {seat["role"]: id_ for id_, seat in view["teams"][team]["seats"].items() if seat.get("bot")}


async def test_a_real_room_gets_no_bots_and_only_a_desk_may_ask_for_them(live: Live) -> None:
    opened = await live.open_room()
    status, problem = await cast(live, opened["code"], await live.device(opened))
    assert (status, problem["code"]) == (409, "no_rehearsal")
    code, _, _ = await rehearsal(live)
    secret, _ = await live.take(code)
    assert (await cast(live, code, secret))[1]["code"] == "not_allowed"
    assert (await cast(live, code, new_pass()))[1]["code"] == "unknown_pass"


async def test_bots_fill_the_empty_chairs_and_leave_the_others_alone(live: Live) -> None:
    code, secret, desk = await rehearsal(live, teams=2)
    await live.take(code, "mayor", team="t1")
    status, given = await cast(live, code, secret)
    assert status == 201 and len(given["seats"]) == 3
    await seen(desk, lambda view: len(bots(view, "t2")) == 2)
    assert list(bots(desk.view)) == ["ciso"]
    assert (await cast(live, code, secret))[1] == {"seats": []}
    assert desk.view["devices"].keys() == {next(iter(desk.view["devices"]))}, "the lead is no device to be ended"


async def test_bots_play_and_the_lead_leads_only_while_the_desk_has_it_so(live: Live) -> None:
    code, secret, desk = await rehearsal(live)
    await cast(live, code, secret)
    assert (await desk.say("rehearsal.pace", speed=60, led=True))["ok"]
    await seen(desk, lambda view: view["room"]["status"] == "running")
    assert (await desk.say("rehearsal.pace", led=False))["ok"]
    assert (await desk.say("phase.next", **{"from": desk.view["room"]["phase"]["id"]}))["ok"]
    assert (await desk.say("decision.open", decision="unplug", **{"from": "planned"}))["ok"]
    await seen(desk, lambda view: view["teams"]["t1"]["decisions"]["unplug"]["cast"] == 2)
    assert (await desk.say("decision.reveal", decision="unplug", **{"from": "open"}))["ok"]
    await seen(desk, lambda view: view["teams"]["t1"]["decisions"]["unplug"]["state"] == "settled")


async def test_a_person_takes_a_chair_over_and_the_bot_is_still_until_it_gets_it_back(live: Live) -> None:
    code, secret, desk = await rehearsal(live)
    await cast(live, code, secret)
    await seen(desk, lambda view: len(bots(view)) == 2)
    seat, mine = bots(desk.view)["ciso"], new_pass()
    assert (await cast(live, code, secret, "bots/taken", seat=seat, **{"pass": mine}))[0] == 201
    ciso = await live.connect(mine)
    await ciso.until("own")
    assert ciso.own["seat"] == seat
    await desk.say("rehearsal.pace", speed=60)
    await desk.say("room.start")
    await desk.say("phase.next", **{"from": "welcome"})
    await desk.say("decision.open", decision="unplug", **{"from": "planned"})
    await seen(desk, lambda view: view["teams"]["t1"]["decisions"]["unplug"]["cast"] == 1)
    assert desk.view["ballots"]["t1/unplug"]["missing"] == [seat]
    assert (await ciso.say("vote.cast", decision="unplug", option="watch"))["ok"]
    status, problem = await cast(live, code, secret, "bots/taken", seat=seat, **{"pass": new_pass()})
    assert (status, problem["code"]) == (409, "not_a_bot")

    assert (await cast(live, code, secret, seat=seat))[0] == 201
    assert (await ciso.until("bye"))["code"] == "taken_over"
    await seen(desk, lambda view: len(bots(view)) == 2)
    await desk.say("decision.close", decision="unplug", **{"from": "open"})
    await desk.say("decision.reopen", decision="unplug", reason="Nog eens")
    await seen(desk, lambda view: view["teams"]["t1"]["decisions"]["unplug"]["cast"] == 2)


async def test_after_a_restart_the_bots_are_back_with_the_room(tmp_path: Path) -> None:
    async with serving(tmp_path) as first:
        code, secret, desk = await rehearsal(first)
        await cast(first, code, secret)
        await desk.say("rehearsal.pace", speed=60, led=True)
        await seen(desk, lambda view: view["room"]["status"] == "running")
    async with serving(tmp_path) as second:
        desk = await second.connect(secret)
        await seen(desk, lambda view: len(bots(view)) == 2 and view["pace"] == {"speed": 60, "led": True})
        await desk.say("phase.next", **{"from": "welcome"})
        await desk.say("decision.open", decision="unplug", **{"from": "planned"})
        await seen(desk, lambda view: view["teams"]["t1"]["decisions"]["unplug"]["cast"] == 2)


async def test_nobody_is_seated_in_a_room_that_is_not_there(live: Live) -> None:
    runtime = RealRuntime()
    with pytest.raises(NotSeated, match="unknown_code"):
        await play_over_sockets(live.url, "0000-0000", 1, "1", runtime)
    await runtime.close()


async def test_the_same_bots_play_over_real_sockets_until_the_room_is_closed(live: Live) -> None:
    opened = await live.open_room(teams=2, settings={"rehearsal": True, "seats": {"mayor": 3, "ciso": 3}})
    desk = await live.connect(await live.device(opened))
    runtime = RealRuntime()
    link = opened["links"]["facilitator"].split("link=")[1]
    await desk.say("rehearsal.pace", speed=60)
    company = await play_over_sockets(live.url, opened["code"], 8, "1", runtime, link=link)
    try:
        await seen(desk, lambda view: view["room"]["status"] == "running")
        await desk.say("phase.next", **{"from": "welcome"})
        await desk.say("decision.open", decision="unplug", **{"from": "planned"})
        await seen(desk, lambda view: all(t["decisions"]["unplug"]["cast"] == 4 for t in view["teams"].values()))
        assert (await desk.say("room.close"))["ok"]
        async with asyncio.timeout(10):
            await company.ends()
        raced = {"stale", "closed", "not_running", "not_open", "too_late"}
        assert {answer["code"] for _, answer in company.refused} <= raced
    finally:
        await company.close()
        await runtime.close()
