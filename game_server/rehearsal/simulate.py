"""Whole games without sockets and without waiting: one seed, one journal.

The room, its host and its views are the ones that serve people; only the network, the disk and the clock are not real.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.journal.base import SCENARIO_FILE
from game_server.journal.memory import MemoryJournal
from game_server.rehearsal.casting import Chair, seat_bots, take_lead
from game_server.rehearsal.character import character
from game_server.rehearsal.ear import View
from game_server.rehearsal.lead import Lead
from game_server.rehearsal.mind import thinks
from game_server.rehearsal.player import Player
from game_server.rehearsal.virtual import Stuck, VirtualRuntime, run
from game_server.rehearsal.wires import Wires
from game_server.room.commands import OpenRoom, TeamWanted
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue, digest, text_in, to_json
from game_server.scenario.model import Scenario

LONGEST = 12 * 3600.0
"""Virtual seconds after which a game that has not ended is stuck."""
_STEP = 30.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """`bots`: in all; absent: one for every role of every team."""

    teams: int = 1
    bots: int | None = None
    seed: str = "1"
    language: str = "nl"
    speed: float | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """`refused`: (who, command, answer) of everything that a bot said and that was not accepted."""

    code: str
    epoch: int
    lines: list[bytes]
    catalogue: Catalogue
    refused: list[tuple[str, View, View]] = field(default_factory=list)


def play(scenario: Scenario, wanted: Wanted, tell: Callable[[Room, Catalogue], None] = lambda *_: None) -> Played:
    """Plays a scenario from the lobby to the closed room; `tell` sees the room now and then. Raises Stuck."""

    async def story() -> Played:
        return await _Game(scenario, wanted, VirtualRuntime(wanted.seed), tell).play()

    return run(story(), wanted.speed)


def opening(scenario: Scenario, wanted: Wanted, code: str, key: str, links: tuple[str, str, str]) -> OpenRoom:
    """The order for a rehearsal's room; `links` are hashes."""
    name = text_in(scenario.municipality, wanted.language, scenario)
    names = [name] if wanted.teams == 1 else [f"{name} {number}" for number in range(1, wanted.teams + 1)]
    return OpenRoom(
        code=code,
        scenario=scenario.id,
        digest=digest(scenario),
        language=wanted.language if wanted.language in scenario.languages else scenario.languages[0],
        title=text_in(scenario.title, wanted.language, scenario)[:80],
        teams=tuple(TeamWanted(name=one) for one in names),
        key=key,
        links=links,
        minutes=scenario.minutes,
        seats=_raised(scenario, wanted),
        rehearsal=True,
    )


def _raised(scenario: Scenario, wanted: Wanted) -> dict[str, int]:
    """More chairs of each role, where that many bots need them."""
    roles = scenario.roles
    if wanted.bots is None:
        return {}
    each = math.ceil(wanted.bots / (wanted.teams * len(roles)))
    return {name: max(each, role.seats.max) for name, role in roles.items()} if each > 1 else {}


def chairs(scenario: Scenario, wanted: Wanted) -> list[Chair]:
    """Table by table in turn, so that every team has about as many."""
    teams = [f"t{number}" for number in range(1, wanted.teams + 1)]
    roles = list(scenario.roles)
    bots = len(teams) * len(roles) if wanted.bots is None else wanted.bots
    return [(teams[n % len(teams)], roles[n // len(teams) % len(roles)]) for n in range(bots)]


class _Game:
    def __init__(
        self, scenario: Scenario, wanted: Wanted, runtime: VirtualRuntime, tell: Callable[[Room, Catalogue], None]
    ) -> None:
        self._scenario, self._wanted, self._runtime, self._tell = scenario, wanted, runtime, tell
        self._journal, self._wires = MemoryJournal(), Wires(runtime)
        self._hub = Hub(self._journal, runtime, self._wires)
        self._players: list[tuple[str, Player]] = []

    async def play(self) -> Played:
        host = await self._open()
        await self._cast(host)
        await self._to_the_end(host)
        epoch, lines = await self._journal.read(host.code)
        refused = [(who, said, heard) for who, player in self._players for said, heard in player.refused]
        return Played(host.code, epoch, lines, host.catalogue, refused)

    async def _open(self) -> Host:
        scenario, new = self._scenario, self._runtime.new_secret
        order = opening(scenario, self._wanted, self._runtime.new_code(), "rehearsal", (new(), new(), new()))
        return await self._hub.open_room(order, {SCENARIO_FILE: to_json(scenario).encode()})

    async def _cast(self, host: Host) -> None:
        seed, runtime = self._wanted.seed, self._runtime
        await seat_bots(host, runtime, chairs(self._scenario, self._wanted), seed)
        seats = await host.look(lambda room, _: list(room.seats.values()))
        for seat in seats:
            me = character(seed, seat.team, seat.role, seat.name, self._scenario)
            wire = await self._wires.connect(host, seat.pass_hash or "")
            self._start(seat.id, Player(wire, runtime, thinks(me)))
        wire = await self._wires.connect(host, await take_lead(host, runtime))
        self._start("lead", Player(wire, runtime, Lead(runtime, closes=True, waits=False).intentions))

    def _start(self, who: str, player: Player) -> None:
        self._players.append((who, player))
        self._runtime.spawn(player.play(), f"player {who}")

    async def _to_the_end(self, host: Host) -> None:
        began = self._runtime.monotonic()
        while not await host.look(self._look):
            await self._runtime.sleep(_STEP)
            if self._runtime.failures:
                raise self._runtime.failures[0]
            if self._runtime.monotonic() - began > LONGEST:
                raise Stuck

    def _look(self, room: Room, catalogue: Catalogue) -> bool:
        self._tell(room, catalogue)
        return room.status == "closed"
