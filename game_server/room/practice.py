"""*Is dit bij ons geregeld?*: answers after a main decision, their spread by role, and showing it to the others."""

from __future__ import annotations

from collections.abc import Iterable

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


def _asking(decision: str, seat: Seat, room: Room, catalogue: Catalogue) -> Decision:
    found = find(decision, catalogue)
    run = room.teams[seat.team].decisions.get(found.id, DecisionRun())
    if run.state == "planned" or found.practice is None:
        raise Refused("unknown_decision", field="decision")
    if run.state != "effective":
        raise Refused("not_effective")
    return found
