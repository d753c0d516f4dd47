"""The first thing that every request meets: whose site it is, how large it is, and where it goes."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias, cast

from secure import (
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
    XFrameOptions,
)
from secure.middleware import SecureASGIMiddleware
from starlette.exceptions import HTTPException

from game_server.transport.engine import Engine
from game_server.transport.messages import asked_language
from game_server.transport.origins import Origins, header
from game_server.transport.problems import problem

_log = logging.getLogger(__name__)
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]
SOCKET_PATH = "/socket.io"


class _TooLargeError(HTTPException):
    """Of a kind that FastAPI passes on while it reads a body."""

    def __init__(self) -> None:
        super().__init__(413)


class Gate:
    """The whole server as one ASGI application: `/socket.io` to the engine, the rest to `web`."""

    def __init__(self, web: App, engine: Engine, origins: Origins, most_bytes: int, *, https: bool) -> None:
        self._web, self._engine, self._origins, self._most = web, engine, origins, most_bytes
        self._http = SecureASGIMiddleware(self._serve, secure=_headers(https=https))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._web(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._http(scope, receive, cast("Callable[[object], Awaitable[None]]", send))

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Without a wrapper around `send`: the engine reaches the transport through it."""
        if not _is_socket(scope) or not self._origins.allows(scope):
            await receive()
            await send({"type": "websocket.close"})  # 403 before the handshake
            return
        try:
            await self._engine.handle_request(scope, receive, send)
        except Exception:
            _log.exception("a WebSocket failed")

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        language = asked_language(header(scope, b"accept-language"))
        started = False

        async def sent(message: MutableMapping[str, Any]) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            if _is_socket(scope):
                if not self._origins.allows(scope):
                    await problem("bad_origin", language)(scope, receive, send)
                    return
                await self._engine.handle_request(scope, receive, sent)
            else:
                await self._web(scope, self._bounded(scope, receive), sent)
        except _TooLargeError:
            if not started:
                await problem("too_large", language)(scope, receive, send)
        except Exception:
            _log.exception("a request failed")
            if not started:
                await problem("internal", language)(scope, receive, send)

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        declared = header(scope, b"content-length")
        if declared is not None and (not declared.isdecimal() or int(declared) > self._most):
            raise _TooLargeError
        read = 0

        async def receive_bounded() -> MutableMapping[str, Any]:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                raise _TooLargeError
            return message

        return receive_bounded


def _is_socket(scope: Scope) -> bool:
    path = str(scope["path"])
    return path == SOCKET_PATH or path.startswith(SOCKET_PATH + "/")


def _headers(*, https: bool) -> Secure:
    """No HSTS and no upgrade-insecure-requests on plain http: a game in a local network must keep working."""
    csp = (
        ContentSecurityPolicy()
        .default_src("'none'")
        .script_src("'self'")
        .style_src("'self'")
        .img_src("'self'", "data:")
        .font_src("'self'")
        .media_src("'self'")
        .connect_src("'self'")
        .manifest_src("'self'")
        .base_uri("'none'")
        .form_action("'none'")
        .frame_ancestors("'none'")
        .require_trusted_types_for("'script'")
        .trusted_types("svelte-trusted-html")
    )
    return Secure(
        csp=csp,
        xcto=XContentTypeOptions().nosniff(),
        xfo=XFrameOptions().deny(),
        referrer=ReferrerPolicy().no_referrer(),
        coop=CrossOriginOpenerPolicy().same_origin() if https else None,
        corp=CrossOriginResourcePolicy().same_origin(),
        permissions=PermissionsPolicy().camera().microphone().geolocation(),
        hsts=StrictTransportSecurity().max_age(63_072_000) if https else None,
    )
