"""The one way out to sockets: who hears which stream, in what order, and how much may wait."""

from __future__ import annotations

import orjson
from engineio import packet as engine

from game_server.transport.engine import Line


class SocketOutlet:
    """`hosting.outlet.Outlet` over Socket.IO. A packet is built once and put on each hearer's own queue."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}
        self._held: dict[str, list[engine.Packet]] = {}
        self._hearers: dict[str, dict[str, None]] = {}
        self._heard: dict[str, dict[str, None]] = {}

    # -------------------------------------------------------- for the sockets

    def open(self, socket: str, line: Line) -> None:
        """What is sent to this socket waits until `release`, so that nothing overtakes its CONNECT."""
        self._lines[socket] = line
        self._held[socket] = []

    def release(self, socket: str) -> None:
        for packet in self._held.pop(socket, ()):
            self._push(socket, packet)

    def forget(self, socket: str) -> None:
        """The socket is gone. Idempotent."""
        self.unsubscribe(socket)
        self._lines.pop(socket, None)
        self._held.pop(socket, None)

    # -------------------------------------------------------- for the rooms

    def subscribe(self, socket: str, stream: str) -> None:
        if socket in self._lines:
            self._hearers.setdefault(stream, {})[socket] = None
            self._heard.setdefault(socket, {})[stream] = None

    def unsubscribe(self, socket: str, stream: str | None = None) -> None:
        heard = self._heard.get(socket, {})
        for one in list(heard) if stream is None else [stream]:
            heard.pop(one, None)
            hearers = self._hearers.get(one, {})
            hearers.pop(socket, None)
            if not hearers:
                self._hearers.pop(one, None)
        if not heard:
            self._heard.pop(socket, None)

    def publish(self, stream: str, event: str, payload: bytes) -> None:
        hearers = self._hearers.get(stream)
        if hearers:
            packet = _event(event, payload)
            for socket in list(hearers):
                self._push(socket, packet)

    def send(self, socket: str, event: str, payload: bytes) -> None:
        self._push(socket, _event(event, payload))

    def reply(self, socket: str, ack_id: int, payload: bytes) -> None:
        self._push(socket, engine.Packet(engine.MESSAGE, f"3{ack_id}[{payload.decode()}]"))

    def bye(self, socket: str, code: str, reconnect: bool) -> None:
        self.unsubscribe(socket)
        self.release(socket)
        line = self._lines.get(socket)
        if line is not None:
            line.push(_event("bye", orjson.dumps({"code": code, "reconnect": reconnect})))
            line.push(engine.Packet(engine.MESSAGE, "1"))
            line.finish()

    def _push(self, socket: str, packet: engine.Packet) -> None:
        held = self._held.get(socket)
        if held is not None:
            held.append(packet)
        elif line := self._lines.get(socket):
            line.push(packet)


def _event(event: str, payload: bytes) -> engine.Packet:
    return engine.Packet(engine.MESSAGE, f'2["{event}",{payload.decode()}]')
