"""A report on many tables: what they chose, shared and answered, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median_low

from game_server.debrief.decisions import FEW, letter
from game_server.debrief.names import Names
from game_server.debrief.shape_hall import (
    Hall,
    HallCount,
    HallCurve,
    HallDecision,
    HallLevel,
    HallNews,
    HallPractice,
    HallTable,
)
from game_server.room.mandate import tally
from game_server.room.state import DecisionRun, Room, Seat, Team
from game_server.scenario.model import Decision, Indicator
from game_server.story.knowledge import Row
from game_server.story.tell import Story

TABLES = 5
"""From so many tables on a report on all of them counts."""
CROWD = 31
"""And from so many people."""


def is_hall(teams: list[Team], people: int) -> bool:
    """Whether a report on these teams tells counts in the place of rows."""
    return len(teams) >= TABLES or (len(teams) > 1 and people >= CROWD)


def hall(story: Story, teams: list[Team], people: list[list[Seat]], names: Names) -> Hall:
    """`people`: those of each team. In public there are no lines by table."""
    mains = [one for one in _decisions(names) if one[1].kind == "main"]
    columns = [decision for decision, _ in mains if any(_settled(team, decision) for team in teams)]
    everyone = [seat for seats in people for seat in seats]
    return {
        "tables": len(teams),
        "people": len(everyone),
        "roles": _roles(everyone, names),
        "decisions": [_decision(teams, one, names) for _, one in _decisions(names) if _asked(teams, one.id)],
        "news": _news(story, teams, names),
        "curves": [_curve(key, one, teams, names) for key, one in names.catalogue.scenario.indicators.items()],
        "practice": [_practice(everyone, one, names) for _, one in _decisions(names) if _answered(everyone, one.id)],
        "columns": [names.decision(one) for one in columns],
        "rows": []
        if names.counts
        else [_table(story, team, seats, columns, names) for team, seats in zip(teams, people, strict=True)],
    }


def _decisions(names: Names) -> Iterator[tuple[str, Decision]]:
    for decision in names.catalogue.decisions:
        yield decision, names.catalogue.decision(decision)[1]


def _run(team: Team, decision: str) -> DecisionRun:
    return team.decisions.get(decision, DecisionRun())


def _settled(team: Team, decision: str) -> str | None:
    settled = _run(team, decision).settled
    return settled.option if settled is not None else None


def _asked(teams: list[Team], decision: str) -> bool:
    return any(_run(team, decision).rounds for team in teams)


def _answered(people: list[Seat], decision: str) -> bool:
    return sum(1 for seat in people if decision in seat.practice) >= FEW


def _roles(people: list[Seat], names: Names) -> list[HallCount]:
    counts = Counter(seat.role for seat in people)
    return [
        {"name": names.role(role), "count": counts[role]} for role in names.catalogue.scenario.roles if counts[role]
    ]


def _decision(teams: list[Team], decision: Decision, names: Names) -> HallDecision:
    """Votes that a table never revealed are not counted."""
    chose = Counter(option for team in teams if (option := _settled(team, decision.id)) is not None)
    voted: Counter[str] = Counter()
    for team in teams:
        ballot = _run(team, decision.id).ballot
        if ballot is not None and ballot.revealed:
            voted += tally(ballot)
    phase = names.catalogue.decision(decision.id)[0]
    return {
        "title": names.text(decision.title),
        "main": decision.kind == "main",
        "phase": names.text(phase.title),
        "question": names.text(decision.question),
        "options": [
            {
                "letter": letter(decision, option.id),
                "label": names.text(option.label),
                "tables": chose[option.id],
                "votes": voted[option.id],
            }
            for option in decision.options
        ],
        "line": names.say("hall_line", tables=chose.total(), of=len(teams), votes=voted.total()),
    }


def _news(story: Story, teams: list[Team], names: Names) -> list[HallNews]:
    """The scenario's own private news, in its order."""
    rows: dict[str, list[Row]] = {}
    for team in teams:
        for row in story.matrices[team.id].rows:
            rows.setdefault(row.inject, []).append(row)
    return [
        {
            "name": names.news(inject, None, brief=True),
            "phase": names.text(names.catalogue.inject(inject)[0].title),
            "shared": sum(1 for row in rows[inject] if row.shared_at is not None),
            "tables": len(rows[inject]),
            "after": _after(rows[inject], names),
        }
        for inject in names.catalogue.injects
        if inject in rows
    ]


def _after(rows: list[Row], names: Names) -> str:
    took = [round((row.shared_at - row.released) / 60_000) for row in rows if row.shared_at is not None]
    return names.say("after", minutes=max(0, median_low(took))) if took else ""


def _curve(key: str, indicator: Indicator, teams: list[Team], names: Names) -> HallCurve:
    ends = [team.indicators.get(key, indicator.start) for team in teams]
    counts = Counter(min(90, end // 10 * 10) for end in ends)
    levels: list[HallLevel] = [{"low": low, "tables": counts[low]} for low in range(0, 100, 10)]
    name, middle = names.text(indicator.name), median_low(ends)
    said = "; ".join(
        names.say("hall_level", low=one["low"], high=one["low"] + 9, n=one["tables"]) for one in levels if one["tables"]
    )
    return {
        "name": name,
        "meaning": names.text(indicator.meaning),
        "start": indicator.start,
        "middle": middle,
        "levels": levels,
        "alt": names.say("hall_curve_alt", name=name, start=indicator.start, middle=middle, levels=said),
    }


def _practice(people: list[Seat], decision: Decision, names: Names) -> HallPractice:
    said = Counter(seat.practice[decision.id] for seat in people if decision.id in seat.practice)
    return {
        "text": names.text(decision.practice or {}),
        "decision": names.say("practice_after", decision=names.text(decision.title)),
        "yes": said["yes"],
        "partly": said["partly"],
        "no": said["no"],
        "unknown": said["unknown"],
    }


def _table(story: Story, team: Team, people: list[Seat], columns: list[str], names: Names) -> HallTable:
    known = story.matrices[team.id]
    choices = []
    for decision in columns:
        option = _settled(team, decision)
        choices.append(letter(names.catalogue.decision(decision)[1], option) if option is not None else "–")
    return {
        "name": names.team(team),
        "people": len(people),
        "choices": choices,
        "shared": names.say("group_count", shared=len(known.rows) - known.never_shared, all=len(known.rows)),
    }


def people_of(room: Room, teams: list[Team]) -> list[list[Seat]]:
    """Everyone who sat at each table to the end, or left it after having had a say. Not who was erased."""
    voted = {seat for team in teams for run in team.decisions.values() for one in run.rounds for seat in one.votes}
    sat: dict[str, list[Seat]] = {team.id: [] for team in teams}
    for seat in room.seats.values():
        if seat.team in sat and not seat.erased and (not seat.removed or seat.id in voted):
            sat[seat.team].append(seat)
    return [sat[team.id] for team in teams]
