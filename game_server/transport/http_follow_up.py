"""HTTP for weeks later: making a follow-up link, answering it without an account, and the counts for who led."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from game_server.journal.base import NoRoom
from game_server.journal.tally import Count
from game_server.room.refusals import Refused
from game_server.room.state import Room, Seat
from game_server.transport import wire_follow_up
from game_server.transport.parts import Here, Holder, Key, Parts
from game_server.transport.passes import hashed, normal_code, shown_code
from game_server.transport.problems import Trouble

router = APIRouter(prefix="/api", tags=["follow-up"])


@router.post("/rooms/{code}/follow-ups", status_code=201)
async def make_link(
    code: str, body: wire_follow_up.FollowUpBody, request: Request, parts: Here, holder: Holder
) -> wire_follow_up.FollowUpMade:
    """A link for a seat that resolved something. The words stay on the phone; the server keeps a hash of `key`.

    The same `key` again makes no second link.
    """
    host = await parts.room(request, code, holder)
    seat = await host.look(lambda room, _: _resolved(room, holder))
    if not parts.follow_up_links.take((host.code, seat)):
        raise Trouble("too_many", retry_after=parts.follow_up_links.retry_after())
    return wire_follow_up.FollowUpMade(until=await parts.hub.follow_up.make(host, hashed(body.key)))


@router.post("/follow-ups", status_code=204, response_class=Response)
async def answer_link(body: wire_follow_up.FollowUpAnswerBody, request: Request, parts: Here) -> Response:
    """Done, begun or not, with reasons from a list: whoever has the link, once, until week 13 after the closing."""
    if not parts.follow_up_answers.take(parts.origins.address(request.scope)):
        raise Trouble("too_many", retry_after=parts.follow_up_answers.retry_after())
    code = normal_code(body.code)
    if code is None:
        raise Refused("unknown_link")
    await parts.hub.follow_up.answer(code, hashed(body.key), body.answer, body.reasons)
    return Response(status_code=204)


@router.get("/follow-ups", response_model_exclude_none=True)
async def list_counts(parts: Here, key: Key) -> wire_follow_up.FollowUps:
    """The counts of every room that this key opened and that has a link, also of those that were destroyed."""
    found = await parts.hub.follow_up.counts(key)
    return wire_follow_up.FollowUps(rooms={shown_code(code): _counts(count) for code, count in found.items()})


@router.get("/rooms/{code}/follow-up", response_model_exclude_none=True)
async def show_counts(code: str, parts: Here, key: Key) -> wire_follow_up.FollowUpCounts:
    """The counts of a room that this key opened, also after the room itself was destroyed."""
    found = normal_code(code)
    count = None if found is None else await parts.hub.follow_up.count(found, key)
    if count is not None:
        return _counts(count)
    if found is None or not await _opened_by(parts, found, key):
        raise Trouble("unknown_room")
    return wire_follow_up.FollowUpCounts(links=0, answers={}, reasons={})


def _resolved(room: Room, holder: str) -> str:
    """The seat that holds this pass. Raises Refused."""
    kind, id_ = room.passes.get(holder, ("", ""))
    if kind not in ("seat", "keep"):
        raise Refused("not_allowed" if kind else "unknown_pass")
    seat: Seat = room.seats[id_]
    if not seat.resolution:
        raise Refused("no_resolution")
    return seat.id


async def _opened_by(parts: Parts, code: str, key: str) -> bool:
    try:
        host = await parts.hub.host(code)
    except NoRoom:
        return False
    return await host.look(lambda room, _: room.key == key)


def _counts(count: Count) -> wire_follow_up.FollowUpCounts:
    answers = {what: number for what, number in count.counts.items() if ":" not in what}
    reasons: dict[str, dict[str, int]] = {answer: {} for answer in answers}
    for what, number in count.counts.items():
        answer, colon, reason = what.partition(":")
        if colon:
            reasons[answer][reason] = number
    return wire_follow_up.FollowUpCounts.model_validate(
        {"links": count.links, "answers": answers, "reasons": reasons, "until": count.until}
    )
