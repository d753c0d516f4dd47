"""The composition root: the only file that knows every part, and how they begin and end together."""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as installed_version

import uvicorn

from game_server.hosting.hub import Hub
from game_server.hosting.leaving import Leaving
from game_server.hosting.mirrors import SERIES, mirrors_in
from game_server.hosting.runtime import RealRuntime, Runtime
from game_server.journal.base import Journal
from game_server.journal.folder import DataFolder
from game_server.journal.series import Shelved
from game_server.journal.sqlite import SqliteJournal
from game_server.journal.tally import SqliteTally, Tally
from game_server.keys import first_key
from game_server.paths import scenarios_dir, static_dir
from game_server.rehearsal.troupe import Troupe
from game_server.rehearsal.wires import Wires
from game_server.settings import Settings
from game_server.transport.counting import Counts
from game_server.transport.door import Door, Json, TextPacket
from game_server.transport.gate import Gate
from game_server.transport.http import make_http
from game_server.transport.makers import Makers
from game_server.transport.origins import Origins
from game_server.transport.outlet import SocketOutlet
from game_server.transport.own_data import OwnData
from game_server.transport.pages import Pages
from game_server.transport.pairings import Pairings
from game_server.transport.parts import Parts
from game_server.transport.passes import hashed
from game_server.transport.shelf import Shelf, read_shelf
from game_server.transport.sockets import Sockets

_FLUSH_SECONDS = 0.05
_BACKLOG = 4096


class CannotServe(Exception):
    """`code` names a sentence of `console`; `detail` is filled in."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


@dataclass(frozen=True)
class Started:
    """What the person at the terminal is told. `key` is absent when the first key was revoked."""

    settings: Settings
    port: int
    lan: str | None
    key: str | None
    shelf: Shelf
    has_web: bool


class Game:
    """One server's parts, put together."""

    def __init__(
        self, settings: Settings, journal: Journal, runtime: Runtime, shelf: Shelf, tally: Tally | None = None
    ) -> None:
        self.settings, self.runtime = settings, runtime
        release = installed_version("crisistafel")
        mine = [origin for origin in (settings.public_url, *settings.origins) if origin]
        origins = Origins(mine, settings.trusted_proxies)
        outlet, counts = SocketOutlet(), Counts()
        wires = Wires(runtime, outlet)
        self.hub = Hub(journal, runtime, wires, build=release, tally=tally)
        pairings = Pairings(runtime, settings.limits.pairings)
        self.sockets = Sockets(self.hub, outlet, origins, settings.limits, pairings, counts)
        self.parts = Parts(settings, self.hub, shelf, origins, pairings, counts)
        self.parts.troupe = troupe = Troupe(wires, runtime)
        self.hub.on_came = troupe.came
        leaving = Leaving(journal, runtime, Shelved(settings.data / SERIES), self.hub.follow_up)
        self.hub.on_leaving, self.hub.follow_up.on_answered = leaving.keep, leaving.answered
        self.parts.open_sockets = lambda: self.sockets.open
        makers = Makers(self.hub, settings.limits.reports_at_once)
        self.parts.makers, self.parts.certify = makers.all() | OwnData(self.hub).makers(), makers.attendance
        self.parts.mirrors = lambda: mirrors_in(settings.data)
        self.pages = Pages(static_dir())
        self.door = _door(settings, self.sockets, origins, runtime)
        web = make_http(self.parts, self.pages, release)
        https = settings.tls_cert is not None or (settings.public_url or "").startswith("https://")
        self.app = Gate(web, self.door.eio, origins, settings.limits.body_bytes, https=https)

    async def start(self) -> None:
        await self.hub.start()
        self.sockets.start()

    async def end(self) -> None:
        """Every socket hears `bye`; what was accepted is on disk. Idempotent."""
        self.parts.draining = True
        await self.hub.close()
        self.sockets.close()
        await self.runtime.sleep(_FLUSH_SECONDS)


def _door(settings: Settings, sockets: Sockets, origins: Origins, runtime: Runtime) -> Door:
    quiet = logging.getLogger("crisistafel.engine")
    quiet.setLevel(logging.CRITICAL + 1)  # its lines carry what clients sent (T8); `Counts` has the figures
    door = Door(
        async_mode="asgi",
        async_handlers=False,
        serializer=TextPacket,
        json=Json,
        logger=quiet,
        engineio_logger=quiet,
        namespaces=["/"],
        http_compression=False,
        max_http_buffer_size=settings.limits.frame_bytes,
        ping_interval=settings.ping_seconds,
        ping_timeout=settings.ping_timeout,
        cors_allowed_origins=lambda _, environ: origins.allows(environ["asgi.scope"]),
        cors_credentials=False,
    )
    door.talk = sockets
    door.on("connect", sockets.connects)
    door.eio.listener, door.eio.bounds = door, settings.limits
    door.eio.spawn, door.eio.wait = runtime.spawn, runtime.sleep
    return door


class _Server(uvicorn.Server):
    """Says goodbye to sockets before it closes them."""

    def __init__(self, config: uvicorn.Config, game: Game) -> None:
        super().__init__(config)
        self._game = game

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn's, without raising the signal again: what must still be closed would be skipped."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        await self._game.end()
        await super().shutdown(sockets)


def uvicorn_config(game: Game) -> uvicorn.Config:
    """The settings of `performance.md` §5."""
    settings = game.settings
    return uvicorn.Config(
        game.app,
        http="httptools",
        ws="websockets-sansio",
        ws_max_size=settings.limits.frame_bytes,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        lifespan="off",
        access_log=False,
        log_config=None,
        proxy_headers=False,
        server_header=False,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=settings.stop_seconds,
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
    )


def bind(settings: Settings) -> socket.socket:
    """A listening socket. Raises CannotServe."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(_BACKLOG)  # from here on whoever comes waits instead of being turned away
    except (OSError, OverflowError) as error:
        listener.close()
        number = getattr(error, "errno", None)
        if number == errno.EADDRINUSE:
            raise CannotServe("port_in_use", str(settings.port)) from error
        if number == errno.EACCES:
            raise CannotServe("port_not_allowed", str(settings.port)) from error
        raise CannotServe("bad_host", settings.host) from error
    listener.setblocking(False)
    return listener


def lan_address(host: str) -> str | None:
    """This machine's address in its network, when the server listens there. Nothing is sent."""
    if host not in ("0.0.0.0", "::"):  # noqa: S104
        return None
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        found = str(probe.getsockname()[0])
    return None if found.startswith(("127.", "0.")) else found


async def serve(
    settings: Settings, tell: Callable[[Started], None], begin: Callable[[Game], Awaitable[None]] | None = None
) -> None:
    """Serves until it is told to stop; `begin` is called once it is ready.

    Raises CannotServe, journal.folder's Occupied and NotWritable, NotStored.
    """
    folder = DataFolder(settings.data)
    folder.claim()
    runtime = RealRuntime()
    journal, tally = SqliteJournal(settings.data, runtime), SqliteTally(settings.data, runtime)
    listener = None
    try:
        listener = bind(settings)
        await journal.open()
        shelf = read_shelf([scenarios_dir(), settings.data / "scenarios"])
        game = Game(settings, journal, runtime, shelf, tally)
        port = int(listener.getsockname()[1])
        await _announce(game, folder, journal, port, tell)
        server = _Server(uvicorn_config(game), game)
        await game.start()
        if begin is not None:
            await begin(game)
        _settle_memory()
        await server.serve(sockets=[listener])
    finally:
        if listener is not None:
            listener.close()
        await journal.close()
        await tally.close()
        folder.release()
        await runtime.close()


async def _announce(
    game: Game, folder: DataFolder, journal: Journal, port: int, tell: Callable[[Started], None]
) -> None:
    settings, parts = game.settings, game.parts
    scheme = "https" if settings.tls_cert else "http"
    lan = lan_address(settings.host)
    parts.lan_url = f"{scheme}://{lan}:{port}" if lan else None
    token = game.runtime.new_secret()
    parts.admin = hashed(token)
    near = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    folder.announce(f"{scheme}://{near}:{port}", token)
    if settings.facilitator_key is not None:
        key: str | None = settings.facilitator_key.get_secret_value()
        parts.own_keys = {hashed(key or ""): "environment"}
    else:
        key = await first_key(settings.data, journal, game.runtime)
    tell(Started(settings, port, lan, key, parts.shelf, game.pages.is_built))


def _settle_memory() -> None:
    """What start-up made stays; the collector need not look at it again, which is most of the tail."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def run(
    settings: Settings, tell: Callable[[Started], None], begin: Callable[[Game], Awaitable[None]] | None = None
) -> None:
    """`serve` on the fastest loop that there is."""
    factory = None
    if sys.platform != "win32":
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(serve(settings, tell, begin))
