"""What a closed room leaves for a series: counts only, of people and of teams, never of anyone."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from game_server.room.state import Room, Seat
from game_server.room.state_measures import Measured
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Text

FORMAT = 1
Moment: TypeAlias = Literal["before", "then", "after"]
MOMENTS: tuple[Moment, ...] = ("before", "then", "after")
Tally: TypeAlias = dict[str, int]
"""What was said → how many people said it."""


class Counted(TypedDict):
    """What people did and said, in numbers. `resolutions`: `made`, and from a follow-up `done`, `begun` and `not`.

    `people`: role → people; `statements`: statement → moment → value → people; `grades`, `places`: value → people.
    """

    teams: int
    people: Tally
    statements: dict[str, dict[Moment, Tally]]
    grades: Tally
    places: dict[str, Tally]
    resolutions: Tally


class Chosen(TypedDict):
    """Decision → option → teams that carried it out."""

    size: str
    choices: dict[str, Tally]


class Left(TypedDict):
    """One room's file. `id` is the same for the same room and says nothing of it; `number`: its place among others.

    `words`: the scenario's own, by kind and id. `quotes`: only in a file that a desk took along; their writers agreed.
    """

    crisistafel: Literal["series"]
    format: int
    id: str
    scenario: str
    version: str
    quarter: str
    number: int
    words: dict[str, dict[str, Text]]
    series: NotRequired[Counted]
    mirror: NotRequired[Chosen]
    quotes: NotRequired[list[str]]


def left_by(room: Room, catalogue: Catalogue, *, series: bool, mirror: bool) -> Left:
    """The counts of this room, as far as it shares them. Bots are nobody; who was erased is counted nowhere."""
    scenario = catalogue.scenario
    left: Left = {
        "crisistafel": "series",
        "format": FORMAT,
        "id": name_of(room.code),
        "scenario": scenario.id,
        "version": scenario.version,
        "quarter": quarter(room.closed_at or room.at),
        "number": 0,
        "words": _words(catalogue),
    }
    if series:
        left["series"] = _counted(room)
    if mirror:
        left["mirror"] = {"size": room.sharing.size or "unknown", "choices": choices(room)}
    return left


def name_of(code: str) -> str:
    """The same for the same room; it says nothing of the room itself."""
    return hashlib.sha256(f"crisistafel series {code}".encode()).hexdigest()[:24]


def quarter(at: int) -> str:
    """`2026-Q4`, of a wall time in ms."""
    day = datetime.fromtimestamp(at / 1000, UTC)
    return f"{day.year}-Q{(day.month + 2) // 3}"


def people(room: Room) -> list[Seat]:
    """Who sat here to the end, or left after having said anything."""
    return [
        seat
        for seat in room.seats.values()
        if not (seat.bot or seat.erased) and (not seat.removed or seat.id in room.measured or seat.resolution)
    ]


def _counted(room: Room) -> Counted:
    seats = people(room)
    answered = _answered(room)
    return {
        "teams": len(room.teams),
        "people": dict(Counter(seat.role for seat in seats)),
        "statements": _statements(answered),
        "grades": _tally(one.grade.value for one in answered if one.grade is not None),
        "places": {
            moment: _tally(one.priority[moment] for one in answered if moment in one.priority)
            for moment in ("before", "after")
        },
        "resolutions": {"made": sum(bool(seat.resolution) for seat in seats)},
    }


def _answered(room: Room) -> list[Measured]:
    """What people answered; a bot is nobody."""
    bots = {seat.id for seat in room.seats.values() if seat.bot}
    return [one for seat, one in room.measured.items() if seat not in bots]


def _tally(values: Iterable[int]) -> Tally:
    return {str(value): count for value, count in sorted(Counter(values).items())}


def _statements(answered: list[Measured]) -> dict[str, dict[Moment, Tally]]:
    found: dict[str, dict[Moment, Tally]] = {}
    for one in answered:
        for key, value in one.answers.items():
            said, _, statement = key.partition(":")
            for moment in MOMENTS:
                if said == moment:
                    tally = found.setdefault(statement, {}).setdefault(moment, {})
                    tally[str(value)] = tally.get(str(value), 0) + 1
    return found


def choices(room: Room) -> dict[str, Tally]:
    """Decision → option → teams that carried it out."""
    found: dict[str, Tally] = {}
    for team in room.teams.values():
        for decision, run in team.decisions.items():
            option = run.settled.option if run.state == "effective" and run.settled is not None else None
            if option is not None:
                tally = found.setdefault(decision, {})
                tally[option] = tally.get(option, 0) + 1
    return found


def _words(catalogue: Catalogue) -> dict[str, dict[str, Text]]:
    scenario = catalogue.scenario
    decisions = {decision: catalogue.decision(decision)[1] for decision in catalogue.decisions}
    return {
        "scenario": {scenario.id: scenario.title},
        "role": {role: found.name for role, found in scenario.roles.items()},
        "statement": {statement.id: statement.text for statement in scenario.statements},
        "decision": {decision: found.title for decision, found in decisions.items()},
        "option": {
            f"{name}/{option.id}": option.label for name, found in decisions.items() for option in found.options
        },
    }
