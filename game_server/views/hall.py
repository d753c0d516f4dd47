"""A hall on the desk: counts in the place of rows, and once what all tables have alike, so that sixty stay small."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from game_server.room.mandate import mandated
from game_server.room.news import possible
from game_server.room.seating import free
from game_server.room.state import DecisionRun, InjectState, Room, Team
from game_server.views import shapes, shapes_desk
from game_server.views.decisions import MANY, SETTLING, cast_of, counts_of, decision_part, electorate, settled_part
from game_server.views.lens import Book, Lens
from game_server.views.parts import indicator_parts, speaks_for
from game_server.views.pressure import hall_ladder, lights_part

HALL = MANY
"""From so many chairs the desk gets counts instead of rows."""
TABLES = 9
"""From so many tables too, however many sit at them."""


class Standing(NamedTuple):
    """Where one piece of news is at one table."""

    state: InjectState
    possible: bool
    at: int


COMING = Standing("planned", True, 0)


def is_hall(room: Room) -> bool:
    return len(room.teams) >= TABLES or sum(len(team.seats) for team in room.teams.values()) >= HALL


def hall_part(lens: Lens) -> shapes_desk.Hall:
    teams = list(lens.room.teams.values())
    injects = (*lens.catalogue.injects, *lens.room.composed)
    standings = {team.id: {inject: _standing(lens, team, inject) for inject in injects} for team in teams}
    usual = {inject: _usual([standings[team.id][inject] for team in teams]) for inject in injects}
    hall = shapes_desk.Hall(
        teams={team.id: _team(lens, team, standings[team.id], usual) for team in teams},
        news=_news(lens, usual),
        shares=dict(Counter(inject for team in teams for inject, news in team.news.items() if news.shared)),
        decisions=_words(lens.book),
        indicators=averages(lens, teams),
        practice=_practice(lens.room),
    )
    if lens.room.ladder:
        hall["ladder"] = hall_ladder(lens.book)
    return hall


# ---------------------------------------------------------------- news


def _standing(lens: Lens, team: Team, inject: str) -> Standing:
    news = team.news.get(inject)
    if news is None and inject in _free_to_come(lens.book):
        return COMING
    if news is not None and news.state in ("released", "skipped"):
        return Standing(news.state, True, news.at if news.state == "released" else 0)
    if inject in lens.room.composed:
        return Standing("planned", False, 0)
    may_come = possible(lens.room, team, lens.catalogue.inject(inject)[1], lens.room.at)
    return Standing("planned" if news is None else news.state, may_come, 0)


@lru_cache(maxsize=64)
def _free_to_come(book: Book) -> frozenset[str]:
    """News that no condition and no lock keeps from any table."""
    found = (book.catalogue.inject(inject)[1] for inject in book.catalogue.injects)
    return frozenset(inject.id for inject in found if inject.when is None and not inject.locked)


def _usual(standings: list[Standing]) -> Standing:
    return Counter(standings).most_common(1)[0][0]


def _news(lens: Lens, usual: dict[str, Standing]) -> dict[str, shapes_desk.DeskNews]:
    opened = Counter(
        inject for team in lens.room.teams.values() for seat in team.seats.values() for inject in seat.read
    )
    return {
        inject: _news_line(order, standing, opened[inject]) for order, (inject, standing) in enumerate(usual.items())
    }


def _news_line(order: int, usual: Standing, openings: int) -> shapes_desk.DeskNews:
    line = shapes_desk.DeskNews(order=order, state=usual.state, possible=usual.possible, opened={}, openings=openings)
    if usual.state == "released":
        line["at"] = usual.at
    return line


def _told(standing: Standing) -> shapes_desk.HallNews:
    told = shapes_desk.HallNews(state=standing.state, possible=standing.possible)
    if standing.state == "released":
        told["at"] = standing.at
    return told


# ---------------------------------------------------------------- a table


def _team(lens: Lens, team: Team, standings: dict[str, Standing], usual: dict[str, Standing]) -> shapes_desk.HallTeam:
    chairs = {role: free(lens.room, team.id, role, lens.catalogue) for role in lens.catalogue.scenario.roles}
    line = shapes_desk.HallTeam(
        order=team.order,
        name=team.name,
        taken=len(team.seats),
        free={role: count for role, count in chairs.items() if count},
        news={inject: _told(one) for inject, one in standings.items() if one != usual[inject]},
        decisions={
            decision: _decision(lens, team, decision, run)
            for decision, run in team.decisions.items()
            if run.state != "planned"
        },
        indicators=dict(team.indicators),
        joint=team.joint,
    )
    away = sum(seat.away for seat in team.seats.values())
    if away:
        line["away"] = away
    lights = lights_part(lens.room, team)
    if lights is not None:
        line["lights"] = lights
    speaks = speaks_for(lens.room, team)
    if speaks is not None:
        line["spokesperson"] = speaks.role
    if lens.room.ladder and team.rung is not None:
        line["rung"] = team.rung
    return line


def _decision(lens: Lens, team: Team, decision: str, run: DecisionRun) -> shapes_desk.HallDecision:
    found = lens.decision(decision)
    line = shapes_desk.HallDecision(state=run.state)
    if run.state not in ("effective", "skipped"):
        line["cast"], line["of"] = cast_of(run), electorate(lens.room, team, found, run)
        if run.ballot is not None:
            line["counts"] = counts_of(found, run.ballot)
            if run.ballot.due is not None and run.state == "open":
                line["due"] = run.ballot.due
    if len(run.rounds) > 1:
        line["round"] = len(run.rounds)
    role = mandated(lens.room, team.id, found) if run.state in SETTLING else None
    if role is not None:
        line["role"] = role
    settled = settled_part(run)
    if settled is not None:
        line["way"] = settled["way"]
        if "option" in settled:
            line["option"] = settled["option"]
    return line


# ---------------------------------------------------------------- once for all tables


@lru_cache(maxsize=64)
def _words(book: Book) -> dict[str, shapes.DecisionPart]:
    """Every decision as if it were planned at a table where nobody sits, without the advice of empty chairs."""
    nowhere = Lens(Room(), book)
    parts = {decision: decision_part(nowhere, Team("", "", 0), decision, None) for decision in book.catalogue.decisions}
    for part in parts.values():
        part.pop("advice", None)
    return parts


def averages(lens: Lens, teams: list[Team]) -> dict[str, shapes.IndicatorPart]:
    """Without moves, so that no table can be told from it."""
    sums: Counter[str] = Counter()
    for key, indicator in lens.catalogue.scenario.indicators.items():
        sums[key] = sum(team.indicators.get(key, indicator.start) for team in teams)
    average = Team("", "", 0, indicators={key: round(total / len(teams)) for key, total in sums.items()})
    return indicator_parts(lens, average, lambda _: "")


def _practice(room: Room) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for team in room.teams.values():
        for seat in team.seats.values():
            for decision, answer in seat.practice.items():
                counts.setdefault(decision, Counter())[answer] += 1
    return {decision: dict(found) for decision, found in counts.items()}
