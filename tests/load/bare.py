"""The thinnest python-socketio server: it joins, forwards and acknowledges, checks nothing and keeps nothing."""

from __future__ import annotations

import sys
from typing import Any

import socketio
import uvicorn


def make_app() -> Any:
    """Events `join {room}`, `inject {room, p}` (to everyone in the room) and `vote {n}`, all acknowledged."""
    sio = socketio.AsyncServer(
        async_mode="asgi", transports=["websocket"], http_compression=False, cors_allowed_origins=[]
    )
    tally: dict[tuple[str, str], int] = {}

    async def join(sid: str, data: dict[str, Any]) -> dict[str, bool]:
        await sio.enter_room(sid, data["room"])
        return {"ok": True}

    async def inject(_: str, data: dict[str, Any]) -> dict[str, bool]:
        await sio.emit("inject", data["p"], room=data["room"])
        return {"ok": True}

    async def vote(_: str, data: dict[str, Any]) -> dict[str, Any]:
        key = (data["decision"], data["option"])
        tally[key] = tally.get(key, 0) + 1
        return {"ok": True, "version": tally[key]}

    for handler in (join, inject, vote):
        sio.on(handler.__name__, handler)
    return socketio.ASGIApp(sio)


if __name__ == "__main__":
    uvicorn.run(
        make_app(),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
        backlog=4096,
    )
