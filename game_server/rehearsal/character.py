"""What a chair is like: drawn from a seed, and from what the scenario says of its role. No role is named here.

A role cares for the indicators that its own news is about: those that rise with the options that act on it, and those
that fall when a clock that it sees runs out. So every pack gives its roles a character of their own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.scenario.model import Decision, Inject, Option, Scenario

Leanings = Mapping[str, Mapping[str, float]]
_MOST_POINTS = 12
"""Effects are rarely larger; so a leaning from them is about one at most."""


def draw(*what: object) -> float:
    """Uniform in [0, 1), always the same for the same words."""
    text = "\x1f".join(map(str, what))
    return int.from_bytes(hashlib.blake2s(text.encode(), digest_size=6).digest()) / 2**48


@dataclass(frozen=True, slots=True)
class Character:
    """`leanings`: decision → option → how much this role likes it, about -1 to 1. `acts_on`: the same with the role's
    own private news that an option uses. Both are empty for a player that does not know the scenario.
    """

    name: str
    openness: float
    stubbornness: float
    haste: float
    leanings: Leanings = field(default_factory=dict)
    acts_on: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)

    def draw(self, *what: object) -> float:
        """This player's own chance about something: the same whenever it is asked again."""
        return draw(self.name, *what)

    def seconds(self, low: float, high: float, *what: object) -> float:
        """How long this player takes for something, in session seconds."""
        return (low + (high - low) * self.draw("seconds", *what)) * self.haste


def character(seed: str, team: str, role: str, name: str, scenario: Scenario | None = None) -> Character:
    """The same words give the same character."""
    who = f"{seed}/{team}/{role}/{name}"
    known = scenario is not None and role in scenario.roles
    return Character(
        name=who,
        openness=0.45 + 0.5 * draw(who, "openness"),
        stubbornness=0.6 * draw(who, "stubbornness"),
        haste=0.7 + 0.8 * draw(who, "haste"),
        leanings=_leanings(scenario, role) if scenario is not None and known else {},
        acts_on=_acts_on(scenario, role) if scenario is not None and known else {},
    )


def _leanings(scenario: Scenario, role: str) -> Leanings:
    cares = cares_for(scenario, role)
    return {
        decision.id: {option.id: _liking(option, cares) for option in decision.options}
        for phase in scenario.phases
        for decision in phase.decisions
    }


def _liking(option: Option, cares: Mapping[str, float]) -> float:
    return sum(cares.get(name, 0.0) * points for name, points in option.effects.items()) / _MOST_POINTS


def cares_for(scenario: Scenario, role: str) -> dict[str, float]:
    """Indicator → how much it weighs for this role; together 1."""
    counted: Counter[str] = Counter(dict.fromkeys(scenario.indicators, 2))
    mine = {inject.id for phase in scenario.phases for inject in phase.injects if role in inject.to}
    for decision in (decision for phase in scenario.phases for decision in phase.decisions):
        for option in decision.options:
            if mine & set(option.acts_on):
                counted.update({name: points for name, points in option.effects.items() if points > 0})
    for clock in scenario.clocks.values():
        if role in clock.seen_by:
            counted.update({name: -points for name, points in clock.lapse_effects.items() if points < 0})
    whole = counted.total() or 1
    return {name: weight / whole for name, weight in counted.items()}


def _acts_on(scenario: Scenario, role: str) -> dict[str, dict[str, frozenset[str]]]:
    found = {inject.id: inject for phase in scenario.phases for inject in phase.injects}
    return {
        decision.id: {option.id: _usable(option, role, found) for option in decision.options}
        for phase in scenario.phases
        for decision in _telling(phase.decisions)
    }


def _telling(decisions: tuple[Decision, ...]) -> list[Decision]:
    return [decision for decision in decisions if any(option.acts_on for option in decision.options)]


def _usable(option: Option, role: str, found: Mapping[str, Inject]) -> frozenset[str]:
    """Only what may come to this role: nothing else is even named to it."""
    mine = (inject for inject in option.acts_on if inject in found)
    return frozenset(one for one in mine if role in (*found[one].to, *found[one].else_))
