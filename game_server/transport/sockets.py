"""Every socket from its first byte to its last: who it is, what it may cost, and that it is always answered."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from socketio.exceptions import ConnectionRefusedError as Turned

from game_server.hosting.answers import Answer, Outcome, Unreadable
from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.journal.base import NotStored
from game_server.room.commands import OpenTeam, PairScreen, TakeDevice
from game_server.room.refusals import Refused
from game_server.settings import Limits
from game_server.transport.counting import Counts
from game_server.transport.engine import LINE, Line
from game_server.transport.limits import Bucket, Crowd
from game_server.transport.messages import asked_language, failure, sentence
from game_server.transport.origins import Origins
from game_server.transport.outlet import SocketOutlet
from game_server.transport.pairings import Pairings
from game_server.transport.passes import hashed
from game_server.transport.said import Misread, answer, encode, parse
from game_server.transport.wire import Hello, Language

_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Stranger:
    """A line that has not shown its pass (yet)."""

    line: Line
    address: str
    since: float


@dataclass(slots=True, eq=False)
class Session:
    """A line that has."""

    sid: str
    line: Line
    host: Host
    holder: str
    language: Language
    commands: Bucket
    excess: Bucket
    resyncs: Bucket
    crowds: list[tuple[Crowd, str]] = field(default_factory=list)


class Sockets:
    """The Socket.IO side of the transport; `door.Door` calls it, and it calls the hub."""

    def __init__(
        self, hub: Hub, outlet: SocketOutlet, origins: Origins, limits: Limits, pairings: Pairings, counts: Counts
    ) -> None:
        self._hub, self._outlet, self._origins, self._limits = hub, outlet, origins, limits
        self._runtime = hub.runtime
        self._pairings, self._counts = pairings, counts
        self._strangers: dict[str, Stranger] = {}
        self._addresses: dict[str, str] = {}
        self._sessions: dict[str, Session] = {}
        self._by_holder: dict[str, list[Session]] = {}
        self._per_address = Crowd(limits.sockets_per_address)
        self._per_room = Crowd(limits.sockets_per_room)
        self._unknown = Crowd(limits.strangers_per_address)
        self._closing = False

    # -------------------------------------------------------- coming and going

    def begins(self, line: Line, environ: dict[str, Any]) -> bool:
        """A new line; False when its address has too many."""
        address = self._origins.address(environ["asgi.scope"])
        if self._closing or not self._unknown.enter(address):
            return False
        if not self._per_address.enter(address):
            self._unknown.leave(address)
            return False
        self._addresses[line.sid] = address
        self._strangers[line.sid] = Stranger(line, address, self._runtime.monotonic())
        self._counts.add("lines")
        return True

    async def connects(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Raises socketio's ConnectionRefusedError with `{code, message}`."""
        language = asked_language(environ.get("HTTP_ACCEPT_LANGUAGE"))
        try:
            hello = _hello(auth)
            language = hello.language or language
            await self._enter(sid, environ[LINE], hello, language)
        except Refused as error:
            raise self._turned(error.code, language, error.field) from None
        except NotStored:
            raise self._turned("not_stored", language) from None
        except Unreadable:
            raise self._turned("unreadable", language) from None
        except Exception:
            _log.exception("a handshake failed")
            raise self._turned("internal", language) from None

    async def _enter(self, sid: str, line: Line, hello: Hello, language: Language) -> None:
        holder = hashed(hello.pass_)
        host = await self._hub.find_pass(holder)
        if host is None:
            raise Refused("screen_waiting" if self._pairings.is_waiting(holder) else "unknown_pass")
        if not self._per_room.enter(host.code):
            raise Refused("room_busy")
        try:
            self._outlet.open(sid, line)
            have = hello.have
            member = await host.enter(sid, holder, language=hello.language, as_=hello.as_, view=have.view, own=have.own)
            if line.sid not in self._strangers:  # it left while the room was read
                raise Refused("unknown_pass")
        except BaseException:
            self._per_room.leave(host.code)
            host.leave(sid)
            self._outlet.forget(sid)
            raise
        self._admit(sid, line, host, holder, member.audience.language)

    def _admit(self, sid: str, line: Line, host: Host, holder: str, language: str) -> None:
        stranger = self._strangers.pop(line.sid)
        self._unknown.leave(stranger.address)
        now, limits = self._runtime.monotonic(), self._limits
        session = Session(
            sid,
            line,
            host,
            holder,
            "en" if language == "en" else "nl",
            commands=Bucket(limits.commands_per_second, limits.commands_burst, now),
            excess=Bucket(20, 200, now),
            resyncs=Bucket(1, 5, now),
        )
        self._sessions[line.sid] = session
        mine = self._by_holder.setdefault(holder, [])
        mine.append(session)
        member = host.member(sid)
        most = limits.sockets_per_desk if member is not None and member.kind == "desk" else limits.sockets_per_pass
        for oldest in mine[: max(0, len(mine) - most)]:  # all of them: one that takes its time to go still counts
            self._outlet.bye(oldest.sid, "elsewhere", False)

    def connected(self, sid: str) -> None:
        """Its CONNECT is on the way; what was held may follow."""
        self._outlet.release(sid)

    def is_connected(self, line: Line) -> bool:
        return line.sid in self._sessions

    def leaves(self, line: Line) -> None:
        """It said goodbye on an open line, and is a stranger again, if there is room for one more."""
        if not self._drop(line.sid):
            return
        address = self._addresses[line.sid]
        if self._unknown.enter(address):
            self._strangers[line.sid] = Stranger(line, address, self._runtime.monotonic())
        else:  # one more than may wait: nobody would ever look after it
            line.cut()

    def ends(self, line_id: str) -> None:
        """The line is gone. Idempotent."""
        self._drop(line_id)
        stranger = self._strangers.pop(line_id, None)
        if stranger is not None:
            self._unknown.leave(stranger.address)
        address = self._addresses.pop(line_id, None)
        if address is not None:
            self._per_address.leave(address)

    def _drop(self, line_id: str) -> bool:
        session = self._sessions.pop(line_id, None)
        if session is None:
            return False
        self._per_room.leave(session.host.code)
        mine = self._by_holder.get(session.holder, [])
        if session in mine:
            mine.remove(session)
        if not mine:
            self._by_holder.pop(session.holder, None)
        session.host.leave(session.sid)
        self._outlet.forget(session.sid)
        return True

    # -------------------------------------------------------- what is said

    def hears(self, line: Line, ack_id: int | None, data: list[Any], size: int) -> bool:
        """One event of so many bytes; always answered. False when it was nonsense."""
        session = self._sessions.get(line.sid)
        if session is None or not data:
            return False
        try:
            if size > self._limits.event_bytes:
                large = failure("too_large", session.language)
                raise Misread(large, nonsense=not session.excess.take(self._runtime.monotonic()))
            return self._event(session, ack_id, data[0], data[1] if len(data) > 1 else None)
        except Misread as misread:
            self._reply(session, ack_id, encode(misread.answer))
            return not misread.nonsense
        except Exception:
            _log.exception("an event failed at the door")
            self._reply(session, ack_id, encode(failure("internal", session.language)))
            return True

    def _event(self, session: Session, ack_id: int | None, event: Any, said: Any) -> bool:
        now = self._runtime.monotonic()
        if event == "resync":
            if session.resyncs.take(now):
                self._runtime.spawn(self._resync(session), "socket.resync")
            self._reply(session, ack_id, b'{"ok":true}')
            return True
        if event != "command":
            raise Misread(failure("bad_request", session.language, "type"), nonsense=True)
        if not session.commands.take(now):
            self._counts.add("too_fast")
            raise Misread(failure("too_fast", session.language), nonsense=not session.excess.take(now))
        self._command(session, ack_id, said)
        return True

    def _command(self, session: Session, ack_id: int | None, said: Any) -> None:
        member = session.host.member(session.sid)
        if member is None:
            raise Misread(failure("unknown_pass", session.language))
        command = parse("silent" if member.silent else member.kind, said, session.language)
        self._counts.add("commands")

        def done(outcome: Outcome) -> None:
            self._reply(session, ack_id, answer(outcome, session.language, member.by))

        if isinstance(command, PairScreen):
            self._runtime.spawn(self._pair(session, member.by, command, ack_id), "socket.pair")
        elif isinstance(command, OpenTeam):
            self._runtime.spawn(self._open_team(session, command, ack_id), "socket.open_team")
        else:
            session.host.submit(member.by, command, done, session.holder)

    async def _pair(self, session: Session, by: str, command: PairScreen, ack_id: int | None) -> None:
        outcome: Outcome
        try:
            waiting = self._pairings.find(command.pairing)
            if waiting is None:
                outcome = await self._paired_before(session, by, command)
            else:
                wanted = TakeDevice(kind="screen", pass_=waiting, team=command.team, id=command.id)
                outcome = await session.host.ask(by, wanted, holder=session.holder)
                self._pairings.done(waiting)
        except Exception as error:
            outcome = error
        self._reply(session, ack_id, answer(outcome, session.language))

    async def _paired_before(self, session: Session, by: str, command: PairScreen) -> Answer:
        """Said again with the same id, after the answer was lost: the code waits no more. Raises Refused."""
        known = await session.host.look(lambda room, _: room.answers.get((by, command.id)))
        if known is None:
            raise Refused("unknown_pairing", field="pairing")
        return Answer(*known)

    async def _open_team(self, session: Session, command: OpenTeam, ack_id: int | None) -> None:
        outcome: Outcome
        try:
            outcome = Answer(await session.host.open_team(session.sid, command.team), None)
        except Exception as error:
            outcome = error
        self._reply(session, ack_id, answer(outcome, session.language))

    async def _resync(self, session: Session) -> None:
        try:
            await session.host.resync(session.sid)
        except (NotStored, Unreadable, Refused):
            self._outlet.bye(session.sid, "not_stored", True)

    def _reply(self, session: Session, ack_id: int | None, payload: bytes) -> None:
        if ack_id is not None:
            self._outlet.reply(session.sid, ack_id, payload)

    def counts(self, what: str) -> None:
        self._counts.add(what)

    # -------------------------------------------------------- time

    def start(self) -> None:
        """Begins to look after lines that never show a pass (T7)."""
        self._sweeping = self._runtime.spawn(self._sweep(), "sockets.sweep")

    async def _sweep(self) -> None:
        while not self._closing:
            await self._runtime.sleep(min(1.0, self._limits.hello_seconds / 2))
            late = self._runtime.monotonic() - self._limits.hello_seconds
            for stranger in [one for one in self._strangers.values() if one.since <= late]:
                self._counts.add("silent")
                stranger.line.cut()

    def close(self) -> None:
        """No new lines; those without a pass end. The hub has said goodbye to the others."""
        self._closing = True
        for stranger in list(self._strangers.values()):
            stranger.line.cut()

    # -------------------------------------------------------- figures

    @property
    def open(self) -> int:
        """How many sockets have shown a pass."""
        return len(self._sessions)

    def _turned(self, code: str, language: Language, field: str | None = None) -> Turned:
        self._counts.add(f"turned_{code}")
        message = sentence(code, language, field or "")
        return Turned(message, {"code": code, "message": message})


def _hello(auth: Any) -> Hello:
    """Raises Refused. What the client says it has is only a hint: when that is malformed, it has nothing."""
    if not isinstance(auth, dict):
        raise Refused("unknown_pass", field="pass")
    try:
        return Hello.model_validate(auth)
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors(include_url=False, include_input=False)}
    if "pass" in wrong:
        raise Refused("unknown_pass", field="pass")
    if "have" in wrong and len(wrong) == 1:
        return Hello.model_validate({key: value for key, value in auth.items() if key != "have"})
    raise Refused("bad_request", field=min(wrong))
