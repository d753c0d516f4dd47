"""The HTTP door as one application: its calls, its contract, and the web client's pages."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from game_server.transport import (
    http_attendance,
    http_bots,
    http_follow_up,
    http_handover,
    http_operator,
    http_privacy,
    http_rooms,
    http_seats,
    http_sittings,
    http_take_home,
    problems,
    wire,
)
from game_server.transport.messages import asked_language
from game_server.transport.pages import Pages
from game_server.transport.parts import Parts
from game_server.transport.privacy_page import privacy_page
from game_server.transport.problems import problem
from game_server.transport.schema import report_schema, schemas

_PROBLEM: dict[str, Any] = {
    "description": "A problem (RFC 9457): `code` is stable, `detail` says what to do next",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}

_PARTS = (
    http_rooms,
    http_seats,
    http_handover,
    http_sittings,
    http_attendance,
    http_take_home,
    http_follow_up,
    http_bots,
    http_privacy,
    http_operator,
)
ROUTERS = tuple(part.router for part in _PARTS)


def make_http(parts: Parts, pages: Pages, version: str) -> FastAPI:
    """The application; the gate stands in front of it."""
    app = FastAPI(
        title="Crisistafel",
        version=version,
        description="The HTTP part of the wire; views and commands travel over Socket.IO (see /api/wire.json).",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses={"4XX": _PROBLEM, "5XX": _PROBLEM},
    )
    app.state.parts = parts
    problems.install(app)
    for router in ROUTERS:
        app.include_router(router)
    published, report = schemas(), report_schema()

    @app.get("/api/wire.json", include_in_schema=False)
    async def show_wire() -> JSONResponse:
        return JSONResponse(published, media_type="application/schema+json")

    @app.api_route("/privacy", methods=["GET", "HEAD"], include_in_schema=False)
    async def show_privacy(request: Request, doc: str = "", lang: str = "") -> Response:
        return privacy_page(request, parts, pages.template("privacy.html"), version, doc, lang)

    @app.get("/api/debrief.schema.json", include_in_schema=False)
    async def show_report() -> JSONResponse:
        return JSONResponse(report, media_type="application/schema+json")

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def show_page(path: str, request: Request) -> Response:
        if problems.allowed(request):
            return problems.not_possible(request)
        found = None if path.startswith("api/") else pages.find(request)
        return found or problem("not_found", asked_language(request.headers.get("accept-language")))

    _publish(app)
    return app


def _publish(app: FastAPI) -> None:
    """Puts the problem's shape into the OpenAPI document, in the place of FastAPI's own."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = make()
            shapes = document.setdefault("components", {}).setdefault("schemas", {})
            shapes.pop("HTTPValidationError", None)
            shapes.pop("ValidationError", None)
            problem_shape = wire.Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            shapes.update(problem_shape.pop("$defs", {}))
            shapes["Problem"] = problem_shape
            for calls in document["paths"].values():
                for call in calls.values():
                    call["responses"].pop("422", None)
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
