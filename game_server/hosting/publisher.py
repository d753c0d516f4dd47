"""Who hears what of a room: sockets, their streams, ticks and presence.

All of it happens between turns, on committed state: the host calls with the room, nothing here keeps it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

import orjson

from game_server.hosting.lookback import Lookback, Take
from game_server.hosting.members import Member, member
from game_server.hosting.outlet import Outlet
from game_server.hosting.runtime import Runtime
from game_server.hosting.streams import Stream, stream_name
from game_server.journal.base import Journal
from game_server.room.envelope import Event
from game_server.room.events import (
    ClaimAccepted,
    DeviceEnded,
    SeatErased,
    SeatHandedOver,
    SeatMoved,
    SeatRecast,
    SeatRemoved,
)
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.views import Audience, is_hall, own, touched, view

_log = logging.getLogger(__name__)
Have = tuple[str, int]

FRAME_GAP = 0.05
"""Seconds in which further changes travel together."""
TALLY_GAP = 0.25
"""The same, when nothing but votes came in, and for who watches over a hall."""
PRESENCE_GAP = 1.0
TICK_SLOTS = 10
"""A socket's tick comes in one of these slots, so that not all come at once."""
_MOVES_PEOPLE = (ClaimAccepted, DeviceEnded, SeatErased, SeatHandedOver, SeatMoved, SeatRecast, SeatRemoved)


@dataclass(slots=True)
class Listener:
    """A socket in this room. What it said at the door is kept, because who it is can change under it."""

    socket: str
    holder: str
    language: str | None
    as_: str | None
    who: Member
    slot: int = 0
    rows: Audience | None = None
    """the team that a desk has opened"""
    view_key: Audience | Take | None = None
    view: Stream | None = None
    own: Stream | None = None

    @property
    def own_key(self) -> Audience | str | None:
        """Whose `own` it hears: that of its seat, or a desk the rows of a team."""
        return self.who.seat if self.who.seat is not None else self.rows


class Publisher:
    """The way out of one room. `wake` is called when something is due to be sent: then `flush`, between turns."""

    def __init__(
        self,
        runtime: Runtime,
        outlet: Outlet,
        catalogue: Catalogue,
        salt: str,
        now: Callable[[], int],
        wake: Callable[[], None],
        journal: Journal,
    ) -> None:
        self._runtime = runtime
        self._outlet = outlet
        self._catalogue = catalogue
        self._salt = salt
        self._now = now
        self._wake = wake
        self._listeners: dict[str, Listener] = {}
        self._lookback = Lookback(runtime, catalogue, now, journal, wake)
        self._take: int | None = None
        self._streams: dict[Audience | Take | str, Stream] = {}
        self._audiences: dict[Audience, Stream] = {}
        self._changed: dict[Stream, None] = {}
        self._presence_last = float("-inf")
        self._presence_due: float | None = None
        self._timer: Any = None
        self._timer_due = float("inf")

    @property
    def sockets(self) -> int:
        return len(self._listeners)

    def who(self, socket: str) -> Member | None:
        found = self._listeners.get(socket)
        return found.who if found else None

    # ------------------------------------------------------------ coming and going

    def enter(
        self, room: Room, socket: str, holder: str, language: str | None, as_: str | None, have: tuple[Have | None, ...]
    ) -> Member:
        """See `Host.enter`; `have` is (view, own)."""
        who = member(room, holder, language, as_)
        self.leave(socket)
        listener = Listener(socket, holder, language, as_, who, int(self._runtime.chance() * TICK_SLOTS))
        self._listeners[socket] = listener
        self._place(room, listener, have)
        self._presence_changed()
        return who

    def leave(self, socket: str) -> None:
        listener = self._listeners.pop(socket, None)
        if listener is not None:
            self._displace(listener)
            self._presence_changed()

    def _place(self, room: Room, listener: Listener, have: tuple[Have | None, ...] = (None, None)) -> None:
        """The whole view first, then the stream: nothing can fall between, because nothing here waits."""
        who = listener.who
        listener.view_key = self._view_key(room, who.audience)
        listener.view = self._stream(room, listener.view_key)
        listener.own = self._stream(room, listener.own_key) if listener.own_key is not None else None
        for stream, known in zip((listener.view, listener.own), have, strict=True):
            if stream is not None:
                self._subscribe(listener.socket, stream, known)
        if self._hears_presence(listener):
            self._outlet.send(listener.socket, "presence", self._presence(room))
            self._outlet.subscribe(listener.socket, self._presence_stream(room))

    def _view_key(self, room: Room, audience: Audience) -> Audience | Take:
        """While the facilitator looks back, the screens see the past."""
        take = self._lookback.take(room) if audience.kind == "screen" else None
        return audience if take is None else Take(audience, take)

    def _subscribe(self, socket: str, stream: Stream, known: Have | None) -> None:
        if known != (stream.name, stream.version):
            self._outlet.send(socket, stream.event, stream.whole(self._now()))
        stream.sockets.add(socket)
        self._outlet.subscribe(socket, stream.name)

    def open_team(self, room: Room, socket: str, team: str | None) -> None:
        """A desk looks at this team's rows as its `own`, or at none any more. Raises Refused."""
        if team is not None and team not in room.teams:
            raise Refused("unknown_team", field="team")
        listener = self._listeners.get(socket)
        if listener is None or listener.who.kind != "desk" or listener.who.silent:
            raise Refused("not_allowed")
        if listener.own is not None:
            self._outlet.unsubscribe(socket, listener.own.name)
            self._quit(listener, listener.own_key, listener.own)
            listener.own = None
        listener.rows = Audience("rows", listener.who.audience.language, team) if team is not None else None
        if listener.rows is not None:
            listener.own = self._stream(room, listener.rows)
            self._subscribe(socket, listener.own, None)

    def _displace(self, listener: Listener) -> None:
        self._outlet.unsubscribe(listener.socket)
        for key, stream in ((listener.view_key, listener.view), (listener.own_key, listener.own)):
            self._quit(listener, key, stream)
        listener.view = listener.own = None

    def _quit(self, listener: Listener, key: Audience | Take | str | None, stream: Stream | None) -> None:
        if stream is None or key is None:
            return
        stream.sockets.discard(listener.socket)
        if not stream.sockets and self._streams.get(key) is stream:
            self._forget(key, stream)

    def _forget(self, key: Audience | Take | str, stream: Stream) -> None:
        del self._streams[key]
        self._changed.pop(stream, None)
        if isinstance(key, Audience):
            del self._audiences[key]

    def _stream(self, room: Room, key: Audience | Take | str) -> Stream:
        if key not in self._streams:
            name = stream_name(self._salt, room.code, room.epoch, key)
            if isinstance(key, Take):
                self._streams[key] = taken = self._lookback.stream(name, key.audience)
                self._await(taken)
                self._set_timer(self._runtime.monotonic())
            elif isinstance(key, str):
                seat = key
                self._streams[key] = Stream(name, "own", lambda now: cast("dict[str, Any]", own(seat, now)), room)
            else:
                audience = key
                event: Literal["view", "own"] = "own" if key.kind == "rows" else "view"
                made = Stream(name, event, lambda now: view(audience, now, self._catalogue), room)
                self._streams[key] = self._audiences[key] = made
        return self._streams[key]

    def resync(self, socket: str) -> None:
        """The whole of both streams, as they were last published."""
        listener = self._listeners.get(socket)
        if listener is None:
            return
        for stream in (listener.view, listener.own):
            if stream is not None:
                self._outlet.send(socket, stream.event, stream.whole(self._now()))

    # ------------------------------------------------------------ what a commit makes new

    def committed(self, room: Room, events: Sequence[Event]) -> None:
        """These events are on disk and in `room`: whoever may see something new hears of it, now or a little later."""
        now = self._runtime.monotonic()
        what = touched(events)
        for audience, stream in self._audiences.items():
            if what.reaches(audience):
                stream.changed(now, TALLY_GAP if what.tally or _is_slow(room, audience) else FRAME_GAP)
                self._changed[stream] = None
        for seat in room.seats if what.own is None else what.own:
            if seat in self._streams:
                self._streams[seat].changed(now, FRAME_GAP)
                self._changed[self._streams[seat]] = None
        if any(isinstance(event.fact, _MOVES_PEOPLE) for event in events):
            self._review(room)
        if what.presence:
            self._presence_changed()
        self.flush(room)

    def reset(self, room: Room) -> None:
        """A new epoch: every socket leaves its streams and gets whole views on new ones."""
        self._lookback.drop()
        for listener in self._listeners.values():
            self._displace(listener)
        for key, stream in list(self._streams.items()):
            self._forget(key, stream)
        self._review(room, all_anew=True)
        self._presence_changed()

    def _review(self, room: Room, *, all_anew: bool = False) -> None:
        """Looks every socket up again: some are moved, some have nothing to seek here any more."""
        for listener in list(self._listeners.values()):
            try:
                who = member(room, listener.holder, listener.language, listener.as_)
            except Refused:
                self._dismiss(listener, _why(room, listener.who), reconnect=False)
                continue
            if all_anew or who != listener.who:
                self._displace(listener)
                listener.who = who
                self._place(room, listener)

    def _follow(self, room: Room) -> None:
        """The screens go to the moment that the facilitator looks back at, or return from it."""
        take = self._lookback.take(room)
        if take == self._take:
            return
        self._take = take
        for listener in list(self._listeners.values()):
            if listener.view_key != self._view_key(room, listener.who.audience):
                self._displace(listener)
                self._place(room, listener)

    def _dismiss(self, listener: Listener, code: str, *, reconnect: bool) -> None:
        self.leave(listener.socket)
        self._outlet.bye(listener.socket, code, reconnect)

    def dismiss_all(self, code: str, *, reconnect: bool) -> None:
        """Everybody goes; nothing is sent after."""
        for listener in list(self._listeners.values()):
            self._dismiss(listener, code, reconnect=reconnect)
        self._stop_timer()

    def flush(self, room: Room) -> None:
        """Sends what is due by now, and sets the timer for what is not."""
        self._follow(room)
        now = self._runtime.monotonic()
        for stream in [stream for stream in self._changed if stream.due is not None and stream.due <= now]:
            del self._changed[stream]
            stream.due, stream.last = None, now
            try:
                frame = stream.advance(room, self._now())
            except Exception:  # one broken view must not silence the others
                _log.exception("a view of room %s cannot be built", room.code)
                continue
            if frame is not None:
                self._outlet.publish(stream.name, stream.event, frame)
            self._await(stream)
        if self._presence_due is not None and self._presence_due <= now:
            self._presence_due, self._presence_last = None, now
            self._outlet.publish(self._presence_stream(room), "presence", self._presence(room))
        self._set_timer(now)

    def _await(self, stream: Stream) -> None:
        """A stream that goes on by itself says when."""
        if stream.due is not None:
            self._changed[stream] = None

    def _set_timer(self, now: float) -> None:
        dues = [stream.due for stream in self._changed if stream.due is not None]
        if self._presence_due is not None:
            dues.append(self._presence_due)
        soonest = min(dues, default=float("inf"))
        if soonest == self._timer_due:
            return
        self._stop_timer()
        if soonest != float("inf"):
            self._timer_due = soonest
            self._timer = self._runtime.spawn(self._ring(soonest - now), "publisher")

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._timer_due = None, float("inf")

    async def _ring(self, seconds: float) -> None:
        await self._runtime.sleep(max(0.0, seconds))
        self._timer, self._timer_due = None, float("inf")
        self._wake()

    # ------------------------------------------------------------ ticks and presence

    def tick(self, slot: int) -> None:
        """To every socket of this slot: server time, and the version of the last frame on each of its streams."""
        now = self._now()
        for listener in self._listeners.values():
            if listener.slot == slot and listener.view is not None:
                tick = {"now": now, "view": listener.view.version}
                if listener.own is not None:
                    tick["own"] = listener.own.version
                self._outlet.send(listener.socket, "tick", orjson.dumps(tick))

    @staticmethod
    def _hears_presence(listener: Listener) -> bool:
        return listener.who.kind in ("desk", "observer") and not listener.who.silent

    def _presence_changed(self) -> None:
        if self._presence_due is None and any(map(self._hears_presence, self._listeners.values())):
            now = self._runtime.monotonic()
            self._presence_due = max(now, self._presence_last + PRESENCE_GAP)
            self._set_timer(now)

    def _presence_stream(self, room: Room) -> str:
        return stream_name(self._salt, room.code, "presence")

    def _presence(self, room: Room) -> bytes:
        here = {one.who.seat for one in self._listeners.values() if not one.who.silent}
        seats = {seat.id: "here" if seat.id in here else "away" for seat in room.seats.values() if not seat.removed}
        teams = {team.id: sum(seat in here for seat in team.seats) for team in room.teams.values()}
        return orjson.dumps({"seats": seats, "teams": teams})


def _is_slow(room: Room, audience: Audience) -> bool:
    return audience.kind in ("desk", "rows", "observer") and is_hall(room)


def _why(room: Room, who: Member) -> str:
    """The `bye` code for a socket whose pass counts no more."""
    if who.kind != "seat":
        return "device_ended"
    return "removed" if room.seats[who.id].removed else "taken_over"
