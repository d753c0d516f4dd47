"""The ballot: opening, voting in secret, closing, revealing, reopening. A late vote is refused here."""

from __future__ import annotations

from game_server.room import cards, lights
from game_server.room.asked import Asked, Decided, in_teams, playing, seat_of
from game_server.room.commands import CastVote, EnterVote, ExtendDecision, MoveDecision, ReopenDecision
from game_server.room.conditions import holds
from game_server.room.consequences import Consequences
from game_server.room.events import (
    AnyFact,
    DecisionExtended,
    DecisionMoved,
    DecisionOpened,
    DecisionSettled,
    State,
    VoteCast,
    Way,
)
from game_server.room.mandate import unanimous, voters, votes, winner
from game_server.room.news import begun
from game_server.room.refusals import Refused
from game_server.room.state import DecisionRun, Room, Round, Seat, Team, Vote
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision

MAY_COME_FROM: dict[str, tuple[State, ...]] = {
    "decision.picture": ("planned",),
    "decision.open": ("planned", "picture"),
    "decision.close": ("open",),
    "decision.reveal": ("open", "closed"),
    "decision.apply": ("settled",),
    "decision.skip": ("planned", "picture", "open", "closed", "revealed"),
}
"""From which states each of the desk's steps may be taken."""

AFTER_OPEN = ("closed", "revealed", "settled", "effective", "skipped")


def find(decision: str, catalogue: Catalogue) -> Decision:
    """Raises Refused `unknown_decision`."""
    if decision not in catalogue.decisions:
        raise Refused("unknown_decision", field="decision")
    return catalogue.decision(decision)[1]


def move(command: MoveDecision, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """One of the desk's steps in a decision's life, in one team or in all."""
    playing(room)
    decision = find(command.decision, catalogue)
    if not begun(room, catalogue.decision(decision.id)[0].id, catalogue):
        raise Refused("not_yet")
    if command.from_ not in MAY_COME_FROM[command.type]:
        raise Refused("no_such_step", field="from")
    if command.type == "decision.picture" and decision.kind != "main":
        raise Refused("no_such_step", field="decision")

    def act(team: Team) -> list[AnyFact]:
        run = team.decisions.get(decision.id, DecisionRun())
        if run.state != command.from_:
            raise Refused("stale", did=run.moved_by)
        return _step(command, asked, room, team, run, decision, catalogue)

    return in_teams(room, command.team, act)


def _step(
    command: MoveDecision,
    asked: Asked,
    room: Room,
    team: Team,
    run: DecisionRun,
    decision: Decision,
    catalogue: Catalogue,
) -> list[AnyFact]:
    match command.type:
        case "decision.picture" | "decision.open":
            if not holds(decision.when, room, team, asked.at):
                raise Refused("not_possible")
            if command.type == "decision.picture":
                return [DecisionMoved(team=team.id, decision=decision.id, state="picture")]
            return [*cards.shared_by_stand_ins(room, team, catalogue), opened(room, team, run, decision, asked.at)]
        case "decision.close":
            return [_closed(room, team, decision)]
        case "decision.reveal":
            return _reveal(room, team, run, decision)
        case "decision.apply":
            return _apply(room, team, run, decision, catalogue, asked.at)
        case "decision.skip":
            return [DecisionMoved(team=team.id, decision=decision.id, state="skipped")]


def opened(
    room: Room, team: Team, run: DecisionRun, decision: Decision, now: int, reason: str | None = None
) -> DecisionOpened:
    """A new round; its deadline, if the scenario has one, is in session time."""
    due = lights.lit_from(team, room.clock.at(now)) + decision.seconds * 1000 if decision.seconds else None
    return DecisionOpened(
        team=team.id,
        decision=decision.id,
        round=len(run.rounds) + 1,
        due=due,
        hard=decision.hard and due is not None,
        reason=reason,
    )


def _closed(room: Room, team: Team, decision: Decision) -> DecisionMoved:
    return DecisionMoved(team=team.id, decision=decision.id, state="closed", of=len(voters(room, team.id, decision)))


def _reveal(room: Room, team: Team, run: DecisionRun, decision: Decision) -> list[AnyFact]:
    facts: list[AnyFact] = [_closed(room, team, decision)] if run.state == "open" else []
    facts.append(DecisionMoved(team=team.id, decision=decision.id, state="revealed"))
    way, option = outcome(run.ballot, len(run.rounds), decision)
    if way is not None:
        facts.append(DecisionSettled(team=team.id, decision=decision.id, way=way, option=option))
    return facts


def outcome(ballot: Round | None, rounds: int, decision: Decision) -> tuple[Way | None, str | None]:
    """What the votes themselves settle; (None, None) when a mandate has to speak, or the table tries again."""
    if decision.settles.by == "majority" and (option := winner(ballot)) is not None:
        return "majority", option
    if decision.settles.by == "consensus":
        if (option := unanimous(ballot)) is not None:
            return "consensus", option
        if rounds > 1:
            return "no_consensus", None
    return None, None


def _apply(
    room: Room, team: Team, run: DecisionRun, decision: Decision, catalogue: Catalogue, now: int
) -> list[AnyFact]:
    facts: list[AnyFact] = [DecisionMoved(team=team.id, decision=decision.id, state="effective")]
    option = run.settled.option if run.settled else None
    if option is not None:
        out = Consequences(room, team, catalogue, now)
        out.choose(decision.id, next(o for o in decision.options if o.id == option))
        facts += out.facts
    return facts


def extend(command: ExtendDecision, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """More time for a vote with a deadline, counted from now if it has passed."""
    playing(room)
    decision = find(command.decision, catalogue)

    def act(team: Team) -> list[AnyFact]:
        run = team.decisions.get(decision.id, DecisionRun())
        if run.state != "open" or run.ballot is None:
            raise Refused("not_open")
        if run.ballot.due is None:
            raise Refused("no_deadline")
        due = max(run.ballot.due, lights.lit_from(team, room.clock.at(asked.at))) + command.seconds * 1000
        return [DecisionExtended(team=team.id, decision=decision.id, due=due)]

    return in_teams(room, command.team, act)


def reopen(command: ReopenDecision, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A new round before it is effective; all rounds are kept, and a reveal cannot be unseen."""
    playing(room)
    decision = find(command.decision, catalogue)

    def act(team: Team) -> list[AnyFact]:
        run = team.decisions.get(decision.id, DecisionRun())
        if run.state == "effective":
            raise Refused("too_late")
        if run.state not in ("closed", "revealed", "settled"):
            raise Refused("not_closed")
        if decision.settles.by == "consensus" and len(run.rounds) > 1:
            raise Refused("reopened_before")
        return [opened(room, team, run, decision, asked.at, command.reason)]

    return in_teams(room, command.team, act)


def cast(command: CastVote, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A chair's vote, or its change, while the ballot is open."""
    return _vote(seat_of(asked, room), command, asked.at, room, catalogue)


def enter(command: EnterVote, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A vote from paper, entered by the desk and marked so."""
    seat = room.seats.get(command.seat)
    if seat is None or seat.removed:
        raise Refused("unknown_seat", field="seat")
    return _vote(seat, command, asked.at, room, catalogue)


def _vote(seat: Seat, command: CastVote | EnterVote, now: int, room: Room, catalogue: Catalogue) -> Decided:
    playing(room)
    decision = find(command.decision, catalogue)
    run = room.teams[seat.team].decisions.get(decision.id, DecisionRun())
    ballot = run.ballot
    if run.state == "planned":
        raise Refused("unknown_decision", field="decision")
    if run.state in AFTER_OPEN or (ballot is not None and _passed(ballot, room.clock.at(now))):
        raise Refused("too_late")
    if run.state != "open" or ballot is None:
        raise Refused("not_open")
    if not votes(decision, seat.role):
        raise Refused("may_not_vote")
    if command.option not in {option.id for option in decision.options}:
        raise Refused("unknown_option", field="option")
    paper = isinstance(command, EnterVote)
    confidence = None if isinstance(command, EnterVote) else command.confidence
    reason = None if isinstance(command, EnterVote) else command.reason
    before = ballot.votes.get(seat.id)
    if before is not None and _same(before, command.option, confidence, reason, paper):
        return Decided([])
    fact = VoteCast(
        team=seat.team,
        seat=seat.id,
        decision=decision.id,
        round=len(run.rounds),
        option=command.option,
        confidence=confidence,
        reason=reason,
        paper=paper,
    )
    return Decided([fact])


def _passed(ballot: Round, session: int) -> bool:
    """A hard deadline refuses what comes after it, also before anyone has raised it."""
    return ballot.hard and ballot.due is not None and session >= ballot.due


def _same(vote: Vote, option: str, confidence: int | None, reason: str | None, paper: bool) -> bool:
    return (vote.option, vote.confidence, vote.reason, vote.paper) == (option, confidence, reason, paper)
