"""HTTP for whoever runs the server: health, figures, and facilitators' keys through the server that holds the data."""

from __future__ import annotations

from collections.abc import Iterable
from hmac import compare_digest
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from pydantic import StringConstraints

from game_server.hosting.importing import take_in
from game_server.hosting.journal_reading import MOST_BYTES, BrokenJournal, Read, read_journal
from game_server.hosting.patience import in_time
from game_server.journal.base import SCENARIO_FILE, NotStored, Taken
from game_server.transport.parts import Here, Parts
from game_server.transport.passes import bearer, hashed
from game_server.transport.problems import Trouble
from game_server.transport.wire import Answer, Ask

router = APIRouter(include_in_schema=False)


class KeyAsked(Ask):
    name: Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]{1,40}$")]


class KeyMade(Answer):
    """`key` is shown this once."""

    name: str
    key: str


@router.get("/health/live")
async def live() -> dict[str, str]:
    return {"status": "live"}


@router.get("/health/ready")
async def ready(parts: Here) -> Response:
    """503 while the server ends, or while the journal does not take writes."""
    try:
        answers = await in_time(parts.hub.journal.answers())
    except NotStored:
        answers = False
    is_ready = answers and not parts.draining
    return JSONResponse({"status": "ready" if is_ready else "not ready"}, status_code=200 if is_ready else 503)


@router.get("/metrics")
async def metrics(request: Request, parts: Here) -> Response:
    """For this machine and trusted networks only; the figures name nobody."""
    if not parts.settings.metrics or not parts.origins.is_near(request.scope):
        raise Trouble("not_found")
    registry = CollectorRegistry()
    registry.register(_Figures(parts))
    return Response(generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class _Figures:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def collect(self) -> Iterable[Metric]:
        sockets = GaugeMetricFamily("crisistafel_sockets", "Sockets that have shown a pass")
        sockets.add_metric([], self._parts.open_sockets())
        yield sockets
        door = CounterMetricFamily("crisistafel_door", "What happened at the door", labels=["what"])
        for what, count in self._parts.counts.items():
            door.add_metric([what], count)
        yield door


async def _owner(request: Request, parts: Here) -> None:
    """Only who can read the token in the data folder, and only from this machine. Raises Trouble."""
    token = bearer(request.headers.get("authorization")) or ""
    if not parts.admin or not parts.origins.is_near(request.scope) or not compare_digest(hashed(token), parts.admin):
        raise Trouble("not_found")


Owner = Annotated[None, Depends(_owner)]


class JournalAsked(Ask):
    """A `journal.jsonl` on this machine, and the key that its room will belong to."""

    path: Annotated[str, StringConstraints(min_length=1, max_length=4096)]
    key: str | None = None


class JournalTaken(Answer):
    code: str
    key: str


@router.post("/admin/journals", status_code=201)
async def import_journal(body: JournalAsked, parts: Here, _: Owner) -> JournalTaken:
    """Takes in a room from a file; whoever asks has read it, and is told of its problems there."""
    packs = {pack.digest: pack.files[SCENARIO_FILE] for pack in parts.shelf.packs.values()}

    def read() -> Read:
        with Path(body.path).open("rb") as opened:
            return read_journal(opened.read(MOST_BYTES + 1), packs.get)

    try:
        found = await parts.hub.runtime.run_blocking(read)
    except (OSError, BrokenJournal):
        raise Trouble("bad_request", field="path") from None
    own = parts.own_keys.values()
    owner = await take_in(found, parts.hub.journal, body.key, own, parts.hub.now())
    return JournalTaken(code=found.room.code, key=owner)


@router.get("/admin/keys")
async def list_keys(parts: Here, _: Owner) -> list[dict[str, str | bool]]:
    return [{"name": key.name, "revoked": key.revoked} for key in await in_time(parts.hub.journal.keys())]


@router.post("/admin/keys", status_code=201)
async def add_key(body: KeyAsked, parts: Here, _: Owner) -> KeyMade:
    key = parts.hub.runtime.new_secret()
    try:
        await in_time(parts.hub.journal.add_key(body.name, hashed(key)))
    except Taken:
        raise Trouble("key_taken", field="name") from None
    return KeyMade(name=body.name, key=key)


@router.delete("/admin/keys/{name}", status_code=204)
async def revoke_key(name: str, parts: Here, _: Owner) -> None:
    if not await in_time(parts.hub.journal.revoke_key(name)):
        raise Trouble("unknown_key")
