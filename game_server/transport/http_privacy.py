"""HTTP for forgetting: one person from the phone, a whole room at once, and the receipts of what is gone."""

from __future__ import annotations

from fastapi import APIRouter, Request

from game_server.hosting.host import Host
from game_server.hosting.patience import in_time
from game_server.privacy.receipts import Told, person_receipt, room_receipt
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.transport import wire_privacy
from game_server.transport.http_rooms import own_room
from game_server.transport.parts import Here, Holder, Key, Parts, Reader
from game_server.transport.passes import shown_code

router = APIRouter(prefix="/api", tags=["privacy"])


@router.delete("/rooms/{code}/seats/{seat}", response_model_exclude_none=True)
async def erase_seat(
    code: str, seat: str, request: Request, parts: Here, holder: Holder, language: Reader
) -> wire_privacy.Erased:
    """Every word and name of this person goes from the journal, for good: by the seat's own pass, or by a desk."""
    host = await parts.room(request, code, holder)
    await host.look(lambda room, _: _may_erase(room, holder, seat))
    await parts.hub.erase_seat(host.code, seat)
    at = host.now()
    return _erased(host.code, at, person_receipt(at, language))


@router.delete("/rooms/{code}", response_model_exclude_none=True)
async def erase_room(code: str, request: Request, parts: Here, holder: Holder, language: Reader) -> wire_privacy.Erased:
    """*Wis nu*: the whole room goes at once, by one of its desks or by the key that opened it."""
    host = await _to_destroy(code, request, parts, holder)
    made = await parts.hub.destroy(host.code)
    return _erased(made.code, made.at, room_receipt(made, language))


@router.get("/receipts", response_model_exclude_none=True)
async def list_receipts(parts: Here, key: Key, language: Reader) -> wire_privacy.Receipts:
    """The rooms of this key that were erased in the last year, newest first."""
    return wire_privacy.Receipts(
        receipts=tuple(_erased(one.code, one.at, room_receipt(one, language)) for one in await parts.hub.receipts(key))
    )


def _erased(code: str, at: int, told: Told) -> wire_privacy.Erased:
    return wire_privacy.Erased(code=shown_code(code), at=at, **told._asdict())


def _may_erase(room: Room, holder: str, seat: str) -> None:
    kind, id_ = room.passes.get(holder, ("", ""))
    if kind == "seat" and id_ != seat:
        raise Refused("not_allowed")
    if kind not in ("seat", "desk"):
        raise Refused("not_allowed" if kind else "unknown_pass")


async def _to_destroy(code: str, request: Request, parts: Parts, holder: str) -> Host:
    """Raises Trouble, and Refused to whoever may not."""
    key = parts.own_keys.get(holder) or await in_time(parts.hub.journal.find_key(holder))
    if key is not None:
        return await own_room(parts, code, key)
    host = await parts.room(request, code, holder)
    kind = await host.look(lambda room, _: room.passes.get(holder, ("", ""))[0])
    if kind != "desk":
        raise Refused("not_allowed" if kind else "unknown_pass")
    return host
