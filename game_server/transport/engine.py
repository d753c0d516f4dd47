"""Engine.IO connections that are text only, bounded, and closed when they talk nonsense.

python-engineio keeps an unbounded queue (T6), drops a whole POST of more than 16 packets while answering 200 (T2), logs
every broken frame (T8), and waits on a per-message timer; a `Line` does none of that. Pinned to engineio 4.15.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from engineio import async_socket, exceptions, packet
from engineio.async_server import AsyncServer

LINE = "crisistafel.line"
"""Where the line stands in the environ that python-socketio hands to its connect handler."""
_SEPARATOR = "\x1e"
_GOODBYE_SECONDS = 3.0
_MOST_PACKETS = 16


class Bounds(Protocol):
    """What a line needs to know of `settings.Limits`."""

    @property
    def protocol_errors(self) -> int: ...

    @property
    def queue_packets(self) -> int: ...

    @property
    def queue_bytes(self) -> int: ...


class Listener(Protocol):
    """Who hears what lines say (the Socket.IO layer)."""

    def begins(self, line: Line, environ: dict[str, Any]) -> bool: ...

    async def hears(self, line: Line, text: str) -> bool:
        """False when it was nonsense."""

    def counts(self, what: str) -> None: ...


class Line(async_socket.AsyncSocket):  # type: ignore[misc]
    """One connection, over long-polling or a WebSocket."""

    closed: bool
    closing: bool
    connected: bool
    upgraded: bool

    def __init__(self, engine: Engine, sid: str, environ: dict[str, Any]) -> None:
        super().__init__(engine, sid)
        self.engine = engine
        self.environ = environ
        self.errors = 0
        self.refusals = 0
        self.greeting = False
        self.waiting = 0
        self.ending = False

    # -------------------------------------------------------- out

    def push(self, pkt: packet.Packet) -> None:
        """Queues a packet; a reader that lets too much wait is cut off."""
        if self.closed or self.closing or self.ending:
            return
        bounds = self.engine.bounds
        self.waiting += len(pkt.encode())
        if self.queue.qsize() >= bounds.queue_packets or self.waiting > bounds.queue_bytes:
            self.engine.listener.counts("dropped")
            self.cut()
            return
        self.queue.put_nowait(pkt)

    async def send(self, pkt: packet.Packet) -> None:
        self.push(pkt)

    async def poll(self) -> list[packet.Packet]:
        """Waits for packets; at most sixteen, because a client may refuse a larger payload whole (T2)."""
        try:
            async with asyncio.timeout(self.server.ping_interval + self.server.ping_timeout):
                packets = [await self.queue.get()]
        except TimeoutError:
            raise exceptions.QueueEmpty from None
        while packets[-1] is not None and len(packets) < _MOST_PACKETS and not self.queue.empty():
            packets.append(self.queue.get_nowait())
        if packets[-1] is None:
            self.queue.put_nowait(packets.pop())  # whoever asks next hears of the end too
        self.waiting -= sum(len(pkt.encode()) for pkt in packets)
        if self.ending and any(pkt.packet_type == packet.CLOSE for pkt in packets):
            self.engine.spawn(self.close(wait=False, abort=True), "line.close")
        return packets

    def finish(self) -> None:
        """Ends the connection after what is queued already."""
        if self.ending or self.closed:
            return
        self.ending = True
        self.queue.put_nowait(packet.Packet(packet.CLOSE))
        self.queue.put_nowait(None)
        self.engine.spawn(self._finish_late(), "line.finish")

    async def _finish_late(self) -> None:
        await self.engine.wait(_GOODBYE_SECONDS)
        if not self.closed:
            self.cut()

    def cut(self) -> None:
        """Ends the connection at once, whatever is queued."""
        self.ending = True
        transport = _transport(self.environ)
        if transport is not None and self.upgraded:
            transport.abort()
        self.queue.put_nowait(None)
        self.engine.spawn(self.close(wait=False, abort=True), "line.close")

    async def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        """Never waits for the queue: a peer that does not read would hold the caller."""
        del wait
        if self.closed or self.closing:
            return
        self.closing = True
        reason = reason or self.server.reason.SERVER_DISCONNECT
        await self.server._trigger_event("disconnect", self.sid, reason, run_async=False)
        if not abort:
            self.queue.put_nowait(packet.Packet(packet.CLOSE))
        self.closed = True
        self.queue.put_nowait(None)
        self.engine.sockets.pop(self.sid, None)
        transport = _transport(self.environ) if reason == self.server.reason.PING_TIMEOUT and self.upgraded else None
        if transport is not None:
            transport.abort()

    # -------------------------------------------------------- in

    def fault(self) -> None:
        """Counts nonsense; too much of it ends the connection."""
        self.errors += 1
        self.engine.listener.counts("nonsense")
        if self.errors >= self.engine.bounds.protocol_errors:
            self.cut()

    async def take(self, data: str | bytes) -> None:
        """One Engine.IO packet from the client."""
        if isinstance(data, str) and data[:1] == "4":
            if not await self.engine.listener.hears(self, data[1:]):
                self.fault()
        elif data == "3":
            self.schedule_ping()
        elif data == "1":
            await self.close(abort=True, reason=self.server.reason.CLIENT_DISCONNECT)
        else:
            self.fault()

    async def handle_post_request(self, environ: dict[str, Any]) -> None:
        length = environ.get("CONTENT_LENGTH", "0")
        if not length.isdecimal() or int(length) > self.server.max_http_buffer_size:
            self.fault()
            raise exceptions.ContentTooLongError
        try:
            body = (await environ["wsgi.input"].read(int(length))).decode()
        except UnicodeDecodeError:
            self.fault()
            return
        for data in body.split(_SEPARATOR):
            if self.closed or self.ending:
                return
            await self.take(data)

    async def _websocket_handler(self, ws: Any) -> None:
        self.environ = self.environ | {"asgi.send": ws.asgi_send}
        if self.connected and not await self._upgrade(ws):
            return
        self.connected = self.upgraded = True
        writer = self.engine.spawn(self._write(ws), "line.write")
        try:
            while not self.closed:
                await self.take(await ws.wait())
        except OSError:
            pass  # the client closed it
        finally:
            self.queue.put_nowait(None)
            if not self.ending:
                await self.close(abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
            await asyncio.wait([writer], timeout=_GOODBYE_SECONDS)
            writer.cancel()
            await self.close(abort=True, reason=self.server.reason.TRANSPORT_CLOSE)

    async def _write(self, ws: Any) -> None:
        while (pkt := await self.queue.get()) is not None:
            encoded = pkt.encode()
            try:
                await ws.send(encoded)
            except Exception:
                break
            self.waiting -= len(encoded)
        await ws.close()

    async def _upgrade(self, ws: Any) -> bool:
        self.upgrading = True
        try:
            if await ws.wait() != "2probe":
                return False
            await ws.send("3probe")
            self.queue.put_nowait(packet.Packet(packet.NOOP))  # ends the poll that is open
            return bool(await ws.wait() == "5")
        except OSError:
            return False
        finally:
            self.upgrading = False


class Engine(AsyncServer):  # type: ignore[misc]
    """Makes lines. `listener`, `bounds`, `spawn` and `wait` are set once, before the first request."""

    listener: Listener
    bounds: Bounds
    spawn: Callable[[Coroutine[Any, Any, None], str], asyncio.Task[None]]
    wait: Callable[[float], Coroutine[Any, Any, None]]
    start_service_task: bool

    async def _handle_connect(self, environ: dict[str, Any], transport: str, jsonp_index: int | None = None) -> Any:
        if self.start_service_task:
            self.start_service_task = False
            self.service_task_handle = self.start_background_task(self._service_task)
        line = Line(self, self.generate_id(), environ)
        environ[LINE] = line
        if not self.listener.begins(line, environ):
            return self._unauthorized("too_many_sockets")
        self.sockets[line.sid] = line
        line.push(packet.Packet(packet.OPEN, self._terms(line.sid, transport)))
        await self._trigger_event("connect", line.sid, environ, run_async=False)
        line.schedule_ping()
        if transport == "websocket":
            answer = await line.handle_get_request(environ)
            self.sockets.pop(line.sid, None)
            return answer
        line.connected = True
        try:
            return self._ok(await line.poll(), jsonp_index=jsonp_index)
        except exceptions.QueueEmpty:
            return self._bad_request()

    def _terms(self, sid: str, transport: str) -> dict[str, Any]:
        return {
            "sid": sid,
            "upgrades": ["websocket"] if transport == "polling" else [],
            "pingTimeout": int(self.ping_timeout * 1000),
            "pingInterval": int(self.ping_interval * 1000),
            "maxPayload": self.max_http_buffer_size,
        }


def _transport(environ: dict[str, Any]) -> asyncio.Transport | None:
    """uvicorn's transport under a WebSocket, where its protocol object can be reached."""
    found = getattr(getattr(environ.get("asgi.send"), "__self__", None), "transport", None)
    return found if found is not None and hasattr(found, "abort") else None
