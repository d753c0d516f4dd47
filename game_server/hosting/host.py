"""One room: one queue, one order."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from game_server.hosting.alarms import Alarm
from game_server.hosting.answers import Answer, Failed, Outcome, Unreadable, Waiting
from game_server.hosting.erasure import erased_journal, passes_of, written
from game_server.hosting.loading import load_room
from game_server.hosting.members import Member
from game_server.hosting.outlet import Outlet
from game_server.hosting.patience import PATIENCE, turn_in_time
from game_server.hosting.publisher import Have, Publisher
from game_server.hosting.runtime import Runtime, Stamp
from game_server.hosting.turn import Spoilt, Turn, take_turn
from game_server.journal.base import Conflict, Journal, NoRoom, NotStored
from game_server.room.asked import AnyCommand
from game_server.room.commands import ReachDeadlines
from game_server.room.deadlines import next_deadline
from game_server.room.envelope import Event
from game_server.room.evolve import fold
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

T = TypeVar("T")
_log = logging.getLogger(__name__)

ERASURE_PATIENCE = 10.0
RETRY = 0.5
"""Seconds between looks at a journal that did not answer."""
BREATH = 0.004
"""Seconds from the beginning of a turn to that of the next: in a burst of votes several share a turn and a commit."""
MOST_AT_ONCE = 1_000
MOST_WAITING = 10_000


class Host:
    """A room that lives in this process. `room` is its folded journal; the host owns it from here on.

    `_ahead` is true while the state holds events that are not on disk yet: then nobody may look at it. `_room` is None
    after a failed turn: it ran ahead, so it is folded anew before it is used again.
    """

    def __init__(
        self,
        room: Room,
        catalogue: Catalogue,
        journal: Journal,
        runtime: Runtime,
        outlet: Outlet,
        salt: str,
        gone: Callable[[Host], None] = lambda _: None,
    ) -> None:
        self.code = room.code
        self.catalogue = catalogue
        self.used = runtime.monotonic()
        """When somebody last asked or looked, in the runtime's monotonic seconds."""
        self._journal = journal
        self._runtime = runtime
        self._on_gone = gone
        self._stamp = Stamp(runtime, room.at)
        self._room: Room | None = room
        self._ahead = False
        self._told = (room.epoch, room.version)
        self._missed: list[Event] = []
        self._busy = False
        self._gone: Exception | None = None
        self._queue: deque[Waiting] = deque()
        self._looks: deque[tuple[Callable[[Room, Catalogue], Any], asyncio.Future[Any]]] = deque()
        self._erasures: deque[tuple[str, asyncio.Future[None]]] = deque()
        self._recovering = False
        self._turned = float("-inf")
        self._publisher = Publisher(runtime, outlet, catalogue, salt, self.now, self._flush, journal)
        self._alarm = Alarm(runtime, self.now, self._ring)
        self._alarm.set(next_deadline(room, catalogue))

    # ------------------------------------------------------------ what others ask of it

    def now(self) -> int:
        """UTC in ms as this room stamps it: never backwards, untouched by jumps of the clock."""
        return self._stamp.now(self._room.at if self._room is not None else 0)

    async def ask(self, by: str, command: AnyCommand, *, holder: str | None = None) -> Answer:
        """Raises Refused, NotStored (within 2 s), Failed, Unreadable.

        `holder`: a pass hash that must still be `by`'s when the turn comes, else Refused `unknown_pass`.
        """
        answered: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.submit(by, command, lambda outcome: None if answered.done() else answered.set_result(outcome), holder)
        outcome = await answered
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def submit(self, by: str, command: AnyCommand, done: Callable[[Outcome], None], holder: str | None = None) -> None:
        """As `ask`, without a task: `done` is called once, in the loop, with the Answer or the exception."""
        if self._gone is not None:
            done(self._gone)
        elif len(self._queue) >= MOST_WAITING:
            done(NotStored("too many commands wait in this room"))
        else:
            self._queue.append(Waiting(by, command, done, holder, self._runtime.monotonic()))
            self._work()

    async def look(self, read: Callable[[Room, Catalogue], T]) -> T:
        """Calls `read` on committed state, between turns; it must not keep or change the room.

        Raises NotStored, Unreadable, and what `read` raises.
        """
        self.used = self._runtime.monotonic()
        if self._gone is not None:
            raise self._gone
        if self._room is not None and not self._ahead:
            return read(self._room, self.catalogue)
        seen: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._looks.append((read, seen))
        self._work()
        return await seen

    async def enter(
        self,
        socket: str,
        holder: str,
        *,
        language: str | None = None,
        as_: str | None = None,
        view: Have | None = None,
        own: Have | None = None,
    ) -> Member:
        """A connected socket takes its place: it is subscribed and gets what it lacks (`view`, `own`: what it has).

        Raises Refused (`unknown_pass`, `claim_waiting`, `knock_waiting`, `bad_request`), NotStored, Unreadable.
        """
        return await self.look(
            lambda room, _: self._publisher.enter(room, socket, holder, language, as_, (view, own)),
        )

    def leave(self, socket: str) -> None:
        """The socket is gone. Idempotent."""
        self.used = self._runtime.monotonic()
        self._publisher.leave(socket)

    async def open_team(self, socket: str, team: str | None) -> int:
        """A desk hears this team's rows as its `own`; returns the room's version. Raises as `look`, and Refused."""

        def opened(room: Room, _: Catalogue) -> int:
            self._publisher.open_team(room, socket, team)
            return room.version

        return await self.look(opened)

    def member(self, socket: str) -> Member | None:
        """Who this socket is now (a desk may have moved it); None when it is not in this room."""
        return self._publisher.who(socket)

    def may_hold(self, pass_hash: str) -> bool:
        """A hint without waiting: this room knows the pass, or is about to."""
        return self._room is not None and pass_hash in self._room.passes

    async def resync(self, socket: str) -> None:
        """Sends this socket its whole `view` and `own`."""
        self._publisher.resync(socket)

    def tick(self, slot: int) -> None:
        """Sends `tick` to the sockets of this slot (see `publisher.TICK_SLOTS`)."""
        self._publisher.tick(slot)

    @property
    def idle(self) -> bool:
        """Nobody listens, nothing waits, and nothing will fall due."""
        return not (self._publisher.sockets or self._busy or self._queue or self._alarm.moment)

    async def erase(self, seat: str) -> None:
        """Rewrites the journal without this seat's words, between turns. Raises Refused, NotStored, Unreadable."""
        if self._gone is not None:
            raise self._gone
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._erasures.append((seat, done))
        self._work()
        await done

    async def close(self, code: str, *, reconnect: bool) -> None:
        """Takes no more commands, finishes the turn that runs, then says `bye` to everyone. Idempotent."""
        if self._gone is None:
            self._gone = NotStored("this room is leaving this process")
        while self._busy:
            await self._runtime.sleep(0.005)
        self._depart(code, reconnect=reconnect)

    # ------------------------------------------------------------ turns

    def _work(self) -> None:
        if not self._busy and self._gone is None:
            self._busy = True
            self._runtime.spawn(self._turns(), f"room {self.code}")

    async def _turns(self) -> None:
        try:
            while self._gone is None and (self._queue or self._looks or self._erasures):
                if self._erasures:
                    await self._erase(*self._erasures.popleft())
                if (rest := self._turned + BREATH - self._runtime.monotonic()) > 0:
                    await self._runtime.sleep(rest)
                await self._turn([self._queue.popleft() for _ in range(min(len(self._queue), MOST_AT_ONCE))])
        finally:
            self._busy = False
            self._refuse_all(self._gone or NotStored("this room was stopped"))

    async def _turn(self, batch: list[Waiting]) -> None:
        self.used = self._turned = self._runtime.monotonic()
        try:
            async with turn_in_time(batch, self._turned, self._runtime, self._answer):
                turn, room = await self._commit(batch)
        except (TimeoutError, NotStored) as error:
            self._lose(batch, NotStored(str(error) or "the journal did not answer in time"))
        except NoRoom as error:
            self._let_go(batch, NotStored(f"there is no room {error} any more"), "gone")
        except Unreadable as error:
            _log.error("letting go of room %s: %s", self.code, error)
            self._let_go(batch, error, "unreadable")
        except Exception as error:
            _log.exception("a turn of room %s failed", self.code)
            failed = Failed()
            failed.__cause__ = error
            self._lose(batch, failed)
        else:
            for waiting, outcome in turn.outcomes:
                self._answer(waiting, outcome)
            self._publish(room, turn.events)

    async def _commit(self, batch: list[Waiting]) -> tuple[Turn, Room]:
        """Decides and appends until it fits. Raises NotStored, NoRoom, Unreadable."""
        deadlines = Waiting("server", ReachDeadlines(), _nobody)
        while True:
            room = self._room if self._room is not None else await self._reload()
            base, epoch, at = room.version, room.epoch, self._stamp.now(room.at)
            due = next_deadline(room, self.catalogue)
            first = [deadlines] if due is not None and due <= at else []
            self._ahead = True
            try:
                turn = take_turn([*first, *batch], room, self.catalogue, at)
                if turn.lines:
                    await self._journal.append(self.code, base, epoch, turn.lines, turn.passes)
            except (Conflict, Spoilt):
                self._room = None
                continue
            except BaseException:
                self._room = None
                raise
            finally:
                self._ahead = False
            return turn, room

    async def _reload(self) -> Room:
        """Folds the journal anew, and notes what others wrote meanwhile."""
        loaded = await load_room(self._journal, self._runtime, self.code)
        self._missed = [event for event in loaded.events if event.version > self._told[1]]
        self._room = loaded.room
        return loaded.room

    def _publish(self, room: Room, events: list[Event]) -> None:
        """Tells those who listen, once, then serves who wanted to look."""
        news, self._missed = [*self._missed, *events], []
        anew = room.epoch != self._told[0]
        self._told = (room.epoch, room.version)
        try:
            if anew:
                self._publisher.reset(room)
            if news or anew:
                self._publisher.committed(room, news)
            else:
                self._publisher.flush(room)
        except Exception:
            _log.exception("publishing room %s failed", self.code)
        self._alarm.set(next_deadline(room, self.catalogue))
        while self._looks and self._room is not None:
            read, seen = self._looks.popleft()
            _serve(read, seen, room, self.catalogue)

    def _answer(self, waiting: Waiting, outcome: Outcome) -> None:
        if waiting.answered:
            return
        waiting.answered = True
        try:
            waiting.done(outcome)
        except Exception:
            _log.exception("an answer in room %s could not be given", self.code)

    # ------------------------------------------------------------ when something fails

    def _lose(self, batch: list[Waiting], why: Exception) -> None:
        """The turn is lost; what waited behind it has waited as long, so it hears the same. Then tries to recover."""
        self._room = None
        for waiting in batch:
            self._answer(waiting, why)
        self._refuse_all(why if isinstance(why, NotStored) else NotStored("the turn before failed"))
        if not self._recovering:
            self._recovering = True
            self._runtime.spawn(self._recover(), f"recover {self.code}")

    async def _recover(self) -> None:
        await self._runtime.sleep(RETRY)
        self._recovering = False
        if self._room is None and self._gone is None:
            self._looks.append((lambda *_: None, asyncio.get_running_loop().create_future()))
            self._work()

    def _let_go(self, batch: list[Waiting], why: Exception, code: str) -> None:
        """This process has nothing more to say about this room."""
        self._gone = why
        for waiting in batch:
            self._answer(waiting, why)
        self._depart(code, reconnect=False)

    def _depart(self, code: str, *, reconnect: bool) -> None:
        self._alarm.set(None)
        self._publisher.dismiss_all(code, reconnect=reconnect)
        self._on_gone(self)

    def _refuse_all(self, why: Exception) -> None:
        self._refuse_waiting(why)
        while self._erasures:
            _, done = self._erasures.popleft()
            if not done.done():
                done.set_exception(why)

    def _refuse_waiting(self, why: Exception) -> None:
        while self._queue:
            self._answer(self._queue.popleft(), why)
        while self._looks:
            _, seen = self._looks.popleft()
            if not seen.done():
                seen.set_exception(why)
                seen.exception()  # nobody may be waiting for it any more

    # ------------------------------------------------------------ what it does by itself

    def _ring(self) -> None:
        self.submit("server", ReachDeadlines(), _nobody)

    def _flush(self) -> None:
        """Something is due to be sent; while a turn runs, its end does it."""
        if self._room is not None and not self._ahead and self._gone is None:
            self._publisher.flush(self._room)

    async def _erase(self, seat: str, done: asyncio.Future[None]) -> None:
        impatient = self._runtime.spawn(self._refuse_behind(), f"behind an erasure in room {self.code}")
        try:
            async with asyncio.timeout(ERASURE_PATIENCE):
                room = await self._rewrite(seat)
        except TimeoutError:
            self._give_up(done, NotStored("erasing took too long: ask again"))
        except Exception as error:
            self._give_up(done, error)
        else:
            self._room = room
            self._publish(room, [])  # at once: between the new epoch and its streams nothing may be sent
            if not done.done():
                done.set_result(None)
        finally:
            impatient.cancel()

    async def _refuse_behind(self) -> None:
        """Erasing may take longer than whoever asked something meanwhile should wait."""
        while True:
            await self._runtime.sleep(PATIENCE)
            self._refuse_waiting(NotStored("an erasure takes its time: ask again"))

    def _give_up(self, done: asyncio.Future[None], why: Exception) -> None:
        self._room = None
        if not done.done():
            done.set_exception(why)

    async def _rewrite(self, seat: str) -> Room:
        room, old, lines = await load_room(self._journal, self._runtime, self.code)
        at, epoch = self._stamp.now(room.at), room.epoch
        events = erased_journal(old, seat, epoch + 1, at, self.catalogue)
        new = written(old, lines, events)
        await self._journal.rewrite(self.code, len(lines), epoch, new, passes_of(events), seat)
        return fold(events)


def _nobody(_: Outcome) -> None:
    """Nobody waits for this answer."""


def _serve(read: Callable[[Room, Catalogue], T], seen: asyncio.Future[T], room: Room, catalogue: Catalogue) -> None:
    if seen.done():
        return
    try:
        seen.set_result(read(room, catalogue))
    except Exception as error:
        seen.set_exception(error)
