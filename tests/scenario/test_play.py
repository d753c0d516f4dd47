"""Every set of chairs, and every way through a pack against a game that is really played by chance."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_server.paths import scenarios_dir
from game_server.scenario import paths as paths_module
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.check import check
from game_server.scenario.load import load_pack, read_pack
from game_server.scenario.model import Condition, Id, Inject, Scenario
from game_server.scenario.paths import Paths, explore
from tests.scenario.packs import FILES, changed, tiny_scenario, write_pack

SHIPPED = sorted(folder for folder in scenarios_dir().iterdir() if (folder / "scenario.yaml").is_file())
THIRD = """\
  dpo:
    name: {nl: Functionaris gegevensbescherming}
    short: {nl: FG}
    summary: {nl: U houdt toezicht.}
    card:
      decides: [{nl: Niets.}]
      may_not: [{nl: Meebeslissen.}]
      asks: [{nl: "Om wie gaat het?"}]
indicators:
"""


def with_a_third_role() -> dict[str, str]:
    return changed("indicators:\n", THIRD)


def test_news_that_two_chairs_would_not_get_is_told(tmp_path: Path) -> None:
    files = with_a_third_role()
    loaded = read_pack(write_pack(tmp_path, files))
    assert loaded.scenario is not None
    assert "undelivered" not in {problem.rule for problem in check(loaded)}
    narrow = files["rounds.yaml"].replace("        to: [mayor]\n        else: [ciso]\n", "        to: [mayor]\n")
    found = check(read_pack(write_pack(tmp_path, files | {"rounds.yaml": narrow})))
    (lost,) = [problem for problem in found if problem.rule == "undelivered"]
    assert "ciso and dpo" in lost.message


def test_a_vote_that_two_chairs_could_not_cast_is_a_warning(tmp_path: Path) -> None:
    files = with_a_third_role()
    alone = files["rounds.yaml"].replace("votes: [mayor, ciso]", "votes: [mayor]")
    found = check(read_pack(write_pack(tmp_path, files | {"rounds.yaml": alone})))
    assert [problem.level for problem in found if problem.rule == "no-voter"] == ["warning"]


def test_alternatives_together_reach_a_role_on_every_way(tmp_path: Path) -> None:
    """Two pieces of news of which one always comes are as good as one that always comes."""
    mail = "      - id: minister-visit\n        at: 1\n"
    start, end = FILES["rounds.yaml"].index(mail), FILES["rounds.yaml"].index("      - id: resident-post")
    text = FILES["rounds.yaml"][start:end].replace("at: 1\n", "at: 17\n")
    when = "        when: {chosen: {decision: unplug, option: all-off}}\n"
    other = text.replace("minister-visit", "minister-stays").replace(
        "        subject", when.replace("{chosen", "{not: {chosen").replace("}}\n", "}}}\n") + "        subject"
    )
    both = text.replace("        subject", when + "        subject") + other
    rounds = FILES["rounds.yaml"].replace(FILES["rounds.yaml"][start:end], both)
    loaded = read_pack(write_pack(tmp_path, FILES | {"rounds.yaml": rounds}))
    assert loaded.scenario is not None, loaded.problems
    assert "role-without-private-news" not in {problem.rule for problem in check(loaded)}


def test_a_pack_with_too_many_ways_is_refused_and_not_guessed_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths_module, "TOO_MANY", 2)
    assert "too-many-paths" in {problem.rule for problem in check(read_pack(write_pack(tmp_path)))}


def test_merging_ways_into_ranges_never_loses_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for scenario in (tiny_scenario(), *(load_pack(folder) for folder in SHIPPED)):
        exact = explore(scenario)
        with monkeypatch.context() as patch:
            patch.setattr(paths_module, "MANY", 3)
            wide = explore(scenario)
        assert exact.injects_reached <= wide.injects_reached
        assert exact.injects_missed <= wide.injects_missed
        assert exact.decisions_missed <= wide.decisions_missed


@dataclass
class Game:
    """One game, played step by step with plain values: an independent reading of what conditions mean."""

    scenario: Scenario
    data: st.DataObject
    levels: dict[Id, int]
    chosen: dict[Id, Id] = field(default_factory=dict)
    running: set[Id] = field(default_factory=set)
    lapsed: set[Id] = field(default_factory=set)
    unlocked: set[Id] = field(default_factory=set)
    cancelled: set[Id] = field(default_factory=set)
    shared: set[Id] = field(default_factory=set)
    told: set[Id] = field(default_factory=set)
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
        return self.data.draw(st.booleans())

    def between(self) -> None:
        for clock in sorted(self.running):
            if self.maybe():
                self.running.remove(clock)
                self.lapsed.add(clock)
                self.move(self.scenario.clocks[clock].lapse_effects)
        self.shared |= {inject for inject in sorted(self.told - self.shared) if self.maybe()}

    def tell(self, inject: Inject) -> None:
        shut = inject.id in self.cancelled or (inject.locked and inject.id not in self.unlocked)
        if shut or not self.holds(inject.when) or (inject.optional and self.maybe()):
            return
        self.told.add(inject.id)
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
                option = self.data.draw(st.sampled_from(decision.options))
                self.decided.add(decision.id)
                self.chosen[decision.id] = option.id
                self.move(option.effects)
                self.running = (self.running | (set(option.start_clocks) - self.lapsed)) - set(option.stop_clocks)
                self.unlocked |= set(option.unlock)
                self.cancelled |= set(option.cancel)
            before += phase.minutes


def assert_known(scenario: Scenario, known: Paths, data: st.DataObject) -> None:
    game = Game(scenario, data, {name: indicator.start for name, indicator in scenario.indicators.items()})
    game.play()
    catalogue = Catalogue(scenario)
    assert game.told <= known.injects_reached
    assert set(catalogue.injects) - game.told <= known.injects_missed
    assert game.decided <= known.decisions_reached
    assert set(catalogue.decisions) - game.decided <= known.decisions_missed


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_game_of_the_small_pack_is_one_that_was_ruled_out(data: st.DataObject) -> None:
    assert_known(tiny_scenario(), explore(tiny_scenario()), data)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_no_game_of_a_shipped_pack_is_one_that_was_ruled_out(folder: Path) -> None:
    scenario = load_pack(folder)
    known = explore(scenario)

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def play(data: st.DataObject) -> None:
        assert_known(scenario, known, data)

    play()
