"""Rules found by playing: every way through the pack, and every set of two or more chairs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from game_server.scenario.catalogue import is_private, receivers
from game_server.scenario.model import Condition, Id, Scenario
from game_server.scenario.paths import Paths
from game_server.scenario.walk import Finding, decisions, injects, within

ALL_SETS_UP_TO = 10
"""Roles. With more, only pairs are played: a further chair never takes news away from the table."""


def unreachable_inject(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """News that no combination of choices brings is work that nobody sees, and mostly a mistake in its condition."""
    for where, phase, inject in injects(scenario):
        if inject.id in paths.injects_reached:
            continue
        later = [
            decision.id
            for decision in phase.decisions
            if decision.at >= inject.at and inject.when and _names(inject.when, decision.id)
        ]
        because = f"; it is planned before {later[0]!r} is decided" if later else ""
        yield Finding(where, f"no combination of choices and events brings this news{because}")


def unreachable_decision(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """A dilemma that no combination of choices brings is never talked about."""
    for where, _, decision in decisions(scenario):
        if decision.id not in paths.decisions_reached:
            yield Finding(where, "no combination of choices and events brings this decision")


def too_early(scenario: Scenario) -> Iterator[Finding]:
    """News that waits for a choice but is planned before that decision ends will be late or be forgotten."""
    ends = {one.id: (phase.id, one.at, one.at + one.minutes) for _, phase, one in decisions(scenario)}
    for where, phase, inject in injects(scenario):
        for _, condition in within(inject.when) if inject.when else ():
            if condition.chosen is None or condition.chosen.decision not in ends:
                continue
            home, start, end = ends[condition.chosen.decision]
            if home == phase.id and start < inject.at < end:
                said = f"planned before {condition.chosen.decision!r} ends at minute {end:g}"
                yield Finding((*where, "at"), said)


def anchor_not_reached(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """Two municipalities compare their anchors; an anchor that one of them passes by leaves it with nothing to show."""
    for where, _, decision in decisions(scenario):
        if decision.anchor and decision.id in paths.decisions_missed:
            why = "it is optional" if decision.optional else "its condition may fail"
            yield Finding(where, f"an anchor comes on every way, but {why}")


def role_without_private_news(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """Who knows nothing that the others do not know has no reason to speak. In every round, on every way, every role
    gets private news; `optional` news and news that a choice may keep away does not count for all ways."""
    for number, phase in enumerate(scenario.phases):
        if phase.kind != "round":
            continue
        for role, least in zip(scenario.roles, paths.burdens[phase.id].private, strict=True):
            if least == 0:
                yield Finding(("phases", number, "injects"), f"{role!r} may get no private news in this round")


def undelivered(scenario: Scenario, paths: Paths) -> Iterator[Finding]:
    """A small delegation plays too: with any two or more chairs taken, each piece of news reaches one of them. A role
    without a chair has a stand-in, but what only a stand-in knows is told by a machine, late."""
    for where, _, inject in injects(scenario):
        if not is_private(inject) or inject.id not in paths.injects_reached:
            continue
        lost = next((chairs for chairs in _delegations(tuple(scenario.roles)) if not receivers(inject, chairs)), None)
        if lost is not None:
            yield Finding((*where, "to"), f"with only {' and '.join(lost)} taken, nobody gets this; add them to `else`")


def no_voter(scenario: Scenario) -> Iterator[Finding]:
    """With a small delegation a vote among named roles may have no voters; then there is nothing to reveal."""
    for where, _, decision in decisions(scenario):
        if not decision.votes:
            continue
        lost = next((one for one in _delegations(tuple(scenario.roles)) if not set(one) & set(decision.votes)), None)
        if lost is not None:
            yield Finding((*where, "votes"), f"with only {' and '.join(lost)} taken, nobody votes")


def _delegations(roles: tuple[Id, ...]) -> Iterator[tuple[Id, ...]]:
    largest = len(roles) if len(roles) <= ALL_SETS_UP_TO else 2
    for size in range(2, largest + 1):
        yield from combinations(roles, size)


def _names(condition: Condition, decision: Id) -> bool:
    return any(part.chosen is not None and part.chosen.decision == decision for _, part in within(condition))
