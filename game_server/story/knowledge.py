"""Who knew what, and when: each piece of private news against each chair of its team."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from game_server.room.mandate import seats_of
from game_server.room.news import sees
from game_server.room.state import Room, Seat, Team
from game_server.scenario.catalogue import Catalogue

Mark: TypeAlias = Literal["never", "held", "opened"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One role and one piece of news. `mark` is the most that happened; times are wall ms.

    `sent`: it was this role's own news, not only heard through sharing. `stand_in`: its chair was empty.
    """

    mark: Mark
    sent: bool
    opened: int | None = None
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of private news in one team. `used`: the settled option of a decision lists it under `acts_on`."""

    inject: str
    released: int
    cells: dict[str, Cell]
    shared_at: int | None = None
    shared_by: str | None = None
    by_stand_in: bool = False
    used: tuple[str, ...] = ()
    """decisions that acted on it."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A team's matrix, in the order in which the news came; `roles` are its columns."""

    team: str
    roles: tuple[str, ...]
    rows: tuple[Row, ...] = field(default=())

    @property
    def never_shared(self) -> int:
        """How many pieces of private news never reached the table."""
        return sum(1 for row in self.rows if row.shared_at is None)


def knowledge(room: Room, team: Team, catalogue: Catalogue) -> Knowledge:
    """The matrix of a team as the room stands now; roles in the pack's order, taken chairs and stand-ins alike."""
    rows = []
    for inject, news in sorted(team.news.items(), key=lambda item: item[1].order):
        if news.state != "released" or not news.roles:
            continue
        cells = {role: _cell(room, team, role, inject, catalogue) for role in catalogue.scenario.roles}
        rows.append(
            Row(
                inject,
                news.at,
                cells,
                shared_at=news.shared[0] if news.shared else None,
                shared_by=news.shared[1] if news.shared else None,
                by_stand_in=news.shared is not None and news.shared[2] is None,
                used=_used(team, inject, catalogue),
            )
        )
    return Knowledge(team.id, tuple(catalogue.scenario.roles), tuple(rows))


def _cell(room: Room, team: Team, role: str, inject: str, catalogue: Catalogue) -> Cell:
    news = team.news[inject]
    seats = _ever(room, team.id, role)
    sent = role in news.roles or (inject in catalogue.injects and role in catalogue.inject(inject)[1].to)
    opened = min((seat.read[inject] for seat in seats if inject in seat.read), default=None)
    if not seats:
        return Cell("held" if role == news.stand_in else "never", sent, stand_in=True)
    if not sees(news, role, inject, catalogue):
        return Cell("never", sent)
    return Cell("held" if opened is None else "opened", sent, opened)


def _ever(room: Room, team: str, role: str) -> list[Seat]:
    """Chairs of a role that are or were taken."""
    return seats_of(room, team, role) + [
        seat for seat in room.seats.values() if seat.removed and (seat.team, seat.role) == (team, role)
    ]


def _used(team: Team, inject: str, catalogue: Catalogue) -> tuple[str, ...]:
    used = []
    for decision, run in team.decisions.items():
        if run.settled is None or run.settled.option is None or decision not in catalogue.decisions:
            continue
        chosen = next(o for o in catalogue.decision(decision)[1].options if o.id == run.settled.option)
        if inject in chosen.acts_on:
            used.append(decision)
    return tuple(used)
