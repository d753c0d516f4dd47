"""The traps of python-socketio and uvicorn, each with the test that keeps us out of it (T1 has no bus to fall into)."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from game_server.settings import Limits
from game_server.transport.engine import Line
from tests.transport.live import Live, bearer, serving

SOCKET = "/socket.io/?EIO=4&transport="


@asynccontextmanager
async def raw(live: Live, **options: Any) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A WebSocket on which nothing is said but what the test says."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(live.url + SOCKET + "websocket", max_msg_size=0, **options) as ws,
    ):
        assert (await ws.receive_str()).startswith("0{")
        yield ws


async def until_closed(ws: aiohttp.ClientWebSocketResponse, seconds: float = 5) -> int | None:
    async with asyncio.timeout(seconds):
        while (await ws.receive()).type not in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
            pass
    return ws.close_code


async def hello(ws: aiohttp.ClientWebSocketResponse, secret: str) -> None:
    await ws.send_str("40" + json.dumps({"pass": secret}))
    while not (await ws.receive_str()).startswith("40"):
        pass


def only_line(live: Live) -> Line:
    (line,) = live.game.door.eio.sockets.values()
    assert isinstance(line, Line)
    return line


async def test_t2_a_flush_of_more_than_sixteen_packets_over_polling_is_answered_whole(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    begun = (await live.http.get(SOCKET + "polling")).text
    path = f"{SOCKET}polling&sid={json.loads(begun[1:])['sid']}"
    await live.http.post(path, content="40" + json.dumps({"pass": secret}))
    flush = [f'42{n}["command",{{"id":"c{n}","type":"seat.back"}}]' for n in range(20)]
    assert (await live.http.post(path, content="\x1e".join(flush))).status_code == 200
    heard = ""
    async with asyncio.timeout(5):
        while sum(f'43{n}[{{"ok":true' in heard for n in range(20)) < 20:
            answer = (await live.http.get(path)).text
            assert answer.count("\x1e") < 16
            heard += answer + "\x1e"


async def test_t3_an_open_long_poll_does_not_hold_up_the_end(tmp_path: Path) -> None:
    async with serving(tmp_path) as live:
        opened = await live.open_room()
        secret, _ = await live.take(opened["code"], "mayor")
        begun = (await live.http.get(SOCKET + "polling")).text
        path = f"{SOCKET}polling&sid={json.loads(begun[1:])['sid']}"
        await live.http.post(path, content="40" + json.dumps({"pass": secret}))
        await live.http.get(path)
        waiting = asyncio.create_task(live.http.get(path))
        websocket = await live.connect(secret)
        await websocket.until("view")
        await asyncio.sleep(0.05)
        began = time.monotonic()
        await live.game.end()
        assert "restart" in (await waiting).text
        assert (await websocket.until("bye")) == {"code": "restart", "reconnect": True}
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "frame", ['451000-["command",{"_placeholder":true,"num":0}]', '421000-["command",1]', "461-[1]"]
)
async def test_t4_attachments_are_refused_and_never_kept(live: Live, frame: str) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    async with raw(live) as ws:
        await hello(ws, secret)
        await ws.send_str(frame)
        for _ in range(9):
            await ws.send_bytes(b"x" * 60_000)
        await until_closed(ws)
    assert live.game.door._binary_packet == {}


async def test_t5_a_frame_over_64_kilobytes_closes_the_socket(live: Live) -> None:
    async with raw(live) as ws:
        await ws.send_str("4" * 70_000)
        assert await until_closed(ws) == 1009


async def test_t5_a_post_over_64_kilobytes_is_refused(live: Live) -> None:
    begun = (await live.http.get(SOCKET + "polling")).text
    path = f"{SOCKET}polling&sid={json.loads(begun[1:])['sid']}"
    assert (await live.http.post(path, content="4" * 70_000)).status_code == 400


async def test_t6_a_socket_that_does_not_read_is_dropped_and_frees_what_waited(tmp_path: Path) -> None:
    limits = Limits(queue_packets=16)
    async with serving(tmp_path, limits=limits) as live:
        opened = await live.open_room()
        secret, _ = await live.take(opened["code"], "mayor")
        begun = (await live.http.get(SOCKET + "polling")).text
        path = f"{SOCKET}polling&sid={json.loads(begun[1:])['sid']}"
        await live.http.post(path, content="40" + json.dumps({"pass": secret}))
        line = only_line(live)
        other = await live.connect(secret)
        for n in range(17):
            line.engine.listener.counts("tried")
            live.game.hub.outlet.send(next(iter(live.game.sockets._sessions.values())).sid, "tick", b'{"now":%d}' % n)
        async with asyncio.timeout(2):
            while line.sid in live.game.door.eio.sockets:
                await asyncio.sleep(0.01)
        assert live.game.parts.counts.get("dropped") == 1
        assert (await other.say("seat.back"))["ok"]


async def test_t7_a_socket_that_never_shows_a_pass_is_closed_though_it_pongs(tmp_path: Path) -> None:
    async with serving(tmp_path, limits=Limits(hello_seconds=0.3)) as live, raw(live) as ws:
        await ws.send_str("3")
        await until_closed(ws, seconds=3)


GARBAGE = ["4x", "zz", "49", "4", "42", "42[]", "42{}", "42[1,2]", '42["command"', "40/admin,", "9", '42["shout",{}]']


async def test_t8_garbage_closes_the_socket_and_is_not_logged(live: Live, caplog: pytest.LogCaptureFixture) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    with caplog.at_level(logging.DEBUG):
        for frame in GARBAGE:
            async with raw(live) as ws:
                await hello(ws, secret)
                for _ in range(10):
                    await ws.send_str(frame)
                await until_closed(ws)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert live.game.parts.counts.get("nonsense") == 10 * len(GARBAGE)


async def test_t9_the_address_is_the_connections_own(tmp_path: Path) -> None:
    told = {"X-Forwarded-For": "203.0.113.9, 198.51.100.7, 127.0.0.2"}
    async with serving(tmp_path, limits=Limits(strangers_per_address=1)) as live, raw(live, headers=told):
        assert list(live.game.sockets._addresses.values()) == ["127.0.0.1"]
        assert (await live.http.get(SOCKET + "polling")).status_code == 401


async def test_t9_a_trusted_proxy_is_believed_as_far_as_it_is_trusted(tmp_path: Path) -> None:
    told = {"X-Forwarded-For": "203.0.113.9, 198.51.100.7, 127.0.0.2"}
    async with serving(tmp_path, trusted_proxies=["127.0.0.0/8"]) as live, raw(live, headers=told):
        assert list(live.game.sockets._addresses.values()) == ["198.51.100.7"]


ORIGINS = [
    (None, True),
    ("http://127.0.0.1:{port}", True),
    ("null", False),
    ("http://evil.example", False),
    ("http://127.0.0.1:{port}.evil.example", False),
    ("http://127.0.0.1.evil.example:{port}", False),
    ("https://127.0.0.1:{port}", False),
    ("http://127.0.0.1", False),
    ("http://user@127.0.0.1:{port}", False),
    ("file://", False),
    ("", False),
]


async def test_t10_only_our_own_site_may_connect(live: Live) -> None:
    for origin, welcome in ORIGINS:
        headers = {} if origin is None else {"Origin": origin.format(port=live.port)}
        answer = await live.http.get(SOCKET + "polling", headers=headers)
        assert answer.status_code == (200 if welcome else 403), origin
        if welcome:
            async with raw(live, headers=headers):
                continue
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with raw(live, headers=headers):
                pass
        assert refused.value.status == 403, origin


async def test_t10_the_public_address_is_welcome_whatever_host_the_proxy_asked(tmp_path: Path) -> None:
    async with serving(tmp_path, public_url="https://crisis.example.nl") as live:
        for origin, status in (("https://crisis.example.nl", 200), ("https://crisis.example.nl.evil.example", 403)):
            answer = await live.http.get(SOCKET + "polling", headers={"Origin": origin})
            assert answer.status_code == status


async def test_t10_a_missing_origin_still_needs_a_pass(live: Live) -> None:
    stranger = await live.connect("s" * 22)
    assert stranger.refused is not None
    assert stranger.refused["code"] == "unknown_pass"


async def test_a_foreign_site_cannot_use_the_http_calls_for_lack_of_a_key(live: Live) -> None:
    foreign = {"Origin": "http://evil.example"}
    assert "access-control-allow-origin" not in (await live.http.get("/api/rooms", headers=foreign)).headers
    preflight = await live.http.options("/api/rooms", headers=foreign | bearer("x"))
    assert preflight.status_code == 405
