"""What falls due, once and in order: deadlines of votes and dark phones in session time, terms in game time."""

from __future__ import annotations

from collections.abc import Iterator

from game_server.room import lights
from game_server.room.asked import Asked, Decided
from game_server.room.clocks import session_at
from game_server.room.consequences import Consequences
from game_server.room.events import AnyFact, DeadlineReached, DecisionMoved
from game_server.room.mandate import voters
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue


def _due(room: Room) -> Iterator[tuple[int, str, Team, str]]:
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


def next_deadline(room: Room, catalogue: Catalogue) -> int | None:
    """The wall time (ms) at which `ReachDeadlines` should next be asked; None: nothing will fall due."""
    del catalogue  # what falls due is in the room alone
    if room.status != "running":
        return None
    soonest = min((due for due, *_ in _due(room)), default=None)
    return None if soonest is None else room.clock.wall(soonest)


def reach(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Raises what is due by now. A deadline closes a ballot only where the scenario says `hard` (WCAG 2.2.1)."""
    if room.status != "running":
        return Decided([])
    now = room.clock.at(asked.at)
    passed = sorted((d for d in _due(room) if d[0] <= now), key=lambda d: (d[0], d[1], d[2].order, d[3]))
    facts: list[AnyFact] = []
    lapsing: dict[str, Consequences] = {}
    for _, kind, team, thing in passed:
        if kind == "clock":
            out = lapsing.setdefault(team.id, Consequences(room, team, catalogue, asked.at))
            done = len(out.facts)
            out.lapse(thing)
            facts += out.facts[done:]
            continue
        if kind == "lights":
            facts += lights.back(team)
            continue
        run = team.decisions[thing]
        facts.append(DeadlineReached(team=team.id, decision=thing, round=len(run.rounds)))
        if run.ballot is not None and run.ballot.hard:
            of = len(voters(room, team.id, catalogue.decision(thing)[1]))
            facts.append(DecisionMoved(team=team.id, decision=thing, state="closed", of=of))
    return Decided(facts)
