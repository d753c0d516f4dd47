"""What falls due, once and in order: votes, dark phones and planned news in session time, terms in game time."""

from __future__ import annotations

from collections.abc import Iterator

from game_server.room import auto, lights
from game_server.room.asked import Asked, Decided
from game_server.room.clocks import session_at
from game_server.room.consequences import Consequences
from game_server.room.events import AnyFact, AutoReleaseSet, DeadlineReached, DecisionMoved
from game_server.room.mandate import voters
from game_server.room.news import let_go
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue


def _due(room: Room, catalogue: Catalogue) -> Iterator[tuple[int, str, Team, str]]:
    """(session ms, kind, team, thing) of all that will fall due in this phase."""
    for team in room.teams.values():
        for decision, run in team.decisions.items():
            ballot = run.ballot
            if run.state == "open" and ballot and ballot.due is not None and not ballot.deadline_reached:
                yield ballot.due, "decision", team, decision
        for clock, term in team.terms.items():
            if term.state == "running" and (session := session_at(room, term.due)) is not None:
                yield session, "clock", team, clock
        if team.dark is not None:
            yield team.dark.until, "lights", team, ""
    for due, team, inject in auto.planned(room, catalogue):
        yield due, "news", team, inject


def next_deadline(room: Room, catalogue: Catalogue) -> int | None:
    """The wall time (ms) at which `ReachDeadlines` should next be asked; None: nothing will fall due."""
    if room.status != "running":
        return None
    soonest = min((due for due, *_ in _due(room, catalogue)), default=None)
    return None if soonest is None else room.clock.wall(soonest)


def reach(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Raises what is due by now. A deadline closes a ballot only where the scenario says `hard` (WCAG 2.2.1)."""
    if room.status != "running":
        return Decided([])
    now = room.clock.at(asked.at)
    passed = sorted((d for d in _due(room, catalogue) if d[0] <= now), key=lambda d: (d[0], d[1], d[2].order, d[3]))
    missed = any(kind == "news" and auto.is_missed(room, due, asked.at) for due, kind, *_ in passed)
    facts: list[AnyFact] = [AutoReleaseSet(on=False, missed=True)] if missed else []
    outs = {team.id: Consequences(room, team, catalogue, asked.at) for team in room.teams.values()}
    for _, kind, team, thing in passed:
        out = outs[team.id]
        if kind == "clock":
            done = len(out.facts)
            out.lapse(thing)
            facts += out.facts[done:]
        elif kind == "lights":
            facts += lights.back(team)
        elif kind == "decision":
            facts += _closing(room, team, thing, catalogue)
        elif not missed:
            facts += let_go(room, team, catalogue.inject(thing)[1], catalogue, out, asked.at)
    return Decided(facts)


def _closing(room: Room, team: Team, decision: str, catalogue: Catalogue) -> list[AnyFact]:
    run = team.decisions[decision]
    reached = DeadlineReached(team=team.id, decision=decision, round=len(run.rounds))
    if run.ballot is None or not run.ballot.hard:
        return [reached]
    of = len(voters(room, team.id, catalogue.decision(decision)[1]))
    return [reached, DecisionMoved(team=team.id, decision=decision, state="closed", of=of)]
