"""The shape of a report: `debrief.json` is exactly this, and the typesetter gets nothing else.

Every text is in the report's language. Times are `0:42` (hours and minutes of the session) or `vr 15.42` (story).
Points are written with a sign: `+4` or `−8`. What a person typed stands here as typed; the typesetter cleans it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import TypedDict

from game_server.debrief.shape_hall import Hall
from game_server.debrief.shape_measures import Lesson, Measures
from game_server.debrief.shape_summary import Address, BobRow, CardLine, Move, PlanRow, Summary

Sign: TypeAlias = Literal["shared", "opened", "sent", "heard", "none", "stand_in"]
"""brought it to the table; opened it; got it unopened; heard it at the table; never knew; lay with an empty chair."""
Answer: TypeAlias = Literal["yes", "partly", "no", "unknown"]


class Reference(TypedDict):
    """A law, guidance or case. `site`: where to look, in short. `checked`: when, in words, or empty."""

    kind: str
    text: str
    source: str
    site: str
    checked: str


class Option(TypedDict):
    """An answer with its letter (`A`), its votes, and the roles that voted for it."""

    letter: str
    label: str
    count: int
    chosen: bool
    roles: list[str]


class Vote(TypedDict):
    """One vote. `who` is a role, with a name in a room opened with names. `confidence`: 1 to 5, 0 if not given."""

    who: str
    letter: str
    option: str
    as_settled: bool
    confidence: int
    reason: str
    paper: bool


class Earlier(TypedDict):
    """A round that was opened anew: why, and what its votes were."""

    reason: str
    options: list[Option]


class Settled(TypedDict):
    """What was decided, by whom and why; empty texts where nothing was said."""

    by: str
    choice: str
    reason: str
    owner: str
    statement: str


class DecisionPage(TypedDict):
    """A decision of one team. `used`: the time from opening to settling, in words."""

    title: str
    kind: Literal["main", "quick"]
    phase: str
    time: str
    game: str
    question: str
    context: str
    values: list[str]
    options: list[Option]
    turnout: str
    votes: list[Vote]
    earlier: list[Earlier]
    settled: Settled
    used: str
    effective: bool
    choice: str
    consequence: str
    moves: list[Move]
    references: list[Reference]


class NewsRow(TypedDict):
    """A private message: one sign a role; `shared` says when it came to the table, or that it never did.

    `knew`: how many of how many roles knew it in the end.
    """

    game: str
    name: str
    signs: list[Sign]
    knew: str
    on_table: bool
    shared: str
    used: str


class NewsGroup(TypedDict):
    """The private messages of one phase; `count` says how many came to the table."""

    title: str
    count: str
    rows: list[NewsRow]


class Matrix(TypedDict):
    """Who knew what, when. `roles` are the columns (none where only counts are told), `signs` those that occur."""

    roles: list[str]
    role_names: list[str]
    signs: list[Sign]
    groups: list[NewsGroup]
    shared: int
    all: int
    headline: str
    line: str


class Curve(TypedDict):
    """An indicator's course: `points` are (0 to 1 of the played time, level 0 to 100); `alt` says it in words."""

    name: str
    meaning: str
    start: int
    end: int
    change: str
    points: list[tuple[float, int]]
    alt: str


class Shift(TypedDict):
    """What moved the indicators at one moment: `place` (0 to 1); `points` has one text an indicator, empty if none.

    `level`: on which of four lines its number stands.
    """

    number: int
    place: float
    level: int
    time: str
    because: str
    points: list[str]


class Band(TypedDict):
    """A phase as a stretch of the played time, 0 to 1."""

    title: str
    begins: float
    ends: float


class Curves(TypedDict):
    """All indicators on one scale, from `low` to `high`."""

    low: int
    high: int
    bands: list[Band]
    curves: list[Curve]
    shifts: list[Shift]


class PracticeCell(TypedDict):
    """What one person answered to *is dit bij ons geregeld?*."""

    value: Answer
    word: str


class PracticeRow(TypedDict):
    """One statement; `cells` has a list of answers for each role of the table, `counts` says how many said what.

    `wide`: both yes and no were said.
    """

    decision: str
    text: str
    cells: list[list[PracticeCell]]
    counts: str
    wide: bool
    gap: int


class Practice(TypedDict):
    """*Bij ons?*: statements against roles, and the widest gap in words (empty if there is none)."""

    roles: list[str]
    rows: list[PracticeRow]
    widest: str
    widest_who: str


class Said(TypedDict):
    who: str
    text: str


class Reflection(TypedDict):
    """A question of the debrief with what people wrote; `count`: how many did."""

    question: str
    answers: list[Said]
    count: str


class Resolution(TypedDict):
    """What one person takes home; empty texts where nothing was said. `with_role`: `with_` is a role here."""

    who: str
    text: str
    with_: str
    with_role: bool
    by: str
    first_step: str


class Person(TypedDict):
    """A role with its `short` name, and who had it: names in a room opened with names, else how many.

    `empty`: nobody.
    """

    role: str
    short: str
    persons: str
    empty: bool


class TeamPart(TypedDict):
    """Everything about one team. `resolution_count`: how many wrote a resolution; `lessons`: the most starred first.

    `agenda`: what to talk about over coffee, the widest gap of *bij ons?* first.
    """

    name: str
    people: list[Person]
    decisions: list[DecisionPage]
    bob: list[BobRow]
    matrix: Matrix
    curves: Curves
    practice: Practice
    reflections: list[Reflection]
    resolutions: list[Resolution]
    agenda: list[str]
    resolution_count: int
    measures: Measures
    lessons: list[Lesson]


class OtherChoice(TypedDict):
    title: str
    choice: str


class OtherTeam(TypedDict):
    """What the joint reveal showed of another team."""

    name: str
    choices: list[OtherChoice]


class Line(TypedDict):
    """One thing that happened. `who`: the roles that it was for, or that did it; `team`: of several, whose it was."""

    text: str
    who: str
    team: str


class Entry(TypedDict):
    """Things of one sort in one minute; `sort` is news, private, shared, decision, settled, term or session."""

    time: str
    game: str
    sort: str
    lines: list[Line]


class Chapter(TypedDict):
    """A phase on the timeline."""

    title: str
    time: str
    entries: list[Entry]


class NoteLine(TypedDict):
    """`about`: what it was pinned to besides its moment; empty for nothing."""

    time: str
    text: str
    about: str


class LookedUp(TypedDict):
    """A word of the glossary. `often`: several people looked it up; who is not told."""

    term: str
    meaning: str
    often: bool


class Sources(TypedDict):
    """Where the references of one decision come from, in full."""

    title: str
    sources: list[Address]


class Front(TypedDict):
    """What the first page says. `readers`: who may read it.

    `reader`: one team, all teams once each agreed to a joint report, or a desk. `code` is empty in public.
    """

    format: Literal[1]
    language: str
    variant: Literal["full", "public"]
    reader: Literal["team", "joint", "desk"]
    readers: str
    foreword: str
    title: str
    scenario: str
    version: str
    code: str
    date: str
    length: str
    named: bool
    rehearsal: bool


class Report(Front):
    """The whole report. `others`: what one team's report tells of the other teams; `notes` are the desk's only.

    `condensed`: of many tables; then `hall` has one entry and `teams` none.
    """

    condensed: bool
    summary: Summary
    teams: list[TeamPart]
    hall: list[Hall]
    together: list[Measures]
    others: list[OtherTeam]
    timeline: list[Chapter]
    plan: list[PlanRow]
    notes: list[NoteLine]
    card: list[CardLine]
    terms: list[LookedUp]
    references: list[Sources]
    sources: list[Address]
    legal: str
