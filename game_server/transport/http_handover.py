"""HTTP for giving a chair to another device: the desk makes a link, the other device takes the chair with it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from game_server.room.commands import OfferHandover, TakeHandedSeat
from game_server.room.refusals import Refused
from game_server.transport import wire
from game_server.transport.http_rooms import join_link
from game_server.transport.http_seats import ask
from game_server.transport.parts import Here, Holder
from game_server.transport.passes import hashed, shown_code

router = APIRouter(prefix="/api", tags=["door"])


@router.post("/rooms/{code}/handovers", status_code=201)
async def offer_handover(
    code: str, body: wire.HandoverBody, request: Request, parts: Here, holder: Holder
) -> wire.HandoverOffer:
    """A link that gives this chair to another device, once; asked for with a desk's pass."""
    host = await parts.room(request, code, holder)
    kind, desk = await host.look(lambda room, _: room.passes.get(holder, ("", "")))
    if kind != "desk":
        raise Refused("not_allowed" if kind else "unknown_pass")
    command = OfferHandover(seat=body.seat, link=hashed(body.link))
    result = (await host.ask(f"desk:{desk}", command, holder=holder)).result or {}
    url = f"{join_link(parts.base(request), shown_code(host.code))}&hand={body.link}"
    return wire.HandoverOffer(seat=result["seat"], url=url, until=result["until"])


@router.post("/rooms/{code}/handovers/take", status_code=201)
async def take_handed(
    code: str, body: wire.TakeHandedBody, request: Request, response: Response, parts: Here
) -> wire.HandedSeat:
    """The chair for the device that has the link; the old device gets `bye`. The same pass again: 200."""
    holder = hashed(body.pass_)
    host = await parts.room(request, code, holder)
    if await host.look(lambda room, _: holder in room.passes):
        response.status_code = 200
    seat = (await ask(host, TakeHandedSeat(pass_=holder, link=hashed(body.link))))["seat"]
    return await host.look(
        lambda room, _: wire.HandedSeat(
            seat=seat, team=room.seats[seat].team, role=room.seats[seat].role, name=room.seats[seat].name
        )
    )
