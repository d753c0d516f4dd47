"""A real server on a free port in this very loop, and clients that only know the wire."""

from __future__ import annotations

import asyncio
import base64
import gc
import os
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import socketio

from game_server.app import Game, _Server, bind, uvicorn_config
from game_server.hosting.runtime import RealRuntime
from game_server.journal.base import SCENARIO_FILE
from game_server.journal.sqlite import SqliteJournal
from game_server.journal.tally import SqliteTally
from game_server.scenario.catalogue import to_json
from game_server.settings import Settings
from game_server.transport.passes import hashed
from game_server.transport.shelf import Pack, Shelf
from tests.scenario.packs import tiny_scenario

KEY = "k" * 22
ADMIN = "a" * 22


def new_pass() -> str:
    return base64.urlsafe_b64encode(os.urandom(16)).decode().rstrip("=")


class Player:
    """A Socket.IO client that keeps what it hears, whole views only (patches are counted)."""

    def __init__(self, sio: socketio.AsyncClient) -> None:
        self.sio = sio
        self.heard: list[tuple[str, Any]] = []
        self.view: dict[str, Any] = {}
        self.own: dict[str, Any] = {}
        self.refused: dict[str, Any] | None = None
        self._new = asyncio.Event()
        self._number = 0
        for event in ("view", "own", "tick", "presence", "bye"):
            sio.on(event, lambda data, event=event: self._hear(event, data))
        sio.on("connect_error", self._turn_away)

    def _hear(self, event: str, data: Any) -> None:
        self.heard.append((event, data))
        if event in ("view", "own"):
            held = {} if "base" not in data else getattr(self, event)
            setattr(self, event, merge(held, data["view"]))
        self._new.set()

    def _turn_away(self, data: Any) -> None:
        self.refused = data.get("data") if isinstance(data, dict) else {"code": str(data)}

    async def until(self, event: str, count: int = 1, seconds: float = 5) -> Any:
        """The `count`-th of this event."""
        async with asyncio.timeout(seconds):
            while len(found := [data for name, data in self.heard if name == event]) < count:
                self._new.clear()
                await self._new.wait()
        return found[count - 1]

    async def say(self, type_: str, **fields: Any) -> dict[str, Any]:
        self._number += 1
        return await self.call("command", {"id": f"c{self._number}", "type": type_} | fields)

    async def call(self, event: str, data: Any, seconds: float = 5) -> dict[str, Any]:
        answer: dict[str, Any] = await self.sio.call(event, data, timeout=seconds)
        return answer

    async def close(self) -> None:
        await self.sio.disconnect()
        await self.sio.shutdown()
        session = self.sio.eio.http  # the library leaves it open when the server ended the connection
        if session is not None and not session.closed:
            await session.close()


class Live:
    """The running server, and short words for what tests ask of it."""

    def __init__(self, game: Game, port: int) -> None:
        self.game, self.port = game, port
        self.url = f"http://127.0.0.1:{port}"
        self.http = httpx.AsyncClient(base_url=self.url, timeout=10)
        self.players: list[Player] = []

    async def open_room(self, teams: int = 1, **fields: Any) -> dict[str, Any]:
        body = {"scenario": "tiny", "language": "nl", "teams": [{"name": f"Team {n + 1}"} for n in range(teams)]}
        answer = await self.http.post("/api/rooms", json=body | fields, headers=bearer(KEY))
        assert answer.status_code == 201, answer.text
        opened: dict[str, Any] = answer.json()
        return opened

    async def take(self, code: str, role: str | None = None, **fields: Any) -> tuple[str, dict[str, Any]]:
        """(pass, seat)"""
        secret = new_pass()
        body = {"pass": secret, "name": f"Naam {secret[:5]}"} | ({"role": role} if role else {}) | fields
        answer = await self.http.post(f"/api/rooms/{code}/seats", json=body)
        assert answer.status_code == 201, answer.text
        return secret, answer.json()

    async def device(self, opened: dict[str, Any], kind: str = "desk", **fields: Any) -> str:
        name = "facilitator" if kind == "desk" else kind
        link = opened["links"][name].split("link=")[1]
        secret = new_pass()
        body = {"pass": secret, "link": link} | fields
        answer = await self.http.post(f"/api/rooms/{opened['code']}/{kind}s", json=body)
        assert answer.status_code == 201, answer.text
        return secret

    async def connect(
        self, secret: Any, *, as_: str | None = None, have: Any = None, transports: tuple[str, ...] = ("websocket",)
    ) -> Player:
        auth = {"pass": secret, "as": as_, "have": have}
        player = Player(socketio.AsyncClient(reconnection=False, logger=False, engineio_logger=False))
        self.players.append(player)
        try:
            await player.sio.connect(
                self.url,
                auth={key: value for key, value in auth.items() if value is not None},
                transports=list(transports),
                wait_timeout=5,
            )
        except socketio.exceptions.ConnectionError:
            await player.close()
        return player

    async def close(self) -> None:
        for player in self.players:
            await player.close()
        await self.http.aclose()
        with warnings.catch_warnings():  # python-engineio's client forgets the poll that a `bye` interrupts
            warnings.simplefilter("ignore", ResourceWarning)
            self.players.clear()
            gc.collect()


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def merge(held: Any, patch: Any) -> Any:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(held) if isinstance(held, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value)
    return result


def shelf() -> Shelf:
    scenario = tiny_scenario()
    return Shelf({"tiny": Pack(scenario, {SCENARIO_FILE: to_json(scenario).encode()})})


@asynccontextmanager
async def serving(folder: Path, **settings: Any) -> AsyncIterator[Live]:
    """A server with these settings until the block ends."""
    runtime = RealRuntime()
    journal, tally = SqliteJournal(folder, runtime), SqliteTally(folder, runtime)
    await journal.open()
    game = Game(Settings(host="127.0.0.1", port=0, data=folder, **settings), journal, runtime, shelf(), tally)
    game.parts.own_keys = {hashed(KEY): "tester", hashed("o" * 22): "other"}
    game.parts.admin = hashed(ADMIN)
    listener = bind(game.settings)
    server = _Server(uvicorn_config(game), game)
    server.capture_signals = _no_signals  # type: ignore[method-assign, assignment]
    await game.start()
    task = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started:
        await asyncio.sleep(0.005)
    live = Live(game, listener.getsockname()[1])
    try:
        yield live
    finally:
        await live.close()
        server.should_exit = True
        await task
        listener.close()
        await journal.close()
        await tally.close()
        await runtime.close()


class _no_signals:  # noqa: N801 (stands in for a method)
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...
