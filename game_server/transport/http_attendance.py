"""HTTP for a certificate of attendance: the name comes in the body, is printed, and is kept and logged nowhere."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from game_server.room.refusals import Refused
from game_server.transport import wire
from game_server.transport.parts import Here, Holder, Reader
from game_server.transport.problems import Trouble

router = APIRouter(prefix="/api", tags=["take home"])


@router.post("/rooms/{code}/attendance.pdf", response_class=Response)
async def certify(
    code: str, body: wire.AttendanceBody, request: Request, parts: Here, holder: Holder, reader: Reader
) -> Response:
    """For who sat at the table while the game ran, from the debrief on; with the seat's pass or its keep-link."""
    host = await parts.room(request, code, holder)
    kind, seat, status = await host.look(lambda room, _: (*room.passes.get(holder, ("", "")), room.status))
    if kind not in ("seat", "keep"):
        raise Refused("not_allowed" if kind else "unknown_pass")
    if status not in ("debrief", "closed"):
        raise Refused("not_debrief")
    if parts.certify is None:
        raise Trouble("not_available")
    document = await parts.certify(host, seat, body.name, body.language or reader)
    return Response(
        document.body,
        media_type=document.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{document.name}"',
            "Cache-Control": "private, no-store",
        },
    )
