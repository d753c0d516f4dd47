"""How the minutes of a session add up: decisions, reading, talk, and what is left."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.scenario.model import Id, Phase, Scenario
from game_server.scenario.paths import Paths

WORDS_A_MINUTE = 180
TALK_SHARE = 50 / 120
"""Of a two-hour session fifty minutes are talk (`design.md` §5.10); of a shorter one the same share."""


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """Minutes of one phase, on the way through it that needs most. `slack` below zero: it does not fit."""

    phase: Id
    planned: float
    decisions: float
    reading: float
    talk: float
    slack: float


def plan(scenario: Scenario, paths: Paths) -> tuple[PhasePlan, ...]:
    """Public news is read by all at once, private news beside it: the longest reader counts, and counts once.

    `talk` is what is sure to be talked: of the phase, and within decisions that come on every way.
    """
    return tuple(_phase(phase, paths) for phase in scenario.phases)


def talk_needed(scenario: Scenario) -> float:
    """Minutes of talk that a session of this length has at least."""
    return scenario.minutes * TALK_SHARE


def _phase(phase: Phase, paths: Paths) -> PhasePlan:
    burden = paths.burdens[phase.id]
    reading = max(burden.words, default=0) / WORDS_A_MINUTE
    sure = sum(decision.talk for decision in phase.decisions if decision.id not in paths.decisions_missed)
    return PhasePlan(
        phase=phase.id,
        planned=phase.minutes,
        decisions=burden.minutes,
        reading=reading,
        talk=phase.talk + sure,
        slack=phase.minutes - burden.minutes - phase.talk - reading,
    )
