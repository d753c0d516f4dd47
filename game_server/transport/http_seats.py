"""HTTP for whoever comes to the door: what a room is, taking a chair, claiming one back, and devices."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import segno
from fastapi import APIRouter, Request, Response

from game_server.hosting.host import Host
from game_server.room.commands import ClaimSeat, MakeKeepLink, TakeDevice, TakeHandedSeat, TakeSeat
from game_server.room.mandate import seats_of
from game_server.room.refusals import Refused
from game_server.room.seating import free, waited_for
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Role
from game_server.transport import wire
from game_server.transport.http_rooms import join_link
from game_server.transport.messages import sentence
from game_server.transport.parts import Here, Holder, Parts, Reader
from game_server.transport.passes import hashed, shown_code
from game_server.transport.problems import Trouble

router = APIRouter(prefix="/api", tags=["door"])
Kind: TypeAlias = Literal["desk", "observer", "screen"]
_KINDS: tuple[Kind, ...] = ("desk", "observer", "screen")


@router.get("/ping")
async def ping(parts: Here) -> wire.Pong:
    """For the connection test: no room, no pass, nothing looked up."""
    return wire.Pong(now=parts.hub.runtime.now())


@router.get("/rooms/{code}", response_model_exclude_none=True)
async def show_room(code: str, request: Request, parts: Here, language: Reader) -> wire.RoomInfo:
    """All that anyone with the code may know."""
    host = await parts.room(request, code)
    join = join_link(parts.base(request), shown_code(host.code))
    operator = parts.settings.operator
    return await host.look(lambda room, catalogue: _info(room, catalogue, language, join, operator))


@router.get("/rooms/{code}/qr.svg", response_class=Response)
async def show_qr(code: str, request: Request, parts: Here, team: str | None = None) -> Response:
    """The join link as a QR code."""
    host = await parts.room(request, code)
    if team is not None and not await host.look(lambda room, _: team in room.teams):
        raise Refused("unknown_team", field="team")
    return _qr(join_link(parts.base(request), shown_code(host.code), team))


@router.post("/qr", response_class=Response)
async def draw_qr(body: wire.QrBody, request: Request, parts: Here) -> Response:
    """One of this server's own links as a QR code: in the body, because it may carry a secret."""
    if not body.text.startswith((parts.base(request) + "/", parts.origins.base(request.scope) + "/")):
        raise Trouble("bad_request", field="text")
    return _qr(body.text)


@router.post(
    "/rooms/{code}/seats",
    status_code=201,
    response_model=wire.KnockMade | wire.SeatGiven,
    responses={200: {}, 202: {}, 403: {}},
)
async def take_seat(
    code: str, body: wire.TakeSeatBody, request: Request, response: Response, parts: Here
) -> wire.KnockMade | wire.SeatGiven:
    """The same pass again gives the same chair, with 200. In a room with admission 202 while the desk decides."""
    holder = hashed(body.pass_)
    host = await parts.room(request, code, holder)
    if await _holds(host, holder):
        response.status_code = 200
    result = await ask(host, TakeSeat(pass_=holder, name=body.name, team=body.team, role=body.role))
    if "knock" in result:
        response.status_code = 202
        return wire.KnockMade(knock=result["knock"])
    return wire.SeatGiven.model_validate(result)


@router.post(
    "/rooms/{code}/claims",
    status_code=202,
    response_model=wire.ClaimMade | wire.SeatGiven,
    responses={200: {}, 409: {}},
)
async def claim_seat(
    code: str, body: wire.ClaimBody, request: Request, response: Response, parts: Here
) -> wire.ClaimMade | wire.SeatGiven:
    """*Ik zat hier al*. Asked again with the same pass: 202 while the desk decides, then 200 with the seat or 409."""
    holder = hashed(body.pass_)
    host = await parts.room(request, code, holder)
    known, given = await host.look(lambda room, _: _claimed(room, holder))
    if given is not None:
        response.status_code = 200
        return given
    if known == "refused":
        raise Refused("claim_refused")
    result = await ask(host, ClaimSeat(pass_=holder, name=body.name, team=body.team, role=body.role))
    if "seat" in result:  # the desk accepted it a moment ago
        return await claim_seat(code, body, request, response, parts)
    return wire.ClaimMade(claim=result["claim"])


@router.post(
    "/screens", status_code=202, response_model=wire.Pairing | wire.DeviceGiven, response_model_exclude_none=True
)
async def await_pairing(
    body: wire.PairingBody, request: Request, response: Response, parts: Here
) -> wire.Pairing | wire.DeviceGiven:
    """A screen without a link shows a short code. Asked again: 202 while it waits, 200 once a desk typed the code."""
    holder = hashed(body.pass_)
    host = await parts.hub.find_pass(holder)
    if host is not None:
        given = await host.look(lambda room, _: _device(room, holder))
        if given is None or given.kind != "screen":
            raise Refused("device_ended")
        response.status_code = 200
        return given
    if not parts.pairings.is_waiting(holder) and not parts.new_pairings.take(parts.origins.address(request.scope)):
        raise Trouble("too_many", retry_after=parts.new_pairings.retry_after())
    return wire.Pairing(pairing=shown_code(parts.pairings.wait(holder)))


@router.post("/rooms/{code}/keeps", status_code=201)
async def make_keep(
    code: str, body: wire.KeepBody, request: Request, response: Response, parts: Here, holder: Holder
) -> wire.KeepGiven:
    """A read-only pass for a seat's report on another machine, asked for with the seat's own pass."""
    host = await parts.room(request, code, holder)
    kind, seat = await host.look(lambda room, _: room.passes.get(holder, ("", "")))
    if kind != "seat":
        raise Refused("not_allowed" if kind else "unknown_pass")
    keep = hashed(body.pass_)
    if await _holds(host, keep):
        response.status_code = 200
    return wire.KeepGiven.model_validate(await ask(host, MakeKeepLink(seat=seat, pass_=keep)))


@router.post("/rooms/{code}/desks", status_code=201, response_model_exclude_none=True)
async def take_desk(
    code: str, body: wire.DeviceBody, request: Request, response: Response, parts: Here
) -> wire.DeviceGiven:
    """The holder of the facilitator's link becomes a desk."""
    return await _take("desk", code, body, request, response, parts)


@router.post("/rooms/{code}/observers", status_code=201, response_model_exclude_none=True)
async def take_observer(
    code: str, body: wire.DeviceBody, request: Request, response: Response, parts: Here
) -> wire.DeviceGiven:
    """The holder of the observer's link becomes an observer."""
    return await _take("observer", code, body, request, response, parts)


@router.post("/rooms/{code}/screens", status_code=201, response_model_exclude_none=True)
async def take_screen(
    code: str, body: wire.DeviceBody, request: Request, response: Response, parts: Here
) -> wire.DeviceGiven:
    """The holder of the screen's link becomes a screen, of one team or of the room."""
    return await _take("screen", code, body, request, response, parts)


async def _take(
    kind: Kind, code: str, body: wire.DeviceBody, request: Request, response: Response, parts: Parts
) -> wire.DeviceGiven:
    holder, link = hashed(body.pass_), hashed(body.link)
    host = await parts.room(request, code, holder, link=link if kind == "desk" else None)
    if await _holds(host, holder):
        response.status_code = 200
    result = await ask(host, TakeDevice(kind=kind, pass_=holder, link=link, team=body.team, name=body.name))
    device = result["device"]
    team = await host.look(lambda room, _: room.devices[device].team)  # asked again, it keeps the one that it had
    return wire.DeviceGiven(device=device, kind=kind, code=shown_code(host.code), team=team)


async def ask(host: Host, command: TakeSeat | TakeHandedSeat | ClaimSeat | TakeDevice | MakeKeepLink) -> dict[str, Any]:
    """What someone at the door asks of the room, and its answer's result."""
    return (await host.ask("door", command)).result or {}


async def _holds(host: Host, holder: str) -> bool:
    return await host.look(lambda room, _: holder in room.passes)


def _claimed(room: Room, holder: str) -> tuple[str, wire.SeatGiven | None]:
    kind, id_ = room.passes.get(holder, ("", ""))
    if kind == "seat":
        seat = room.seats[id_]
        return kind, wire.SeatGiven(seat=seat.id, team=seat.team, role=seat.role)
    refused = any(claim.pass_hash == holder and not claim.open for claim in room.claims.values())
    return ("refused" if refused else kind), None


def _device(room: Room, holder: str) -> wire.DeviceGiven | None:
    kind, id_ = room.passes.get(holder, ("", ""))
    if kind not in _KINDS or room.status == "closed":
        return None
    device = room.devices[id_]
    return wire.DeviceGiven(device=id_, kind=device.kind, code=shown_code(room.code), team=device.team)


def _info(room: Room, catalogue: Catalogue, language: wire.Language, join: str, operator: str | None) -> wire.RoomInfo:
    scenario = catalogue.scenario

    def told(text: dict[Any, str]) -> str:
        return catalogue.text(text, language)

    waiting = waited_for(room)
    return wire.RoomInfo(
        code=shown_code(room.code),
        title=room.title,
        municipality=told(scenario.municipality),
        status=room.status,  # type: ignore[arg-type]  # a room that can be found is not `new`
        language="en" if room.language == "en" else "nl",
        languages=scenario.languages,
        door=room.door,
        admission=room.admission,
        named=room.named,
        privacy=sentence("privacy_named" if room.named else "privacy", language),
        retention_days=room.retention_days,
        counted=room.sharing.series or room.sharing.mirror,
        operator=operator,
        join=join,
        teams=tuple(
            _team_info(room, team, catalogue, waiting)
            for team in sorted(room.teams.values(), key=lambda team: team.order)
        ),
        roles=tuple(_role_info(id_, role, told) for id_, role in scenario.roles.items()),
    )


def _role_info(id_: str, role: Role, told: Callable[[dict[Any, str]], str]) -> wire.RoleInfo:
    return wire.RoleInfo(
        id=id_,
        name=told(role.name),
        short=told(role.short),
        summary=told(role.summary),
        card=wire.CardLine(
            decides=tuple(map(told, role.card.decides)),
            may_not=tuple(map(told, role.card.may_not)),
            asks=tuple(map(told, role.card.asks)),
        ),
    )


def _team_info(room: Room, team: Team, catalogue: Catalogue, waiting: Counter[tuple[str, str]]) -> wire.TeamInfo:
    roles = catalogue.scenario.roles
    return wire.TeamInfo(
        id=team.id,
        name=team.name,
        free={role: free(room, team.id, role, catalogue) for role in roles},
        taken={role: len(seats_of(room, team.id, role)) for role in roles},
        waiting={role: count for role in roles if (count := waiting[team.id, role])} or None,
    )


def _qr(text: str) -> Response:
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, dark="#14213d", light="#ffffff"
    )
    return Response(out.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})
