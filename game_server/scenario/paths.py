"""Every way in which a scenario can run, played as planned, so that a rule may say *never* and *always*.

The steps of all run sheets are taken in order: nothing is skipped but what is `optional`, a decision is effective at
once, and every option may be chosen. What the pack does not fix may or may not happen at any step: news is shared, a
running statutory clock lapses, minutes have elapsed, a rung of the ladder unlocks its news. Ways that no later
condition can tell apart are merged. When more than `MANY` remain, ways that differ in nothing but the levels of
indicators are merged into ranges. All this only adds ways: what is *never* here is never, what is *always* here is
always; the reverse need not hold. Only how rungs move indicators is left out: a ladder is off unless the facilitator
chose it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from game_server.scenario.catalogue import Catalogue, is_private
from game_server.scenario.model import Condition, Decision, Id, Inject, Option, Scenario
from game_server.scenario.walk import within, words

MANY = 3_000
TOO_MANY = 60_000

Range: TypeAlias = tuple[int, int]
Taken: TypeAlias = Inject | Decision


class TooManyPathsError(Exception):
    """The pack cannot be reasoned about; fewer conditions would do it."""


@dataclass(frozen=True, slots=True)
class Way:
    """All that later conditions can see of what happened so far. Of things that no condition sees, nothing is kept."""

    chosen: frozenset[tuple[Id, Id]] = frozenset()
    levels: tuple[tuple[Id, Range], ...] = ()
    running: frozenset[Id] = frozenset()
    lapsed: frozenset[Id] = frozenset()
    unlocked: frozenset[Id] = frozenset()
    cancelled: frozenset[Id] = frozenset()
    heard: frozenset[Id] = frozenset()


@dataclass(frozen=True, slots=True)
class Burden:
    """Of one phase: most minutes of decisions, and for each role most words and fewest private pieces of news."""

    minutes: float
    words: tuple[int, ...]
    private: tuple[int, ...]

    def join(self, other: Burden) -> Burden:
        return Burden(
            max(self.minutes, other.minutes),
            tuple(map(max, self.words, other.words)),
            tuple(map(min, self.private, other.private)),
        )


@dataclass(slots=True)
class Paths:
    """`reached`: on some way. `missed`: on some way not. Both hold ids of injects and of decisions."""

    injects_reached: set[Id] = field(default_factory=set)
    injects_missed: set[Id] = field(default_factory=set)
    decisions_reached: set[Id] = field(default_factory=set)
    decisions_missed: set[Id] = field(default_factory=set)
    burdens: dict[Id, Burden] = field(default_factory=dict)


def explore(scenario: Scenario) -> Paths:
    """Raises TooManyPathsError above 60,000 ways that differ; what an unknown id names never happens."""
    return _Explorer(scenario).run()


@dataclass(slots=True)
class _Seen:
    """What conditions from some step on can see."""

    decisions: set[Id] = field(default_factory=set)
    indicators: set[Id] = field(default_factory=set)
    clocks: set[Id] = field(default_factory=set)
    shared: set[Id] = field(default_factory=set)
    injects: set[Id] = field(default_factory=set)

    def add(self, step: Taken) -> None:
        if isinstance(step, Inject):
            self.injects.add(step.id)
        for _, condition in within(step.when) if step.when else ():
            if condition.chosen:
                self.decisions.add(condition.chosen.decision)
            if condition.level:
                self.indicators.add(condition.level.indicator)
            if condition.lapsed:
                self.clocks.add(condition.lapsed)
            if condition.shared:
                self.shared.add(condition.shared)

    def copy(self) -> _Seen:
        return _Seen(*(set(part) for part in (self.decisions, self.indicators, self.clocks, self.shared, self.injects)))


class _Explorer:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.catalogue = Catalogue(scenario)
        self.roles = tuple(scenario.roles)
        self.paths = Paths()
        self.climbed = {inject for rung in scenario.ladder for inject in rung.unlock}
        self.private = {inject.id for phase in scenario.phases for inject in phase.injects if is_private(inject)}

    def run(self) -> Paths:
        steps = {phase: list(self._steps(phase)) for phase in self.catalogue.phase_order}
        later = self._later([step for phase in steps.values() for step in phase])
        start = {name: (value.start, value.start) for name, value in self.scenario.indicators.items()}
        nothing = Burden(0, (0,) * len(self.roles), (0,) * len(self.roles))
        ways = {self._forget(Way(levels=tuple(start.items())), later[0]): nothing}
        number = 0
        for phase, taken in steps.items():
            ways = dict.fromkeys(ways, nothing)
            for step in taken:
                number += 1
                ways = self._merged(self._take(step, ways, later[number]))
            burdens = list(ways.values())
            for burden in burdens[1:]:
                burdens[0] = burdens[0].join(burden)
            self.paths.burdens[phase] = burdens[0]
        return self.paths

    def _steps(self, phase: Id) -> Iterator[Taken]:
        for step in self.catalogue.run_sheet(phase):
            yield (self.catalogue.inject(step.id) if step.kind == "inject" else self.catalogue.decision(step.id))[1]

    def _later(self, steps: list[Taken]) -> list[_Seen]:
        """For each position, what the conditions of the steps after it can see."""
        seen = [_Seen()]
        for step in reversed(steps):
            seen.append(seen[-1].copy())
            seen[-1].add(step)
        seen.reverse()
        return seen

    def _forget(self, way: Way, seen: _Seen) -> Way:
        clocks = seen.clocks | {
            name for name, clock in self.scenario.clocks.items() if not seen.indicators.isdisjoint(clock.lapse_effects)
        }
        return Way(
            frozenset(pair for pair in way.chosen if pair[0] in seen.decisions),
            tuple((name, level) for name, level in way.levels if name in seen.indicators),
            way.running & clocks,
            way.lapsed & clocks,
            way.unlocked & seen.injects,
            way.cancelled & seen.injects,
            way.heard & seen.shared,
        )

    def _merged(self, ways: Iterable[tuple[Way, Burden]]) -> dict[Way, Burden]:
        merged: dict[Way, Burden] = {}
        for way, burden in ways:
            known = merged.get(way)
            merged[way] = burden if known is None else known.join(burden)
            if len(merged) > TOO_MANY:
                raise TooManyPathsError
        return merged if len(merged) <= MANY else self._widened(merged)

    def _widened(self, ways: dict[Way, Burden]) -> dict[Way, Burden]:
        wide: dict[Way, tuple[Way, Burden]] = {}
        for way, burden in ways.items():
            key = replace(way, levels=())
            if key in wide:
                known, load = wide[key]
                levels = zip(known.levels, way.levels, strict=True)
                hull = tuple((name, (min(a[0], b[0]), max(a[1], b[1]))) for (name, a), (_, b) in levels)
                wide[key] = (replace(way, levels=hull), load.join(burden))
            else:
                wide[key] = (way, burden)
        return dict(wide.values())

    def _take(self, step: Taken, ways: dict[Way, Burden], seen: _Seen) -> Iterator[tuple[Way, Burden]]:
        for before, burden in ways.items():
            for way in self._lapses(before):
                holds, fails = self._judge(step.when, way)
                for after, load in self._outcomes(step, way, burden, holds, fails or step.optional):
                    yield self._forget(after, seen), load

    def _outcomes(
        self, step: Taken, way: Way, burden: Burden, holds: bool, fails: bool
    ) -> Iterator[tuple[Way, Burden]]:
        if isinstance(step, Inject):
            shut = step.id in way.cancelled or (step.locked and step.id not in way.unlocked | self.climbed)
            holds, fails = holds and not shut, fails or shut or (step.locked and step.id not in way.unlocked)
        reached, missed = (
            (self.paths.injects_reached, self.paths.injects_missed)
            if isinstance(step, Inject)
            else (self.paths.decisions_reached, self.paths.decisions_missed)
        )
        if fails or not holds:
            missed.add(step.id)
            yield way, burden
        if holds:
            reached.add(step.id)
            if isinstance(step, Inject):
                yield self._told(step, way), self._read(step, burden)
            else:
                longer = replace(burden, minutes=burden.minutes + step.minutes)
                for option in step.options:
                    yield self._chose(step, option, way), longer

    def _read(self, inject: Inject, burden: Burden) -> Burden:
        count = words(inject.subject) + words(inject.body)
        gets = [not inject.to or role in inject.to for role in self.roles]
        read = tuple(had + count * got for had, got in zip(burden.words, gets, strict=True))
        private = tuple(had + (got and is_private(inject)) for had, got in zip(burden.private, gets, strict=True))
        return Burden(burden.minutes, read, private)

    def _told(self, inject: Inject, way: Way) -> Way:
        return replace(
            way,
            levels=_moved(way.levels, inject.effects),
            running=way.running | (set(inject.starts) - way.lapsed),
            heard=way.heard | ({inject.id} & self.private),
        )

    def _chose(self, decision: Decision, option: Option, way: Way) -> Way:
        return replace(
            way,
            chosen=way.chosen | {(decision.id, option.id)},
            levels=_moved(way.levels, option.effects),
            running=(way.running | (set(option.start_clocks) - way.lapsed)) - set(option.stop_clocks),
            unlocked=way.unlocked | set(option.unlock),
            cancelled=way.cancelled | set(option.cancel),
        )

    def _lapses(self, way: Way) -> Iterator[Way]:
        """This way, and those in which running clocks lapse just now."""
        yield way
        for clock in sorted(way.running & set(self.scenario.clocks)):
            effects = self.scenario.clocks[clock].lapse_effects
            lapsed, running = way.lapsed | {clock}, way.running - {clock}
            yield from self._lapses(replace(way, running=running, lapsed=lapsed, levels=_moved(way.levels, effects)))

    def _judge(self, condition: Condition | None, way: Way) -> tuple[bool, bool]:
        """Whether the condition may hold, and whether it may fail."""
        if condition is None:
            return True, False
        if condition.chosen is not None:
            named = {condition.chosen.option} if condition.chosen.option else set(condition.chosen.options)
            holds = any((condition.chosen.decision, option) in way.chosen for option in named)
            return holds, not holds
        if condition.level is not None:
            low, high = dict(way.levels).get(condition.level.indicator, (0, 0))
            least = condition.level.at_least if condition.level.at_least is not None else 0
            most = condition.level.at_most if condition.level.at_most is not None else 100
            return high >= least and low <= most, low < least or high > most
        if condition.shared is not None:
            return condition.shared in way.heard, True
        if condition.elapsed is not None:
            return condition.elapsed <= self.scenario.minutes, condition.elapsed > 0
        if condition.lapsed is not None:
            return condition.lapsed in way.lapsed, condition.lapsed not in way.lapsed
        if condition.not_ is not None:
            holds, fails = self._judge(condition.not_, way)
            return fails, holds
        parts = [self._judge(part, way) for part in condition.all or condition.any or ()]
        join, meet = (all, any) if condition.all is not None else (any, all)
        return join(holds for holds, _ in parts), meet(fails for _, fails in parts)


def _moved(levels: tuple[tuple[Id, Range], ...], effects: dict[Id, int]) -> tuple[tuple[Id, Range], ...]:
    def clamp(value: int) -> int:
        return min(100, max(0, value))

    return tuple(
        (name, (clamp(low + effects.get(name, 0)), clamp(high + effects.get(name, 0)))) for name, (low, high) in levels
    )
