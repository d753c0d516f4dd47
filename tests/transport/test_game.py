"""A whole way through the door: open, join, vote, and what everyone hears of it."""

from __future__ import annotations

from tests.transport.live import Live


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
