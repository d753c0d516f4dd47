"""Two facilitators who act at once: of two things that exclude each other exactly one is done, and both see which."""

from __future__ import annotations

import random
from typing import Any

from game_server.hosting.answers import Answer, Outcome
from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.room.commands import ClaimSeat, TakeDevice, TakeSeat
from game_server.room.refusals import Refused
from tests.hosting.clients import Client
from tests.hosting.play import CODE, FakeOutlet, Game, later
from tests.hosting.virtual import run

GAMES = 68
WITHIN = 1.0
"""Seconds in which the other screen is right again."""
Pair = tuple[tuple[str, dict[str, Any]], tuple[str, dict[str, Any]]]


class TwoDesks:
    """A game with two desks, in one process or in two that share a journal."""

    def __init__(self, seed: int) -> None:
        self.game, self.chance = Game(seed=seed), random.Random(seed)
        self.outlets = [self.game.outlet]
        self.hosts: list[Host] = []
        self.desks: list[str] = []
        self.clients = [Client(), Client()]
        self.races = self.asked = 0

    async def open(self, processes: int) -> None:
        await self.game.open(admission=True)
        second = await self.game.host.ask("door", TakeDevice(kind="desk", pass_="desk2", link="f", name="Bo"))
        self.desks = [self.game.desk, f"desk:{(second.result or {})['device']}"]
        self.hosts = [self.game.host, self.game.host]
        if processes == 2:
            self.outlets.append(FakeOutlet())
            self.hosts[1] = await Hub(self.game.journal, self.game.runtime, self.outlets[1]).host(CODE)
        for outlet in self.outlets:
            outlet.deliver = lambda socket, event, frame: self.clients[int(socket[-1])].hear(event, frame)
        for at, holder in enumerate(("desk", "desk2")):
            await self.hosts[at].enter(f"desk{at}", holder)

    async def race(self, pair: Pair) -> None:
        """Both at once, or a moment apart; then everyone looks again."""
        await self.catch_up()
        heard: list[list[Outcome]] = [[], []]
        order = [0, 1] if self.chance.random() < 0.5 else [1, 0]
        sides = pair if self.chance.random() < 0.5 else (pair[1], pair[0])
        for place in order:
            command = self.game.command(self.desks[place], sides[place][0], dict(sides[place][1]))
            self.hosts[place].submit(self.desks[place], command, heard[place].append)
            if self.chance.random() < 0.5:
                await later(self.chance.random() * 0.02)
        await later(WITHIN)
        outcomes = [one for (one,) in heard]
        (winner,) = [place for place, outcome in enumerate(outcomes) if isinstance(outcome, Answer)]
        lost = outcomes[1 - winner]
        assert isinstance(lost, Refused), (pair, lost)
        assert (lost.code, (lost.did or ("", ""))[0]) == ("stale", self.desks[winner]), (pair, lost.code, lost.did)
        await self.both_see_who_did_it(self.desks[winner])
        self.races += 1

    async def both_see_who_did_it(self, winner: str) -> None:
        await self.catch_up()
        views = [client.view.view | {"devices": {}} for client in self.clients]
        assert views[0] == views[1]
        assert views[0]["deed"]["by"] == winner.partition(":")[2]

    async def catch_up(self) -> None:
        """A process that does not hear of another's writing learns of it when it writes itself."""
        for host in self.hosts[: len(self.outlets) if len(self.outlets) > 1 else 0] * 2:
            self.asked += 1
            await host.ask("door", TakeDevice(kind="observer", pass_=f"o{self.asked}", link="o"))
        await later(WITHIN / 2)

    async def knock(self, name: str) -> str:
        answer = await self.game.host.ask("door", TakeSeat(pass_=f"pass-{name}", name=name, team="t1", role=name))
        return str((answer.result or {})["knock"])


async def play(desks: TwoDesks) -> None:
    """A game in which every step is pressed by two people."""
    for role in ("mayor", "ciso"):
        knock = {"knock": await desks.knock(role)}
        await desks.race((("knock.accept", knock), ("knock.accept", knock)))
    await desks.game.say(desks.desks[0], "room.start")
    claim = await desks.game.host.ask("door", ClaimSeat(pass_="again", name="Anna", team="t1", role="mayor"))
    asked = {"claim": (claim.result or {})["claim"]}
    await desks.race((("claim.accept", asked), ("claim.refuse", asked)))
    onward = {"from_": "welcome"}
    await desks.race((("phase.next", onward), ("phase.next", onward)))
    for inject, other in (("slow-desk", "skip"), ("strange-login", "hold"), ("minister-visit", "release")):
        which = {"inject": inject, "from_": "planned"}
        await desks.race((("inject.release", which), (f"inject.{other}", which)))
    decision: dict[str, Any] = {"decision": "unplug"}
    for verbs, state in (
        (("open", "skip"), "planned"),
        (("close", "reveal"), "open"),
    ):
        if (await state_of(desks)) != state:
            continue
        which = decision | {"from_": state}
        await desks.race(((f"decision.{verbs[0]}", which), (f"decision.{verbs[1]}", which)))
    if (await state_of(desks)) == "closed":
        which = decision | {"from_": "closed"}
        await desks.race((("decision.reveal", which), ("decision.reveal", which)))
    if (await state_of(desks)) == "revealed":
        word = decision | {"option": "watch", "team": "t1", "on_word_of": "mayor"}
        await desks.game.say(desks.desks[0], "decision.settle", **word)
        which = decision | {"from_": "settled"}
        await desks.race((("decision.apply", which), ("decision.apply", which)))
    back, forth = {"from_": "round-1"}, {"from_": "debrief"}
    for _ in range(3):
        await desks.race((("phase.next", back), ("phase.next", back)))
        await desks.race((("phase.back", forth), ("phase.back", forth)))


async def state_of(desks: TwoDesks) -> str:
    return await desks.game.host.look(
        lambda room, _: room.teams["t1"].decisions["unplug"].state if room.teams["t1"].decisions else "planned"
    )


def test_a_thousand_races_have_exactly_one_winner_each() -> None:
    races = 0

    async def story(seed: int) -> int:
        desks = TwoDesks(seed)
        await desks.open(processes=1 if seed % 8 else 2)
        await play(desks)
        assert desks.game.runtime.failures == []
        return desks.races

    for seed in range(GAMES):
        races += run(story(seed))
    assert races >= 1000, races
