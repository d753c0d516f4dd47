"""The command line says what is wrong, how the minutes add up, and ends with 1 when a pack is not fit to play."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from game_server.cli import app
from game_server.scenario.schema import schema_text
from tests.scenario.packs import changed, write_pack


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["scenario", *arguments])


def test_a_good_pack_is_planned_and_ends_with_0(tmp_path: Path) -> None:
    result = run("check", str(write_pack(tmp_path)))
    assert result.exit_code == 0
    assert "0 errors, 0 warnings" in result.stdout
    assert "7 injects, 3 private (3 to one or two roles), 4 conditional" in result.stdout
    for word in ("planned", "reading", "talk", "slack", "round-1", "together"):
        assert word in result.stdout


def test_a_broken_pack_is_told_all_at_once_and_ends_with_1(tmp_path: Path) -> None:
    files = changed("talk: 10", "talk: ten")
    files["scenario.yaml"] = files["scenario.yaml"].replace("theme: own_house", "theme: other")
    result = run("check", str(write_pack(tmp_path, files)))
    assert result.exit_code == 1
    assert f"{tmp_path}/scenario.yaml:6:8: theme: " in result.stdout
    assert "phases.round-1.decisions.unplug.talk: " in result.stdout
    assert "2 errors, 0 warnings" in result.stdout


def test_a_pack_that_breaks_a_rule_ends_with_1_and_is_still_planned(tmp_path: Path) -> None:
    result = run("check", str(write_pack(tmp_path, changed("talk: 10", "talk: 5"))))
    assert result.exit_code == 1
    assert "[too-little-talk]" in result.stdout
    assert "together" in result.stdout


def test_a_warning_does_not_fail(tmp_path: Path) -> None:
    result = run("check", str(write_pack(tmp_path)), "--today", "2030-01-01")
    assert result.exit_code == 0
    assert "warning: " in result.stdout


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "nothing"))
    assert result.exit_code == 1
    assert "no such file" in result.stdout


def test_json_holds_problems_plan_and_figures(tmp_path: Path) -> None:
    report = json.loads(run("check", "--json", str(write_pack(tmp_path))).stdout)
    assert report["problems"] == []
    assert report["figures"]["injects"] == 7
    assert report["plan"][1]["phase"] == "round-1"
    broken = json.loads(run("check", "--json", str(write_pack(tmp_path, changed("talk: 10", "talk: ten")))).stdout)
    assert [problem["rule"] for problem in broken["problems"]] == ["schema"]
    assert "plan" not in broken


def test_the_schema_is_printed_as_it_is_stored() -> None:
    assert run("schema").stdout == schema_text()


def test_the_rules_say_why() -> None:
    assert "free-option (error)\n    An answer without a price" in run("rules").stdout
