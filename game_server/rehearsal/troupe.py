"""The bots of this server: they play in the rehearsals that live here, and stop when a person takes their chair.

A rehearsal goes faster by its own session clock (`rehearsal.pace`): deadlines, conditions and story time follow it,
wall times stay true, and the bots' thinking and the lead's plan are in session time. Who is a bot stands in the
journal, so that after a restart the bots are back as soon as their room is.
"""

from __future__ import annotations

import logging

from game_server.hosting.answers import Unreadable
from game_server.hosting.host import Host
from game_server.hosting.runtime import Runtime
from game_server.journal.base import NotStored
from game_server.rehearsal.casting import Chair, empty_chairs, new_holder, seat_bots, take_lead
from game_server.rehearsal.character import character
from game_server.rehearsal.ear import Ear
from game_server.rehearsal.intention import Intention
from game_server.rehearsal.lead import Lead
from game_server.rehearsal.mind import thinks
from game_server.rehearsal.player import Player, Think
from game_server.rehearsal.wires import Wire, Wires
from game_server.room.commands import PaceRehearsal, RecastSeat
from game_server.room.refusals import Refused
from game_server.room.state import Room

_log = logging.getLogger(__name__)


class Troupe:
    """`came` is told of every room that comes into memory."""

    def __init__(self, wires: Wires, runtime: Runtime) -> None:
        self._wires, self._runtime = wires, runtime
        self._led: set[Host] = set()

    def came(self, host: Host) -> None:
        """Bots that the journal knows go on where they were."""
        self._runtime.spawn(self._come_back(host), f"rehearsal {host.code}")

    async def fill(self, host: Host, chairs: list[Chair] | None = None) -> list[str]:
        """A bot on these chairs, or on every empty one, one for each role; returns their seats.

        Raises Refused, NotStored, Unreadable.
        """
        if chairs is None:
            chairs = await host.look(lambda room, catalogue: empty_chairs(_rehearsing(room), catalogue))
        seated = await seat_bots(host, self._runtime, chairs, host.code)
        await self._play(host, seated)
        return seated

    async def lead(self, host: Host, speed: int) -> None:
        """The lead leads, at this speed. Raises Refused, NotStored, Unreadable."""
        desk = await host.look(lambda room, _: next(one.id for one in room.devices.values() if one.bot))
        order = PaceRehearsal(id=self._runtime.new_id(), type="rehearsal.pace", speed=speed, led=True)
        await host.ask(f"desk:{desk}", order)

    async def give(self, host: Host, seat: str) -> None:
        """A bot goes on in a person's chair. Raises Refused, NotStored, Unreadable."""
        await host.ask("door", RecastSeat(seat=seat, pass_=new_holder(self._runtime), bot=True))
        await self._play(host, [seat])

    async def take(self, host: Host, seat: str, holder: str) -> None:
        """A person takes a bot's chair over, with this pass hash. Raises Refused, NotStored, Unreadable."""
        await host.ask("door", RecastSeat(seat=seat, pass_=holder, bot=False))

    # ------------------------------------------------------------ on the stage

    async def _come_back(self, host: Host) -> None:
        try:
            seats = await host.look(_bots)
            if seats:
                await self._play(host, seats)
        except (Refused, NotStored, Unreadable) as error:
            _log.warning("the bots of room %s are not back: %s", host.code, error)

    async def _play(self, host: Host, seats: list[str]) -> None:
        chairs = await host.look(lambda room, _: [room.seats[seat] for seat in seats])
        for chair in chairs:
            me = character(host.code, chair.team, chair.role, chair.name, host.catalogue.scenario)
            await self._start(host, chair.pass_hash or "", thinks(me))
        if host not in self._led:
            self._led.add(host)
            try:
                await self._start(host, await _desk_of(host, self._runtime), self._leading(), leads=True)
            except BaseException:
                self._led.discard(host)
                raise

    def _leading(self) -> Think:
        """Presses only while the desk has asked for it."""
        lead = Lead(self._runtime, closes=False, waits=True)

        def think(ear: Ear) -> list[Intention]:
            wanted = lead.intentions(ear)
            return wanted if ear.view["pace"]["led"] else []

        return think

    async def _start(self, host: Host, holder: str, think: Think, *, leads: bool = False) -> None:
        wire = await self._wires.connect(host, holder)
        self._runtime.spawn(self._perform(host, wire, think, leads), f"bot in {host.code}")

    async def _perform(self, host: Host, wire: Wire, think: Think, leads: bool) -> None:
        try:
            await Player(wire, self._runtime, think).play()
        finally:
            self._wires.close(wire)
            if leads:
                self._led.discard(host)


def _rehearsing(room: Room) -> Room:
    if not room.rehearsal:
        raise Refused("no_rehearsal")
    if room.status == "closed":
        raise Refused("closed")
    return room


def _bots(room: Room, _: object) -> list[str]:
    if not room.rehearsal or room.status == "closed":
        return []
    return [seat.id for seat in room.seats.values() if seat.bot and not seat.removed]


async def _desk_of(host: Host, runtime: Runtime) -> str:
    """The desk that this room's lead had before, or a new one."""
    had = await host.look(lambda room, _: [one.pass_hash for one in room.devices.values() if one.bot and not one.ended])
    return had[0] if had else await take_lead(host, runtime)
