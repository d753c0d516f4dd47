"""The shape of a report's short parts: the one page, the improvement plan, how a team came to its decisions."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import TypedDict

PlanFrom: TypeAlias = Literal["practice", "news", "lesson", "resolution"]


class Move(TypedDict):
    """An indicator and by how many points it moved."""

    name: str
    points: str


class Choice(TypedDict):
    """What one team chose. `team`: its name where a report tells of several, else empty."""

    team: str
    choice: str
    moves: list[Move]


class Chosen(TypedDict):
    """A decision on the one page, with a choice for each team; of many tables `spread` counts them instead."""

    title: str
    main: bool
    choices: list[Choice]
    spread: str


class Gap(TypedDict):
    """Where answers to *bij ons?* differ most: what it is about, and who or how many said what."""

    team: str
    text: str
    who: str


class HomeLine(TypedDict):
    who: str
    text: str


class Summary(TypedDict):
    """The page for who reads one page. `on_the_table`: in how far private news reached the table, a line a team.

    `lessons`: at most three, the most starred first. `home`: at most five resolutions; `home_count`: how many in all.
    """

    chosen: list[Chosen]
    lessons: list[str]
    on_the_table: list[str]
    home: list[HomeLine]
    home_count: str
    gaps: list[Gap]


class PlanRow(TypedDict):
    """A line of the improvement plan; an empty text is for the organisation to fill in.

    `basis`: what in the session it comes from; `from_`: the same as a word.
    """

    from_: PlanFrom
    basis: str
    issue: str
    action: str
    owner: str
    by: str


class BobRow(TypedDict):
    """How a team came to one main decision: picture, judgement, decision, and what its own table made of the statement.

    Each is a list of short texts with a count or a time; empty where nothing is known.
    """

    title: str
    picture: list[str]
    judgement: list[str]
    decision: list[str]
    explained: list[str]


class CardLine(TypedDict):
    """A line of the first-hour card: whom to call. Name and number are written in by hand."""

    whom: str


class Address(TypedDict):
    """A source as people read it; `address` only where it is one that opens."""

    text: str
    address: str
