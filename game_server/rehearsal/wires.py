"""Sockets without a network: whoever plays in this process enters, hears and speaks as every other client does."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import cast

import orjson

from game_server.hosting.answers import Outcome
from game_server.hosting.host import Host
from game_server.hosting.outlet import Outlet
from game_server.hosting.runtime import Runtime
from game_server.rehearsal.ear import Ear, View
from game_server.transport.said import Misread, answer, encode, parse
from game_server.transport.wire import Language


class Wire:
    """One connection to a room. What it says is parsed and answered by the same code as what a socket says."""

    def __init__(self, socket: str, host: Host, holder: str, runtime: Runtime) -> None:
        self.ear = Ear(runtime)
        self._socket, self._host, self._holder = socket, host, holder
        self._language: Language = "nl"

    async def enter(self, language: str | None) -> None:
        """Raises Refused, NotStored, Unreadable."""
        member = await self._host.enter(self._socket, self._holder, language=language)
        self._language = "en" if member.audience.language == "en" else "nl"

    def leave(self) -> None:
        self._host.leave(self._socket)

    async def say(self, command: View) -> View:
        member = self._host.member(self._socket)
        if member is None:
            return {"ok": False, "code": "unknown_pass"}
        try:
            parsed = parse("silent" if member.silent else member.kind, command, self._language)
        except Misread as misread:
            return cast("View", orjson.loads(encode(misread.answer)))
        answered: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._host.submit(member.by, parsed, answered.set_result, self._holder)
        return cast("View", orjson.loads(answer(await answered, self._language)))


class Wires:
    """An `Outlet` for the wires of this process; every other socket is left to `beyond`."""

    def __init__(self, runtime: Runtime, beyond: Outlet | None = None) -> None:
        self._runtime, self._beyond = runtime, beyond
        self._wires: dict[str, Wire] = {}
        self._hearers: dict[str, dict[str, None]] = {}
        self._numbers = count(1)

    async def connect(self, host: Host, holder: str, language: str | None = None) -> Wire:
        """Enters a room with this pass hash. Raises Refused, NotStored, Unreadable."""
        socket = f"wire:{next(self._numbers)}"
        wire = self._wires[socket] = Wire(socket, host, holder, self._runtime)
        try:
            await wire.enter(language)
        except BaseException:
            del self._wires[socket]
            raise
        return wire

    def close(self, wire: Wire) -> None:
        """It leaves its room. Idempotent."""
        wire.leave()
        self._wires = {name: one for name, one in self._wires.items() if one is not wire}

    # ------------------------------------------------------------ as hosting sees it

    def subscribe(self, socket: str, stream: str) -> None:
        if socket in self._wires:
            self._hearers.setdefault(stream, {})[socket] = None
        elif self._beyond is not None:
            self._beyond.subscribe(socket, stream)

    def unsubscribe(self, socket: str, stream: str | None = None) -> None:
        if socket in self._wires:
            for name in [stream] if stream is not None else list(self._hearers):
                hearers = self._hearers.get(name, {})
                hearers.pop(socket, None)
                if not hearers:
                    self._hearers.pop(name, None)
        elif self._beyond is not None:
            self._beyond.unsubscribe(socket, stream)

    def publish(self, stream: str, event: str, payload: bytes) -> None:
        hearers = self._hearers.get(stream)
        if hearers:
            data = orjson.loads(payload)
            for socket in list(hearers):
                self._wires[socket].ear.hear(event, data)
        if self._beyond is not None:
            self._beyond.publish(stream, event, payload)

    def send(self, socket: str, event: str, payload: bytes) -> None:
        if socket in self._wires:
            self._wires[socket].ear.hear(event, orjson.loads(payload))
        elif self._beyond is not None:
            self._beyond.send(socket, event, payload)

    def reply(self, socket: str, ack_id: int, payload: bytes) -> None:
        if self._beyond is not None:
            self._beyond.reply(socket, ack_id, payload)

    def bye(self, socket: str, code: str, reconnect: bool) -> None:
        if socket in self._wires:
            self.unsubscribe(socket)
            self._wires.pop(socket).ear.hear("bye", {"code": code, "reconnect": reconnect})
        elif self._beyond is not None:
            self._beyond.bye(socket, code, reconnect)
