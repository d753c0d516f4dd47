"""The wire as JSON Schema, and as the TypeScript that the web client is checked against (`web/src/lib/wire.ts`).

`python -m game_server.transport.schema web/src/lib/wire.ts` writes the file anew; a test fails when it is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from game_server.debrief.shape import Report
from game_server.room.commands import DeskCommand, ObserverCommand, SeatCommand
from game_server.transport import wire, wire_follow_up, wire_privacy, wire_sittings
from game_server.views.shapes import Own, ParticipantView
from game_server.views.shapes_desk import DeskRows, DeskView
from game_server.views.shapes_screen import ObserverView, ScreenView

Schema: TypeAlias = dict[str, Any]

_SAID: Mapping[str, Any] = {
    "SeatCommand": SeatCommand,
    "DeskCommand": DeskCommand,
    "ObserverCommand": ObserverCommand,
    "Hello": wire.Hello,
    "Resync": wire.Resync,
    "OpenRoomBody": wire.OpenRoomBody,
    "TakeSeatBody": wire.TakeSeatBody,
    "ClaimBody": wire.ClaimBody,
    "PairingBody": wire.PairingBody,
    "DeviceBody": wire.DeviceBody,
    "KeepBody": wire.KeepBody,
    "FollowUpBody": wire_follow_up.FollowUpBody,
    "FollowUpAnswerBody": wire_follow_up.FollowUpAnswerBody,
    "HandoverBody": wire.HandoverBody,
    "TakeHandedBody": wire.TakeHandedBody,
    "BotBody": wire.BotBody,
    "TakeOverBody": wire.TakeOverBody,
    "QrBody": wire.QrBody,
    "TicketBody": wire.TicketBody,
    "ForkBody": wire.ForkBody,
    "AttendanceBody": wire.AttendanceBody,
}
_HEARD: Mapping[str, Any] = {
    "ParticipantView": ParticipantView,
    "Own": Own,
    "DeskView": DeskView,
    "DeskRows": DeskRows,
    "ScreenView": ScreenView,
    "ObserverView": ObserverView,
    "Frame": wire.Frame,
    "Tick": wire.Tick,
    "Presence": wire.Presence,
    "Bye": wire.Bye,
    "HelloRefused": wire.HelloRefused,
    "Ack": wire.Ack,
    "Scenarios": wire.Scenarios,
    "RoomOpenedAnswer": wire.RoomOpenedAnswer,
    "Rooms": wire.Rooms,
    "RoomInfo": wire.RoomInfo,
    "SeatGiven": wire.SeatGiven,
    "KnockMade": wire.KnockMade,
    "HandoverOffer": wire.HandoverOffer,
    "HandedSeat": wire.HandedSeat,
    "ClaimMade": wire.ClaimMade,
    "Pairing": wire.Pairing,
    "DeviceGiven": wire.DeviceGiven,
    "KeepGiven": wire.KeepGiven,
    "FollowUpMade": wire_follow_up.FollowUpMade,
    "FollowUpCounts": wire_follow_up.FollowUpCounts,
    "FollowUps": wire_follow_up.FollowUps,
    "Cast": wire.Cast,
    "Ticket": wire.Ticket,
    "Erased": wire_privacy.Erased,
    "Receipts": wire_privacy.Receipts,
    "Beginnings": wire_sittings.Beginnings,
    "MirrorSeen": wire_sittings.MirrorSeen,
    "Pong": wire.Pong,
    "Problem": wire.Problem,
}
_HEAD = """\
// What crosses the wire. Written by `python -m game_server.transport.schema web/src/lib/wire.ts`; do not edit.
//
// Links carry secrets in the fragment, as URLSearchParams: join `/#code=…&team=…`, a chair handed over
// `/#code=…&hand=…`, desk `/regie#code=…&link=…`,
// a facilitator's key `/regie#key=…`, screen `/scherm#code=…&link=…&team=…`, observer `/waarnemer#code=…&link=…`,
// follow-up `/vervolg#code=…&key=…` with the resolution itself.
"""


class _Plain(GenerateJsonSchema):
    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


@cache
def schemas() -> Schema:
    """Every shape of the wire as one JSON Schema document: `$defs` by name, nothing nullable."""
    definitions: Schema = {}
    for shapes, mode in ((_SAID, "validation"), (_HEARD, "serialization")):
        for name, found in _definitions(shapes, cast("JsonSchemaMode", mode)).items():
            if definitions.setdefault(name, found) != found:
                raise ValueError(f"two shapes are called {name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Crisistafel wire",
        "$defs": dict(sorted(definitions.items())),
    }


@cache
def report_schema() -> Schema:
    """`debrief.json` as a JSON Schema document of its own, with the words that say what each part is."""
    definitions = _definitions({"Report": Report}, "serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Crisistafel debrief.json",
        "$ref": "#/$defs/Report",
        "$defs": dict(sorted(definitions.items())),
    }


def typescript() -> str:
    """The same shapes as TypeScript."""
    definitions = schemas()["$defs"]
    return _HEAD + "".join("\n" + _declaration(name, schema) for name, schema in definitions.items())


def _definitions(shapes: Mapping[str, Any], mode: JsonSchemaMode) -> Schema:
    inputs = [(name, mode, TypeAdapter(shape)) for name, shape in shapes.items()]
    tops, document = TypeAdapter.json_schemas(inputs, ref_template="#/$defs/{model}", schema_generator=_Plain)
    found = {name: _without_null(schema, mode) for name, schema in document.get("$defs", {}).items()}
    for (name, _), schema in tops.items():
        if schema.get("$ref") != f"#/$defs/{name}":
            found[name] = _without_null(schema, mode)
    return found


def _without_null(schema: Schema, mode: Literal["validation", "serialization"]) -> Schema:
    """A field that may be null in Python may be absent on the wire; an answer's defaults are always sent."""
    if "properties" not in schema:
        return {key: value for key, value in schema.items() if key != "title"}
    required = set(schema.get("required", ()))
    properties = {}
    for name, value in schema["properties"].items():
        nullable = any(part.get("type") == "null" for part in value.get("anyOf", ()))
        properties[name] = _not_null(value) if nullable else dict(value)
        if mode == "serialization" and "default" in value and not nullable:
            required.add(name)
        if nullable:
            properties[name].pop("default", None)
    kept = {key: value for key, value in schema.items() if key != "title"}
    kept["properties"] = properties
    kept["required"] = [name for name in properties if name in required]
    return kept


def _not_null(value: Schema) -> Schema:
    parts = [part for part in value["anyOf"] if part.get("type") != "null"]
    rest = {key: part for key, part in value.items() if key != "anyOf"}
    return rest | parts[0] if len(parts) == 1 else rest | {"anyOf": parts}


# ---------------------------------------------------------------- TypeScript


def _declaration(name: str, schema: Schema) -> str:
    comment = _comment(schema.get("description"), "")
    if "properties" not in schema:
        return f"{comment}export type {name} = {_type(schema)}\n"
    lines = [f"{comment}export interface {name} {{"]
    for key, value in schema["properties"].items():
        mark = "" if key in schema["required"] else "?"
        lines.append(f"{_comment(value.get('description'), '  ')}  {key}{mark}: {_type(value)}")
    return "\n".join([*lines, "}"]) + "\n"


def _comment(words: str | None, indent: str) -> str:
    if not words:
        return ""
    lines = [line.strip() for line in words.strip().splitlines()]
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    return "".join([f"{indent}/**\n", *(f"{indent} * {line}".rstrip() + "\n" for line in lines), f"{indent} */\n"])


def _type(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return _union(_type(part) for part in schema[key])
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return _union(_literal(value) for value in schema["enum"])
    return _typed(schema)


def _typed(schema: Schema) -> str:
    match schema.get("type"):
        case "string":
            return "string"
        case "integer" | "number":
            return "number"
        case "boolean":
            return "boolean"
        case "array" if "prefixItems" in schema:
            return f"[{', '.join(_type(item) for item in schema['prefixItems'])}]"
        case "array":
            item = _type(schema["items"])
            return f"({item})[]" if " " in item else f"{item}[]"
        case "object":
            patterned = next(iter(schema.get("patternProperties", {}).values()), True)
            values = schema.get("additionalProperties") or patterned
            return f"Record<string, {_type(values) if isinstance(values, dict) else 'unknown'}>"
        case None:
            return "unknown"
        case other:
            raise ValueError(f"no TypeScript for {other}")


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else f"'{value}'"


def _union(parts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(parts))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(typescript(), encoding="utf-8")
