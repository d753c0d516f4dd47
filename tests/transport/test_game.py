"""A whole way through the door: open, join, vote, and what everyone hears of it."""

from __future__ import annotations

import asyncio
import json

import pytest

from tests.transport.live import Live
from tests.transport.test_traps import raw


async def test_a_room_is_opened_joined_and_played(live: Live) -> None:
    opened = await live.open_room()
    desk = await live.connect(await live.device(opened))
    mayor_pass, mayor_seat = await live.take(opened["code"], "mayor")
    mayor = await live.connect(mayor_pass)
    ciso_pass, _ = await live.take(opened["code"], "ciso")
    ciso = await live.connect(ciso_pass)
    await mayor.until("own")
    assert mayor.view["role"]["id"] == "mayor"
    assert mayor.own["seat"] == mayor_seat["seat"]

    assert (await desk.say("room.start"))["ok"]
    assert (await desk.say("phase.next", **{"from": "welcome"}))["ok"]
    released = await desk.say("inject.release", inject="strange-login", **{"from": "planned"})
    assert released["result"]["done"] == ["t1"]
    assert (await desk.say("decision.picture", decision="unplug", **{"from": "planned"}))["ok"]
    assert (await desk.say("decision.open", decision="unplug", **{"from": "picture"}))["ok"]
    vote = await mayor.say("vote.cast", decision="unplug", option="watch")
    assert vote["ok"]
    assert vote["version"] > 0
    while ciso.view.get("decisions", {}).get("unplug", {}).get("cast") != 1:
        await ciso.until("view", len([1 for event, _ in ciso.heard if event == "view"]) + 1)
    assert "strange-login" in ciso.view["news"]
    assert "strange-login" not in mayor.view["news"]


async def test_the_same_command_again_is_answered_the_same(live: Live) -> None:
    opened = await live.open_room()
    desk = await live.connect(await live.device(opened))
    first = await desk.call("command", {"id": "start", "type": "room.start"})
    again = await desk.call("command", {"id": "start", "type": "room.start"})
    assert first == again
    assert first["ok"]


async def test_who_is_behind_hears_the_whole_view_and_who_is_not_hears_nothing(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    first = await live.connect(secret)
    view, own = await first.until("view"), await first.until("own")
    have = {"view": [view["stream"], view["version"]], "own": [own["stream"], own["version"]]}
    second = await live.connect(secret, have=have)
    assert await second.call("resync", {}) == {"ok": True}
    await second.until("view")
    assert [event for event, _ in second.heard if event == "view"] == ["view"]


@pytest.mark.parametrize("transports", [("polling",), ("polling", "websocket"), ("websocket",)])
async def test_a_strict_proxy_does_not_stop_the_game(live: Live, transports: tuple[str, ...]) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    mayor = await live.connect(secret, transports=transports)
    await mayor.until("own")
    assert mayor.sio.transport() == transports[-1]
    answers = await asyncio.gather(*(mayor.say("seat.away") for _ in range(15)))
    assert all(answer["ok"] for answer in answers)
    assert (await mayor.say("seat.back"))["ok"]
    desk = await live.connect(await live.device(opened), transports=transports)
    assert (await desk.say("seat.remove", seat=mayor.own["seat"]))["ok"]
    assert await mayor.until("bye") == {"code": "removed", "reconnect": False}


async def test_nothing_overtakes_the_connect(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    async with raw(live) as ws:
        await ws.send_str("40" + json.dumps({"pass": secret}))
        heard = [await ws.receive_str() for _ in range(3)]
    assert heard[0].startswith('40{"sid"')
    assert [frame[:8] for frame in heard[1:]] == ['42["view', '42["own"']


async def test_a_socket_speaks_its_own_language(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    async with raw(live) as ws:
        await ws.send_str("40" + json.dumps({"pass": secret, "language": "en"}))
        await ws.send_str('421["command",{"id":"c1","type":"picture.strike","item":"x"}]')
        while not (heard := await ws.receive_str()).startswith("431"):
            pass
    assert "The game is not running now." in heard
