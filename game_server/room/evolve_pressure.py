"""What facts about pressure make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.envelope import Event
from game_server.room.events import (
    InjectEdited,
    InjectRestored,
    LightsCameBack,
    LightsWentOut,
    RungClimbed,
    SeatSpared,
)
from game_server.room.state import News, Room
from game_server.room.state_pressure import Climbed, Dark, Edited

PressureFact: TypeAlias = InjectEdited | InjectRestored | RungClimbed | LightsWentOut | LightsCameBack | SeatSpared
FACTS = (InjectEdited, InjectRestored, RungClimbed, LightsWentOut, LightsCameBack, SeatSpared)


def evolve(room: Room, fact: PressureFact, event: Event) -> None:
    """Applies one fact about pressure."""
    match fact:
        case InjectEdited():
            news = room.teams[fact.team].news.setdefault(fact.inject, News())
            news.edited = Edited(fact.sender, fact.body, fact.subject)
        case InjectRestored():
            room.teams[fact.team].news[fact.inject].edited = None
        case RungClimbed():
            team = room.teams[fact.team]
            team.rungs[fact.rung] = Climbed(event.at, fact.way, fact.role)
            team.rung_by = (event.by, fact.type)
        case LightsWentOut():
            since = room.clock.at(event.at)
            room.teams[fact.team].dark = Dark(fact.until, since, fact.inject)
        case LightsCameBack():
            room.teams[fact.team].dark = None
        case SeatSpared():
            room.seats[fact.seat].spared = fact.spared
        case _:
            assert_never(fact)
