"""Whatever is lost, repeated, reordered or late, a client shows exactly the server's view at that version, or asks.

Each of its views is held against the journal itself, folded up to that version and seen by that stream's audience;
across moves of a seat, claims, an erasure and a restart of the server.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from game_server.hosting.hub import Hub
from game_server.journal.base import NotStored
from game_server.room.envelope import Event, decode
from game_server.room.evolve import fold
from game_server.room.refusals import Refused
from game_server.views import Audience, own, view
from tests.hosting.clients import Client
from tests.hosting.play import CODE, Game
from tests.hosting.virtual import run


class Network:
    """Between the server and the clients: loses, repeats, holds back; a held frame may come after a reconnection."""

    def __init__(self, chance: random.Random, loss: float) -> None:
        self.chance, self.loss = chance, loss
        self.clients: dict[str, Client] = {}
        self.sockets: dict[str, str] = {}
        self.held: list[tuple[str, str, dict[str, Any]]] = []

    def deliver(self, socket: str, event: str, frame: dict[str, Any]) -> None:
        name = self.sockets.get(socket)
        if name is None:
            return
        if event == "bye" or self.chance.random() >= self.loss:
            self.clients[name].hear(event, frame)
            if self.chance.random() < self.loss / 2:
                self.held.append((name, event, frame))
        elif self.chance.random() < 0.6 and event != "bye":
            self.held.append((name, event, frame))

    def late(self) -> None:
        """Some of what was held back arrives now, in any order."""
        self.chance.shuffle(self.held)
        for _ in range(len(self.held) // 2):
            name, event, frame = self.held.pop()
            self.clients[name].hear(event, frame)


class World:
    """A game, its phones, and what is known of every stream that ever was."""

    def __init__(self, seed: int, loss: float) -> None:
        self.chance = random.Random(seed)
        self.game = Game(seed=seed)
        self.net = Network(self.chance, loss)
        self.game.outlet.deliver = self.net.deliver
        self.holders: dict[str, str] = {}
        self.streams: dict[str, tuple[Any, int]] = {}
        self.journals: dict[int, list[Event]] = {}
        self.truths: dict[tuple[str, int], Any] = {}
        self.sockets = 0
        self.seats: dict[str, str] = {}

    async def begin(self) -> None:
        await self.game.open(("Natte Meren", "Droge Polder"), seats={"ciso": 3, "mayor": 2})
        for n, role in enumerate(("mayor", "ciso", "ciso")):
            self.seats[f"p{n}"] = await self.game.sit(role, f"p{n}")
            self.holders[f"p{n}"] = f"pass-p{n}"
        self.holders["desk"] = "desk"
        await self.game.start()
        await self.game.say(self.game.desk, "phase.next", from_="welcome")
        for name in self.holders:
            self.net.clients[name] = Client()
            await self.connect(name)

    async def connect(self, name: str) -> None:
        """A new socket, with what the client still has; the old one is gone, its late frames are not."""
        client = self.net.clients[name]
        for socket in [socket for socket, owner in self.net.sockets.items() if owner == name]:
            self.game.host.leave(socket)
            del self.net.sockets[socket]
        self.sockets += 1
        socket = f"{name}-{self.sockets}"
        self.net.sockets[socket] = name
        try:
            holder = self.holders[name]
            await self.game.enter(socket, holder, view=client.view.have, own=client.own.have)
            client.gone = None
        except Refused:
            client.gone = "refused"
        await self.remember()

    async def remember(self) -> None:
        for key, stream in self.game.host._publisher._streams.items():
            self.streams[stream.name] = (key, await self.game.host.look(lambda room, _: room.epoch))
        epoch, lines = await self.game.journal.read(CODE)
        self.journals[epoch] = [decode(line) for line in lines]

    def truth(self, stream: str, version: int) -> Any:
        """What the server's view was at this version of this stream, from the journal alone."""
        if (stream, version) not in self.truths:
            self.truths[stream, version] = self._truth(stream, version)
        return self.truths[stream, version]

    def _truth(self, stream: str, version: int) -> Any:
        key, epoch = self.streams[stream]
        room = fold(event for event in self.journals[epoch] if event.version <= version)
        room.epoch = epoch
        return own(key, room) if isinstance(key, str) else view(key, room, self.game.host.catalogue)

    def check(self) -> None:
        for name, client in self.net.clients.items():
            for held in (client.view, client.own):
                if held.stream:
                    assert held.view == self.truth(held.stream, held.version), (name, held.version)

    # ------------------------------------------------------------ what may happen

    async def tick(self) -> None:
        for slot in range(10):
            self.game.host.tick(slot)

    async def act(self, what: str) -> None:
        with suppress(Refused):
            await getattr(self, what)()
        await self.remember()
        self.check()

    async def say(self, by: str, type_: str, **fields: Any) -> None:
        await self.game.say(by, type_, **fields)

    async def add(self) -> None:
        seat = self.chance.choice(list(self.seats.values()))
        await self.say(f"seat:{seat}", "picture.add", kind="fact", text=f"regel {self.chance.random()}")

    async def vote(self) -> None:
        seat = self.chance.choice(list(self.seats.values()))
        option = self.chance.choice(("watch", "all-off", "part-off"))
        await self.say(f"seat:{seat}", "vote.cast", decision="unplug", option=option, reason="daarom")

    async def advance(self) -> None:
        """What the desk's one button does."""
        wanted = view_of_desk(await self.game.host.look(lambda room, cat: (room, cat)))
        if wanted:
            await self.say(self.game.desk, wanted.pop("type"), **wanted)

    async def rename(self) -> None:
        seat = self.chance.choice(list(self.seats.values()))
        await self.say(self.game.desk, "seat.rename", seat=seat, name=f"Naam {self.chance.random()}")

    async def move(self) -> None:
        seat, team = self.chance.choice(list(self.seats.values())), self.chance.choice(("t1", "t2"))
        await self.say(self.game.desk, "seat.move", seat=seat, team=team, role=self.chance.choice(("mayor", "ciso")))

    async def burst(self) -> None:
        await asyncio.gather(*(self.add() for _ in range(4)), return_exceptions=True)

    async def unstored(self) -> None:
        """The disk is full for a while: what was decided meanwhile was never so."""
        self.game.journal.full = True
        with suppress(NotStored, Refused):
            await self.add()
        await asyncio.sleep(self.chance.choice((0.01, 1)))
        self.game.journal.full = False

    async def slow(self) -> None:
        self.game.journal.delay = self.chance.choice((0, 0.03, 0.2))

    async def together(self) -> None:
        """Several things in one turn or the next, while clients come and frames fall due."""
        doing = (self.add, self.vote, self.rename, self.move, self.reconnect, self.advance, self.vote, self.tick)
        await asyncio.gather(*(self.chance.choice(doing)() for _ in range(4)), return_exceptions=True)

    async def wait(self) -> None:
        await asyncio.sleep(self.chance.choice((0.01, 0.06, 0.3, 2)))

    async def late(self) -> None:
        self.net.late()

    async def reconnect(self) -> None:
        await self.connect(self.chance.choice(list(self.holders)))

    async def resync(self) -> None:
        for socket, name in list(self.net.sockets.items()):
            if self.net.clients[name].resync:
                self.net.clients[name].resync = False
                await self.game.host.resync(socket)

    async def erase(self) -> None:
        await self.remember()
        await self.game.hub.erase_seat(CODE, self.chance.choice(list(self.seats.values())))

    async def restart(self) -> None:
        await self.game.hub.close()
        hub = Hub(self.game.journal, self.game.runtime, self.game.outlet)
        self.game.hub, self.game.host = hub, await hub.host(CODE)
        for name in self.holders:
            await self.connect(name)

    async def heal(self) -> None:
        """The network is well again, and stays so."""
        self.net.loss = 0
        while self.net.held:
            self.net.late()
            if len(self.net.held) == 1:
                self.net.held.clear()
        await asyncio.sleep(2)
        await self.tick()
        await self.resync()
        await self.remember()


def view_of_desk(looked: tuple[Any, Any]) -> dict[str, Any]:
    """The command on the desk's primary button."""
    room, catalogue = looked
    wanted: dict[str, Any] = dict(view(Audience("desk", "nl"), room, catalogue)["next"]["command"])
    return wanted


OFTEN = ("add", "vote", "advance", "rename", "move", "burst", "wait", "late", "reconnect", "resync", "together", "tick")
SELDOM = ("erase", "restart", "unstored", "slow")


@given(st.integers(0, 2**32), st.sampled_from((0.0, 0.2, 0.5)), st.sampled_from((10, 40)))
def test_what_a_client_shows_is_always_what_the_server_showed_at_that_version(
    seed: int, loss: float, acts: int
) -> None:
    async def story() -> None:
        world = World(seed, loss)
        await world.begin()
        for _ in range(acts):
            await world.act(world.chance.choice((*OFTEN, *OFTEN, *SELDOM)))
        await world.heal()
        world.check()
        room = await world.game.host.look(lambda room, _: room)
        for socket, name in world.net.sockets.items():
            client, who = world.net.clients[name], world.game.host.member(socket)
            if who is None:
                assert client.gone, name
                continue
            assert client.view.view == view(who.audience, room, world.game.host.catalogue), name
            if who.seat is not None:
                assert client.own.view == own(who.seat, room), name
        assert world.game.runtime.failures == []

    run(story())
