"""The shapes of what is measured and learned: statements, counts, lessons."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

LessonKind: TypeAlias = Literal["keep", "change", "ask"]


class AskedText(TypedDict):
    """`yes_no`: answered with 5 or 1 alone, and not again afterwards."""

    order: int
    text: str
    yes_no: NotRequired[bool]


class LessonLine(TypedDict):
    """A lesson that was let through; never whose it is. `stars`: on screens, how many people starred it."""

    order: int
    kind: LessonKind
    text: str
    stars: NotRequired[int]


class DeskLesson(TypedDict):
    """`new`: nobody but its writer and the desk has read it. `into`: the lesson under which it stands."""

    order: int
    kind: LessonKind
    text: str
    stars: int
    state: Literal["new", "shown", "hidden"]
    into: NotRequired[str]


class DeskMeasures(TypedDict):
    """How many of the people at the tables answered anything before and after, and gave a grade."""

    of: int
    before: int
    after: int
    grades: int


class MeasureCounts(TypedDict):
    """How many people gave each value, the lowest first; empty where fewer than three did. `hindsight`: of before."""

    order: int
    text: str
    before: list[int]
    after: list[int]
    hindsight: list[int]


class PlaceCounts(TypedDict):
    """How many put digital safety on place 1 to 5 of their own list, and last below those; empty as above."""

    before: list[int]
    after: list[int]


class ScreenMeasures(TypedDict):
    """Before and after, for a screen that shows them."""

    statements: dict[str, MeasureCounts]
    places: PlaceCounts


class OwnGrade(TypedDict):
    value: int
    text: NotRequired[str]
    quotable: bool


class OwnLesson(TypedDict):
    """`shown`: it was let through, alone or under another that says the same."""

    order: int
    kind: LessonKind
    text: str
    shown: bool
