"""Which chairs bots take, and how they sit down: by the same door as everyone, with names that say what they are."""

from __future__ import annotations

import asyncio

from game_server.hosting.host import Host
from game_server.hosting.runtime import Runtime
from game_server.rehearsal.character import draw
from game_server.rehearsal.words import NAMES, bot_name
from game_server.room.commands import TakeDevice, TakeSeat
from game_server.room.mandate import seats_of
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

Chair = tuple[str, str]
"""Team and role."""


def new_holder(runtime: Runtime) -> str:
    """What stands in the journal where a person's pass has its hash. No pass has this hash, so nobody can show it."""
    return f"bot:{runtime.new_id()}"


def empty_chairs(room: Room, catalogue: Catalogue) -> list[Chair]:
    """One of every role of every team that nobody has taken."""
    return [(team, role) for team in room.teams for role in catalogue.scenario.roles if not seats_of(room, team, role)]


async def seat_bots(host: Host, runtime: Runtime, chairs: list[Chair], seed: str) -> list[str]:
    """Seats a bot on each of these chairs; returns the seats. Raises Refused, NotStored, Unreadable."""
    seated = await asyncio.gather(*(_sit(host, runtime, chair, seed, n) for n, chair in enumerate(chairs)))
    return [seat for seat in seated if seat is not None]


async def _sit(host: Host, runtime: Runtime, chair: Chair, seed: str, number: int) -> str | None:
    """None when somebody else was first."""
    team, role = chair
    first = int(draw(seed, "names", team) * len(NAMES))
    for further in range(1000):
        try:
            taken = await host.ask(
                "door",
                TakeSeat(
                    pass_=new_holder(runtime), name=bot_name(first + number + further), team=team, role=role, bot=True
                ),
            )
        except Refused as refused:
            if refused.code in ("role_taken", "room_full"):
                return None
            if refused.code != "name_taken":
                raise
        else:
            return str((taken.result or {})["seat"])
    raise Refused("name_taken", field="name")


async def take_lead(host: Host, runtime: Runtime) -> str:
    """A desk for a facilitator that is nobody; returns what it holds. Raises Refused, NotStored, Unreadable."""
    link = await host.look(lambda room, _: room.links[0])
    holder = new_holder(runtime)
    await host.ask("door", TakeDevice(kind="desk", pass_=holder, link=link, bot=True))
    return holder
