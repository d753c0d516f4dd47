"""HTTP for the desk of a rehearsal: bots on the empty chairs, and a chair from a bot to a person and back."""

from __future__ import annotations

from fastapi import APIRouter, Request

from game_server.hosting.host import Host
from game_server.rehearsal.troupe import Troupe
from game_server.room.refusals import Refused
from game_server.transport import wire
from game_server.transport.parts import Here, Holder, Parts
from game_server.transport.passes import hashed
from game_server.transport.problems import Trouble

router = APIRouter(prefix="/api", tags=["rehearsal"])


@router.post("/rooms/{code}/bots", status_code=201)
async def cast_bots(code: str, body: wire.BotBody, request: Request, parts: Here, holder: Holder) -> wire.Cast:
    """A bot on every empty chair of a rehearsal, or back in the one chair that is named."""
    host, troupe = await _stage(code, request, parts, holder)
    if body.seat is None:
        return wire.Cast(seats=tuple(await troupe.fill(host)))
    await troupe.give(host, body.seat)
    return wire.Cast(seats=(body.seat,))


@router.post("/rooms/{code}/bots/taken", status_code=201)
async def take_over(code: str, body: wire.TakeOverBody, request: Request, parts: Here, holder: Holder) -> wire.Cast:
    """The holder of a new pass takes a bot's chair over. The same pass again changes nothing."""
    host, troupe = await _stage(code, request, parts, holder)
    await troupe.take(host, body.seat, hashed(body.pass_))
    return wire.Cast(seats=(body.seat,))


async def _stage(code: str, request: Request, parts: Parts, holder: str) -> tuple[Host, Troupe]:
    """A desk's own room, and who plays in it. Raises Refused, Trouble."""
    host = await parts.room(request, code, holder)
    kind, _ = await host.look(lambda room, _: room.passes.get(holder, ("", "")))
    if kind != "desk":
        raise Refused("not_allowed" if kind else "unknown_pass")
    if parts.troupe is None:
        raise Trouble("not_available")
    return host, parts.troupe
