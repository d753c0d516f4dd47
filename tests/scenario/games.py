"""A game of a scenario played by chance with plain values: an independent reading of what conditions mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Condition, Id, Inject, Scenario
from game_server.scenario.paths import Paths


@dataclass
class Game:
    """One game, played step by step."""

    scenario: Scenario
    chance: Random
    levels: dict[Id, int]
    chosen: dict[Id, Id] = field(default_factory=dict)
    running: set[Id] = field(default_factory=set)
    lapsed: set[Id] = field(default_factory=set)
    unlocked: set[Id] = field(default_factory=set)
    cancelled: set[Id] = field(default_factory=set)
    shared: set[Id] = field(default_factory=set)
    told: set[Id] = field(default_factory=set)
    private: set[Id] = field(default_factory=set)
    decided: set[Id] = field(default_factory=set)
    minutes: float = 0

    def holds(self, condition: Condition | None) -> bool:
        if condition is None:
            return True
        if condition.chosen:
            options = (condition.chosen.option, *condition.chosen.options)
            return self.chosen.get(condition.chosen.decision, "") in options
        if condition.level:
            level, bounds = self.levels[condition.level.indicator], condition.level
            return (bounds.at_least is None or level >= bounds.at_least) and (
                bounds.at_most is None or level <= bounds.at_most
            )
        if condition.shared:
            return condition.shared in self.shared
        if condition.elapsed is not None:
            return self.minutes >= condition.elapsed
        if condition.lapsed:
            return condition.lapsed in self.lapsed
        if condition.all:
            return all(self.holds(part) for part in condition.all)
        if condition.any:
            return any(self.holds(part) for part in condition.any)
        return not self.holds(condition.not_)

    def move(self, effects: dict[Id, int]) -> None:
        for name, points in effects.items():
            self.levels[name] = max(0, min(100, self.levels[name] + points))

    def maybe(self) -> bool:
        return self.chance.random() < 0.5

    def between(self) -> None:
        for clock in sorted(self.running):
            if self.maybe():
                self.running.remove(clock)
                self.lapsed.add(clock)
                self.move(self.scenario.clocks[clock].lapse_effects)
        self.shared |= {inject for inject in sorted(self.private - self.shared) if self.maybe()}

    def tell(self, inject: Inject) -> None:
        shut = inject.id in self.cancelled or (inject.locked and inject.id not in self.unlocked)
        if shut or not self.holds(inject.when) or (inject.optional and self.maybe()):
            return
        self.told.add(inject.id)
        self.private |= {inject.id} if inject.to else set()
        self.move(inject.effects)
        self.running |= set(inject.starts) - self.lapsed

    def play(self) -> None:
        catalogue, before = Catalogue(self.scenario), 0.0
        for phase in self.scenario.phases:
            for step in catalogue.run_sheet(phase.id):
                self.minutes = before + step.at
                self.between()
                if step.kind == "inject":
                    self.tell(catalogue.inject(step.id)[1])
                    continue
                decision = catalogue.decision(step.id)[1]
                if not self.holds(decision.when) or (decision.optional and self.maybe()):
                    continue
                option = self.chance.choice(decision.options)
                self.decided.add(decision.id)
                self.chosen[decision.id] = option.id
                self.move(option.effects)
                self.running = (self.running | (set(option.start_clocks) - self.lapsed)) - set(option.stop_clocks)
                self.unlocked |= set(option.unlock)
                self.cancelled |= set(option.cancel)
            before += phase.minutes


def assert_not_ruled_out(scenario: Scenario, known: Paths, chance: Random) -> None:
    """Plays one game; whatever happened in it must be possible in `known`."""
    game = Game(scenario, chance, {name: indicator.start for name, indicator in scenario.indicators.items()})
    game.play()
    catalogue = Catalogue(scenario)
    assert game.told <= known.injects_reached
    assert set(catalogue.injects) - game.told <= known.injects_missed
    assert game.decided <= known.decisions_reached
    assert set(catalogue.decisions) - game.decided <= known.decisions_missed
