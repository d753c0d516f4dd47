"""The packs that come with the game load, keep every rule, and hold what was promised of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from game_server.paths import scenarios_dir
from game_server.scenario.check import Checked, examine, has_errors
from game_server.scenario.figures import figures
from game_server.scenario.load import Loaded, load_pack, read_pack
from game_server.scenario.plan import plan
from game_server.scenario.walk import decisions, injects

SHIPPED = sorted(folder for folder in scenarios_dir().iterdir() if (folder / "scenario.yaml").is_file())
NATTE_MEREN = scenarios_dir() / "natte-meren"


@cache
def checked(folder: Path) -> tuple[Loaded, Checked]:
    loaded = read_pack(folder)
    return loaded, examine(loaded)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_pack_keeps_every_rule_and_is_called_as_its_folder(folder: Path) -> None:
    loaded, result = checked(folder)
    assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
    assert not has_errors(result.problems), "\n".join(map(str, result.problems))
    assert loaded.scenario.id == folder.name


def test_natte_meren_holds_what_was_asked_of_it() -> None:
    scenario = load_pack(NATTE_MEREN)
    count = figures(scenario)
    assert scenario.minutes == sum(phase.minutes for phase in scenario.phases) == 120
    assert count.injects >= 36
    assert sum(1 <= len(inject.to) <= 2 and bool(inject.else_) for _, _, inject in injects(scenario)) >= 15
    assert count.conditional >= 6
    assert count.quick >= 4
    assert {inject.channel for _, _, inject in injects(scenario)} >= {
        "mail", "phone", "chat", "news", "social", "letter", "broadcast"
    }  # fmt: skip


def test_natte_meren_has_one_main_anchor_a_round() -> None:
    scenario = load_pack(NATTE_MEREN)
    rounds = [phase for phase in scenario.phases if phase.kind == "round"]
    assert len(rounds) == 3
    for phase in rounds:
        assert [decision.anchor for decision in phase.decisions if decision.kind == "main"] == [True]
    assert sum(decision.anchor for _, _, decision in decisions(scenario)) == 3
    kinds = [phase.kind for phase in scenario.phases]
    assert kinds[:2] == ["welcome", "roles"]
    assert {"breath", "debrief"} <= set(kinds)
    assert kinds[-1] == "close"


def test_natte_meren_leaves_fifty_minutes_of_talk_and_fits() -> None:
    loaded, result = checked(NATTE_MEREN)
    assert loaded.scenario is not None
    assert result.paths is not None
    rows = plan(loaded.scenario, result.paths)
    assert sum(row.talk for row in rows) >= 50
    assert min(row.slack for row in rows) >= 0


def test_every_decision_of_natte_meren_is_told_in_full() -> None:
    for _, _, decision in decisions(load_pack(NATTE_MEREN)):
        assert 3 <= len(decision.options) <= 4 if decision.kind == "main" else len(decision.options) >= 2
        assert decision.references, decision.id
        assert decision.practice, decision.id
        assert decision.talking_points, decision.id
        assert decision.advice, decision.id


def test_the_example_of_the_readme_is_a_pack(tmp_path: Path) -> None:
    text = (scenarios_dir() / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert found is not None
    (tmp_path / "scenario.yaml").write_text(found.group(1), encoding="utf-8")
    loaded = read_pack(tmp_path)
    assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
    rules = {problem.rule for problem in examine(loaded).problems}
    assert rules == {"role-without-private-news", "too-little-talk"}


def test_the_readme_names_only_commands_that_exist() -> None:
    text = (scenarios_dir() / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"crisistafel scenario (\w+)", text)) == {"check", "rules", "schema"}
