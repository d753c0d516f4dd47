"""The shape of what a report tells of before and after, and of lessons: counts, words, and never whose they are."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict


class MeasureRow(TypedDict):
    """How many people gave each of the values, in their order; empty where fewer than three did. `said`: in words."""

    label: str
    counts: list[int]
    said: str


class Measure(TypedDict):
    """A statement, or the place on one's own list. `values` are the columns; `shift` is a sentence, or empty."""

    text: str
    values: list[str]
    rows: list[MeasureRow]
    shift: str


class Measures(TypedDict):
    """Of one team, or of a whole room. `line` says how many answered; `grades` has ten counts, or none.

    `quotes` are sentences that their writers released.
    """

    line: str
    statements: list[Measure]
    place: Measure
    grades: list[int]
    grades_said: str
    quotes: list[str]


class Lesson(TypedDict):
    """A lesson that was let through; `word` is its kind in the report's language."""

    kind: Literal["keep", "change", "ask"]
    word: str
    text: str
    stars: int
