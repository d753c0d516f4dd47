"""Each rule has a pack that breaks it, and speaks at the place where it is broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game_server.scenario.check import RULES, check, has_errors
from game_server.scenario.load import Problem, read_pack
from tests.scenario.packs import FILES, changed, write_pack

ALL_OFF = "effects: {trust: 5, service: -20}"
POST = "when: {chosen: {decision: unplug, option: all-off}}"
MINISTER = "        to: [mayor]\n        else: [ciso]\n        subject:"
QUICK = '        at: 21\n        minutes: 3\n        title: {nl: "De raad bellen?"}'
TALK = "        minutes: 13\n        talk: 10"
LAW = '"AVG, artikel 33"\n            checked: "2026-03-01"'
CHAT = "        to: [ciso]\n        else: [mayor]\n        body"

BROKEN = [
    ("dangling-reference", CHAT, CHAT.replace("to: [ciso]", "to: [cfo]")),
    ("dangling-reference", CHAT, CHAT.replace("else: [mayor]", "else: [cfo]")),
    ("dangling-reference", "unlock: [expert-offer]", "unlock: [expert-offer, nobody]"),
    ("dangling-reference", "stop_clocks: [breach]", "stop_clocks: [breach, brook]"),
    ("dangling-reference", "starts: [breach]", "starts: [breach, brook]"),
    ("dangling-reference", "acts_on: [minister-visit]", "acts_on: [ministers-visit]"),
    ("dangling-reference", ALL_OFF, "effects: {trusty: 5, service: -20}"),
    ("dangling-reference", "lapse_effects: {trust: -5}", "lapse_effects: {rust: -5}"),
    ("dangling-reference", "seen_by: [ciso]", "seen_by: [cfo]"),
    ("dangling-reference", POST, "when: {chosen: {decision: plug, option: all-off}}"),
    ("dangling-reference", POST, "when: {chosen: {decision: unplug, option: all-of}}"),
    ("dangling-reference", "indicator: trust, at_most", "indicator: rust, at_most"),
    ("dangling-reference", POST, "when: {not: {lapsed: brook}}"),
    ("dangling-reference", POST, "when: {not: {shared: gossip}}"),
    ("dangling-reference", "votes: [mayor, ciso]", "votes: [mayor, cfo, ciso]"),
    ("dangling-reference", "deputies: [ciso]", "deputies: [cfo]"),
    ("dangling-reference", "tie: mayor", "tie: cfo"),
    ("dangling-reference", "          ciso: {nl: Sluit", "          cfo: {nl: Sluit"),
    ("dangling-reference", "my-role, ask-aloud]", "my-role, ask-allowed]"),
    ("dangling-reference", "decides: [mayor, ciso]", "decides: [mayor, cfo]"),
    ("dangling-reference", "effects: {service: -2}", "effects: {serves: -2}"),
    ("dangling-reference", "{indicator: service, at_most: 69}", "{indicator: serves, at_most: 69}"),
    ("dangling-reference", "unlock: [region-call]", "unlock: [region-calls]"),
    ("unlocked-in-vain", "unlock: [region-call]", "unlock: [region-call, slow-desk]"),
    ("unreachable-inject", "    unlock: [region-call]\n", ""),
    ("free-rung", "effects: {service: -2}", "effects: {service: 2}"),
    ("reserved-id", "- id: slow-desk", "- id: x12"),
    ("not-private", "acts_on: [minister-visit]", "acts_on: [slow-desk]"),
    ("not-private", POST, "when: {not: {shared: slow-desk}}"),
    ("unlocked-in-vain", "unlock: [expert-offer]", "unlock: [expert-offer, resident-post]"),
    ("unused-clock", "        starts: [breach]\n", ""),
    ("unused-clock", "            stop_clocks: [breach]\n", ""),
    ("no-mandate", "{by: role, role: mayor, deputies: [ciso]}", "{by: role, role: cfo}"),
    ("no-mandate", "votes: [mayor, ciso]", "votes: [cfo]"),
    ("no-deputy", ", deputies: [ciso]}", "}"),
    ("not-three-statements", "my-role, ask-aloud]", "my-role]"),
    ("not-three-statements", "my-role, ask-aloud]", "my-role, my-role]"),
    ("not-three-statements", "  - {id: my-role,", "  - {id: my-role, yes_no: true,"),
    ("empty-text", "Samen terugkijken.", "'...'"),
    ("empty-text", "Samen terugkijken.", "TODO"),
    ("empty-text", "Samen terugkijken.", "'!?'"),
    ("missing-language", "languages: [nl]", "languages: [nl, en]"),
    ("missing-language", "{nl: Samen terugkijken.}", "{en: Looking back.}"),
    ("missing-language", "{nl: Samen terugkijken.}", "{nl: Samen terugkijken., en: Looking back.}"),
    ("too-long", "    short: {nl: CISO}", "    short: {nl: Informatiebeveiliger}"),
    ("too-long", "{nl: Zet alles uit}", "{nl: " + "Zet alles uit en " * 5 + "aan}"),
    ("too-long", "{nl: Wij kunnen vanavond helpen. Dat kost geld.}", "{nl: " + "woord " * 190 + "}"),
    ("real-address", "Wij kunnen vanavond helpen.", "Bel 0570-612345."),
    ("real-address", "counts: 12 reacties", "counts: via @echteburger"),
    ("unknown-abbreviation", "Wij kunnen vanavond helpen.", "Het NCSC kan vanavond helpen."),
    ("free-option", ALL_OFF, "effects: {trust: 5}"),
    ("free-option", ALL_OFF, "effects: {}"),
    ("dominated-option", "            effects: {trust: -5}\n", "            effects: {trust: -5, service: -9}\n"),
    ("thin-decision", "        talking_points: [{nl: \"Wie belt u nu als eerste?\"}]\n", ""),
    ("thin-decision", "        practice: {nl: Wij weten wie 's nachts de systemen mag uitzetten.}\n", ""),
    ("thin-decision", "          mayor: {nl: Kies wat u morgen kunt uitleggen.}\n", ""),
    ("law-not-dated", LAW, '"AVG, artikel 33"'),
    ("unreachable-inject", POST, "when: {chosen: {decision: tell-council, option: wait}}"),
    ("unreachable-inject", POST, "when: {level: {indicator: trust, at_least: 66}}"),
    ("unreachable-inject", POST, "when: {elapsed: 41}"),
    ("unreachable-inject", "            unlock: [expert-offer]\n", ""),
    ("unreachable-inject", "            unlock: [expert-offer]\n", "            cancel: [expert-offer]\n"),
    ("unreachable-decision", QUICK, f"        when: {{level: {{indicator: service, at_most: 20}}}}\n{QUICK}"),
    ("too-early", "      - id: resident-post\n        at: 16", "      - id: resident-post\n        at: 10"),
    ("anchor-not-reached", TALK, f"        optional: true\n{TALK}"),
    ("anchor-not-reached", TALK, f"        when: {{shared: strange-login}}\n{TALK}"),
    ("role-without-private-news", MINISTER, "        subject:"),
    ("role-without-private-news", MINISTER, f"        optional: true\n{MINISTER}"),
    ("role-without-private-news", MINISTER, f"        when: {{elapsed: 9}}\n{MINISTER}"),
    ("does-not-fit", "minutes: 40\n", "minutes: 39\n"),
    ("does-not-fit", "        minutes: 13", "        minutes: 24"),
    ("does-not-fit", "        at: 21", "        at: 23"),
    ("does-not-fit", "        at: 21", "        at: 15"),
    ("does-not-fit", "    minutes: 25\n    talk: 1\n", "    minutes: 25\n    talk: 9\n"),
    ("does-not-fit", "        at: 20\n", "        at: 26\n"),
    ("does-not-fit", "        talk: 10\n", "        talk: 14\n"),
    ("does-not-fit", "seconds: 60", "seconds: 240"),
    ("does-not-fit", "Wij kunnen vanavond helpen. Dat kost geld.", "woord " * 1500),
    ("too-little-talk", "        talk: 10\n", "        talk: 5\n"),
    ("too-little-talk", TALK, f"        optional: true\n{TALK}"),
    ("idle-role", "    minutes: 25\n    talk: 1\n", "    minutes: 41\n    talk: 1\n"),
    ("legal-check-old", LAW, LAW.replace("2026", "2024")),
    ("legal-check-old", LAW, LAW.replace("03-01", "02-30")),
    ("legal-check-old", '  legal_checked: "2026-03-01"', '  legal_checked: "2026-13-01"'),
]  # fmt: skip


def problems(folder: Path, files: dict[str, str]) -> list[Problem]:
    loaded = read_pack(write_pack(folder / "tiny", files))
    assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
    return check(loaded)


def test_the_small_pack_keeps_every_rule(tmp_path: Path) -> None:
    assert problems(tmp_path, FILES) == []


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN)
def test_a_broken_rule_is_told(tmp_path: Path, rule: str, old: str, new: str) -> None:
    found = [problem for problem in problems(tmp_path, changed(old, new)) if problem.rule == rule]
    assert found
    for problem in found:
        assert Path(problem.file).name in FILES
        assert problem.line > 1
        assert problem.path


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_why_and_has_a_pack_that_breaks_it(rule: object) -> None:
    named = next(one for one in RULES if one is rule)
    assert len(named.why) > 60
    apart = {"undelivered", "too-few-options", "no-voter"}
    assert named.name in {name for name, _, _ in BROKEN} | apart


def test_a_pack_that_cannot_be_loaded_is_not_checked_further(tmp_path: Path) -> None:
    loaded = read_pack(write_pack(tmp_path, changed("talk: 10", "talk: ten")))
    assert check(loaded) == list(loaded.problems)


def test_warnings_are_no_errors(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(", deputies: [ciso]}", "}"))
    assert [problem.level for problem in found] == ["warning"]
    assert not has_errors(found)
    assert "warning: " in str(found[0])


def test_an_old_legal_frame_is_told_from_a_given_day(tmp_path: Path) -> None:
    loaded = read_pack(write_pack(tmp_path))
    assert check(loaded, date(2027, 2, 1)) == []
    assert [problem.rule for problem in check(loaded, date(2027, 6, 1))] == ["legal-check-old"] * 2


def test_a_problem_stands_where_the_author_mends_it(tmp_path: Path) -> None:
    files = changed("acts_on: [minister-visit]", "acts_on: [ministers-visit]")
    (problem,) = problems(tmp_path, files)
    lines = files["rounds.yaml"].splitlines()
    assert lines[problem.line - 1][problem.column - 1 :].startswith("ministers-visit")
    assert problem.path == "phases.round-1.decisions.unplug.options.watch.acts_on.0"


def test_a_main_decision_has_three_options(tmp_path: Path) -> None:
    start = FILES["rounds.yaml"].index("          - id: part-off")
    end = FILES["rounds.yaml"].index("          - id: watch")
    without = FILES | {"rounds.yaml": FILES["rounds.yaml"][:start] + FILES["rounds.yaml"][end:]}
    assert "too-few-options" in {problem.rule for problem in problems(tmp_path, without)}
