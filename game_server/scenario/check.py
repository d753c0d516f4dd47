"""The rules that a scenario keeps beyond its shape, each with a stable name, run over a loaded pack.

Shape (unknown fields, types, duplicate ids) is the loader's; here is what only shows when the pack is read as a whole
and played. `paths.py` says in what sense *never* and *always* are meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from game_server.scenario import check_dilemmas, check_play, check_references, check_time, check_words
from game_server.scenario.load import Loaded
from game_server.scenario.model import Scenario
from game_server.scenario.paths import Paths, TooManyPathsError, explore
from game_server.scenario.problems import Level, Problem
from game_server.scenario.walk import Finding

Read: TypeAlias = Callable[[Scenario], Iterator[Finding]]
Played: TypeAlias = Callable[[Scenario, Paths], Iterator[Finding]]
Dated: TypeAlias = Callable[[Scenario, date | None], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Exactly one of `read` (looks at the pack), `played` (at all ways through it) and `dated` (at today as well)."""

    name: str
    read: Read | None = None
    played: Played | None = None
    dated: Dated | None = None
    level: Level = "error"

    @property
    def why(self) -> str:
        """The docstring of the rule, on one line."""
        return " ".join(((self.read or self.played or self.dated).__doc__ or "").split())

    def findings(self, scenario: Scenario, paths: Paths | None, today: date | None) -> Iterator[Finding]:
        if self.read is not None:
            yield from self.read(scenario)
        if self.played is not None and paths is not None:
            yield from self.played(scenario, paths)
        if self.dated is not None:
            yield from self.dated(scenario, today)


RULES = (
    Rule("dangling-reference", check_references.dangling_reference),
    Rule("reserved-id", check_references.reserved_id),
    Rule("not-private", check_references.not_private),
    Rule("unlocked-in-vain", check_references.unlocked_in_vain),
    Rule("unused-clock", check_references.unused_clock),
    Rule("no-mandate", check_references.no_mandate),
    Rule("no-deputy", check_references.no_deputy, level="warning"),
    Rule("not-three-statements", check_references.not_three_statements),
    Rule("empty-text", check_words.empty_text),
    Rule("missing-language", check_words.missing_language),
    Rule("too-long", check_words.too_long),
    Rule("real-address", check_words.real_address),
    Rule("unknown-abbreviation", check_words.unknown_abbreviation, level="warning"),
    Rule("free-option", check_dilemmas.free_option),
    Rule("free-rung", check_dilemmas.free_rung),
    Rule("dominated-option", check_dilemmas.dominated_option),
    Rule("too-few-options", check_dilemmas.too_few_options),
    Rule("thin-decision", check_dilemmas.thin_decision),
    Rule("law-not-dated", check_dilemmas.law_not_dated),
    Rule("unreachable-inject", played=check_play.unreachable_inject),
    Rule("unreachable-decision", played=check_play.unreachable_decision),
    Rule("too-early", check_play.too_early, level="warning"),
    Rule("anchor-not-reached", played=check_play.anchor_not_reached),
    Rule("role-without-private-news", played=check_play.role_without_private_news),
    Rule("undelivered", played=check_play.undelivered),
    Rule("no-voter", check_play.no_voter, level="warning"),
    Rule("does-not-fit", played=check_time.does_not_fit),
    Rule("too-little-talk", played=check_time.too_little_talk),
    Rule("idle-role", played=check_time.idle_role),
    Rule("legal-check-old", dated=check_dilemmas.legal_check_old, level="warning"),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """`paths` is None when there is no scenario, or when it has too many ways to play them all (which is a problem)."""

    problems: list[Problem]
    paths: Paths | None


def check(loaded: Loaded, today: date | None = None) -> list[Problem]:
    """The loader's problems and, if there is a scenario, those of every rule, in the order of the files.

    Without `today` the age of a legal reference is told from the day on which the pack says its frame was checked.
    """
    return examine(loaded, today).problems


def examine(loaded: Loaded, today: date | None = None) -> Checked:
    """As `check`, with the ways through the pack, which take long to find."""
    if loaded.scenario is None:
        return Checked(list(loaded.problems), None)
    scenario = loaded.scenario
    problems = [*loaded.problems]
    paths: Paths | None = None
    try:
        paths = explore(scenario)
    except TooManyPathsError:
        said = "there are too many ways through this pack to play them all; use fewer conditions"
        problems.append(loaded.problem(("phases",), said, "too-many-paths"))
    for rule in RULES:
        found = rule.findings(scenario, paths, today)
        problems += [loaded.problem(one.where, one.message, rule.name, rule.level) for one in found]
    return Checked(loaded.in_order(problems), paths)


def has_errors(problems: list[Problem]) -> bool:
    """Warnings are for a person to weigh."""
    return any(problem.level == "error" for problem in problems)
