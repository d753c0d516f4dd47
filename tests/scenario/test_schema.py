"""The schema that editors use is fresh, explains every field, and takes what the loader takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from game_server.paths import scenarios_dir
from game_server.scenario.files import MAIN
from game_server.scenario.load import read_pack
from game_server.scenario.schema import Schema, file_schema, schema_text
from game_server.scenario.tree import Data, read_tree
from tests.scenario.packs import FILES, changed

SCHEMA = file_schema()
PACKED = sorted(scenarios_dir().glob("*/*.yaml"))


def fields(schema: Schema) -> Iterator[tuple[str, Any]]:
    parts = {"": schema} | schema["$defs"]
    for part, shape in parts.items():
        for name, described in shape.get("properties", {}).items():
            yield f"{part}.{name}", described


def errors(text: str) -> list[str]:
    tree, problems = read_tree(text, "x.yaml")
    assert tree is not None, problems
    data: Data = tree.data()
    return [error.message for error in jsonschema_rs.validator_for(SCHEMA).iter_errors(data)]


def test_the_stored_schema_is_fresh() -> None:
    stored = (scenarios_dir() / "scenario.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "run: crisistafel scenario schema > scenarios/scenario.schema.json"


@pytest.mark.parametrize(("name", "described"), [pytest.param(*field, id=field[0]) for field in fields(SCHEMA)])
def test_every_field_is_explained(name: str, described: Any) -> None:
    assert len(described.get("description", "")) > 5, name


@pytest.mark.parametrize("name", FILES)
def test_the_small_pack_fits_the_schema(name: str) -> None:
    assert errors(FILES[name]) == []


@pytest.mark.parametrize("path", PACKED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_fits_the_schema(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in PACKED if path.name == MAIN], ids=lambda path: path.parent.name)
def test_a_shipped_pack_tells_editors_where_its_schema_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../scenario.schema.json\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 40", "minutes: forty"),
        ("theme: own_house", "theme: anything"),
        ("theme: own_house\n", ""),
        ("deputies: [ciso]", "deputy: [ciso]"),
        ("when: {chosen: {decision: unplug, option: all-off}}", "when: {}"),
        ("kind: main", "kind: huge"),
        ("parts: [rounds.yaml]", "parts: [../rounds.yaml]"),
    ],
)
def test_what_the_schema_refuses_the_loader_refuses_too(tmp_path: Path, old: str, new: str) -> None:
    files = changed(old, new)
    assert any(errors(text) for text in files.values())
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_pack(tmp_path).scenario is None


def test_a_part_holds_nothing_that_belongs_in_the_main_file() -> None:
    assert errors(FILES["rounds.yaml"] + "title: {nl: Anders}\n")
