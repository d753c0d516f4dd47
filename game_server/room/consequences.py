"""What a choice, a piece of news or a lapsed term does to a team: indicators, unlocked news, statutory clocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game_server.room.clocks import game_minute
from game_server.room.events import (
    AnyFact,
    ClockLapsed,
    ClockStarted,
    ClockStopped,
    IndicatorMoved,
    InjectCancelled,
    InjectUnlocked,
)
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Option


class Consequences:
    """Collects facts for one team, keeping count of what they do to its indicators."""

    def __init__(self, room: Room, team: Team, catalogue: Catalogue, now: int) -> None:
        self.facts: list[AnyFact] = []
        self._room, self._team, self._catalogue, self._now = room, team, catalogue, now
        self._levels = dict(team.indicators)

    def move(self, effects: Mapping[str, int], because: str) -> None:
        """Moves indicators; a level stays within 0 to 100, and what it cannot move is not a fact."""
        for indicator, points in effects.items():
            before = self._levels.get(indicator, 0)
            after = max(0, min(100, before + points))
            if after != before:
                self._levels[indicator] = after
                fact = IndicatorMoved(
                    team=self._team.id, indicator=indicator, points=after - before, value=after, because=because
                )
                self.facts.append(fact)

    def start(self, clocks: Iterable[str], minute: float | None = None) -> None:
        """Starts statutory clocks at the story's minute; one that ever started does not start again."""
        now = minute if minute is not None else game_minute(self._room, self._now)
        for clock in clocks:
            if clock not in self._team.terms:
                began = now if now is not None else 0.0
                due = began + self._catalogue.clock(clock).hours * 60
                self.facts.append(ClockStarted(team=self._team.id, clock=clock, began=began, due=due))

    def stop(self, clocks: Iterable[str]) -> None:
        """Stops the statutory clocks that run."""
        for clock in clocks:
            term = self._team.terms.get(clock)
            if term is not None and term.state == "running":
                self.facts.append(ClockStopped(team=self._team.id, clock=clock))

    def lapse(self, clock: str) -> None:
        """A term passed."""
        self.facts.append(ClockLapsed(team=self._team.id, clock=clock))
        self.move(self._catalogue.clock(clock).lapse_effects, f"clock:{clock}")

    def unlock(self, injects: Iterable[str]) -> None:
        """News that was locked may come now."""
        self.facts += [InjectUnlocked(team=self._team.id, inject=inject) for inject in injects]

    def choose(self, decision: str, option: Option) -> None:
        """All that an option does once it is effective."""
        self.move(option.effects, f"decision:{decision}:{option.id}")
        self.unlock(option.unlock)
        self.facts += [InjectCancelled(team=self._team.id, inject=inject) for inject in option.cancel]
        self.stop(option.stop_clocks)
        self.start(option.start_clocks)


def due_terms(team: Team, minute: float) -> list[str]:
    """The running terms that have passed at a story minute, in the order in which they pass."""
    passed = [(term.due, clock) for clock, term in team.terms.items() if term.state == "running" and term.due <= minute]
    return [clock for _, clock in sorted(passed)]
