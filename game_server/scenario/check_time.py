"""Rules on minutes: the run sheet fits, half of it is talk, and nobody sits idle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game_server.scenario.model import Decision, Id, Phase, Scenario
from game_server.scenario.paths import Paths
from game_server.scenario.plan import plan, talk_needed
from game_server.scenario.walk import Finding, Location, decisions, injects

IDLE_MINUTES = 15


def does_not_fit(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """A session that runs over loses its debrief, which is what people came for. Decisions, talk and reading (180 words
    a minute; public news once, then the longest private reader) fit in their phase on every way through it, the phases
    in the session, and what is planned at a minute lies within its phase."""
    total = sum(phase.minutes for phase in scenario.phases)
    if total > scenario.minutes:
        yield Finding(("minutes",), f"the phases take {total:g} minutes together, the session has {scenario.minutes}")
    for index, row in enumerate(plan(scenario, paths)):
        if row.slack < -0.001:
            talk = scenario.phases[index].talk
            said = f"{row.decisions:g} minutes of decisions, {talk:g} of talk and {row.reading:.1f} of reading"
            yield Finding(("phases", index, "minutes"), f"{said} do not fit in {row.planned:g}")
    for where, phase, inject in injects(scenario):
        if inject.at > phase.minutes:
            yield Finding((*where, "at"), f"minute {inject.at:g} lies beyond the phase, which has {phase.minutes:g}")
    for where, phase, decision in decisions(scenario):
        yield from _does_not_fit(where, phase, decision)
    for number, phase in enumerate(scenario.phases):
        yield from _overlaps(number, phase)


def too_little_talk(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """The talk is the product: 50 of 120 minutes, and the same share of a shorter session. Only talk that is sure to
    come counts: not that of decisions that are optional or that some way passes by."""
    talk, needed = sum(row.talk for row in plan(scenario, paths)), talk_needed(scenario)
    if talk < needed - 0.001:
        yield Finding(("minutes",), f"{talk:g} minutes of talk; a session of {scenario.minutes} needs {needed:.0f}")


def idle_role(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """A mayor who has nothing to do for a quarter of an hour reads her mail. In a round a role is busy when the round
    begins, when news for it comes, and during a decision in which it votes, settles or may talk along. A gap longer
    than 15 minutes is idle, unless the phase's own talk can fill the rest. Only what comes on every way counts. All
    chairs are taken here: with fewer, each gets more."""
    for number, phase in enumerate(scenario.phases):
        if phase.kind != "round":
            continue
        for role in scenario.roles:
            for start, end in _gaps(phase, role, paths):
                if end - start > IDLE_MINUTES + phase.talk:
                    said = f"{role!r} has nothing to do from minute {start:g} to {end:g}"
                    yield Finding(("phases", number, "minutes"), said)


def _does_not_fit(where: Location, phase: Phase, decision: Decision) -> Iterator[Finding]:
    end = decision.at + decision.minutes
    if end > phase.minutes:
        yield Finding((*where, "at"), f"ends at minute {end:g}, the phase at {phase.minutes:g}")
    if decision.talk > decision.minutes:
        yield Finding((*where, "talk"), f"{decision.talk:g} minutes of talk in {decision.minutes:g}")
    elif decision.seconds is not None and decision.talk + decision.seconds / 60 > decision.minutes:
        yield Finding((*where, "seconds"), f"talk and vote do not fit in {decision.minutes:g} minutes")


def _overlaps(number: int, phase: Phase) -> Iterator[Finding]:
    """Decisions with a condition are left out: they may be alternatives."""
    certain = [(index, one) for index, one in enumerate(phase.decisions) if one.when is None]
    certain.sort(key=lambda pair: pair[1].at)
    for (_, first), (index, second) in pairwise(certain):
        if first.at + first.minutes > second.at:
            said = f"begins at minute {second.at:g}, before {first.id!r} ends at {first.at + first.minutes:g}"
            yield Finding(("phases", number, "decisions", index, "at"), said)


def _gaps(phase: Phase, role: Id, paths: Paths) -> Iterator[tuple[float, float]]:
    busy = [(0.0, 0.0), (phase.minutes, phase.minutes)]
    busy += [
        (inject.at, inject.at)
        for inject in phase.injects
        if inject.id not in paths.injects_missed and (not inject.to or role in inject.to)
    ]
    busy += [
        (decision.at, decision.at + decision.minutes)
        for decision in phase.decisions
        if decision.id not in paths.decisions_missed and _takes_part(decision, role)
    ]
    free_from = 0.0
    for start, end in sorted(busy):
        if start > free_from:
            yield free_from, start
        free_from = max(free_from, end)


def _takes_part(decision: Decision, role: Id) -> bool:
    settles = decision.settles
    voters = not decision.votes or role in decision.votes
    return voters or decision.talk > 0 or role in (settles.role, settles.tie, *settles.deputies)
