"""YAML as a tree that knows where everything stands; tags, anchors, aliases and merge keys are refused, never obeyed.

Scalars follow the core schema of YAML 1.2: `no` and `15:40` are words, only `true` and `false` are truth values.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from game_server.scenario.problems import Problem

MAX_DEPTH = 40
MAX_PROBLEMS = 200
"""A file with more is not read on: the author has seen enough, and a hostile one must not fill the memory."""
MAX_NODES = 30_000
"""Values in a file, lists and mappings included. A large honest file has a few thousand; a file of `[],[],[],…` costs
seconds to judge."""

Scalar: TypeAlias = "str | int | float | bool | None"
Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"

_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A value with its place (from 1). `keys` holds the place of each key of a mapping."""

    file: str
    line: int
    column: int
    value: Scalar | list[Node] | dict[str, Node]
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def data(self) -> Data:
        """The bare values."""
        if isinstance(self.value, list):
            return [item.data() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.data() for key, item in self.value.items()}
        return self.value

    def items(self) -> list[Node]:
        """The members of a list; of anything else, none."""
        return self.value if isinstance(self.value, list) else []

    def get(self, key: str) -> Node | None:
        """A member of a mapping; of anything else, none."""
        return self.value.get(key) if isinstance(self.value, dict) else None


def read_tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The first document of a file, and everything that was refused in it. No tree after a syntax error."""
    hidden = [_hidden(text, found, file) for found in _UNPRINTABLE.finditer(text.replace("\r\n", "\n"))]
    if hidden:
        return None, hidden[:MAX_PROBLEMS]
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "this is not YAML"
        builder.refuse(mark, f"this is not YAML: {said}", "syntax")
        return None, builder.problems
    except yaml.YAMLError as error:
        builder.refuse(None, f"this is not YAML: {str(error).splitlines()[0]}", "syntax")
        return None, builder.problems
    except _StopError:
        return (builder.root if builder.whole else None), builder.problems
    if builder.root is None:
        builder.refuse(None, "the file is empty", "syntax")
    return builder.root, builder.problems


def scalar(text: str) -> Scalar:
    """What a plain word means in the core schema; a number too large to be meant stays a word."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
    if _FLOAT.fullmatch(text) and not text.lstrip("+-").isdigit():
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def _hidden(text: str, found: re.Match[str], file: str) -> Problem:
    before = text.replace("\r\n", "\n")[: found.start()]
    column = found.start() - (before.rfind("\n") + 1) + 1
    said = f"the invisible character U+{ord(found.group()):04X} may not stand in a pack"
    return Problem(file, before.count("\n") + 1, column, "", said, "control-character")


class _StopError(Exception):
    """Nothing more is read from this file."""


@dataclass(slots=True)
class _Frame:
    """A collection that is being read. In a mapping, `key` waits for its value; `dropped` values go nowhere."""

    node: Node
    key: str | None = None
    dropped: bool = False
    is_key: bool = False


class _Builder:
    """Builds the tree from the parser's events without recursion, so that no depth can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.whole = False
        self._open: list[_Frame] = []
        self._nodes = 0

    def refuse(self, mark: Any, message: str, rule: str) -> None:
        line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        self.problems.append(Problem(self.file, line, column, self._path(), message, rule))
        if len(self.problems) >= MAX_PROBLEMS:
            self.whole = False
            raise _StopError

    def take(self, event: yaml.Event) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self.refuse(event.start_mark, f"more than {MAX_NODES} values in one file", "too-large")
            raise _StopError
        match event:
            case yaml.DocumentStartEvent() if self.root is not None:
                self.whole = True
                self.refuse(event.start_mark, "a file holds one document; this is a second one", "one-document")
                raise _StopError
            case yaml.AliasEvent():
                self.refuse(event.start_mark, f"aliases (*{event.anchor}) are not allowed; write it out", "alias")
                self._drop(event)
            case yaml.ScalarEvent():
                self._marks(event)
                self._scalar(event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._marks(event)
                self._start(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end()
            case _:
                pass

    def _marks(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse(event.start_mark, f"anchors (&{event.anchor}) are not allowed; write it out", "anchor")
        if event.tag is not None:
            self.refuse(event.start_mark, f"tags ({event.tag}) are not allowed", "tag")

    def _node(self, event: Any, value: Any) -> Node:
        return Node(self.file, event.start_mark.line + 1, event.start_mark.column + 1, value)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].node.value, dict) and not self._pending()

    def _pending(self) -> bool:
        return self._open[-1].key is not None or self._open[-1].dropped

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        plain = event.style in (None, "")
        if not plain:
            for found in _UNPRINTABLE.finditer(event.value):
                said = f"the invisible character U+{ord(found.group()):04X} may not stand in a pack"
                self.refuse(event.start_mark, said, "control-character")
        if self._awaits_key():
            self._key(event, plain)
        else:
            self._put(self._node(event, scalar(event.value) if plain else event.value))

    def _key(self, event: yaml.ScalarEvent, plain: bool) -> None:
        frame, key = self._open[-1], event.value
        if plain and key == "<<":
            self.refuse(event.start_mark, "merge keys (<<) are not allowed; write it out", "merge-key")
            frame.dropped = True
        elif key in frame.node.keys:
            line = frame.node.keys[key][0]
            self.refuse(event.start_mark, f"{key!r} stands here twice; the first is on line {line}", "duplicate-key")
            frame.dropped = True
        else:
            here = self._node(event, None)
            frame.node.keys[key] = (here.line, here.column)
            frame.key = key

    def _start(self, event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            self.refuse(event.start_mark, f"nested deeper than {MAX_DEPTH} levels", "too-deep")
            raise _StopError
        as_key = self._awaits_key()
        if as_key:
            self.refuse(event.start_mark, "the name of a field is a word, not a list or mapping", "syntax")
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append(_Frame(self._node(event, value), is_key=as_key))

    def _end(self) -> None:
        frame = self._open.pop()
        if frame.is_key:
            self._open[-1].dropped = True
        else:
            self._put(frame.node)

    def _drop(self, event: Any) -> None:
        if self._awaits_key():
            self._open[-1].dropped = True
        else:
            self._put(self._node(event, None))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        if isinstance(frame.node.value, list):
            frame.node.value.append(node)
        elif isinstance(frame.node.value, dict) and frame.key is not None:
            frame.node.value[frame.key] = node
        frame.key, frame.dropped = None, False

    def _path(self) -> str:
        return ".".join(self._steps())

    def _steps(self) -> Iterator[str]:
        for frame in self._open:
            if isinstance(frame.node.value, list):
                yield str(len(frame.node.value))
            elif frame.key is not None:
                yield frame.key
