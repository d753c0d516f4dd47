"""Rules on decisions: real public values are at odds, no answer is free, and there is something to take home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game_server.scenario.model import Decision, Option, Scenario
from game_server.scenario.walk import Finding, Location, conditions, decisions, options, rungs

OLD_AFTER_DAYS = 366


def free_option(scenario: Scenario) -> Iterator[Finding]:
    """An answer without a price is the right answer; a table that finds it stops talking."""
    for where, _, option in options(scenario):
        if not any(points < 0 for points in option.effects.values()):
            yield Finding((*where, "effects"), "this option costs nothing; at least one effect is negative")


def free_rung(scenario: Scenario) -> Iterator[Finding]:
    """Scaling up that costs nothing is always right; then there is nothing to talk about."""
    for where, rung in rungs(scenario):
        if not any(points < 0 for points in rung.effects.values()):
            yield Finding((*where, "effects"), "this rung costs nothing; at least one effect is negative")


def dominated_option(scenario: Scenario) -> Iterator[Finding]:
    """An answer that is nowhere better than another one is no choice. What an option unlocks, cancels or stops, and
    what only happens because of it, may be its gain, or the other one's price: then it is left alone."""
    conditional = _chosen_somewhere(scenario)
    for where, _, decision in decisions(scenario):
        plain = [
            one for one in decision.options if not (one.unlock or one.cancel or (decision.id, one.id) in conditional)
        ]
        for index, option in enumerate(decision.options):
            better = next((other for other in plain if _dominates(other, option)), None)
            if better is not None and option in plain and not option.stop_clocks and not better.start_clocks:
                said = f"option {better.id!r} is as good or better on every indicator"
                yield Finding((*where, "options", index, "effects"), said)


def too_few_options(scenario: Scenario) -> Iterator[Finding]:
    """Two answers make a debate of yes and no; twenty minutes need a third way."""
    for where, _, decision in decisions(scenario):
        if decision.kind == "main" and len(decision.options) < 3:
            yield Finding((*where, "options"), "a main decision has at least three options")


def thin_decision(scenario: Scenario) -> Iterator[Finding]:
    """A main decision is what people go home with: a reference, the question *bij ons?*, something for the facilitator
    to ask, and a stand-in's advice for every chair, because any chair may stay empty."""
    for where, _, decision in decisions(scenario):
        if decision.kind == "main":
            yield from _thin(where, decision, scenario)


def law_not_dated(scenario: Scenario) -> Iterator[Finding]:
    """Law changes; who goes home with an article must see when somebody last read it."""
    for where, _, decision in decisions(scenario):
        for index, reference in enumerate(decision.references):
            if reference.kind == "law" and reference.checked is None:
                yield Finding((*where, "references", index), "a law has `checked`, the date on which it was read")


def legal_check_old(scenario: Scenario, today: date | None) -> Iterator[Finding]:
    """After a year a legal frame is hearsay. Without a given day, laws are compared with the pack's own date."""
    frame = _day(scenario.card.legal_checked)
    if frame is None:
        yield Finding(("card", "legal_checked"), "there is no such day")
    elif today is not None and (today - frame).days > OLD_AFTER_DAYS:
        yield Finding(("card", "legal_checked"), f"the legal frame was last checked on {frame}")
    for where, _, decision in decisions(scenario):
        for index, reference in enumerate(decision.references):
            if reference.checked is None:
                continue
            here, checked = (*where, "references", index, "checked"), _day(reference.checked)
            against = today or frame
            if checked is None:
                yield Finding(here, "there is no such day")
            elif against is not None and (against - checked).days > OLD_AFTER_DAYS:
                yield Finding(here, f"this was last checked on {checked}")


def _chosen_somewhere(scenario: Scenario) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for _, condition in conditions(scenario):
        if condition.chosen is not None:
            named = (condition.chosen.option, *condition.chosen.options)
            found |= {(condition.chosen.decision, option) for option in named if option is not None}
    return found


def _dominates(better: Option, worse: Option) -> bool:
    if better.id == worse.id:
        return False
    touched = sorted(better.effects.keys() | worse.effects.keys())
    gains = [better.effects.get(name, 0) - worse.effects.get(name, 0) for name in touched]
    return all(gain >= 0 for gain in gains) and any(gain > 0 for gain in gains)


def _thin(where: Location, decision: Decision, scenario: Scenario) -> Iterator[Finding]:
    if not decision.references:
        yield Finding((*where, "references"), "a main decision has at least one reference")
    if decision.practice is None:
        yield Finding((*where, "practice"), "a main decision has `practice`, the sentence of *bij ons?*")
    if not decision.talking_points:
        yield Finding((*where, "talking_points"), "a main decision has talking points for the facilitator")
    missing = [role for role in scenario.roles if role not in decision.advice]
    if missing:
        yield Finding((*where, "advice"), f"no stand-in's advice for {', '.join(missing)}")


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
