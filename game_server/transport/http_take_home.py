"""HTTP for what is taken home: the report and its parts, by pass or by a ticket, to those who may have them."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, cast, get_args

from fastapi import APIRouter, Query, Request, Response

from game_server.debrief.hall import TABLES
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.transport import wire
from game_server.transport.parts import Document, Here, Holder, Order, Parts, Reader
from game_server.transport.passes import bearer, hashed, shown_code
from game_server.transport.problems import Trouble

router = APIRouter(prefix="/api", tags=["take home"])
Secret = Annotated[str | None, Query(max_length=64)]
_OWN_ALONE = ("mine.json", "mine.html")
_DESK_ALONE = ("journal.jsonl", "series.json", "invitation.ics", "poster.pdf", "tents.pdf", "roles.pdf", "cards.pdf")
_OWN = ("resolution.ics", "pocket.pdf")
Team = Annotated[str | None, Query(max_length=64)]


@router.post("/rooms/{code}/tickets", status_code=201)
async def make_ticket(
    code: str, body: wire.TicketBody, request: Request, parts: Here, holder: Holder, reader: Reader
) -> wire.Ticket:
    """An address that works once, within a minute, where a Bearer cannot go: a download, a calendar, a printer."""
    host = await parts.room(request, code, holder)
    order = await host.look(
        lambda room, _: _may(room, holder, body.what, body.language or reader, body.variant, body.team)
    )
    base = parts.base(request)
    secret, until = parts.tickets.make((host.code, replace(order, base=base)))
    return wire.Ticket(url=f"{base}/api/rooms/{shown_code(host.code)}/{body.what}?ticket={secret}", until=until)


async def take_home(
    code: str,
    request: Request,
    parts: Here,
    reader: Reader,
    ticket: Secret = None,
    language: wire.Language | None = None,
    variant: wire.Variant = "full",
    team: Team = None,
) -> Response:
    """The document. Whether the asker may have it was settled when the ticket was made, or is settled now."""
    what = cast("wire.Download", request.url.path.rsplit("/", 1)[-1])
    if ticket is not None:
        host_code, order = _used(parts, ticket, what)
        host = await parts.hub.host(host_code)
    else:
        secret = bearer(request.headers.get("authorization"))
        if secret is None:
            raise Trouble("unknown_pass")
        holder = hashed(secret)
        host = await parts.room(request, code, holder)
        order = await host.look(lambda room, _: _may(room, holder, what, language or reader, variant, team))
        order = replace(order, base=parts.base(request))
    maker = parts.makers.get(what)
    if maker is None:
        raise Trouble("not_available")
    document = await maker(host, order)
    return Response(
        document.body,
        media_type=document.media_type,
        headers={
            "Content-Disposition": f'{_shown(what, document)}; filename="{document.name}"',
            "Cache-Control": "private, no-store",
        },
    )


for _name in get_args(wire.Download):
    router.add_api_route(f"/rooms/{{code}}/{_name}", take_home, methods=["GET"], response_class=Response)


def _used(parts: Parts, ticket: str, what: str) -> tuple[str, Order]:
    found = parts.tickets.use(ticket)
    if found is None or found[1].what != what:
        raise Trouble("unknown_ticket")
    return found


def _may(
    room: Room, holder: str, what: wire.Download, language: wire.Language, variant: wire.Variant, team: str | None
) -> Order:
    """A desk: all, but in public of several teams only what they agreed to, or counts.

    A seat or its keep-link: once released its own team's, or a joint one that every team agreed to. A resolution and
    a card are their writer's own and need no release. Raises Refused.
    """
    kind, id_ = room.passes.get(holder, ("", ""))
    if kind == "desk" and what not in _OWN_ALONE:
        if team is not None and team not in room.teams:
            raise Refused("unknown_team", field="team")
        if variant == "public" and team is None and 1 < len(room.teams) < TABLES and not _agreed(room):
            raise Refused("not_joint")
        return Order(what, language, variant, team=team)
    if kind not in ("seat", "keep"):
        raise Refused("not_allowed" if kind else "unknown_pass")
    seat = room.seats[id_]
    if what in _DESK_ALONE:
        raise Refused("not_allowed")
    if what in _OWN_ALONE:
        if kind != "seat":  # a keep-link may have been passed on
            raise Refused("not_allowed")
        return Order(what, language, variant, seat=seat.id, team=seat.team)
    if what in _OWN:
        return Order(what, language, variant, seat=seat.id, team=seat.team)
    if not room.report_released:
        raise Refused("not_released")
    if team is None and len(room.teams) > 1 and _agreed(room):
        return Order(what, language, variant, seat=seat.id)
    if team not in (None, seat.team):
        raise Refused("not_allowed")
    return Order(what, language, variant, seat=seat.id, team=seat.team)


def _agreed(room: Room) -> bool:
    return all(team.joint for team in room.teams.values())


def _shown(what: str, document: Document) -> str:
    """A report's page is read where it opens; all else is kept as a file."""
    return "inline" if document.media_type == "text/html" and what not in _OWN_ALONE else "attachment"
