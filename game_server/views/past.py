"""What happened in a room as lines in time, from what the room still knows, for whoever may see each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game_server.room.clocks import session_of
from game_server.room.state import DecisionRun, Room, Team
from game_server.scenario.model import Decision
from game_server.views.decisions import chosen_option, is_reached
from game_server.views.lens import Lens
from game_server.views.shapes_conversation import LineKind, TimeLine
from game_server.views.sight import is_common, room_news


def phase_lines(lens: Lens) -> Iterator[TimeLine]:
    for run in lens.room.phases:
        found = lens.catalogue.phase(run.id)
        if found.kind not in ("debrief", "close"):
            line = TimeLine(at=run.session, kind="phase", title=lens.text(found.title))
            if run.starts is not None:
                line["game"] = run.starts
            yield line


def room_lines(lens: Lens, revealed: Callable[[Decision], bool]) -> Iterator[TimeLine]:
    """What every team may know: the news that all had, and the votes that were revealed jointly."""
    for inject in room_news(lens.room):
        team = min(lens.room.teams.values(), key=lambda one: one.news[inject].order)
        yield _line(lens, None, team.news[inject].at, "news", lens.inject_title(inject, team))
    for decision in lens.catalogue.decisions:
        closed = [
            ballot.closed_at
            for team in lens.room.teams.values()
            if (run := team.decisions.get(decision)) and (ballot := run.ballot) and ballot.closed_at is not None
        ]
        if closed and revealed(lens.decision(decision)):
            yield _line(lens, None, max(closed), "revealed", lens.text(lens.decision(decision).title))


def team_lines(lens: Lens, team: Team, hears: Callable[[str], bool]) -> Iterator[TimeLine]:
    """A team's own. `hears`: which private news may be told that lay with one role only."""
    for inject, news in team.news.items():
        private = hears(inject)
        if news.state != "released" or not (private or is_common(news)):
            continue
        title = lens.inject_title(inject, team)
        if not news.roles and news.stand_in is None:
            yield _line(lens, team, news.at, "news", title)
            continue
        if private:
            yield _line(lens, team, news.at, "private", title, news.stand_in or news.roles[0])
        if news.shared is not None:
            yield _line(lens, team, news.shared[0], "shared", title, news.shared[1])
    for decision, run in team.decisions.items():
        if is_reached(team, decision):
            yield from _decision_lines(lens, team, decision, run)
    for rung, climbed in team.rungs.items():
        yield _line(lens, team, climbed.at, "rung", lens.text(lens.catalogue.rung(rung).name), climbed.role)


def _decision_lines(lens: Lens, team: Team, decision: str, run: DecisionRun) -> Iterator[TimeLine]:
    found = lens.decision(decision)
    title = lens.text(found.title)
    for number, ballot in enumerate(run.rounds):
        yield _line(lens, team, ballot.opened_at, "reopened" if number else "opened", title)
        if ballot.revealed and ballot.closed_at is not None:
            yield _line(lens, team, ballot.closed_at, "revealed", title)
    option = chosen_option(found, run)
    if run.settled is not None and run.state in ("settled", "effective"):
        chosen = title if option is None else f"{title} {lens.text(option.label)}"
        yield _line(lens, team, run.settled.at, "settled", chosen, run.settled.role)


def _line(lens: Lens, team: Team | None, at: int, kind: LineKind, title: str, role: str | None = None) -> TimeLine:
    line = TimeLine(at=session_of(lens.room, at), kind=kind, title=title)
    game = game_at(lens.room, line["at"])
    if game is not None:
        line["game"] = game
    if team is not None and len(lens.room.teams) > 1:
        line["team"] = team.id
    if role is not None:
        line["role"] = role
    return line


def game_at(room: Room, session: int) -> float | None:
    """The story minute at a session ms of the past; None where the phase had no story time."""
    run = next((run for run in reversed(room.phases) if run.session <= session), None)
    if run is None or run.starts is None:
        return None
    minute = run.starts + (session - run.session) / 60_000 * run.pace
    return round(minute if run.ends is None else min(minute, run.ends), 2)
