"""Before, after and looking back: raw counts of what people said of themselves, and never who said it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game_server.room.measures import statements
from game_server.room.state import Room, Team
from game_server.room.state_measures import Measured
from game_server.scenario.catalogue import Catalogue

FEW = 3
"""What fewer people than this said is not told: it would be somebody's answer."""


@dataclass(frozen=True, slots=True)
class Shift:
    """From a first answer to a second of the same person: `pairs` (first, second) → how many people."""

    pairs: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def higher(self) -> int:
        return sum(count for (first, second), count in self.pairs.items() if second > first)

    @property
    def same(self) -> int:
        return sum(count for (first, second), count in self.pairs.items() if second == first)

    @property
    def lower(self) -> int:
        return sum(count for (first, second), count in self.pairs.items() if second < first)

    @property
    def people(self) -> int:
        return sum(self.pairs.values())


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement: value → how many people, at each moment. `then`: looking back, how it was before.

    `shift` is from before to after, `hindsight` from looking back to after.
    """

    statement: str
    before: dict[int, int]
    after: dict[int, int]
    then: dict[int, int]
    shift: Shift
    hindsight: Shift


@dataclass(frozen=True, slots=True)
class Measures:
    """`before` and `after`: how many people answered anything then. Places and grades as in the events.

    `quotes`: sentences that their writers let be passed on, in the order of the alphabet.
    """

    before: int
    after: int
    statements: list[Asked]
    place_before: dict[int, int]
    place_after: dict[int, int]
    places: Shift
    grades: dict[int, int]
    quotes: list[str]


def measures(room: Room, catalogue: Catalogue, team: Team | None = None) -> Measures:
    """Of one team, or of the whole room. Who left has answered all the same; who was erased has not."""
    people = [one for one in room.measured.values() if team is None or one.team == team.id]
    grades = [one.grade for one in people if one.grade is not None]
    return Measures(
        before=sum(has_answered(one, "before") for one in people),
        after=sum(has_answered(one, "after") or has_answered(one, "then") for one in people),
        statements=[_asked(statement.id, people) for statement in statements(room, catalogue)],
        place_before=_counted(_places(people, "before")),
        place_after=_counted(_places(people, "after")),
        places=_shift([(one.priority.get("before"), one.priority.get("after")) for one in people]),
        grades=_counted(grade.value for grade in grades),
        quotes=sorted(grade.text for grade in grades if grade.quotable and grade.text is not None),
    )


def has_answered(one: Measured, moment: str) -> bool:
    """Anything at all at this moment."""
    return moment in one.priority or any(key.startswith(f"{moment}:") for key in one.answers)


def _asked(statement: str, people: Sequence[Measured]) -> Asked:
    said = {
        moment: [one.answers.get(f"{moment}:{statement}") for one in people] for moment in ("before", "after", "then")
    }
    return Asked(
        statement=statement,
        before=_counted(said["before"]),
        after=_counted(said["after"]),
        then=_counted(said["then"]),
        shift=_shift(zip(said["before"], said["after"], strict=True)),
        hindsight=_shift(zip(said["then"], said["after"], strict=True)),
    )


def _places(people: Sequence[Measured], moment: str) -> list[int | None]:
    return [one.priority.get(moment) for one in people]


def _counted(values: Iterable[int | None]) -> dict[int, int]:
    given = Counter(value for value in values if value is not None)
    return dict(sorted(given.items())) if given.total() >= FEW else {}


def _shift(pairs: Iterable[tuple[int | None, int | None]]) -> Shift:
    both = Counter((first, second) for first, second in pairs if first is not None and second is not None)
    return Shift(dict(sorted(both.items())) if both.total() >= FEW else {})
