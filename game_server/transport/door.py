"""Socket.IO on top of our lines: one namespace, text only, and every ack sent by us after the commit."""

from __future__ import annotations

from typing import Any, Protocol

import orjson
import socketio
from socketio import packet

from game_server.transport.engine import Engine, Line

_MOST_ACK = 10**15


class Json:
    """orjson in the form that python-socketio asks for."""

    @staticmethod
    def dumps(data: Any, **_: Any) -> str:
        return orjson.dumps(data).decode()

    @staticmethod
    def loads(text: str | bytes, **_: Any) -> Any:
        return orjson.loads(text)


class TextPacket(packet.Packet):  # type: ignore[misc]
    """A packet without attachments: those are kept without a bound until the last one arrives (T4)."""

    uses_binary_events = False

    def decode(self, encoded_packet: str) -> int:
        """Raises ValueError for all that a client has no business sending."""
        if encoded_packet[:1] not in ("0", "1", "2"):
            raise ValueError("not a packet for us")
        if super().decode(encoded_packet):
            raise ValueError("attachments are refused")
        if self.namespace not in (None, "/") or (self.id is not None and self.id > _MOST_ACK):
            raise ValueError("no such namespace or ack")
        return 0


class Talk(Protocol):
    """Who answers (see `sockets.Sockets`)."""

    def begins(self, line: Line, environ: dict[str, Any]) -> bool: ...

    async def connects(self, sid: str, line: Line, auth: Any) -> None: ...

    def connected(self, sid: str) -> None: ...

    def is_connected(self, line: Line) -> bool: ...

    def hears(self, line: Line, ack_id: int | None, data: list[Any], size: int) -> bool: ...

    def leaves(self, line: Line) -> None: ...

    def ends(self, line_id: str) -> None: ...

    def counts(self, what: str) -> None: ...


class Door(socketio.AsyncServer):  # type: ignore[misc]
    """python-socketio keeps the handshake and the protocol's bytes; what is said goes straight to `talk`.

    Its own event path sends no ack for an unknown event or after an exception (`style.md` §4.5), and hides the ack id
    that an answer after the commit needs.
    """

    talk: Talk

    def _engineio_server_class(self) -> type[Engine]:
        return Engine

    def begins(self, line: Line, environ: dict[str, Any]) -> bool:
        return self.talk.begins(line, environ)

    def counts(self, what: str) -> None:
        self.talk.counts(what)

    async def hears(self, line: Line, text: str) -> bool:
        """One Socket.IO packet; False when it was nonsense."""
        try:
            pkt = self.packet_class(encoded_packet=text)
        except (ValueError, TypeError, IndexError):
            return False
        if pkt.packet_type == packet.CONNECT:
            return await self._connect(line, pkt.data)
        if pkt.packet_type == packet.DISCONNECT:
            await self._handle_disconnect(line.sid, "/", self.reason.CLIENT_DISCONNECT)
            self.talk.leaves(line)
            return True
        return isinstance(pkt.data, list) and self.talk.hears(line, pkt.id, pkt.data, len(text.encode()))

    async def _connect(self, line: Line, auth: Any) -> bool:
        if self.talk.is_connected(line) or line.greeting:
            return False
        line.greeting = True
        try:
            await self._handle_connect(line.sid, "/", auth if isinstance(auth, dict) else None)
        finally:
            line.greeting = False
        sid = self.manager.sid_from_eio_sid(line.sid, "/")
        if sid is None:
            line.refusals += 1
            return line.refusals <= 3  # a client that keeps knocking is one that talks nonsense
        self.talk.connected(sid)
        return True

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        self.talk.ends(eio_sid)
        await super()._handle_eio_disconnect(eio_sid, reason)
