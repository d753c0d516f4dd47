"""Every view of a whole session has its published shape: no field too many, none missing, nothing null."""

from __future__ import annotations

from string import Formatter
from typing import Any

import pytest

from game_server.views import own, view
from game_server.views.schema import AUDIENCE_VIEWS, VIEW_TYPES, view_schemas
from game_server.views.words import KEYS, WORDS, say
from tests.room.table import Table
from tests.views.session import Session, audiences

TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,)}


def _problems(value: Any, schema: Any, defs: Any, path: str = "") -> list[str]:
    """What is wrong with a value, for the few words of JSON Schema that views use."""
    if "$ref" in schema:
        return _problems(value, defs[schema["$ref"].rsplit("/", 1)[-1]], defs, path)
    if "enum" in schema or "const" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{path}: {value!r}"]
    if schema["type"] == "object":
        return _in_object(value, schema, defs, path)
    if schema["type"] == "array":
        return [p for at, one in enumerate(value) for p in _problems(one, schema["items"], defs, f"{path}/{at}")]
    wrong = not isinstance(value, TYPES[schema["type"]]) or isinstance(value, bool) != (schema["type"] == "boolean")
    return [f"{path}: {value!r} is no {schema['type']}"] if wrong else []


def _in_object(value: Any, schema: Any, defs: Any, path: str) -> list[str]:
    fields = schema.get("properties")
    if fields is None:
        inner = schema["additionalProperties"]
        return [p for key, one in value.items() for p in _problems(one, inner, defs, f"{path}/{key}")]
    problems = [f"{path}: lacks {key}" for key in schema.get("required", []) if key not in value]
    problems += [f"{path}: has {key}" for key in value if key not in fields]
    known = [key for key in value if key in fields]
    return problems + [p for key in known for p in _problems(value[key], fields[key], defs, f"{path}/{key}")]


def test_every_view_of_a_session_has_its_published_shape() -> None:
    defs = view_schemas()["$defs"]
    looked: set[str] = set()

    def look(table: Table) -> None:
        for audience in audiences(table):
            name = AUDIENCE_VIEWS[audience.kind]
            assert _problems(view(audience, table.room, table.catalogue), defs[name], defs) == [], audience
            looked.add(name)
        for seat in table.room.seats:
            assert _problems(own(seat, table.room), defs["Own"], defs) == []
            looked.add("Own")

    Session(look, named=True).play()
    assert looked == set(VIEW_TYPES)


def test_the_check_of_shapes_finds_what_is_wrong() -> None:
    defs = view_schemas()["$defs"]
    phase = {"id": "a", "kind": "round", "title": "b", "order": 1, "of": 2}
    assert _problems(phase, defs["Phase"], defs) == []
    for wrong in ({"order": "1"}, {"of": None}, {"kind": "end"}, {"more": 1}, {"order": True}):
        assert _problems(phase | wrong, defs["Phase"], defs) != []
    assert _problems({}, defs["Phase"], defs) != []


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_language_says_every_sentence_with_the_same_blanks(language: str) -> None:
    assert set(WORDS[language]) == set(KEYS)
    for key in KEYS:
        blanks = [{name for _, name, _, _ in Formatter().parse(WORDS[one][key]) if name} for one in (language, "nl")]
        assert blanks[0] == blanks[1], key


def test_an_unknown_language_is_spoken_to_in_dutch() -> None:
    assert say("next_start", "fy") == say("next_start", "nl")
