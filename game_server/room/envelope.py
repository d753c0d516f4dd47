"""An event: one fact with its place, time and author, and how it is written down and read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import TypeAdapter, ValidationError

from game_server.room.events import AnyFact

SCHEMA = 1
"""The newest event schema that this code writes and reads."""

_FACTS: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
_ENVELOPE = ("version", "at", "by", "cmd", "schema", "result")


class NewerEvent(Exception):
    """An event that a newer version of the program wrote: this process must let go of the room."""


@dataclass(frozen=True, slots=True)
class Event:
    """A stored fact. `version` counts from 1 without gaps; `at` is UTC in milliseconds and never goes back.

    `by` is an actor: `seat:<id>`, `desk:<id>`, `observer:<id>`, `door` (someone at the HTTP door) or `server`.
    `cmd` is the client's command id; `result` is the answer's result, on the last event of an accepted command.
    """

    version: int
    at: int
    by: str
    fact: AnyFact
    cmd: str | None = None
    result: dict[str, Any] | None = None


def encode(event: Event) -> bytes:
    """The event as one line of JSON: `{version, at, by, cmd?, schema, result?, type, …}`."""
    record: dict[str, Any] = {"version": event.version, "at": event.at, "by": event.by, "schema": SCHEMA}
    if event.cmd is not None:
        record["cmd"] = event.cmd
    if event.result is not None:
        record["result"] = event.result
    record.update(event.fact.model_dump(mode="json", exclude_none=True))
    return orjson.dumps(record)


def decode(line: bytes | str) -> Event:
    """Reads what `encode` wrote. Raises NewerEvent for a newer schema or an unknown type; ValueError if broken."""
    record = orjson.loads(line)
    if not isinstance(record, dict) or not isinstance(record.get("schema"), int):
        raise ValueError("not an event")
    if record["schema"] > SCHEMA:
        raise NewerEvent(f"schema {record['schema']}")
    body = {key: value for key, value in record.items() if key not in _ENVELOPE}
    try:
        fact = _FACTS.validate_python(body)
    except ValidationError as error:
        if any(e["type"] == "union_tag_invalid" for e in error.errors()):
            raise NewerEvent(f"type {record.get('type')!r}") from None
        places = [".".join(map(str, e["loc"])) for e in error.errors(include_input=False, include_url=False)]
        raise ValueError(f"broken event {record.get('version')}: {', '.join(places)}") from None
    return Event(
        version=record["version"],
        at=record["at"],
        by=record["by"],
        fact=fact,
        cmd=record.get("cmd"),
        result=record.get("result"),
    )
