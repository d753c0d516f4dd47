"""Rules on what points where: every id that is named exists, and is used as what it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from game_server.scenario.catalogue import is_private
from game_server.scenario.model import Condition, Decision, Id, Inject, Scenario
from game_server.scenario.walk import Finding, Location, conditions, decisions, injects, options, rungs

Link: TypeAlias = tuple[Location, str, Id]
"""Where, what kind of thing is meant, and its id."""
PICKED = 3
"""Statements of a pack that are asked before and after."""
_COMPOSED = re.compile(r"x[0-9]+")
"""What `room.news.compose` calls the news that it makes."""


def dangling_reference(scenario: Scenario) -> Iterator[Finding]:
    """An id that names nothing is a consequence that never comes, and in a live room nobody notices what is missing."""
    known: dict[str, Collection[Id]] = {
        "role": scenario.roles,
        "indicator": scenario.indicators,
        "clock": scenario.clocks,
        "inject": [inject.id for _, _, inject in injects(scenario)],
        "decision": [decision.id for _, _, decision in decisions(scenario)],
        "statement": [statement.id for statement in scenario.statements],
    }
    for where, kind, named in _links(scenario):
        if named not in known[kind]:
            yield Finding(where, f"there is no {kind} {named!r}")
    choices = {decision.id: {option.id for option in decision.options} for _, _, decision in decisions(scenario)}
    for where, condition in conditions(scenario):
        if (chosen := condition.chosen) is None or chosen.decision not in choices:
            continue
        for option in (chosen.option, *chosen.options):
            if option is not None and option not in choices[chosen.decision]:
                yield Finding((*where, "chosen"), f"decision {chosen.decision!r} has no option {option!r}")


def reserved_id(scenario: Scenario) -> Iterator[Finding]:
    """A facilitator's own news is called `x` and a number in a live room; news of the pack by that name would clash."""
    for where, _, inject in injects(scenario):
        if _COMPOSED.fullmatch(inject.id):
            yield Finding((*where, "id"), f"{inject.id!r} is kept for a facilitator's own news; use another id")


def not_private(scenario: Scenario) -> Iterator[Finding]:
    """Only private news can be shared or turn out to have been used; of public news the report has nothing to tell."""
    public = {inject.id for _, _, inject in injects(scenario) if not is_private(inject)}
    for where, _, option in options(scenario):
        for index, named in enumerate(option.acts_on):
            if named in public:
                yield Finding((*where, "acts_on", index), f"everyone gets {named!r}; `acts_on` names private news")
    for where, condition in conditions(scenario):
        if condition.shared in public:
            yield Finding((*where, "shared"), f"everyone gets {condition.shared!r}, so nobody can share it")


def unlocked_in_vain(scenario: Scenario) -> Iterator[Finding]:
    """Unlocking news that is not locked changes nothing: the author forgot `locked: true`, and it comes in any case."""
    open_news = {inject.id for _, _, inject in injects(scenario) if not inject.locked}
    unlocks = [(where, option.unlock) for where, _, option in options(scenario)]
    unlocks += [(where, rung.unlock) for where, rung in rungs(scenario)]
    for where, unlock in unlocks:
        for index, named in enumerate(unlock):
            if named in open_news:
                yield Finding(
                    (*where, "unlock", index), f"{named!r} is not `locked`, so it comes without being unlocked"
                )


def unused_clock(scenario: Scenario) -> Iterator[Finding]:
    """A term that nothing starts teaches nobody that it runs; one that cannot be met teaches that it is fate."""
    started = {clock for _, _, inject in injects(scenario) for clock in inject.starts}
    stopped: set[Id] = set()
    for _, _, option in options(scenario):
        started |= set(option.start_clocks)
        stopped |= set(option.stop_clocks)
    for clock in scenario.clocks:
        if clock not in started:
            yield Finding(("clocks", clock), "nothing starts this clock")
        elif clock not in stopped:
            yield Finding(("clocks", clock), "no option stops this clock, so the term can never be met")


def no_mandate(scenario: Scenario) -> Iterator[Finding]:
    """A decision that no chair may settle always falls to the facilitator, and teaches nothing about mandate."""
    for where, _, decision in decisions(scenario):
        settles = decision.settles
        row = [settles.role, *settles.deputies] if settles.by == "role" else [settles.tie]
        if settles.by != "consensus" and not any(role in scenario.roles for role in row if role):
            yield Finding((*where, "settles"), "no role of this scenario holds the mandate")
        if decision.votes and not any(role in scenario.roles for role in decision.votes):
            yield Finding((*where, "votes"), "no role of this scenario may vote")


def no_deputy(scenario: Scenario) -> Iterator[Finding]:
    """With a small delegation the mandated chair is often empty; a deputy keeps the decision at the table."""
    for where, _, decision in decisions(scenario):
        if decision.settles.by == "role" and not decision.settles.deputies and len(scenario.roles) > 1:
            yield Finding((*where, "settles"), "without deputies an empty chair leaves this to the facilitator")


def not_three_statements(scenario: Scenario) -> Iterator[Finding]:
    """Three statements take half a minute in a lobby, and each must be able to change: not what is only yes or no."""
    once = {statement.id for statement in scenario.statements if statement.yes_no}
    for index, picked in enumerate(scenario.pick):
        if picked in once:
            yield Finding(("pick", index), f"{picked!r} is answered with yes or no, so it cannot change in a session")
    if len(scenario.statements) >= PICKED and len(set(scenario.pick)) != PICKED:
        yield Finding(("pick",), "pick three different statements to ask before and after")


def _links(scenario: Scenario) -> Iterator[Link]:
    yield from _from_clocks(scenario)
    for where, _, inject in injects(scenario):
        yield from _from_inject(where, inject)
    for where, _, decision in decisions(scenario):
        yield from _from_decision(where, decision)
    for where, rung in rungs(scenario):
        yield from _each((*where, "decides"), "role", rung.decides)
        yield from _keys((*where, "effects"), "indicator", rung.effects)
        yield from _each((*where, "unlock"), "inject", rung.unlock)
    for where, condition in conditions(scenario):
        yield from _from_condition(where, condition)
    yield from _each(("pick",), "statement", scenario.pick)


def _from_clocks(scenario: Scenario) -> Iterator[Link]:
    for name, clock in scenario.clocks.items():
        yield from _each(("clocks", name, "seen_by"), "role", clock.seen_by)
        yield from _keys(("clocks", name, "lapse_effects"), "indicator", clock.lapse_effects)


def _from_inject(where: Location, inject: Inject) -> Iterator[Link]:
    yield from _each((*where, "to"), "role", inject.to)
    yield from _each((*where, "else"), "role", inject.else_)
    yield from _each((*where, "starts"), "clock", inject.starts)
    yield from _keys((*where, "effects"), "indicator", inject.effects)


def _from_decision(where: Location, decision: Decision) -> Iterator[Link]:
    settles = decision.settles
    yield from _each((*where, "votes"), "role", decision.votes)
    yield from _keys((*where, "advice"), "role", decision.advice)
    yield from _each((*where, "settles", "deputies"), "role", settles.deputies)
    for field, role in (("role", settles.role), ("tie", settles.tie)):
        if role is not None:
            yield (*where, "settles", field), "role", role
    for index, option in enumerate(decision.options):
        here = (*where, "options", index)
        yield from _keys((*here, "effects"), "indicator", option.effects)
        yield from _each((*here, "unlock"), "inject", option.unlock)
        yield from _each((*here, "cancel"), "inject", option.cancel)
        yield from _each((*here, "acts_on"), "inject", option.acts_on)
        yield from _each((*here, "start_clocks"), "clock", option.start_clocks)
        yield from _each((*here, "stop_clocks"), "clock", option.stop_clocks)


def _from_condition(where: Location, condition: Condition) -> Iterator[Link]:
    if condition.chosen is not None:
        yield (*where, "chosen", "decision"), "decision", condition.chosen.decision
    if condition.level is not None:
        yield (*where, "level", "indicator"), "indicator", condition.level.indicator
    if condition.shared is not None:
        yield (*where, "shared"), "inject", condition.shared
    if condition.lapsed is not None:
        yield (*where, "lapsed"), "clock", condition.lapsed


def _each(where: Location, kind: str, ids: Iterable[Id]) -> Iterator[Link]:
    for index, named in enumerate(ids):
        yield (*where, index), kind, named


def _keys(where: Location, kind: str, ids: Iterable[Id]) -> Iterator[Link]:
    for named in ids:
        yield (*where, named), kind, named
