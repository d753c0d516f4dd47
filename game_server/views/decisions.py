"""A decision as its own team and the desk see it: what is secret until the reveal is not put in before it."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from game_server.room.mandate import mandated, seats_of, taken_roles, voters, votes, winner
from game_server.room.state import DecisionRun, Room, Round, Team, Vote
from game_server.scenario.model import Decision, Option, Reference
from game_server.views import shapes
from game_server.views.felt import add_marks, may_mark, practice_part
from game_server.views.lens import Book, Lens

OPENED = ("open", "closed", "revealed", "settled", "effective")
REVEALED = ("revealed", "settled", "effective")
MANY = 30
"""From so many votes in one team they are only counted: by role, rows say nothing any more."""
SETTLING = ("revealed", "settled")


def decision_parts(lens: Lens, team: Team, role: str) -> dict[str, shapes.DecisionPart]:
    """The decisions that the team has reached, as this role sees them."""
    return {
        decision: decision_part(lens, team, decision, role)
        for decision in lens.catalogue.decisions
        if is_reached(team, decision)
    }


def run_of(team: Team, decision: str) -> DecisionRun:
    return team.decisions.get(decision) or DecisionRun()


def is_reached(team: Team, decision: str) -> bool:
    """A skipped one is shown only if the team had voted on it."""
    run = run_of(team, decision)
    return run.state != "planned" and (run.state != "skipped" or bool(run.rounds))


def decision_part(lens: Lens, team: Team, decision: str, role: str | None) -> shapes.DecisionPart:
    """`role` None is the desk, which also sees the options before the vote opens."""
    found, run = lens.decision(decision), run_of(team, decision)
    on_table = role is None or run.state in OPENED
    part = shapes.DecisionPart(
        order=lens.catalogue.decisions.index(decision),
        kind=found.kind,
        anchor=found.anchor,
        state=run.state,
        title=lens.text(found.title),
        question=lens.text(found.question),
        context=lens.text(found.context),
        values=lens.book.texts(found.values),
        options=option_lines(lens.book, decision) if on_table else {},
        mandate=_mandate(lens.room, team, found),
        may_vote=run.state == "open" and role is not None and votes(found, role),
        may_settle=_may_settle(lens.room, team, found, run, role),
        may_mark=may_mark(found, run, role),
        round=len(run.rounds),
        cast=cast_of(run),
        of=electorate(lens.room, team, found, run),
    )
    _add_ballot(part, run)
    if on_table:
        _add_advice(part, lens, team, found)
    _add_outcome(part, lens, team, found, run, role)
    add_marks(part, lens.room, team, found, run, role)
    return part


# ---------------------------------------------------------------- the question


@lru_cache(maxsize=1024)
def option_lines(book: Book, decision: str) -> dict[str, shapes.OptionLine]:
    return {
        option.id: _option_line(book, order, option) for order, option in enumerate(book.decision(decision).options)
    }


def _option_line(book: Book, order: int, option: Option) -> shapes.OptionLine:
    line = shapes.OptionLine(order=order, label=book.text(option.label))
    if option.detail is not None:
        line["detail"] = book.text(option.detail)
    return line


def _mandate(room: Room, team: Team, decision: Decision) -> shapes.Mandate:
    """Never from the votes: who breaks a tie stands there whether or not there is one."""
    settles = decision.settles
    mandate = shapes.Mandate(by=settles.by)
    if settles.tie is not None:
        mandate["tie"] = settles.tie
    if settles.by == "role":
        role = mandated(room, team.id, decision)
        if role is not None:
            mandate["role"] = role
        if settles.role is not None and settles.role != role and seats_of(room, team.id, settles.role):
            mandate["away"] = settles.role
    return mandate


def _may_settle(room: Room, team: Team, decision: Decision, run: DecisionRun, role: str | None) -> bool:
    """After the reveal; a tie-breaker only when there is a tie. The desk may always enter a word."""
    if run.state not in SETTLING:
        return False
    if role is None:
        return True
    if decision.settles.by == "majority" and winner(run.ballot) is not None:
        return False
    return mandated(room, team.id, decision) == role


def _add_advice(part: shapes.DecisionPart, lens: Lens, team: Team, decision: Decision) -> None:
    taken = taken_roles(lens.room, team.id)
    advice = {role: lens.text(text) for role, text in decision.advice.items() if role not in taken}
    if advice:
        part["advice"] = advice


# ---------------------------------------------------------------- the ballot


def cast_of(run: DecisionRun) -> int:
    return len(run.ballot.votes) if run.ballot is not None else 0


def electorate(room: Room, team: Team, decision: Decision, run: DecisionRun) -> int:
    """How many may vote now; from the closing on how many could."""
    if run.ballot is not None and run.ballot.of is not None:
        return max(run.ballot.of, len(run.ballot.votes))
    return len(voters(room, team.id, decision))


def _add_ballot(part: shapes.DecisionPart, run: DecisionRun) -> None:
    ballot = run.ballot
    if ballot is None:
        return
    if run.state == "open":
        if ballot.due is not None:
            part["due"] = ballot.due
        if ballot.hard:
            part["hard"] = True
    if ballot.reason is not None:
        part["reopened"] = ballot.reason


def counts_of(decision: Decision, ballot: Round) -> dict[str, int]:
    """Every option, those without a vote too."""
    counts = dict.fromkeys((option.id for option in decision.options), 0)
    for vote in ballot.votes.values():
        counts[vote.option] = counts.get(vote.option, 0) + 1
    return counts


def _result(lens: Lens, decision: Decision, ballot: Round) -> shapes.Result:
    """In an order that does not tell which chair of a role voted what, nor who voted first."""
    places, roles = [option.id for option in decision.options], list(lens.catalogue.scenario.roles)

    def place(vote: Vote) -> tuple[int, int, int, str]:
        option = _place(places, vote.option)
        return _place(roles, vote.role), option, vote.confidence or 0, vote.reason or ""

    ordered = sorted(ballot.votes.values(), key=place)
    result = shapes.Result(counts=counts_of(decision, ballot))
    if len(ordered) < MANY:
        result["votes"] = {str(order): _revealed_vote(lens.room, vote) for order, vote in enumerate(ordered)}
    return result


def _place(order: list[str], one: str) -> int:
    return order.index(one) if one in order else len(order)


def _revealed_vote(room: Room, vote: Vote) -> shapes.RevealedVote:
    line = shapes.RevealedVote(role=vote.role, option=vote.option)
    if vote.confidence is not None:
        line["confidence"] = vote.confidence
    if vote.reason is not None:
        line["reason"] = vote.reason
    if vote.paper:
        line["paper"] = True
    if room.named and vote.seat in room.seats:
        line["name"] = room.seats[vote.seat].name
    return line


# ---------------------------------------------------------------- the outcome


def _add_outcome(
    part: shapes.DecisionPart, lens: Lens, team: Team, decision: Decision, run: DecisionRun, role: str | None
) -> None:
    if run.ballot is not None and run.ballot.revealed:
        part["result"] = _result(lens, decision, run.ballot)
    settled = settled_part(run)
    if settled is not None:
        part["settled"] = settled
    effect = effect_part(lens, decision, run)
    if effect is not None:
        part["effect"] = effect
        if decision.practice is not None:
            part["practice"] = lens.text(decision.practice)
            part["spread"] = practice_part(lens, team, decision, role)


def settled_part(run: DecisionRun) -> shapes.SettledPart | None:
    settled = run.settled
    if settled is None or run.state not in ("settled", "effective"):
        return None
    part = shapes.SettledPart(way=settled.way, at=settled.at)
    if settled.option is not None:
        part["option"] = settled.option
    if settled.role is not None:
        part["role"] = settled.role
    if settled.reason is not None:
        part["reason"] = settled.reason
    if settled.owner is not None:
        part["owner"] = settled.owner
    if settled.statement is not None:
        part["statement"] = settled.statement
    if settled.to is not None:
        part["to"] = cast(shapes.Hearers, settled.to)
    return part


def effect_part(lens: Lens, decision: Decision, run: DecisionRun) -> shapes.Effect | None:
    """Only of an effective decision; without an option (no consensus) nothing moved."""
    if run.state != "effective" or run.settled is None or run.effective_at is None:
        return None
    option = chosen_option(decision, run)
    return shapes.Effect(
        at=run.effective_at,
        consequence=lens.text(option.consequence) if option is not None else "",
        moves=dict(option.effects) if option is not None else {},
        references=[reference_line(lens.book, reference) for reference in decision.references],
    )


def chosen_option(decision: Decision, run: DecisionRun) -> Option | None:
    chosen = run.settled.option if run.settled is not None else None
    return next((option for option in decision.options if option.id == chosen), None)


def reference_line(book: Book, reference: Reference) -> shapes.ReferenceLine:
    line = shapes.ReferenceLine(kind=reference.kind, text=book.text(reference.text), source=reference.source)
    if reference.checked is not None:
        line["checked"] = reference.checked
    return line
