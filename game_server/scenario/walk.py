"""Everything in a scenario with its place, for rules that look at all of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from game_server.scenario.model import Condition, Decision, Inject, Option, Part, Phase, Rung, Scenario, Text

Location: TypeAlias = tuple[str | int, ...]
"""Steps from the root of the joined pack: names of fields as authors write them, and positions in lists."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, where."""

    where: Location
    message: str


def injects(scenario: Scenario) -> Iterator[tuple[Location, Phase, Inject]]:
    for number, phase in enumerate(scenario.phases):
        for index, inject in enumerate(phase.injects):
            yield ("phases", number, "injects", index), phase, inject


def decisions(scenario: Scenario) -> Iterator[tuple[Location, Phase, Decision]]:
    for number, phase in enumerate(scenario.phases):
        for index, decision in enumerate(phase.decisions):
            yield ("phases", number, "decisions", index), phase, decision


def options(scenario: Scenario) -> Iterator[tuple[Location, Decision, Option]]:
    for where, _, decision in decisions(scenario):
        for index, option in enumerate(decision.options):
            yield (*where, "options", index), decision, option


def rungs(scenario: Scenario) -> Iterator[tuple[Location, Rung]]:
    for index, rung in enumerate(scenario.ladder):
        yield ("ladder", index), rung


def conditions(scenario: Scenario) -> Iterator[tuple[Location, Condition]]:
    """Every condition of news, decisions and rungs, nested ones too."""
    steps: list[tuple[Location, Phase, Inject | Decision]] = [*injects(scenario), *decisions(scenario)]
    for where, _, step in steps:
        if step.when is not None:
            yield from within(step.when, (*where, "when"))
    for where, rung in rungs(scenario):
        if rung.when is not None:
            yield from within(rung.when, (*where, "when"))


def within(condition: Condition, where: Location = ()) -> Iterator[tuple[Location, Condition]]:
    """A condition and all that it is made of."""
    yield where, condition
    for name, inner in (("all", condition.all), ("any", condition.any)):
        for index, part in enumerate(inner or ()):
            yield from within(part, (*where, name, index))
    if condition.not_ is not None:
        yield from within(condition.not_, (*where, "not"))


def texts(value: object, where: Location = ()) -> Iterator[tuple[Location, Text]]:
    """Every text that a person reads, in every language at once."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            yield from texts(getattr(value, name), (*where, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*where, index))
    elif isinstance(value, dict):
        if value and all(isinstance(words, str) for words in value.values()):
            yield where, value
        else:
            for key, item in value.items():
                yield from texts(item, (*where, key))


def words(text: Text | None) -> int:
    """How many, in the language that has the most."""
    return max((len(said.split()) for said in text.values()), default=0) if text else 0
