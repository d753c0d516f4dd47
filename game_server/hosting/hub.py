"""The rooms that live in this process, and the way to them."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from game_server.hosting.answers import Unreadable, Waiting
from game_server.hosting.follow_up import FollowUp
from game_server.hosting.host import Host
from game_server.hosting.loading import load_catalogue, load_room
from game_server.hosting.outlet import Outlet
from game_server.hosting.patience import PATIENCE, in_time
from game_server.hosting.publisher import TICK_SLOTS
from game_server.hosting.receipts import KEPT_MS, Cause, Receipt, read, receipt, written
from game_server.hosting.retention import Summary, summary, unreadable_until
from game_server.hosting.runtime import Runtime, Stamp
from game_server.hosting.turn import take_turn
from game_server.journal.base import SCENARIO_FILE, Conflict, Journal, NoRoom, NotStored, RoomLine
from game_server.journal.tally import MemoryTally, Tally
from game_server.room.commands import CloseUnused, OpenRoom
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue, from_json

__all__ = ["Hub", "Summary"]
_log = logging.getLogger(__name__)

TICK_STEP = 1.0
"""Seconds between two slots of ticks: every socket hears one about every ten seconds."""
IDLE = 600.0
"""Seconds after which a room that nobody uses leaves the memory."""
SWEEP = 600.0
CLOSING = 2.5


class Hub:
    """All that transport, rehearsal and the command line ask of the rooms."""

    def __init__(
        self,
        journal: Journal,
        runtime: Runtime,
        outlet: Outlet,
        *,
        build: str = "dev",
        tally: Tally | None = None,
    ) -> None:
        self.journal = journal
        self.runtime = runtime
        self.outlet = outlet
        self.unreadable = 0
        """How often a room had to be let go because a newer version wrote in it, or it is broken."""
        self.on_came: Callable[[Host], None] = lambda _: None
        """Told of every room that comes into memory."""
        self.on_leaving: Callable[[str], Awaitable[None]] = _nothing
        """Told of every closed room, and of every room before it is destroyed."""
        self._stamp = Stamp(runtime)
        self.follow_up = FollowUp(tally or MemoryTally(), self.now)
        self._salt = f"{build}:{runtime.new_secret()}"
        self._hosts: dict[str, Host] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._catalogues: dict[str, Catalogue] = {}
        self._summaries: dict[str, tuple[tuple[int, int], Summary]] = {}
        self._due: dict[str, tuple[str, Receipt]] = {}
        """Rooms that are going: whose they were, and what their receipt will say once nothing of them is left."""
        self._loops: list[asyncio.Task[None]] = []
        self._closing = False

    def now(self) -> int:
        """UTC in ms, untouched by jumps of the clock."""
        return self._stamp.now()

    @property
    def live(self) -> list[Host]:
        """The rooms in memory."""
        return list(self._hosts.values())

    # ------------------------------------------------------------ beginning and ending

    async def start(self) -> None:
        """Begins ticking, unloading idle rooms and sweeping."""
        self._loops = [
            self.runtime.spawn(self._ticks(), "ticks"),
            self.runtime.spawn(self._every(SWEEP, self.sweep), "sweep"),
            self.runtime.spawn(self._every(IDLE / 10, self.unload_idle), "unload"),
        ]

    async def close(self) -> None:
        """Every room finishes its turn; then every socket gets `bye` (`restart`, reconnect). Under 3 s. Idempotent."""
        self._closing = True
        for loop in self._loops:
            loop.cancel()
        try:
            async with asyncio.timeout(CLOSING):
                await asyncio.gather(*(host.close("restart", reconnect=True) for host in self.live))
        except TimeoutError:
            _log.warning("some rooms did not finish their turn in time")

    async def _ticks(self) -> None:
        slot = 0
        while True:
            await self.runtime.sleep(TICK_STEP)
            slot = (slot + 1) % TICK_SLOTS
            for host in self.live:
                try:
                    host.tick(slot)
                except Exception:
                    _log.exception("room %s could not tick", host.code)

    async def _every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await work()
            except NotStored as error:
                _log.warning("the journal does not answer: %s", error)
            except Exception:
                _log.exception("housekeeping failed")
            await self.runtime.sleep(seconds)

    async def unload_idle(self) -> None:
        """Lets go of rooms that nobody has used for a while; they come back when they are asked for."""
        now = self.runtime.monotonic()
        for host in self.live:
            if host.idle and now - host.used > IDLE:
                await host.close("restart", reconnect=True)

    # ------------------------------------------------------------ the rooms

    async def open_room(self, order: OpenRoom, pack: Mapping[str, bytes]) -> Host:
        """Opens a room under `order.code`; `pack`: `scenario.json` (`catalogue.to_json`) and media by name.

        Raises Taken (draw another code), Refused, NotStored; ValueError when the pack is not what `digest` says.
        """
        scenario = pack[SCENARIO_FILE]
        if hashlib.sha256(scenario).hexdigest() != order.digest:
            raise ValueError("the digest is not this scenario's")
        catalogue = self._catalogues.get(order.digest) or Catalogue(from_json(scenario))
        room = Room()
        turn = take_turn([Waiting("door", order, lambda _: None)], room, catalogue, self.now())
        outcome = turn.outcomes[0][1]
        if isinstance(outcome, Exception):
            raise outcome
        await in_time(self.journal.create(order.code, order.key, order.digest, turn.lines, turn.passes, pack))
        return self._take_in(room, catalogue)

    async def adopt(self, code: str, key: str, digest: str, lines: Sequence[bytes], pack: Mapping[str, bytes]) -> Host:
        """Takes in a room that was written already: a fork, or an import. Its passes are dead.

        Raises Taken, NotStored, Unreadable.
        """
        await in_time(self.journal.create(code, key, digest, lines, (), pack))
        return await self.host(code)

    def _take_in(self, room: Room, catalogue: Catalogue) -> Host:
        self._catalogues[room.digest] = catalogue
        host = Host(room, catalogue, self.journal, self.runtime, self.outlet, self._salt, self._forget)
        self._hosts[room.code] = host
        self.on_came(host)
        return host

    def _forget(self, host: Host) -> None:
        if self._hosts.get(host.code) is host:
            del self._hosts[host.code]
        if not any(other.catalogue is host.catalogue for other in self._hosts.values()):
            for digest in [digest for digest, kept in self._catalogues.items() if kept is host.catalogue]:
                del self._catalogues[digest]

    async def host(self, code: str) -> Host:
        """The room by its canonical code (8 Crockford characters). Raises NoRoom, NotStored, Unreadable."""
        if self._closing:
            raise NotStored("the server is stopping")
        if code in self._hosts:
            return self._hosts[code]
        lock = self._locks.setdefault(code, asyncio.Lock())
        try:
            async with lock:
                return self._hosts[code] if code in self._hosts else await self._load(code)
        finally:
            if not lock.locked():
                self._locks.pop(code, None)

    async def _load(self, code: str) -> Host:
        try:
            async with asyncio.timeout(PATIENCE):
                room, events, _ = await load_room(self.journal, self.runtime, code)
                catalogue = self._catalogues.get(room.digest) or await load_catalogue(self.journal, events)
        except TimeoutError:
            raise NotStored("the journal did not answer in time") from None
        except Unreadable:
            self.unreadable += 1
            raise
        return self._hosts.get(code) or self._take_in(room, catalogue)  # the same room never lives here twice

    async def find_pass(self, pass_hash: str) -> Host | None:
        """The newest room in which this pass was ever used. Whether it still counts, the room says.

        While the journal does not answer, rooms in memory are still found. Raises NotStored, Unreadable.
        """
        try:
            code = await in_time(self.journal.find_pass(pass_hash))
        except NotStored:
            code = next((host.code for host in reversed(self.live) if host.may_hold(pass_hash)), None)
            if code is None:
                raise NotStored("the journal did not answer in time") from None
        try:
            return None if code is None else await self.host(code)
        except NoRoom:
            return None

    async def rooms(self, key: str) -> list[Summary]:
        """The rooms that this facilitator's key opened, newest first. Raises NotStored."""
        found = [await self._summary(line) for line in await in_time(self.journal.rooms(key))]
        return [one for one in reversed(found) if one is not None]

    async def _summary(self, line: RoomLine) -> Summary | None:
        """None for a room that cannot be read, or is gone meanwhile."""
        known = self._summaries.get(line.code)
        if known is not None and known[0] == (line.epoch, line.last):
            return known[1]
        try:
            room, _, _ = await in_time(load_room(self.journal, self.runtime, line.code))
        except (NoRoom, Unreadable):
            return None
        made = summary(room)
        self._summaries[line.code] = ((room.epoch, room.version), made)
        return made

    # ------------------------------------------------------------ forgetting

    async def erase_seat(self, code: str, seat: str) -> None:
        """Replaces this seat's words in the journal, for good; every client gets a whole view on a new stream.

        Raises NoRoom, Refused `unknown_seat`, NotStored, Unreadable.
        """
        host = await self.host(code)
        try:
            await host.erase(seat)
        except Conflict as conflict:
            raise NotStored(f"somebody else wrote first ({conflict}): ask again") from conflict

    async def destroy(self, code: str, cause: Cause = "now") -> Receipt:
        """Removes the room at once; its sockets get `bye` (`gone`). Idempotent.

        The receipt is made, and kept, only once nothing of the room is left on the disk. Raises NotStored.
        """
        host = self._hosts.get(code)
        await self.on_leaving(code)
        due = self._due.setdefault(code, self._due.get(code) or await self._last_words(code, cause))
        await self.journal.destroy(code)
        self._summaries.pop(code, None)
        if host is not None:
            await host.close("gone", reconnect=False)
        return await self._give_receipt(code, due)

    async def _last_words(self, code: str, cause: Cause) -> tuple[str, Receipt]:
        """Whose room this was, and what its receipt will say."""
        try:
            room, _, _ = await in_time(load_room(self.journal, self.runtime, code))
        except (NoRoom, Unreadable):
            key = next((line.key for line in await in_time(self.journal.rooms()) if line.code == code), "")
            return key, Receipt(code, self.now(), "unreadable" if key else cause)
        await self.follow_up.note(summary(room))
        return room.key, receipt(room, self.now(), cause)

    async def _give_receipt(self, code: str, due: tuple[str, Receipt]) -> Receipt:
        """Kept once, also when two asked; not for a room that never was."""
        key, made = due[0], replace(due[1], at=self.now())
        if self._due.pop(code, None) is not None and key:
            try:
                await in_time(self.journal.keep_receipt(key, made.at, written(made)))
            except NotStored:
                self._due[code] = due
                raise
        return made

    async def receipts(self, key: str) -> list[Receipt]:
        """Of the rooms of this key that were erased, newest first. Raises NotStored."""
        return [read(line) for line in reversed(await in_time(self.journal.receipts(key)))]

    async def sweep(self) -> None:
        """Closes what nobody closed, destroys what has outlived its retention. Raises NotStored."""
        lines = await in_time(self.journal.rooms())
        self._summaries = {line.code: self._summaries[line.code] for line in lines if line.code in self._summaries}
        failed = await self._settle_receipts({line.code for line in lines})
        for line in lines:
            try:
                await self._sweep(line)
            except (NoRoom, Unreadable):
                continue
            except Exception as error:  # one room that cannot go must not keep the others
                failed.append(error)
        try:
            await self.follow_up.forget()
        except NotStored as error:
            failed.append(error)
        if failed:
            raise failed[0]

    async def _settle_receipts(self, there: set[str]) -> list[Exception]:
        """What could not be finished earlier, and receipts that are old enough to go."""
        try:
            await self.journal.scrub()
            for code, due in [one for one in self._due.items() if one[0] not in there]:
                await self._give_receipt(code, due)
            await in_time(self.journal.drop_receipts(self.now() - KEPT_MS))
        except NotStored as error:
            return [error]
        return []

    async def _sweep(self, line: RoomLine) -> None:
        found = await self._summary(line)
        if found is None:
            await self._sweep_unreadable(line.code)
            return
        if found.ends == "destroyed":
            await self.on_leaving(line.code)
        await self.follow_up.note(found)
        if found.at > self.now():
            return
        if found.ends == "destroyed":
            await self.destroy(line.code, "retention")
        else:
            await (await self.host(line.code)).ask("server", CloseUnused())

    async def _sweep_unreadable(self, code: str) -> None:
        """What cannot be read is forgotten in time all the same."""
        if code in self._hosts:
            return
        if unreadable_until((await in_time(self.journal.read(code))).lines) <= self.now():
            await self.destroy(code, "retention")


async def _nothing(_: str) -> None:
    """Nobody wants to know."""
