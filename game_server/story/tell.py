"""The whole story of a room: its last state, its moments, who knew what, and the curves of its indicators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game_server.room.envelope import Event
from game_server.room.events import GradeGiven, IndicatorMoved, PhaseBegan
from game_server.room.evolve import evolve
from game_server.room.marked import blanked
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.story.knowledge import Knowledge, knowledge
from game_server.story.timeline import Moment, add_moment


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator's level at a session time (ms), and what brought it there (see `IndicatorMoved`)."""

    session: int
    value: int
    because: str | None


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """When a phase began, in session ms and wall ms."""

    phase: str
    session: int
    at: int


@dataclass(slots=True)
class Story:
    """All that a report is made of. `curves`: team → indicator → points, the first at the start of the session."""

    room: Room
    moments: list[Moment] = field(default_factory=list)
    phases: list[PhaseSpan] = field(default_factory=list)
    curves: dict[str, dict[str, list[Point]]] = field(default_factory=dict)
    matrices: dict[str, Knowledge] = field(default_factory=dict)
    session: int = 0
    """session ms at the last event."""
    wordless: bool = False
    """Nothing that a person typed is in it, and no name: what may be told in public."""


def tell(events: Iterable[Event], catalogue: Catalogue, wordless: bool = False) -> Story:
    """Folds a journal into its story. The same journal always tells the same.

    `wordless`: every `Personal` value is left out before anything is told.
    """
    story = Story(Room(), wordless=wordless)
    room = story.room
    for event in (_blank(event) for event in events) if wordless else events:
        evolve(room, event)
        add_moment(story.moments, event, room)
        fact = event.fact
        if isinstance(fact, PhaseBegan):
            story.phases.append(PhaseSpan(fact.phase, room.clock.at(event.at), event.at))
        if isinstance(fact, IndicatorMoved):
            curve = story.curves.setdefault(fact.team, {}).setdefault(fact.indicator, [])
            curve.append(Point(room.clock.at(event.at), fact.value, fact.because))
    for team in room.teams.values():
        moved = story.curves.get(team.id, {})
        story.curves[team.id] = {
            key: [Point(0, indicator.start, None), *moved.get(key, [])]
            for key, indicator in catalogue.scenario.indicators.items()
        }
        story.matrices[team.id] = knowledge(room, team, catalogue)
    story.session = room.clock.at(room.at)
    return story


def _blank(event: Event) -> Event:
    """A sentence that its writer lets be passed on stays."""
    if isinstance(event.fact, GradeGiven) and event.fact.quotable:
        return event
    fact = blanked(event.fact)
    return event if fact is event.fact else replace(event, fact=fact)
