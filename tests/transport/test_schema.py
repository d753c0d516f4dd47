"""The published shapes: fresh, named well, and nowhere null."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game_server.transport.schema import schemas, typescript

WIRE = Path(__file__).parents[2] / "web" / "src" / "lib" / "wire.ts"


def test_the_web_clients_types_are_fresh() -> None:
    assert WIRE.read_text(encoding="utf-8") == typescript(), "run: python -m game_server.transport.schema " + str(WIRE)


def test_nothing_on_the_wire_may_be_null() -> None:
    assert '"null"' not in json.dumps(schemas())


def test_every_shape_has_a_plain_name() -> None:
    assert [name for name in schemas()["$defs"] if not name.isalnum()] == []


def test_every_field_has_a_plain_name() -> None:
    definitions = schemas()["$defs"]
    fields = {f"{name}.{field}" for name, shape in definitions.items() for field in shape.get("properties", ())}
    assert [field for field in sorted(fields) if field.endswith("_")] == []


@pytest.mark.parametrize("name", ["SeatCommand", "DeskCommand", "ObserverCommand"])
def test_no_command_carries_a_time_a_version_or_an_asker(name: str) -> None:
    definitions = schemas()["$defs"]
    top = definitions[name]
    parts = [part["$ref"].rsplit("/", 1)[-1] for part in top.get("oneOf", [{"$ref": "#/$defs/AddNote"}])]
    for part in parts:
        assert not {"at", "version", "now", "asker"} & set(definitions[part]["properties"]), part
        assert definitions[part]["additionalProperties"] is False
