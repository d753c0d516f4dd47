"""The talk afterwards as each audience sees it: the step that is shown, with the facts that this audience may know.

The room's screen with several teams holds only what all may know; a team's own screen shows no single vote, reason or
private message before the facilitator lets it through. What its own team revealed to itself stands on its phones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game_server.room.clocks import session_of
from game_server.room.conversation import current, is_let
from game_server.room.state import DecisionRun, Round, Team
from game_server.room.statements import speaker
from game_server.scenario.conversation import Step, steps
from game_server.scenario.model import Decision
from game_server.views import shapes_conversation as shapes
from game_server.views.decisions import run_of
from game_server.views.knowing import matrix, own_rows
from game_server.views.lens import Lens
from game_server.views.parts import Because
from game_server.views.past import game_at, phase_lines, room_lines, team_lines
from game_server.views.sight import is_seen_by_role

FEW = 3
"""Of fewer votes than this a screen shows none: who voted what would be told."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Who looks. `teams`: those whose facts they may see, each with why its indicators moved in their words.

    `everything`: also what was not let through (the desk). `shared`: other teams look along. `role`: whose phone it is.
    `told`: whether what came of a decision may be known; `revealed`: whether its votes may.
    """

    lens: Lens
    teams: Mapping[str, Because]
    revealed: Callable[[Decision], bool]
    told: Callable[[Decision], bool]
    everything: bool = False
    shared: bool = False
    role: str | None = None


def conversation(sight: Sight) -> shapes.Conversation:
    lens = sight.lens
    held, step = lens.room.conversation, current(lens.room, lens.catalogue)
    part = shapes.Conversation(
        steps={one.id: _step(lens, order, one) for order, one in enumerate(steps(lens.catalogue.scenario))},
        ends=lens.room.clock.base,
        page=held.page,
        let=is_let(held, "matrix"),
    )
    if step is None:
        return part
    part["step"] = step.id
    if held.replay is not None:
        at = held.replay
        part["replay"] = shapes.Replay(at=at.at, since=at.since, speed=at.speed)
    match step.facts:
        case "timeline":
            part["lines"] = _lines(sight)
        case "matrix":
            _add_matrix(part, sight)
        case "decisions":
            _add_decision(part, sight)
        case "roads":
            _add_roads(part, sight)
        case "curves":
            part["lines"] = list(phase_lines(lens))
            part["teams"] = {
                team: shapes.TeamFacts(shifts=_shifts(lens, team, say)) for team, say in sight.teams.items()
            }
        case "lessons" | None:
            pass
    return part


def _step(lens: Lens, order: int, step: Step) -> shapes.TalkStep:
    part = shapes.TalkStep(order=order)
    if step.facts is not None:
        part["facts"] = step.facts
    if step.question is not None:
        part["question"] = lens.text(step.question)
    return part


# ---------------------------------------------------------------- what happened when


def _lines(sight: Sight) -> list[shapes.TimeLine]:
    lens, lines = sight.lens, list(phase_lines(sight.lens))
    if sight.shared:
        lines += room_lines(lens, sight.revealed)
    else:
        for team in sight.teams:
            lines += team_lines(lens, lens.room.teams[team], _may_hear(sight, lens.room.teams[team]))
    return sorted(lines, key=lambda line: line["at"])


def _may_hear(sight: Sight, team: Team) -> Callable[[str], bool]:
    """Which private news may be told that never came to the table."""
    if sight.everything:
        return lambda _inject: True
    if sight.role is None:
        return lambda _inject: False
    role = sight.role
    return lambda inject: is_seen_by_role(team, inject, role, sight.lens.catalogue)


# ---------------------------------------------------------------- who knew what


def _add_matrix(part: shapes.Conversation, sight: Sight) -> None:
    shown = not sight.shared and (part["let"] or sight.everything)
    if not shown and sight.role is None:
        return
    found = {team: matrix(sight.lens, sight.lens.room.teams[team]) for team in sight.teams}
    if sight.role is not None:
        part["mine"] = [row for whole in found.values() for row in own_rows(whole, sight.role)]
    if shown:
        part["teams"] = {team: shapes.TeamFacts(matrix=whole) for team, whole in found.items()}


# ---------------------------------------------------------------- what was decided, and what was not


def _asked(sight: Sight, may: Callable[[Decision], bool]) -> dict[str, shapes.Asked]:
    lens = sight.lens
    return {
        decision: shapes.Asked(order=order, title=lens.text(lens.decision(decision).title))
        for order, decision in enumerate(lens.catalogue.decisions)
        if may(lens.decision(decision))
    }


def _thing(part: shapes.Conversation, sight: Sight) -> str | None:
    """The decision that was chosen, else the first that there is."""
    offered = part.get("decisions", {})
    thing = sight.lens.room.conversation.thing
    if thing not in offered:
        thing = next(iter(offered), None)
    if thing is not None:
        part["thing"] = thing
    return thing


def _add_decision(part: shapes.Conversation, sight: Sight) -> None:
    lens = sight.lens
    part["decisions"] = _asked(sight, sight.revealed)
    thing = _thing(part, sight)
    if thing is None:
        return
    if sight.everything:
        part["let_votes"] = {team: True for team in sight.teams if is_let(lens.room.conversation, "votes", team, thing)}
        part["let_reasons"] = {
            team: True for team in sight.teams if is_let(lens.room.conversation, "reasons", team, thing)
        }
    if not sight.shared:
        part["teams"] = {
            team: shapes.TeamFacts(decision=_decision(sight, lens.room.teams[team], thing)) for team in sight.teams
        }


def _decision(sight: Sight, team: Team, decision: str) -> shapes.DecisionFacts:
    lens, run = sight.lens, run_of(team, decision)
    part = shapes.DecisionFacts(talk=run.talk, rounds=len(run.rounds))
    if run.settled is not None and run.rounds:
        began, ended = session_of(lens.room, run.rounds[0].opened_at), session_of(lens.room, run.settled.at)
        part["used"] = max(0, ended - began)
    if sight.role is None and run.ballot is not None and run.ballot.revealed:
        votes = _votes(sight, team.id, decision, run.ballot)
        if votes:
            part["votes"] = votes
    if speaker(lens.decision(decision), run) is not None and _are_marks_open(sight, run):
        marks = list(run.settled.marks.values()) if run.settled is not None else []
        part["marks"] = shapes.ShownMarks(
            given=len(marks), clear=sum(mark.clear for mark in marks), credible=sum(mark.credible for mark in marks)
        )
    return part


def _are_marks_open(sight: Sight, run: DecisionRun) -> bool:
    return run.settled is not None and run.settled.marks_released


def _votes(sight: Sight, team: str, decision: str, ballot: Round) -> list[shapes.ShownVote]:
    """In an order that does not tell which chair of a role voted what. On a phone they stand with the decision."""
    held, order = sight.lens.room.conversation, list(sight.lens.catalogue.scenario.roles)
    reasons = sight.everything or is_let(held, "reasons", team, decision)
    let = sight.everything or (is_let(held, "votes", team, decision) and len(ballot.votes) >= FEW)
    if not let:
        return []
    lines = []
    for vote in ballot.votes.values():
        line = shapes.ShownVote(role=vote.role, option=vote.option)
        if vote.confidence is not None:
            line["confidence"] = vote.confidence
        if reasons and vote.reason is not None:
            line["reason"] = vote.reason
        if vote.paper:
            line["paper"] = True
        lines.append(line)
    places = {role: place for place, role in enumerate(order)}
    return sorted(
        lines,
        key=lambda line: (
            places.get(line["role"], 99),
            line["option"],
            line.get("confidence", 0),
            line.get("reason", ""),
        ),
    )


def _add_roads(part: shapes.Conversation, sight: Sight) -> None:
    lens = sight.lens
    part["decisions"] = _asked(sight, sight.told)
    thing = _thing(part, sight)
    if thing is not None:
        part["roads"] = {
            option.id: shapes.Road(
                order=order,
                label=lens.text(option.label),
                consequence=lens.text(option.consequence),
                moves=dict(option.effects),
            )
            for order, option in enumerate(lens.decision(thing).options)
        }


# ---------------------------------------------------------------- what moved


def _shifts(lens: Lens, team: str, because: Because) -> list[shapes.Shift]:
    """Moves of one cause at one moment are one shift."""
    shifts: dict[tuple[int, str], shapes.Shift] = {}
    moved = [
        (version, key, move) for key, moves in lens.room.teams[team].moves.items() for version, move in moves.items()
    ]
    for _, key, move in sorted(moved, key=lambda one: one[0]):
        at = session_of(lens.room, move.at)
        shift = shifts.setdefault((at, move.because), shapes.Shift(at=at, because=because(move), moves={}))
        game = game_at(lens.room, at)
        if game is not None:
            shift["game"] = game
        shift["moves"][key] = shift["moves"].get(key, 0) + move.points
    return list(shifts.values())
