"""What a running text is made of: blocks in sections, for the HTML twin and the Markdown export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from game_server.debrief import shape


@dataclass(frozen=True, slots=True)
class Signed:
    """A symbol with the words that it stands for."""

    symbol: str
    words: str


Cell: TypeAlias = str | int | Signed


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `label`: what it is, in bold before it; `quoted`: somebody said it."""

    text: str
    label: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each with who said it, if anyone."""

    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """`caption` names it; the first cell of a row says what the row is about."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Course:
    """An indicator's line on a scale from `low` to `high`."""

    curve: shape.Curve
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    address: str


Block: TypeAlias = Heading | Words | Items | Table | Course | Link


@dataclass(slots=True)
class Section:
    """`id`: the same in every language."""

    id: str
    title: str
    blocks: list[Block] = field(default_factory=list)
