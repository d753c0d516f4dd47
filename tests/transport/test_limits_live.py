"""What one socket, pass, room or address may cost, on a running server; and that logs name nobody."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from game_server.journal.base import NotStored
from game_server.logs import quiet_libraries
from game_server.settings import Limits
from tests.transport.live import KEY, Live, bearer, new_pass, serving
from tests.transport.test_traps import SOCKET, hello, raw, until_closed


async def test_a_flood_of_commands_is_answered_and_then_closed(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    flooder, other = await live.connect(secret), await live.connect((await live.take(opened["code"], "ciso"))[0])
    said = [flooder.say("seat.back") for _ in range(100)]
    answers = await asyncio.gather(*said)
    codes = [answer.get("code", "ok") for answer in answers]
    assert codes.count("ok") >= 20
    assert codes.count("too_fast") >= 50
    assert (await other.say("seat.back"))["ok"]
    for _ in range(300):
        await flooder.sio.emit("command", {"id": "x", "type": "seat.back"})
    async with asyncio.timeout(5):
        while flooder.sio.connected:
            await asyncio.sleep(0.01)
    assert (await other.say("seat.back"))["ok"]


async def test_the_oldest_of_too_many_tabs_gives_way(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    tabs = [await live.connect(secret) for _ in range(4)]
    assert await tabs[0].until("bye") == {"code": "elsewhere", "reconnect": False}
    assert (await tabs[3].say("seat.back"))["ok"]


async def test_tabs_that_come_all_at_once_are_no_more_than_those_that_come_one_by_one(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    await asyncio.gather(*(live.connect(secret) for _ in range(12)))
    async with asyncio.timeout(10):
        while live.game.sockets.open > live.game.settings.limits.sockets_per_pass:
            await asyncio.sleep(0.02)


async def test_a_full_room_and_a_full_address_say_so(tmp_path: Path) -> None:
    limits = Limits(sockets_per_room=2, sockets_per_address=5)
    async with serving(tmp_path, limits=limits) as live:
        opened = await live.open_room()
        secret, _ = await live.take(opened["code"], "mayor")
        first, _ = await live.connect(secret), await live.connect(secret)
        third = await live.connect(secret)
        assert third.refused is not None
        assert third.refused["code"] == "room_busy"
        await first.close()
        async with asyncio.timeout(5):
            while live.game.sockets.open > 1:
                await asyncio.sleep(0.01)
        assert (await live.connect(secret)).refused is None
        statuses = [(await live.http.get(SOCKET + "polling")).status_code for _ in range(6)]
        assert statuses[-1] == 401


async def test_a_lone_command_is_held_to_16_kilobytes_and_a_text_to_its_length(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    mayor = await live.connect(secret)
    answer = await mayor.say("reflection.write", question="q", text="x" * 15_000)
    assert (answer["code"], answer["field"]) == ("bad_request", "text")
    for text in ("x" * 16_384, "\N{EURO SIGN}" * 5_500):  # bytes count, not characters
        answer = await mayor.say("reflection.write", question="q", text=text)
        assert (answer["ok"], answer["code"]) == (False, "too_large")
        assert answer["message"]
    assert (await mayor.say("seat.back"))["ok"]


async def test_who_says_goodbye_when_no_more_strangers_may_wait_is_cut(tmp_path: Path) -> None:
    async with serving(tmp_path, limits=Limits(strangers_per_address=1, hello_seconds=60)) as live:
        opened = await live.open_room()
        secret, _ = await live.take(opened["code"], "mayor")
        async with raw(live) as leaving:
            await hello(leaving, secret)
            async with raw(live) as waiting:
                await leaving.send_str("41")
                await until_closed(leaving)
                async with asyncio.timeout(5):
                    while len(live.game.sockets._addresses) > 1:
                        await asyncio.sleep(0.01)
                assert not waiting.closed


async def test_a_journal_that_does_not_answer_is_never_an_ok(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    mayor = await live.connect(secret)
    await mayor.until("own")

    async def full(*_: object) -> None:
        raise NotStored("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(live.game.hub.journal, "append", full)
        answer = await mayor.call("command", {"id": "c1", "type": "seat.away"}, seconds=3)
        assert (answer["ok"], answer["code"]) == (False, "not_stored")
        seat = await live.http.post(f"/api/rooms/{opened['code']}/seats", json={"pass": new_pass(), "name": "Bram"})
        assert seat.status_code == 503
    again = await mayor.call("command", {"id": "c1", "type": "seat.away"})
    assert again["ok"]


async def test_no_pass_name_or_text_reaches_a_log(live: Live, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    quiet_libraries()
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)  # the test's own client
    opened = await live.open_room(title="Kanarietitel")
    secret, _ = await live.take(opened["code"], "mayor", name="Kanarienaam")
    mayor = await live.connect(secret)
    await mayor.say("picture.add", kind="fact", text="Kanarietekst")
    await mayor.say("picture.add", kind="Kanariesoort", text="Kanarietekst")
    await mayor.call("command", "Kanarieonzin")
    await live.http.post(f"/api/rooms/{opened['code']}/seats", json={"pass": "Kanariepas", "name": "Kanarienaam"})
    await live.http.get("/api/rooms", headers=bearer("Kanariesleutel"))
    link = opened["links"]["facilitator"].split("link=")[1]
    for canary in ("Kanarie", secret, KEY, link):
        assert canary not in caplog.text
