"""The shape of a report on many tables: counts in the place of rows."""

from __future__ import annotations

from typing_extensions import TypedDict


class HallCount(TypedDict):
    """Something with how many of it there are."""

    name: str
    count: int


class HallOption(TypedDict):
    """An answer with how many tables settled on it, and how many people voted for it."""

    letter: str
    label: str
    tables: int
    votes: int


class HallDecision(TypedDict):
    """A decision over all tables. `line`: how many tables took it, and how many people voted."""

    title: str
    main: bool
    phase: str
    question: str
    options: list[HallOption]
    line: str


class HallNews(TypedDict):
    """A private message: at how many of the tables that got it it was shared, and after how long (the middle one)."""

    name: str
    phase: str
    shared: int
    tables: int
    after: str


class HallLevel(TypedDict):
    """How many tables ended between `low` and `low` + 9."""

    low: int
    tables: int


class HallCurve(TypedDict):
    """Where an indicator ended: the middle table, and how many tables in each ten points."""

    name: str
    meaning: str
    start: int
    middle: int
    levels: list[HallLevel]
    alt: str


class HallPractice(TypedDict):
    """*Bij ons?* over all tables: how many said what."""

    text: str
    decision: str
    yes: int
    partly: int
    no: int
    unknown: int


class HallTable(TypedDict):
    """One table in a line: its people, the letter of each main choice (`–` without one), its news on the table."""

    name: str
    people: int
    choices: list[str]
    shared: str


class Hall(TypedDict):
    """`columns`: the main decisions that `choices` of a table stand for. No table is compared with another."""

    tables: int
    people: int
    roles: list[HallCount]
    decisions: list[HallDecision]
    news: list[HallNews]
    curves: list[HallCurve]
    practice: list[HallPractice]
    columns: list[str]
    rows: list[HallTable]
