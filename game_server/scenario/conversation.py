"""The steps of the talk afterwards: the scenario's questions, each with the facts of the room that belong beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from game_server.scenario.model import Facts, Scenario, Text


@dataclass(frozen=True, slots=True)
class Step:
    """A question with or without facts beside it, or facts that no question asks for."""

    id: str
    facts: Facts | None = None
    question: Text | None = None


def steps(scenario: Scenario) -> tuple[Step, ...]:
    """In the order in which they are offered: first what no question shows, so that the talk ends with the questions.

    A step of facts alone is called by them, unless a question has that name.
    """
    asked = tuple(Step(question.id, question.shows, question.text) for question in scenario.debrief)
    taken = {step.facts for step in asked} | {step.id for step in asked}
    return (*(Step(facts, facts) for facts in get_args(Facts) if facts not in taken), *asked)
