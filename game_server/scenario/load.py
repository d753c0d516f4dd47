"""From the files of a pack to a `Scenario`, or to every problem at once, each with its file, line and column."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game_server.scenario import model
from game_server.scenario.files import join
from game_server.scenario.model import Scenario
from game_server.scenario.problems import Level, PackError, Problem
from game_server.scenario.tree import MAX_PROBLEMS, Node
from game_server.scenario.walk import Location

__all__ = ["Loaded", "Location", "PackError", "Problem", "load_pack", "read_pack"]


_FIELDS = sorted(
    {
        field.alias or name
        for part in vars(model).values()
        if isinstance(part, type) and issubclass(part, model.Part)
        for name, field in part.model_fields.items()
    }
)
_SAID = {
    "missing": "this field is missing",
    "string_type": "this must be text; put a number or a truth value in quotes",
    "int_type": "this must be a whole number, without quotes",
    "float_type": "this must be a number, without quotes",
    "bool_type": "this must be true or false, without quotes",
    "dict_type": "this must be a mapping",
    "tuple_type": "this must be a list",
    "string_too_short": "this text is empty",
    "too_short": "there is nothing here",
}
_PATTERNS = {
    r"^[a-z][a-z0-9-]{0,47}$": "an id is made of small letters, digits and hyphens, starts with a letter, 48 at most",
    r"^([01]\d|2[0-3]):[0-5]\d$": "a time is written as hh:mm",
    r"^\d{4}-\d{2}-\d{2}$": "a date is written as yyyy-mm-dd",
    r"^\d+\.\d+\.\d+$": "a version is written as 1.0.0",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """`scenario` is there exactly when there is no problem. `files` are names within the folder, in reading order."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    root: Node | None = None

    def in_order(self, problems: Iterable[Problem]) -> list[Problem]:
        """File by file in reading order, then by line; each once."""
        return list(_ordered(problems, self.files))

    def problem(self, where: Location, message: str, rule: str, level: Level = "error") -> Problem:
        """A problem at the place of the nearest thing to `where` that stands in a file."""
        file, line, column = _place(self.root, where)
        return Problem(file, line, column, _path(self.root, where), message, rule, level)


def load_pack(path: Path) -> Scenario:
    """The scenario of a pack's folder (or of its `scenario.yaml`); raises PackError with all problems."""
    loaded = read_pack(path)
    if loaded.scenario is None:
        raise PackError(loaded.problems)
    return loaded.scenario


def read_pack(path: Path) -> Loaded:
    """Never raises for what stands in the files; every problem of every file is in the answer."""
    joined = join(path)
    scenario: Scenario | None = None
    problems = list(joined.problems)
    if joined.root is not None:
        try:
            text = json.dumps(joined.root.data(), allow_nan=False)
            scenario = Scenario.model_validate_json(text, strict=True)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)[:MAX_PROBLEMS]
            known = {(problem.file, problem.line, problem.column) for problem in problems}
            told = (_told(joined.root, detail) for detail in details if joined.whole or not _may_be_elsewhere(detail))
            problems += [problem for problem in told if (problem.file, problem.line, problem.column) not in known]
    if problems:
        scenario = None
    return Loaded(scenario, _ordered(problems, joined.files), joined.files, joined.root)


def _ordered(problems: Iterable[Problem], files: tuple[str, ...]) -> tuple[Problem, ...]:
    def key(problem: Problem) -> tuple[int, Problem]:
        name = Path(problem.file).name
        return (files.index(name) if name in files else -1, problem)

    return tuple(sorted(dict.fromkeys(problems), key=key))


def _may_be_elsewhere(detail: ErrorDetails) -> bool:
    """A part that could not be read may hold what is missing; a broken `scenario.yaml` may hold anything."""
    return detail["type"] == "missing" and len(detail["loc"]) == 1


def _told(root: Node, detail: ErrorDetails) -> Problem:
    where = tuple(step for step in detail["loc"] if step != "[key]")
    rule = _rule(detail)
    file, line, column = _place(root, where, named=rule == "unknown-field")
    return Problem(file, line, column, _path(root, where), _message(detail), rule)


def _rule(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "extra_forbidden":
            return "unknown-field"
        case "string_too_short":
            return "empty-text"
        case _:
            return "schema"


def _message(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        field = str(detail["loc"][-1])
        near = difflib.get_close_matches(field, [*_FIELDS, "parts"], 1)
        return f"unknown field {field!r}" + (f"; did you mean {near[0]!r}?" if near else "")
    if kind == "string_pattern_mismatch" and context.get("pattern") in _PATTERNS:
        return _PATTERNS[context["pattern"]]
    if kind == "too_short" and context.get("min_length", 1) > 1:
        return f"at least {context['min_length']} are needed here"
    if kind in _SAID:
        return _SAID[kind]
    said = detail["msg"].removeprefix("Value error, ").replace("Input should be", "this must be")
    return said[:1].lower() + said[1:]


def _place(root: Node | None, where: Location, named: bool = False) -> tuple[str, int, int]:
    """Where the value stands; where the field's name stands for a list, a mapping or when `named`."""
    if root is None:
        return ("", 1, 1)
    node, place = root, (root.file, root.line, root.column)
    for index, step in enumerate(where):
        child = _child(node, step)
        if child is None:
            break
        place = (child.file, child.line, child.column)
        last = index == len(where) - 1
        if last and (named or isinstance(child.value, dict | list)) and isinstance(step, str) and step in node.keys:
            place = (child.file, *node.keys[step])
        node = child
    return place


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(step, str):
        return node.get(step)
    items = node.items()
    return items[step] if 0 <= step < len(items) else None


def _path(root: Node | None, where: Location) -> str:
    """List positions are told by the id of what stands there, because parts are joined and positions shift."""
    steps: list[str] = []
    node: Node | None = root
    for step in where:
        node = _child(node, step) if node is not None else None
        named = node.get("id") if node is not None and isinstance(step, int) else None
        steps.append(str(named.value) if named is not None and isinstance(named.value, str) else str(step))
    return ".".join(steps)
