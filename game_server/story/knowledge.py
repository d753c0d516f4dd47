"""Who knew what, and when: each piece of private news against each chair of its team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game_server.room.chairs import Chairs
from game_server.room.state import News, Room, Team
from game_server.scenario.catalogue import Catalogue

Mark: TypeAlias = Literal["never", "held", "opened"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One role and one piece of news. `mark` is the most that happened; times are wall ms.

    `sent`: it was this role's own news, not only heard through sharing. `stand_in`: it lay with an empty chair.
    """

    mark: Mark
    sent: bool
    held: int | None = None
    opened: int | None = None
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of private news in one team. `used`: decisions whose settled option lists it under `acts_on`."""

    inject: str
    released: int
    cells: dict[str, Cell]
    shared_at: int | None = None
    shared_by: str | None = None
    by_stand_in: bool = False
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A team's matrix, in the order in which the news came.

    `roles` are its columns: every role that was ever taken, or whose stand-in held something.
    """

    team: str
    roles: tuple[str, ...]
    rows: tuple[Row, ...] = ()

    @property
    def never_shared(self) -> int:
        """How many pieces of private news never reached the table."""
        return sum(1 for row in self.rows if row.shared_at is None)


def knowledge(room: Room, team: Team, catalogue: Catalogue) -> Knowledge:
    """The matrix of a team as the room stands now; roles in the pack's order."""
    roles, chairs = tuple(catalogue.scenario.roles), room.chairs
    rows = tuple(_row(team, inject, news, chairs, catalogue) for inject, news in _private(team))
    there = tuple(
        role
        for role in roles
        if (team.id, role) in chairs.sat or any(row.cells[role].stand_in or row.shared_by == role for row in rows)
    )
    return Knowledge(team.id, there, rows)


def _private(team: Team) -> Iterator[tuple[str, News]]:
    for inject, news in sorted(team.news.items(), key=lambda item: item[1].order):
        if news.state == "released" and news.roles:
            yield inject, news


def _row(team: Team, inject: str, news: News, chairs: Chairs, catalogue: Catalogue) -> Row:
    at, by, seat = news.shared if news.shared is not None else (None, None, None)
    return Row(
        inject,
        news.at,
        {role: _cell(team, role, inject, news, chairs, catalogue) for role in catalogue.scenario.roles},
        shared_at=at,
        shared_by=by,
        by_stand_in=at is not None and seat is None,
        used=_used(team, inject, catalogue),
    )


def _cell(team: Team, role: str, inject: str, news: News, chairs: Chairs, catalogue: Catalogue) -> Cell:
    sent = role in news.roles or (inject in catalogue.injects and role in catalogue.inject(inject)[1].to)
    reached = news.at if sent else news.shared[0] if news.shared is not None else None
    held = None if reached is None else chairs.taken(team.id, role, reached)
    if held is None:
        return Cell("never", sent, stand_in=role == news.stand_in)
    opened = chairs.opened.get((team.id, role, inject))
    return Cell("held" if opened is None else "opened", sent, held, opened, stand_in=role == news.stand_in)


def _used(team: Team, inject: str, catalogue: Catalogue) -> tuple[str, ...]:
    used = []
    for decision, run in team.decisions.items():
        if run.settled is None or run.settled.option is None:
            continue
        chosen = next(o for o in catalogue.decision(decision)[1].options if o.id == run.settled.option)
        if inject in chosen.acts_on:
            used.append(decision)
    return tuple(used)
