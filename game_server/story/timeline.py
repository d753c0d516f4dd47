"""The session as a list of moments, each with its wall, session and game time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from game_server.room.clocks import game_minute
from game_server.room.envelope import Event
from game_server.room.events import (
    ClockLapsed,
    ClockStarted,
    ClockStopped,
    DebriefBegan,
    DecisionMoved,
    DecisionOpened,
    DecisionSettled,
    InjectRecalled,
    InjectReleased,
    InjectShared,
    InjectSkipped,
    LightsCameBack,
    LightsWentOut,
    NoteAdded,
    PhaseBegan,
    RoomClosed,
    RoomForked,
    RoomPaused,
    RoomResumed,
    RoomStarted,
    RungClimbed,
    SeatTaken,
)
from game_server.room.state import Room

Kind: TypeAlias = Literal[
    "started",
    "paused",
    "incident",
    "resumed",
    "debrief",
    "closed",
    "forked",
    "phase",
    "phase_back",
    "joined",
    "released",
    "skipped",
    "shared",
    "picture",
    "opened",
    "reopened",
    "closed_vote",
    "revealed",
    "settled",
    "effective",
    "decision_skipped",
    "clock_started",
    "clock_stopped",
    "clock_lapsed",
    "climbed",
    "lights_out",
    "lights_on",
    "note",
]
TOLD = (
    RoomStarted,
    RoomPaused,
    RoomResumed,
    DebriefBegan,
    RoomClosed,
    RoomForked,
    PhaseBegan,
    SeatTaken,
    InjectReleased,
    InjectSkipped,
    InjectShared,
    DecisionOpened,
    DecisionMoved,
    DecisionSettled,
    ClockStarted,
    ClockStopped,
    ClockLapsed,
    RungClimbed,
    LightsWentOut,
    LightsCameBack,
    NoteAdded,
)
_Told: TypeAlias = (
    RoomStarted
    | RoomPaused
    | RoomResumed
    | DebriefBegan
    | RoomClosed
    | RoomForked
    | PhaseBegan
    | SeatTaken
    | InjectReleased
    | InjectSkipped
    | InjectShared
    | DecisionOpened
    | DecisionMoved
    | DecisionSettled
    | ClockStarted
    | ClockStopped
    | ClockLapsed
    | RungClimbed
    | LightsWentOut
    | LightsCameBack
    | NoteAdded
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something worth telling. `thing` is an id (inject, decision, clock, phase, seat or note); `role` did or got it.

    `at`: wall ms; `session`: session ms; `game`: story minutes since midnight of day 0, if the phase has a game clock.
    """

    version: int
    at: int
    session: int
    kind: Kind
    game: float | None = None
    team: str | None = None
    thing: str | None = None
    role: str | None = None
    option: str | None = None


UNDONE_MS = 10_000
"""A phase that was left again within this time was begun by mistake."""


def add_moment(moments: list[Moment], event: Event, room: Room) -> None:
    """Adds what an event tells, with the room as it is after it; what was taken back is told no more."""
    fact = event.fact
    match fact:
        case InjectRecalled():
            _take_back(moments, ("released", "skipped"), fact.team, fact.inject)
            _take_back(moments, ("lights_out",), fact.team, fact.inject)
        case LightsCameBack() if not _is_dark(moments, fact.team):
            pass
        case DecisionMoved() if fact.back:
            _take_back(moments, ("picture", "opened", "closed_vote", "decision_skipped"), fact.team, fact.decision)
        case PhaseBegan() if fact.back and (last := _last_phase(moments)) and event.at - last.at <= UNDONE_MS:
            moments.remove(last)
        case _ if isinstance(fact, TOLD):
            moments += _moments(event, fact, room)
        case _:
            pass


def _is_dark(moments: list[Moment], team: str) -> bool:
    """What darkened the phones may have been taken back."""
    told = (one.kind for one in reversed(moments) if one.team == team and one.kind in ("lights_out", "lights_on"))
    return next(told, "lights_on") == "lights_out"


def _last_phase(moments: list[Moment]) -> Moment | None:
    return next((one for one in reversed(moments) if one.kind in ("phase", "phase_back")), None)


def _take_back(moments: list[Moment], kinds: tuple[Kind, ...], team: str | None, thing: str | None) -> None:
    for place in range(len(moments) - 1, -1, -1):
        one = moments[place]
        if one.kind in kinds and (one.team, one.thing) == (team, thing):
            del moments[place]
            return


def _moments(event: Event, fact: _Told, room: Room) -> list[Moment]:
    kind = _kind(fact)
    if kind is None:
        return []
    names = ("inject", "decision", "clock", "rung", "phase", "note") if kind != "joined" else ("seat",)
    thing = next((value for name in names if (value := getattr(fact, name, None)) is not None), None)
    return [
        Moment(
            event.version,
            event.at,
            room.clock.at(event.at),
            kind,
            game_minute(room, event.at),
            getattr(fact, "team", None),
            thing,
            getattr(fact, "role", None),
            getattr(fact, "option", None),
        )
    ]


def _kind(fact: _Told) -> Kind | None:
    match fact:
        case RoomStarted():
            return "started"
        case RoomPaused():
            return "incident" if fact.incident else "paused"
        case RoomResumed():
            return "resumed"
        case DebriefBegan():
            return "debrief"
        case RoomClosed():
            return "closed"
        case RoomForked():
            return "forked"
        case PhaseBegan():
            return "phase_back" if fact.back else "phase"
        case SeatTaken():
            return "joined"
        case InjectReleased():
            return "released"
        case InjectSkipped():
            return "skipped"
        case InjectShared():
            return "shared"
        case RungClimbed():
            return "climbed"
        case LightsWentOut() | LightsCameBack():
            return "lights_out" if isinstance(fact, LightsWentOut) else "lights_on"
        case _:
            return _decision_kind(fact)


def _decision_kind(
    fact: DecisionOpened | DecisionMoved | DecisionSettled | ClockStarted | ClockStopped | ClockLapsed | NoteAdded,
) -> Kind | None:
    match fact:
        case DecisionOpened():
            return "opened" if fact.round == 1 else "reopened"
        case DecisionMoved():
            kinds: dict[str, Kind] = {
                "picture": "picture",
                "closed": "closed_vote",
                "revealed": "revealed",
                "effective": "effective",
                "skipped": "decision_skipped",
            }
            return None if fact.back else kinds.get(fact.state)
        case DecisionSettled():
            return "settled"
        case ClockStarted():
            return "clock_started"
        case ClockStopped():
            return "clock_stopped"
        case ClockLapsed():
            return "clock_lapsed"
        case NoteAdded():
            return "note"
        case _:
            assert_never(fact)
