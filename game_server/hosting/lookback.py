"""The past of a room while its screens look back at it: events folded up to a moment, on a stream of its own.

A take is one replay: it begins with a whole view, and from there on its versions only rise. Another moment that the
facilitator picks is another take, so that no version ever means two things on one stream.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from game_server.hosting.loading import load_room
from game_server.hosting.runtime import Runtime
from game_server.hosting.streams import Stream
from game_server.journal.base import Journal
from game_server.room.conversation import is_replaying
from game_server.room.envelope import Event
from game_server.room.evolve import evolve
from game_server.room.state import Room
from game_server.room.state_conversation import Replay
from game_server.scenario.catalogue import Catalogue
from game_server.views import Audience, past_view
from game_server.views import shapes_conversation as shapes

_log = logging.getLogger(__name__)

LEAST_GAP = 0.2
"""Seconds between two frames of a replay, however much happened."""


class Take(NamedTuple):
    """The key of a stream that shows the past to an audience."""

    audience: Audience
    take: int


class Past:
    """A journal that can be folded up to any moment of its game."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._room = Room()
        self.sessions: list[int] = []
        """session ms of every event of the game"""
        self.versions: list[int] = []
        room = Room()
        for event in events:
            evolve(room, event)
            if room.status == "running" or (room.status == "paused" and room.paused_from == "running"):
                self.sessions.append(room.clock.at(event.at))
                self.versions.append(event.version)

    def version_at(self, session: int) -> int:
        """The last version of the game that had been reached at this session ms; 0 before the game."""
        place = bisect_right(self.sessions, session)
        return self.versions[place - 1] if place else 0

    def next_after(self, session: int) -> int | None:
        """The session ms of the next event."""
        place = bisect_right(self.sessions, session)
        return self.sessions[place] if place < len(self.sessions) else None

    def room_at(self, version: int) -> Room:
        """The room after so many events. Only to be read, and until the next call."""
        if self._room.version > version:
            self._room = Room()
        for event in self._events[self._room.version : version]:
            evolve(self._room, event)
        return self._room


class Lookback:
    """What one room's screens see of its past. `wake` is called when it has been read."""

    def __init__(
        self,
        runtime: Runtime,
        catalogue: Catalogue,
        now: Callable[[], int],
        journal: Journal,
        wake: Callable[[], None],
    ) -> None:
        self._runtime = runtime
        self._catalogue = catalogue
        self._now = now
        self._journal = journal
        self._wake = wake
        self._past: Past | None = None
        self._loading = False
        self._replay = Replay(0, 0, 0, 0)
        self._end = 0

    def drop(self) -> None:
        """The journal was written anew."""
        self._past = None

    def take(self, room: Room) -> int | None:
        """The take that screens follow now; None while they see the present, or the past is not there yet."""
        replay = room.conversation.replay
        if replay is None or not is_replaying(room):
            self._past = None if replay is None else self._past
            return None
        if self._past is None:
            if not self._loading:
                self._loading = True
                self._runtime.spawn(self._fetch(room.code, room.epoch), f"the past of room {room.code}")
            return None
        self._replay, self._end = replay, room.clock.base
        return replay.take

    async def _fetch(self, code: str, epoch: int) -> None:
        try:
            loaded = await load_room(self._journal, self._runtime, code)
            if loaded.room.epoch == epoch:
                self._past = await self._runtime.run_blocking(lambda: Past(loaded.events))
        except Exception:  # the screens stay where they are; the next thing that happens asks again
            _log.exception("the past of a room cannot be read")
            return
        finally:
            self._loading = False
        self._wake()

    def stream(self, name: str, audience: Audience) -> Stream:
        """A stream of the take that is followed; its first view is the moment that is reached now."""
        return PastStream(name, audience, self)

    # ------------------------------------------------------------ the moment that is shown

    def reached(self) -> tuple[int, Room]:
        """(session ms, room) at this moment."""
        if self._past is None:
            raise ValueError("there is no past to look back at")
        session = self._replay.reached(self._now(), self._end)
        return session, self._past.room_at(self._past.version_at(session))

    def due(self) -> float | None:
        """Monotonic seconds at which the replay reaches the next event; None when it stands still."""
        session = self._replay.reached(self._now(), self._end)
        coming = self._past.next_after(session) if self._past is not None else None
        if coming is None or self._replay.speed == 0:
            return None
        return self._runtime.monotonic() + max(LEAST_GAP, (coming - session) / self._replay.speed / 1000)

    def look(self, audience: Audience, room: Room) -> dict[str, Any]:
        session, now = self._replay.reached(self._now(), self._end), self._now()
        wall = room.clock.wall(session)
        at = room.at if wall is None else wall
        mark = shapes.Lookback(at=at, session=session, since=now, speed=self._replay.speed)
        return past_view(audience, room, self._catalogue, mark)


class PastStream(Stream):
    """Shows where the replay is, whatever the present does."""

    __slots__ = ("_lookback",)

    def __init__(self, name: str, audience: Audience, lookback: Lookback) -> None:
        self._lookback = lookback
        super().__init__(name, "view", lambda room: lookback.look(audience, room), lookback.reached()[1])
        self.due = lookback.due()

    def advance(self, room: Room, now: int) -> bytes | None:
        room = self._lookback.reached()[1]
        frame = super().advance(room, now) if room.version > self.version else None
        self.due = self._lookback.due()
        return frame
