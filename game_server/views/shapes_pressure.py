"""The shapes of pressure in views: the ladder, dark phones, and changed words."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class RungLine(TypedDict):
    """A step of the ladder in a team. `now`: where it stands; `below`: behind it; `ahead`: may still be taken.

    `decides`: the role whose word it takes now (absent: nobody who may is at the table); `needs`: what must be so
    first. `role` and `way` say how it was taken. `possible` is told to the desk alone.
    """

    order: int
    name: str
    meaning: str
    cost: str
    state: Literal["below", "now", "ahead"]
    decides: NotRequired[str]
    needs: NotRequired[str]
    possible: NotRequired[bool]
    at: NotRequired[int]
    role: NotRequired[str]
    way: NotRequired[Literal["role", "word", "empty_chair"]]


class RungName(TypedDict):
    """Where a team stands; `order` counts from 1."""

    name: str
    order: int
    of: int


class HallRung(TypedDict):
    """A step of the ladder, told once for all tables of a hall."""

    order: int
    name: str


class Lights(TypedDict):
    """The team's phones are dark, from one session time (ms) until another."""

    since: int
    until: int


class EditedWords(TypedDict):
    """A facilitator's words in place of the scenario's."""

    sender: str
    subject: NotRequired[str]
    body: str


class Chosen(TypedDict):
    """What the facilitator chose when the room was opened, and the scenario has."""

    ladder: bool
    lights_out: bool
    all_statements: bool
