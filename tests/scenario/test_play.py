"""Every set of chairs is played, and every way through the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from game_server.scenario import paths as paths_module
from game_server.scenario.check import check
from game_server.scenario.load import read_pack
from tests.scenario.packs import FILES, changed, write_pack

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
