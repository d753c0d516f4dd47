"""The same bots on real sockets, as any other client: for load, and for a hall that is not there yet.

They take chairs over HTTP and play until the room closes. Needs `aiohttp`, which is among the test requirements.
"""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any, cast

import socketio

from game_server.hosting.runtime import Runtime
from game_server.rehearsal.character import character
from game_server.rehearsal.ear import Ear, View
from game_server.rehearsal.lead import Lead
from game_server.rehearsal.mind import thinks
from game_server.rehearsal.player import Player, Think
from game_server.rehearsal.words import bot_name
from game_server.scenario.model import Scenario

PATIENCE = 15
"""Seconds for a call or an answer."""
AT_ONCE = 20


class NotSeated(Exception):
    """The door said no; the message is its answer."""


class SocketLine:
    """A `Line` over Socket.IO. It comes back by itself when the server was gone for a while."""

    def __init__(self, runtime: Runtime) -> None:
        self.ear = Ear(runtime)
        self._sio = socketio.AsyncClient(logger=False, engineio_logger=False)
        for event in ("view", "own", "tick"):
            self._sio.on(event, lambda data, event=event: self._hear(event, data))
        self._sio.on("bye", self._bye)

    async def connect(self, url: str, secret: str) -> None:
        """Raises socketio's ConnectionError."""
        await self._sio.connect(url, auth={"pass": secret}, transports=["websocket"], wait_timeout=PATIENCE)

    def _hear(self, event: str, data: View) -> None:
        self.ear.hear(event, data)
        if self.ear.gap:
            self.ear.gap = False
            self._sio.start_background_task(self._sio.emit, "resync", {})

    def _bye(self, data: View) -> None:
        if not data.get("reconnect"):
            self.ear.hear("bye", data)

    async def say(self, command: View) -> View:
        try:
            return cast("View", await self._sio.call("command", command, timeout=PATIENCE))
        except socketio.exceptions.SocketIOError:
            return {"ok": False, "code": "not_stored"}

    async def close(self) -> None:
        await self._sio.disconnect()
        await self._sio.shutdown()


@dataclass
class Company:
    """Bots that are seated and play. `refused`: what they said that was not accepted, with the answer."""

    players: list[Player] = field(default_factory=list)
    lines: list[SocketLine] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def refused(self) -> list[tuple[View, View]]:
        return [one for player in self.players for one in player.refused]

    async def ends(self) -> None:
        """Until the room is closed, or everyone was sent away."""
        await asyncio.gather(*self.tasks)

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await asyncio.gather(*(line.close() for line in self.lines), return_exceptions=True)


async def play_over_sockets(
    url: str,
    code: str,
    bots: int,
    seed: str,
    runtime: Runtime,
    *,
    scenario: Scenario | None = None,
    link: str | None = None,
) -> Company:
    """Seats so many bots, lets them play, and returns at once; with the facilitator's `link` one of them leads too.

    `scenario` gives them a character of their own; without it they vote as the seed has it. Raises NotSeated.
    """
    company, turns = Company(), asyncio.Semaphore(AT_ONCE)

    async def come(number: int) -> None:
        async with turns:
            secret, name = runtime.new_secret(), bot_name(number)
            seat = await _post(runtime, f"{url}/api/rooms/{code}/seats", {"pass": secret, "name": name})
            me = character(seed, seat["team"], seat["role"], name, scenario)
            await _enter(company, runtime, url, secret, thinks(me))

    await asyncio.gather(*(come(number) for number in range(bots)))
    if link is not None:
        secret = runtime.new_secret()
        await _post(runtime, f"{url}/api/rooms/{code}/desks", {"pass": secret, "link": link})
        await _enter(company, runtime, url, secret, Lead(runtime, closes=True, waits=False).intentions)
    return company


async def _enter(company: Company, runtime: Runtime, url: str, secret: str, think: Think) -> None:
    line = SocketLine(runtime)
    company.lines.append(line)
    await line.connect(url, secret)
    player = Player(line, runtime, think)
    company.players.append(player)
    company.tasks.append(runtime.spawn(player.play(), "bot over a socket"))


async def _post(runtime: Runtime, url: str, body: View) -> View:
    """Raises NotSeated."""

    def call() -> Any:
        request = urllib.request.Request(  # noqa: S310
            url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise NotSeated(error.read().decode(errors="replace")) from error
        except OSError as error:
            raise NotSeated(str(error)) from error

    return cast("View", await runtime.run_blocking(call))
