"""The mandated role's word: exactly one settle counts (`design.md` §5.3 and §5.4)."""

from __future__ import annotations

from game_server.room.asked import Asked, Decided, playing, seat_of, team_of
from game_server.room.commands import SettleAtDesk, SettleDecision
from game_server.room.events import DecisionSettled, ScreenShown, Way
from game_server.room.mandate import mandated
from game_server.room.refusals import Refused
from game_server.room.state import DecisionRun, Room, Settled, Team
from game_server.room.voting import find, outcome
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision


def by_seat(command: SettleDecision, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """From the mandated role's own phone."""
    seat = seat_of(asked, room)
    team = room.teams[seat.team]
    decision, run = _settleable(room, team, command.decision, command.option, catalogue, hidden=True)
    if mandated(room, team.id, decision) != seat.role:
        raise Refused("no_mandate")
    way: Way = "tie" if decision.settles.by == "majority" else "role"
    fact = DecisionSettled(
        team=team.id,
        decision=decision.id,
        way=way,
        option=command.option,
        role=seat.role,
        seat=seat.id,
        owner=command.owner,
        statement=command.statement,
        to=command.to,
    )
    decided = _unless_same(fact, team)
    shown = room.showing == f"statement:{team.id}:{decision.id}"
    if decided.facts and shown and (run.settled is None or run.settled.statement != command.statement):
        return Decided([*decided.facts, ScreenShown(what="auto")])  # new words wait until the facilitator lets them
    return decided


def at_desk(command: SettleAtDesk, room: Room, catalogue: Catalogue) -> Decided:
    """On the mandated role's word, for an empty table, or, with a reason, against the mandate or the votes.

    After *geen consensus* no choice is the table's own: one that is set all the same is the facilitator's (`overrule`).
    """
    team = team_of(room, command.team)
    decision, run = _settleable(room, team, command.decision, command.option, catalogue)
    voted, winning = outcome(run.ballot, len(run.rounds), decision)
    if decision.settles.by == "consensus" and voted is None:
        raise Refused("reopen_first")
    role = mandated(room, team.id, decision)
    if command.on_word_of is not None and command.on_word_of != role:
        raise Refused("not_mandated", field="on_word_of")
    way: Way = "empty_chair" if role is None else "word" if command.on_word_of else "overrule"
    if voted is not None:
        way = voted if command.option == winning else "overrule"
    if way == "overrule" and not command.reason:
        raise Refused("reason_needed", field="reason")
    fact = DecisionSettled(
        team=team.id,
        decision=decision.id,
        way=way,
        option=command.option,
        role=role if way == "word" else None,
        reason=command.reason,
        owner=command.owner,
        statement=command.statement,
        to=command.to,
    )
    return _unless_same(fact, team)


def _settleable(
    room: Room, team: Team, decision: str, option: str, catalogue: Catalogue, hidden: bool = False
) -> tuple[Decision, DecisionRun]:
    playing(room)
    found = find(decision, catalogue)
    run = team.decisions.get(found.id, DecisionRun())
    if hidden and run.state == "planned":
        raise Refused("unknown_decision", field="decision")
    if run.state in ("effective", "skipped"):
        raise Refused("too_late", did=run.moved_by)
    if run.state not in ("revealed", "settled"):
        raise Refused("not_revealed")
    if option not in {o.id for o in found.options}:
        raise Refused("unknown_option", field="option")
    return found, run


def _unless_same(fact: DecisionSettled, team: Team) -> Decided:
    run = team.decisions[fact.decision]
    if run.settled is not None and _words(run.settled) == _words(fact):
        return Decided([])
    return Decided([fact])


def _words(settled: Settled | DecisionSettled) -> tuple[str | None, ...]:
    s = settled
    return (s.way, s.option, s.role, s.seat, s.reason, s.owner, s.statement, s.to)
