"""A small game to host: a room with a desk and chairs, an outlet that remembers, a journal that can be held up."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import orjson

from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.journal.base import NotStored
from game_server.journal.memory import MemoryJournal
from game_server.room.commands import OpenRoom, TakeDevice, TakeSeat, TeamWanted
from game_server.scenario.catalogue import digest, to_json
from game_server.scenario.model import Scenario
from tests.hosting.virtual import VirtualRuntime, later
from tests.room.table import DESK, SEAT
from tests.scenario.packs import tiny_scenario

CODE = "K7MP3XQ9"


class FakeOutlet:
    """Remembers what each socket was sent, in order: (virtual time, event, payload)."""

    def __init__(self) -> None:
        self.streams: dict[str, dict[str, None]] = defaultdict(dict)
        self.sent: dict[str, list[tuple[float, str, dict[str, Any]]]] = defaultdict(list)
        self.deliver: Callable[[str, str, dict[str, Any]], None] = lambda *_: None

    def subscribe(self, socket: str, stream: str) -> None:
        self.streams[stream][socket] = None

    def unsubscribe(self, socket: str, stream: str | None = None) -> None:
        for name, hearers in self.streams.items():
            if stream in (None, name):
                hearers.pop(socket, None)

    def publish(self, stream: str, event: str, payload: bytes) -> None:
        for socket in list(self.streams[stream]):
            self.send(socket, event, payload)

    def send(self, socket: str, event: str, payload: bytes) -> None:
        frame = orjson.loads(payload)
        self.sent[socket].append((asyncio.get_running_loop().time(), event, frame))
        self.deliver(socket, event, frame)

    def reply(self, socket: str, ack_id: int, payload: bytes) -> None:
        raise AssertionError("the rooms do not reply; the transport does")

    def bye(self, socket: str, code: str, reconnect: bool) -> None:
        self.unsubscribe(socket)
        self.send(socket, "bye", orjson.dumps({"code": code, "reconnect": reconnect}))

    def frames(self, socket: str, event: str = "view") -> list[dict[str, Any]]:
        return [frame for _, kind, frame in self.sent[socket] if kind == event]

    def times(self, socket: str, event: str = "view") -> list[float]:
        return [at for at, kind, _ in self.sent[socket] if kind == event]


class HeldJournal(MemoryJournal):
    """Memory with a disk that can be slow, shut, or full."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.gate.set()
        self.delay = 0.0
        self.full = False
        self.appends: list[int] = []
        """How many lines each append stored."""

    async def append(self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str]) -> None:
        await self.gate.wait()
        await asyncio.sleep(self.delay)
        if self.full:
            raise NotStored("the disk is full")
        await super().append(code, base, epoch, lines, passes)
        self.appends.append(len(lines))


class Game:
    """One hub with one room, a desk, and whoever sits down."""

    def __init__(self, journal: MemoryJournal | None = None, seed: int = 0, scenario: Scenario | None = None) -> None:
        self.scenario = scenario or tiny_scenario()
        self.journal: Any = journal or HeldJournal()
        self.runtime = VirtualRuntime(seed)
        self.outlet = FakeOutlet()
        self.hub = Hub(self.journal, self.runtime, self.outlet)
        self._ids = 0
        self.host: Host
        self.desk = ""

    async def open(self, teams: tuple[str, ...] = ("Natte Meren",), code: str = CODE, **fields: Any) -> Game:
        order = {
            "code": code,
            "scenario": self.scenario.id,
            "digest": digest(self.scenario),
            "language": "nl",
            "title": "Oefening",
            "teams": tuple(TeamWanted(name=name) for name in teams),
            "key": "anna",
            "links": ("f", "s", "o"),
            "minutes": 120,
        }
        pack = {"scenario.json": to_json(self.scenario).encode()}
        self.host = await self.hub.open_room(OpenRoom.model_validate(order | fields), pack)
        taken = await self.host.ask("door", TakeDevice(kind="desk", pass_="desk", link="f"))
        self.desk = f"desk:{(taken.result or {})['device']}"
        return self

    async def sit(self, role: str, name: str, team: str = "t1", pass_: str | None = None) -> str:
        """Takes a chair with the pass `pass-<name>`, or another; returns the seat."""
        wanted = TakeSeat(pass_=pass_ or f"pass-{name}", name=name, team=team, role=role)
        answer = await self.host.ask("door", wanted)
        return str((answer.result or {})["seat"])

    def command(self, by: str, type_: str, fields: dict[str, Any], id_: str | None = None) -> Any:
        self._ids += 1
        renamed = {key.rstrip("_"): value for key, value in fields.items()}
        adapter = DESK if by.startswith("desk") else SEAT
        return adapter.validate_python({"id": id_ or f"c{self._ids}", "type": type_, **renamed})

    async def say(self, by: str, type_: str, **fields: Any) -> dict[str, Any]:
        """A command of a desk or seat; returns the result."""
        answer = await self.host.ask(by, self.command(by, type_, fields))
        return answer.result or {}

    async def start(self) -> None:
        await self.say(self.desk, "room.start")

    async def enter(self, socket: str, holder: str, **fields: Any) -> None:
        await self.host.enter(socket, holder, **fields)


__all__ = ["CODE", "FakeOutlet", "Game", "HeldJournal", "later"]
