"""RFC 9457 problem details with stable codes, for everything that the HTTP door refuses."""

from __future__ import annotations

import re
from typing import Final

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from game_server.hosting.answers import Failed, Unreadable
from game_server.journal.base import NoRoom, NotStored
from game_server.room.refusals import Refused
from game_server.transport.messages import asked_language, field_problems, sentence
from game_server.transport.wire import FieldProblem, Language, Problem

_STATUS: Final = {
    "unknown_code": 404,
    "unknown_room": 404,
    "unknown_scenario": 404,
    "unknown_ticket": 404,
    "unknown_link": 404,
    "follow_up_over": 410,
    "not_found": 404,
    "unknown_pass": 401,
    "unknown_key": 401,
    "bad_link": 403,
    "door_closed": 403,
    "device_ended": 403,
    "removed": 403,
    "knock_refused": 403,
    "not_allowed": 403,
    "bad_origin": 403,
    "method_not_allowed": 405,
    "too_large": 413,
    "bad_request": 422,
    "bad_language": 422,
    "unknown_team": 422,
    "unknown_role": 422,
    "unknown_moment": 422,
    "too_many": 429,
    "too_many_wrong_codes": 429,
    "too_many_sockets": 429,
    "internal": 500,
    "unreadable": 503,
    "not_stored": 503,
    "no_web": 503,
    "not_available": 501,
}
_TITLES: Final = {
    401: "Not recognised",
    403: "Not allowed",
    404: "Not found",
    405: "Not possible here",
    409: "Not possible now",
    410: "Over",
    413: "Too large",
    422: "Not filled in correctly",
    429: "Too fast",
    500: "Our mistake",
    501: "Not there yet",
    503: "Not available now",
}


class Trouble(Exception):
    """A refusal by the HTTP door itself. `retry_after` in seconds."""

    def __init__(self, code: str, field: str | None = None, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.code, self.field, self.retry_after = code, field, retry_after


def problem(
    code: str,
    language: Language,
    field: str | None = None,
    errors: tuple[FieldProblem, ...] = (),
    retry_after: int | None = None,
    did: tuple[str, str] | None = None,
) -> Response:
    """The response for `code`; a code without a status of its own is a conflict with how things stand."""
    status = _STATUS.get(code, 409)
    body = Problem(
        type=f"urn:crisistafel:{code}",
        title=_TITLES[status],
        status=status,
        detail=sentence(code, language, field or "", did),
        code=code,
        field=field,
        errors=errors,
        retry_after=retry_after,
    )
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(retry_after)} if retry_after else {})
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(
        orjson.dumps(body.model_dump(exclude_none=True)),
        status_code=status,
        media_type="application/problem+json",
        headers=headers,
    )


def _language(request: Request) -> Language:
    return asked_language(request.headers.get("accept-language"))


def allowed(request: Request) -> str:
    """Every method of the calls at this path, as `Allow` names them; FastAPI itself names those of one call only."""
    found: dict[int, set[str]] = {}
    for template, calls in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template)), request.url.path):
            found.setdefault(template.count("{"), set()).update(method.upper() for method in calls)
    return ", ".join(sorted(found[min(found)])) if found else ""


def not_possible(request: Request) -> Response:
    """405, with what is possible (RFC 9110)."""
    answer = problem("method_not_allowed", _language(request))
    answer.headers["Allow"] = allowed(request) or "GET, HEAD"
    return answer


async def _trouble(request: Request, error: Exception) -> Response:
    language = _language(request)
    match error:
        case Trouble():
            return problem(error.code, language, error.field, retry_after=error.retry_after)
        case Refused():
            return problem(error.code, language, error.field, did=error.did)
        case NoRoom():  # destroyed between two questions about it
            return problem("unknown_code", language)
        case NotStored():
            return problem("not_stored", language, retry_after=2)
        case Unreadable():
            return problem("unreadable", language)
        case Failed():
            return problem("internal", language)
        case RequestValidationError():
            found = tuple(field_problems(error.errors(), language))
            return problem("bad_request", language, found[0].field if found else None, found)
        case HTTPException(status_code=405):
            return not_possible(request)
        case HTTPException(status_code=413):
            return problem("too_large", language)
        case HTTPException(status_code=400):
            return problem("bad_request", language)
        case HTTPException():
            return problem("not_found", language)
        case _:
            return problem("internal", language)


def install(app: FastAPI) -> None:
    """Every refusal by `app` becomes a problem document; a bug too, which the gate then logs."""
    for kind in (
        Trouble,
        Refused,
        NoRoom,
        NotStored,
        Unreadable,
        Failed,
        RequestValidationError,
        HTTPException,
        Exception,
    ):
        app.add_exception_handler(kind, _trouble)
