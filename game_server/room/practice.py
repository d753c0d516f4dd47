"""*Is dit bij ons geregeld?*: answers after a main decision, their spread by role, and showing it to the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import AnswerPractice, ReleasePractice
from game_server.room.events import PracticeAnswered, PracticeReleased
from game_server.room.mandate import mandated, report_role, seats_of
from game_server.room.refusals import Refused
from game_server.room.state import DecisionRun, Room, Seat, Team
from game_server.room.voting import find
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision

Spread = dict[str, dict[str, int]]
"""role → answer → how many."""
AGENDA = 3
"""So many points fit a cup of coffee."""
_WEIGHT = {"yes": 2, "partly": 1, "no": 0, "unknown": 0}


class Gap(NamedTuple):
    """A decision of which a team does not say with one voice that it is arranged at home. `wide`: both yes and no."""

    decision: str
    wide: bool


def answer(command: AnswerPractice, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """After a decision that asks it became effective; a later answer replaces it."""
    seat = seat_of(asked, room)
    decision = _asking(command.decision, seat, room, catalogue)
    if seat.practice.get(decision.id) == command.value:
        return Decided([])
    return Decided([PracticeAnswered(team=seat.team, seat=seat.id, decision=decision.id, value=command.value)])


def release(command: ReleasePractice, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The mandated role lets other municipalities see the spread, once the own team has seen it itself."""
    seat = seat_of(asked, room)
    decision = _asking(command.decision, seat, room, catalogue)
    team = room.teams[seat.team]
    if len(room.teams) == 1:
        raise Refused("no_others")
    if release_role(room, team, decision, catalogue) != seat.role:
        raise Refused("no_mandate")
    if decision.id in team.practice_released:
        return Decided([])
    if not is_complete(room, team.id, decision.id):
        raise Refused("not_all_answered")
    given = spread(seats_of(room, team.id), decision.id)
    return Decided([PracticeReleased(team=team.id, seat=seat.id, decision=decision.id, answers=given)])


def release_role(room: Room, team: Team, decision: Decision, catalogue: Catalogue) -> str | None:
    """Whose word it takes: who settles this decision, else who may agree to a joint report."""
    if decision.settles.by == "role":
        return mandated(room, team.id, decision)
    return report_role(room, team, tuple(catalogue.decision(one)[1] for one in catalogue.decisions))


def asked_of(room: Room, team: str) -> list[Seat]:
    """Who can answer now: everyone at the table with a device of their own."""
    return [seat for seat in seats_of(room, team) if seat.pass_hash is not None and not seat.away]


def is_complete(room: Room, team: str, decision: str) -> bool:
    """Everyone who can has answered."""
    asked = asked_of(room, team)
    return bool(asked) and all(decision in seat.practice for seat in asked)


def spread(seats: Iterable[Seat], decision: str) -> Spread:
    """What was answered, by role."""
    found: Spread = {}
    for seat in seats:
        if decision in seat.practice:
            counts = found.setdefault(seat.role, {})
            counts[seat.practice[decision]] = counts.get(seat.practice[decision], 0) + 1
    return found


def width(said: Iterable[str]) -> int:
    """How far these answers are apart; 0: all say the same."""
    values = list(said)
    weights = [_WEIGHT[value] for value in values]
    apart = max(weights, default=0) - min(weights, default=0)
    return apart * 100 + min(values.count("yes"), values.count("no"))


def agenda(room: Room, team: str, catalogue: Catalogue) -> list[Gap]:
    """What to talk about over coffee: where answers are widest apart, then where nobody says yes."""
    seats = seats_of(room, team)
    said = {
        decision: [seat.practice[decision] for seat in seats if decision in seat.practice]
        for decision in catalogue.decisions
    }
    open_ = [decision for decision, values in said.items() if set(values) - {"yes"}]
    widest = sorted(open_, key=lambda decision: -width(said[decision]))
    return [Gap(decision, {"yes", "no"} <= set(said[decision])) for decision in widest[:AGENDA]]


def _asking(decision: str, seat: Seat, room: Room, catalogue: Catalogue) -> Decision:
    found = find(decision, catalogue)
    run = room.teams[seat.team].decisions.get(found.id, DecisionRun())
    if run.state == "planned" or found.practice is None:
        raise Refused("unknown_decision", field="decision")
    if run.state != "effective":
        raise Refused("not_effective")
    return found
