"""What the big screen may see: nobody's name, no single vote, and nothing that a participant typed unless it is shown.

The screen of the whole room with several teams holds back more than a team's own: no team may learn there what it has
not yet come to itself, and only anchors are revealed, jointly (`design.md` §5.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from game_server.room.mandate import seats_of
from game_server.room.state import DecisionRun, Team
from game_server.scenario.model import Decision
from game_server.views import shapes, shapes_screen
from game_server.views.conversation import Sight, conversation
from game_server.views.decisions import (
    OPENED,
    REVEALED,
    cast_of,
    chosen_option,
    counts_of,
    electorate,
    is_reached,
    option_lines,
    run_of,
    settled_part,
)
from game_server.views.hall import TABLES, averages
from game_server.views.lens import Lens
from game_server.views.measures import screen_measures
from game_server.views.parts import (
    debrief_part,
    indicator_parts,
    is_debriefing,
    news_item,
    role_names,
    room_news_item,
    room_part,
    speaks_for,
    told_because,
)
from game_server.views.pressure import lights_part, rung_name
from game_server.views.sight import common_news, room_news

FEW = 3
"""Of fewer votes than this no counts are shown, because they would tell who voted what."""


def screen_view(lens: Lens, team: Team | None) -> shapes_screen.ScreenView:
    """`team` None is the screen of the whole room."""
    teams = [team] if team is not None else list(lens.room.teams.values())
    news, tables = _news(lens, team), is_tables(teams)
    view = shapes_screen.ScreenView(
        room=room_part(lens),
        roles=role_names(lens.book),
        teams={one.id: _team(lens, one, teams, news, tables) for one in teams},
        news=news,
        decisions={
            decision: _question(lens, decision, teams)
            for decision in lens.catalogue.decisions
            if _is_shown(lens.decision(decision), teams)
        },
        showing=lens.room.showing,
    )
    if team is not None:
        view["team"] = team.id
    if tables:
        view["averages"] = averages(lens, teams)
    if is_debriefing(lens):
        view["debrief"] = debrief_part(lens, stars=True)
        if lens.room.showing == "measures":
            view["measures"] = screen_measures(lens, team)
    if lens.room.status == "debrief":
        view["conversation"] = conversation(_sight(lens, teams, news))
    return view


def _sight(lens: Lens, teams: list[Team], news: dict[str, shapes.NewsItem]) -> Sight:
    return Sight(
        lens,
        {} if is_tables(teams) else {one.id: told_because(lens, one, _may_tell(lens, teams, news)) for one in teams},
        lambda decision: _may_show_result(decision, teams) and any(is_reached(team, decision.id) for team in teams),
        lambda decision: _may_show_effect(decision, teams) and any(is_reached(team, decision.id) for team in teams),
        shared=len(teams) > 1,
    )


def is_tables(teams: list[Team]) -> bool:
    """So many that none stands by itself, and what they have alike is told once."""
    return len(teams) >= TABLES


def _news(lens: Lens, team: Team | None) -> dict[str, shapes.NewsItem]:
    """The only team of a room has no other to hide from who brought what to its table."""
    if team is None and len(lens.room.teams) == 1:
        team = next(iter(lens.room.teams.values()))
    if team is not None:
        return {inject: news_item(lens, team, inject) for inject in common_news(team)}
    return {inject: room_news_item(lens, inject) for inject in room_news(lens.room)}


def _team(
    lens: Lens, team: Team, teams: list[Team], news: dict[str, shapes.NewsItem], tables: bool
) -> shapes_screen.ScreenTeam:
    part = shapes_screen.ScreenTeam(
        order=team.order,
        name=team.name,
        chairs=dict(Counter(seat.role for seat in seats_of(lens.room, team.id))),
        picture=dict(Counter(item.kind for item in team.picture.values() if not item.struck)),
        indicators={}
        if tables
        else indicator_parts(lens, team, told_because(lens, team, _may_tell(lens, teams, news))),
    )
    if len(teams) == 1:
        _add_pressure(part, lens, team)
    speaks = speaks_for(lens.room, team)
    if speaks is not None:
        part["spokesperson"] = speaks.role
    return part


def _may_tell(lens: Lens, teams: list[Team], news: dict[str, shapes.NewsItem]) -> Callable[[str, str], bool]:
    """Whether all who look may know that this moved an indicator."""

    def may_tell(kind: str, thing: str) -> bool:
        match kind:
            case "decision":
                return _may_show_effect(lens.decision(thing), teams)
            case "inject":
                return thing in news
            case "clock":
                return not lens.catalogue.clock(thing).seen_by
            case "rung":
                return len(teams) == 1
            case _:
                return False

    return may_tell


def _add_pressure(part: shapes_screen.ScreenTeam, lens: Lens, team: Team) -> None:
    """How far a team scaled up, and that its phones are dark, is for its own screen and a room without another."""
    rung, lights = rung_name(lens, team), lights_part(lens.room, team)
    if rung is not None:
        part["rung"] = rung
    if lights is not None:
        part["lights"] = lights


# ---------------------------------------------------------------- when a decision may be seen by whom


def _states(decision: Decision, teams: list[Team]) -> list[str]:
    return [run_of(team, decision.id).state for team in teams]


def _is_shown(decision: Decision, teams: list[Team]) -> bool:
    """An anchor comes to every team; what only some teams may come to waits until all have passed it."""
    if not any(is_reached(team, decision.id) for team in teams):
        return False
    return decision.anchor or all(state != "planned" for state in _states(decision, teams))


def _may_show_options(decision: Decision, teams: list[Team]) -> bool:
    return all(state in (*OPENED, "skipped") for state in _states(decision, teams))


def _may_show_result(decision: Decision, teams: list[Team]) -> bool:
    joint = len(teams) == 1 or decision.anchor
    return joint and all(state in (*REVEALED, "skipped") for state in _states(decision, teams))


def _may_show_effect(decision: Decision, teams: list[Team]) -> bool:
    joint = len(teams) == 1 or decision.anchor
    return joint and all(state in ("effective", "skipped") for state in _states(decision, teams))


# ---------------------------------------------------------------- the question and where each team is


def _question(lens: Lens, decision: str, teams: list[Team]) -> shapes_screen.ScreenQuestion:
    found = lens.decision(decision)
    tables, effective = is_tables(teams), _may_show_effect(found, teams)
    part = shapes_screen.ScreenQuestion(
        order=lens.catalogue.decisions.index(decision),
        kind=found.kind,
        anchor=found.anchor,
        title=lens.text(found.title),
        question=lens.text(found.question),
        context=lens.text(found.context),
        options=option_lines(lens.book, decision) if _may_show_options(found, teams) else {},
        teams={team.id: _in_team(lens, team, found) for team in teams},
    )
    if _may_show_result(found, teams) and not (tables and effective):
        for team in teams:
            _add_counts(part["teams"][team.id], found, run_of(team, decision))
    if _may_show_result(found, teams):
        for team in teams:
            _add_choice(part["teams"][team.id], run_of(team, decision))
    if effective and tables:
        part["effects"] = _effects(lens, found, teams)
    elif effective:
        for team in teams:
            _add_effect(part["teams"][team.id], lens, found, team)
    return part


def _in_team(lens: Lens, team: Team, decision: Decision) -> shapes_screen.ScreenDecision:
    run = run_of(team, decision.id)
    part = shapes_screen.ScreenDecision(
        state=run.state, cast=cast_of(run), of=electorate(lens.room, team, decision, run)
    )
    if run.ballot is not None and run.state == "open":
        if run.ballot.due is not None:
            part["due"] = run.ballot.due
        if run.ballot.hard:
            part["hard"] = True
    if lens.room.showing == f"statement:{team.id}:{decision.id}":
        settled = settled_part(run)
        if settled is not None and "statement" in settled:
            part["statement"] = settled["statement"]
            if "to" in settled:
                part["to"] = settled["to"]
    return part


def _add_counts(part: shapes_screen.ScreenDecision, decision: Decision, run: DecisionRun) -> None:
    ballot = run.ballot
    if ballot is not None and ballot.revealed and len(ballot.votes) >= FEW:
        part["counts"] = counts_of(decision, ballot)


def _add_choice(part: shapes_screen.ScreenDecision, run: DecisionRun) -> None:
    settled = settled_part(run)
    if settled is None:
        return
    part["way"] = settled["way"]
    if "option" in settled:
        part["option"] = settled["option"]
    if "role" in settled:
        part["role"] = settled["role"]


def _add_effect(part: shapes_screen.ScreenDecision, lens: Lens, decision: Decision, team: Team) -> None:
    run = run_of(team, decision.id)
    option = chosen_option(decision, run)
    if run.state != "effective" or run.effective_at is None or option is None:
        return
    part["at"] = run.effective_at
    part["consequence"] = lens.text(option.consequence)
    part["moves"] = dict(option.effects)
    part["moved"] = _moved(team, decision)


def _moved(team: Team, decision: Decision) -> dict[str, str]:
    cause = f"decision:{decision.id}:"
    return {
        key: str(version)
        for key, moves in team.moves.items()
        for version, move in sorted(moves.items())
        if move.because.startswith(cause)
    }


def _effects(lens: Lens, decision: Decision, teams: list[Team]) -> dict[str, shapes_screen.ScreenEffect]:
    runs = [run_of(team, decision.id) for team in teams]
    chosen = {option.id: option for run in runs if (option := chosen_option(decision, run))}
    at = max((run.effective_at for run in runs if run.effective_at is not None), default=0)
    return {
        id_: shapes_screen.ScreenEffect(at=at, consequence=lens.text(option.consequence), moves=dict(option.effects))
        for id_, option in chosen.items()
    }
