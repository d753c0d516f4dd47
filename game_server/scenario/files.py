"""The files of a pack, joined into one tree: `scenario.yaml`, then the parts that it names, all in one folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game_server.scenario.problems import Problem
from game_server.scenario.tree import Node, read_tree

MAIN = "scenario.yaml"
MAX_BYTES = 256 * 1024
MAX_PARTS = 40
LISTS = ("ladder", "phases", "debrief", "statements", "glossary")
MAPPINGS = ("roles", "indicators", "clocks")
PART_KEYS = LISTS + MAPPINGS
_PART_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}\.ya?ml")


@dataclass(slots=True)
class Joined:
    """`whole` is false when a file could not be read, so that what is missing may stand in it."""

    root: Node | None = None
    files: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True


def join(path: Path) -> Joined:
    """Reads a pack, given as its folder or its `scenario.yaml`; every problem of every file, not only the first."""
    folder = path.parent if path.name == MAIN else path
    joined = Joined()
    main = _read(folder, MAIN, joined)
    parts: dict[str, Node | None]
    if main is None:
        if not joined.problems or not (folder / MAIN).is_file():
            return joined
        parts = dict.fromkeys(name for name in _beside(folder) if name != MAIN)
        main = Node(str(folder / MAIN), 1, 1, {})
    else:
        parts = _parts(main, joined)
    trees = [_read(folder, name, joined, item) for name, item in parts.items()]
    for tree in trees:
        if tree is not None:
            _add(main, tree, joined)
    joined.root, joined.files = main, (MAIN, *parts)
    joined.problems += _duplicate_ids(main)
    return joined


def _beside(folder: Path) -> list[str]:
    """The parts that a `scenario.yaml` which cannot be read may have named."""
    try:
        found = sorted(entry.name for entry in folder.iterdir() if _PART_NAME.fullmatch(entry.name))
    except OSError:
        return []
    return found[:MAX_PARTS]


def _read(folder: Path, name: str, joined: Joined, item: Node | None = None) -> Node | None:
    """`item` is where a part is named: what cannot be opened is told there."""
    path = folder / name
    tree: Node | None = None
    text = _text(folder, path)
    if isinstance(text, Problem):
        told_there = item is not None and text.rule in ("no-file", "outside")
        problems = [_at(item, "parts", f"{name}: {text.message}", text.rule) if item and told_there else text]
    else:
        tree, problems = read_tree(text, str(path))
    if tree is not None and not isinstance(tree.value, dict):
        problems.append(Problem(str(path), tree.line, tree.column, "", "a file of a pack is a mapping", "schema"))
        tree = None
    joined.problems += problems
    joined.whole = joined.whole and tree is not None
    return tree


def _text(folder: Path, path: Path) -> str | Problem:
    def refused(message: str, rule: str, line: int = 1, column: int = 1) -> Problem:
        return Problem(str(path), line, column, "", message, rule)

    try:
        if path.resolve().parent != folder.resolve():
            return refused("this leads out of the pack's folder", "outside")
        if not path.is_file():
            return refused("there is no such file", "no-file")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return refused(f"the file cannot be read: {error.__class__.__name__}", "no-file")
    if len(raw) > MAX_BYTES:
        return refused(f"the file is larger than {MAX_BYTES // 1024} KB", "too-large")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return refused("the file is not UTF-8 here", "syntax", before.count(b"\n") + 1, column)


def _parts(main: Node, joined: Joined) -> dict[str, Node | None]:
    """The names under `parts`, and where each stands. `parts` leaves the tree: a scenario does not know its files."""
    if not isinstance(main.value, dict) or (listed := main.value.pop("parts", None)) is None:
        return {}
    names: dict[str, Node | None] = {}
    if not isinstance(listed.value, list):
        joined.problems.append(_at(listed, "parts", "`parts` is a list of file names", "schema"))
    for index, item in enumerate(listed.items()):
        path, name = f"parts.{index}", item.value
        if not isinstance(name, str) or not _PART_NAME.fullmatch(name) or ".." in name:
            said = "a part is the plain name of a .yaml file in this folder"
            joined.problems.append(_at(item, path, said, "outside"))
            joined.whole = False
        elif name == MAIN or name in names:
            joined.problems.append(_at(item, path, f"{name} is named twice", "duplicate-id"))
        elif len(names) == MAX_PARTS:
            joined.problems.append(_at(item, path, f"more than {MAX_PARTS} parts", "schema"))
            joined.whole = False
            break
        else:
            names[name] = item
    return names


def _add(main: Node, part: Node, joined: Joined) -> None:
    """Adds a part to the tree: lists in order, mappings merged, nothing replaced."""
    if not isinstance(main.value, dict) or not isinstance(part.value, dict):
        return
    for key, node in part.value.items():
        line, column = part.keys[key]
        here = Node(part.file, line, column, None)
        if key not in PART_KEYS:
            said = f"a part may hold {', '.join(PART_KEYS)}; {key!r} belongs in {MAIN}"
            joined.problems.append(_at(here, key, said, "unknown-field"))
        elif key not in main.value:
            main.value[key] = node
            main.keys[key] = (line, column)
        elif not _merge(main.value[key], node, key, joined):
            kind = "list" if key in LISTS else "mapping"
            joined.problems.append(_at(node, key, f"{key} is a {kind} in every file", "schema"))


def _merge(into: Node, node: Node, key: str, joined: Joined) -> bool:
    if isinstance(into.value, list) and isinstance(node.value, list):
        into.value += node.value
        return True
    if not isinstance(into.value, dict) or not isinstance(node.value, dict):
        return False
    for name, member in node.value.items():
        line, column = node.keys[name]
        if name in into.value:
            other = into.value[name]
            said = f"{name!r} already stands in {Path(other.file).name}, line {other.line}"
            joined.problems.append(Problem(node.file, line, column, f"{key}.{name}", said, "duplicate-id"))
        else:
            into.value[name] = member
            into.keys[name] = (line, column)
    return True


def _at(node: Node, path: str, message: str, rule: str) -> Problem:
    return Problem(node.file, node.line, node.column, path, message, rule)


def _duplicate_ids(root: Node) -> Iterator[Problem]:
    phases = _list(root, "phases")
    decisions = [decision for phase in phases for decision in _list(phase, "decisions")]
    yield from _twice(phases, "id", "phases")
    yield from _twice([inject for phase in phases for inject in _list(phase, "injects")], "id", "injects")
    yield from _twice(decisions, "id", "decisions")
    for decision in decisions:
        yield from _twice(_list(decision, "options"), "id", "options")
    yield from _twice(_list(root, "debrief"), "id", "debrief")
    yield from _twice(_list(root, "statements"), "id", "statements")
    yield from _twice(_list(root, "ladder"), "id", "ladder")
    yield from _twice(_list(root, "glossary"), "term", "glossary")


def _list(node: Node, key: str) -> list[Node]:
    found = node.get(key)
    return [] if found is None else found.items()


def _twice(nodes: list[Node], key: str, what: str) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for node in nodes:
        found = node.get(key)
        if found is None or not isinstance(found.value, str):
            continue
        if first := seen.get(found.value):
            said = f"{found.value!r} is taken: it also stands in {Path(first.file).name}, line {first.line}"
            yield _at(found, f"{what}.{found.value}", said, "duplicate-id")
        seen.setdefault(found.value, found)
