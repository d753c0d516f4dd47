"""The house rules that a linter does not know: small files, small functions, words that say something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game_server.privacy.catalogue import CATALOGUE
from game_server.privacy.inventory import problems
from tests.house.tracked import ROOT, tracked

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
GENERATED = {"web/src/lib/wire.ts"}

PYTHON = [path for path in tracked("game_server", "tests") if path.suffix == ".py"]
SERVER = [path for path in PYTHON if path.parts[0] == "game_server"]
CLIENT = [path for path in tracked("web/src") if path.suffix in {".ts", ".svelte", ".css", ".mjs"}]


def named(path: Path) -> str:
    return path.as_posix()


@pytest.mark.parametrize("path", [*PYTHON, *CLIENT], ids=named)
def test_a_file_stays_small(path: Path) -> None:
    if path.as_posix() in GENERATED:
        return
    lines = len((ROOT / path).read_text().splitlines())
    assert lines <= LONGEST_FILE, f"{path} has {lines} lines; {LONGEST_FILE} is the limit: split it by what it is about"


@pytest.mark.parametrize("path", SERVER, ids=named)
def test_a_function_stays_small(path: Path) -> None:
    long = [
        f"{path}:{function.lineno} {function.name} has {length} lines"
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("path", SERVER, ids=named)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse((ROOT / path).read_text()))
    assert docstring, f"{path} does not say what it is for"
    first = docstring.split("\n\n")[0]
    assert re.search(r"[.:!?]`?$", first.strip()), f"{path}: the first paragraph is no sentence: {first!r}"


@pytest.mark.parametrize("path", [*PYTHON, *CLIENT], ids=named)
def test_a_name_says_what_is_in_it(path: Path) -> None:
    words = {part.removesuffix(path.suffix).lower() for part in path.parts}
    assert not words & EMPTY_WORDS, f"{path}: name it after what it holds"


@pytest.mark.parametrize("path", SERVER, ids=named)
def test_nothing_unfinished_is_left_behind(path: Path) -> None:
    found = re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", (ROOT / path).read_text())
    assert found is None, f"{path} still says {found}"


def test_every_stored_field_is_in_the_privacy_inventory() -> None:
    assert not (found := problems(CATALOGUE)), "\n".join(found)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
