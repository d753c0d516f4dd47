"""What an event makes of a room. It holds no rules: whatever was decided is simply so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from game_server.room import (
    deeds,
    evolve_conversation,
    evolve_game,
    evolve_lessons,
    evolve_people,
    evolve_pressure,
    evolve_report,
    evolve_sittings,
    evolve_take_home,
)
from game_server.room.envelope import Event
from game_server.room.events import (
    AdmissionChanged,
    AutoReleaseSet,
    DebriefBegan,
    DoorClosed,
    DoorOpened,
    LinksRenewed,
    NoteAdded,
    PhaseBegan,
    RehearsalPaced,
    ReportReleased,
    RoomClosed,
    RoomDated,
    RoomOpened,
    RoomPaused,
    RoomPlanned,
    RoomResumed,
    RoomStarted,
    ScreenShown,
)
from game_server.room.state import Note, Room, Team
from game_server.room.state_session import Auto, PhaseRun, SessionClock
from game_server.room.state_sittings import Sharing

_Elsewhere: TypeAlias = (
    evolve_people.PeopleFact
    | evolve_game.GameFact
    | evolve_pressure.PressureFact
    | evolve_conversation.ConversationFact
    | evolve_sittings.SittingFact
    | evolve_report.ReportFact
    | evolve_take_home.TakeHomeFact
    | evolve_lessons.LessonFact
    | evolve_lessons.MeasureFact
)


def evolve(room: Room, event: Event) -> Room:
    """Applies one event: changes `room` and returns it."""
    fact = event.fact
    room.version, room.at, clock = event.version, max(room.at, event.at), room.clock
    match fact:
        case RoomOpened():
            _opened(room, fact, event)
        case LinksRenewed():
            room.links = (fact.links.facilitator, fact.links.screen, fact.links.observer)
        case DoorOpened() | DoorClosed():
            _door(room, isinstance(fact, DoorOpened))
        case AdmissionChanged() | AutoReleaseSet() | RoomPlanned() | RoomDated() | RehearsalPaced():
            _set(room, fact, event)
        case RoomStarted() | RoomResumed() | RoomPaused() | DebriefBegan() | RoomClosed():
            _status(room, fact, event)
        case PhaseBegan():
            _phase(room, fact, event)
        case ReportReleased():
            room.report_released = True
        case ScreenShown():
            room.showing = fact.what
        case NoteAdded():
            phase = room.phase.id if room.phase else None
            room.notes[fact.note] = Note(fact.note, fact.text, event.by, event.at, fact.about, phase)
        case _:
            _rest(room, fact, event)
    if room.clock is not clock:
        room.clocks.append((event.at, room.clock))
    if event.cmd is not None:
        room.answers[(event.by, event.cmd)] = (event.version, event.result)
        deeds.remember(room, event, event.cmd)
    return room


def _rest(room: Room, fact: _Elsewhere, event: Event) -> None:
    if isinstance(fact, evolve_people.FACTS):
        evolve_people.evolve(room, fact, event)
    elif isinstance(fact, evolve_game.FACTS):
        evolve_game.evolve(room, fact, event)
    elif isinstance(fact, evolve_pressure.FACTS):
        evolve_pressure.evolve(room, fact, event)
    elif isinstance(fact, evolve_conversation.FACTS):
        evolve_conversation.evolve(room, fact, event)
    elif isinstance(fact, evolve_sittings.FACTS):
        evolve_sittings.evolve(room, fact, event)
    elif isinstance(fact, evolve_report.FACTS):
        evolve_report.evolve(room, fact)
    elif isinstance(fact, evolve_take_home.FACTS):
        evolve_take_home.evolve(room, fact, event)
    elif isinstance(fact, evolve_lessons.FACTS):
        evolve_lessons.evolve(room, fact, event)
    else:
        assert_never(fact)


def fold(events: Iterable[Event], room: Room | None = None) -> Room:
    """The room after all these events."""
    room = room if room is not None else Room()
    for event in events:
        evolve(room, event)
    return room


def _opened(room: Room, fact: RoomOpened, event: Event) -> None:
    room.code, room.epoch, room.scenario, room.digest = fact.code, fact.epoch, fact.scenario, fact.digest
    room.language, room.title, room.key = fact.language, fact.title, fact.key
    room.links = (fact.links.facilitator, fact.links.screen, fact.links.observer)
    room.when, room.minutes, room.retention_days = fact.when, fact.minutes, fact.retention_days
    room.named, room.rehearsal, room.role_seats = fact.named, fact.rehearsal, dict(fact.seats)
    room.admission, room.ladder, room.lights_out = fact.admission, fact.ladder, fact.lights_out
    room.sharing = Sharing(fact.series, fact.mirror)
    room.all_statements = fact.all_statements
    room.opened_at = event.at
    room.status, room.door = ("lobby", True) if fact.when is None else ("prepared", False)
    for order, named in enumerate(fact.teams, start=1):
        room.teams[named.id] = Team(named.id, named.name, order, indicators=dict(fact.indicators))


def _door(room: Room, is_open: bool) -> None:
    room.door = is_open
    if is_open and room.status == "prepared":
        room.status = "lobby"


def _set(
    room: Room, fact: AdmissionChanged | AutoReleaseSet | RoomPlanned | RoomDated | RehearsalPaced, event: Event
) -> None:
    match fact:
        case AdmissionChanged():
            room.admission = fact.on
        case AutoReleaseSet():
            room.auto = Auto(fact.on, room.clock.at(event.at), fact.missed)
        case RoomPlanned():
            room.minutes = fact.minutes
        case RoomDated():
            room.when, room.dated = fact.when, room.dated + 1
        case RehearsalPaced():
            room.clock, room.led = room.clock.paced(event.at, fact.speed), fact.led
        case _:
            assert_never(fact)


def _status(room: Room, fact: RoomStarted | RoomResumed | RoomPaused | DebriefBegan | RoomClosed, event: Event) -> None:
    stopped = room.clock.stopped(event.at)
    match fact:
        case RoomStarted():
            room.status, room.clock = "running", SessionClock(0, event.at, stopped.speed)
        case RoomPaused():
            if room.status != "paused":
                room.paused_from = room.status
            room.status, room.clock = "paused", stopped
            room.pause_until, room.incident = fact.until, fact.incident
        case RoomResumed():
            back = "lobby" if room.paused_from in ("lobby", "prepared") else room.paused_from
            room.status = "lobby" if back == "lobby" else "debrief" if back == "debrief" else "running"
            room.clock = stopped.started(event.at) if room.status == "running" else stopped
            room.pause_until, room.incident, room.paused_from = None, False, None
        case DebriefBegan():
            room.status, room.clock = "debrief", stopped
        case RoomClosed():
            room.status, room.clock, room.door, room.closed_at = "closed", stopped, False, event.at
        case _:
            assert_never(fact)
    if room.status not in ("debrief", "paused"):
        room.conversation.replay = None
    room.moved_by = (event.by, fact.type)


def _phase(room: Room, fact: PhaseBegan, event: Event) -> None:
    before = room.phase.id if room.phase else ""
    room.phase = PhaseRun(fact.phase, room.clock.at(event.at), event.at, fact.starts, fact.pace, fact.ends)
    room.phases.append(room.phase)
    room.conversation.replay = None
    room.moved_by = (event.by, fact.type)
    if fact.back:
        room.step = None
    else:
        evolve_game.remember(room, event, ("phase", "", fact.phase, before))
