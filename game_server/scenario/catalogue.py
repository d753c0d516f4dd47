"""Finding things in a scenario by id, in the order of the session, and keeping it beside a journal by its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game_server.scenario.home import COFFEE, FIRST_HOUR
from game_server.scenario.model import (
    Decision,
    Id,
    Indicator,
    Inject,
    Phase,
    Role,
    Rung,
    Scenario,
    StatutoryClock,
    Text,
)

StepKind: TypeAlias = Literal["inject", "decision"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a run sheet; `at` is the planned minute within its phase."""

    kind: StepKind
    id: Id
    at: float


class Catalogue:
    """A scenario with an index. An id that the scenario does not have raises KeyError."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.phase_order: tuple[Id, ...] = tuple(phase.id for phase in scenario.phases)
        self.coffee: dict[Id, Text] = {one.id: one.text for one in scenario.coffee} or COFFEE
        self.first_hour: tuple[Text, ...] = scenario.first_hour or FIRST_HOUR
        self._phases = {phase.id: phase for phase in scenario.phases}
        self._injects = {inject.id: (phase, inject) for phase in scenario.phases for inject in phase.injects}
        self._decisions = {choice.id: (phase, choice) for phase in scenario.phases for choice in phase.decisions}
        self._sheets = {phase.id: _run_sheet(phase) for phase in scenario.phases}

    def phase(self, phase: Id) -> Phase:
        return self._phases[phase]

    def next_phase(self, phase: Id) -> Id | None:
        """None after the last one."""
        after = self.phase_order.index(phase) + 1
        return self.phase_order[after] if after < len(self.phase_order) else None

    def inject(self, inject: Id) -> tuple[Phase, Inject]:
        return self._injects[inject]

    def decision(self, decision: Id) -> tuple[Phase, Decision]:
        return self._decisions[decision]

    def rung(self, rung: Id) -> Rung:
        return next(one for one in self.scenario.ladder if one.id == rung)

    def role(self, role: Id) -> Role:
        return self.scenario.roles[role]

    def indicator(self, indicator: Id) -> Indicator:
        return self.scenario.indicators[indicator]

    def clock(self, clock: Id) -> StatutoryClock:
        return self.scenario.clocks[clock]

    @property
    def injects(self) -> tuple[Id, ...]:
        """Every inject, in the order in which the files name them."""
        return tuple(self._injects)

    @property
    def decisions(self) -> tuple[Id, ...]:
        return tuple(self._decisions)

    def run_sheet(self, phase: Id) -> tuple[Step, ...]:
        """By planned minute; at the same minute news comes before a decision, then the order of the files holds."""
        return self._sheets[phase]

    def text(self, text: Text, language: str) -> str:
        """In `language`, else in the scenario's first language, else in any that there is."""
        return text_in(text, language, self.scenario)


def text_in(text: Text, language: str, scenario: Scenario) -> str:
    for wanted in (language, *scenario.languages):
        for known, words in text.items():
            if known == wanted:
                return words
    return next(iter(text.values()), "")


def is_private(inject: Inject) -> bool:
    """News with named receivers can be shared; news for everyone cannot."""
    return bool(inject.to)


def receivers(inject: Inject, taken: Collection[Id]) -> tuple[Id, ...]:
    """The roles, of those with a taken chair, that get this news; empty means its stand-in gets it.

    The row of `design.md` §5.1: every taken role of `to`, else the first taken role of `else`.
    """
    if not inject.to:
        return tuple(taken)
    direct = tuple(role for role in inject.to if role in taken)
    return direct or next(((role,) for role in inject.else_ if role in taken), ())


def _run_sheet(phase: Phase) -> tuple[Step, ...]:
    steps = [Step("inject", inject.id, inject.at) for inject in phase.injects]
    steps += [Step("decision", decision.id, decision.at) for decision in phase.decisions]
    return tuple(sorted(steps, key=lambda step: (step.at, step.kind == "decision")))


def to_json(scenario: Scenario) -> str:
    """The whole scenario as one line of JSON, fields as authors write them; the same scenario gives the same line.

    Mappings keep the order of the files, because chairs and indicators are shown in it.
    """
    fields = scenario.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(text: str | bytes) -> Scenario:
    """Reads what `to_json` wrote; raises pydantic's ValidationError when it is not a scenario."""
    return Scenario.model_validate_json(text)


def digest(scenario: Scenario) -> str:
    """SHA-256 (64 hexadecimal digits) of the bytes of `to_json`; a stored pack is verified by hashing its bytes."""
    return hashlib.sha256(to_json(scenario).encode()).hexdigest()
