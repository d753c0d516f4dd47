"""The room's pace: status, door, phases, and taking back one's own last step."""

from __future__ import annotations

from game_server.room import lights
from game_server.room.asked import Asked, Decided, playing
from game_server.room.clocks import phase_starts
from game_server.room.commands import DateRoom, MoveDoor, MovePhase, MoveRoom, PauseRoom, PlanRoom, SetAuto, UndoStep
from game_server.room.consequences import Consequences, due_terms
from game_server.room.events import (
    AnyFact,
    AutoReleaseSet,
    DebriefBegan,
    DecisionMoved,
    DoorClosed,
    DoorOpened,
    InjectRecalled,
    PhaseBegan,
    RoomClosed,
    RoomDated,
    RoomPaused,
    RoomPlanned,
    RoomResumed,
    RoomStarted,
    State,
)
from game_server.room.refusals import Refused
from game_server.room.state import Room, Step
from game_server.scenario.catalogue import Catalogue

UNDO_MS = 10_000
"""For how long a desk may take back its last step."""
_UNDOABLE = ("running", "debrief")
"""In which status a step can be taken back."""


def move_room(command: MoveRoom, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Start, resume, debrief, close. What already is so changes nothing."""
    match command.type:
        case "room.start":
            if room.status in ("running", "paused"):
                return Decided([])
            if room.status == "prepared":
                raise Refused("door_first")
            if room.status != "lobby":
                raise Refused("stale", did=room.moved_by)
            return Decided([RoomStarted(), begin(catalogue.phase_order[0], catalogue)])
        case "room.resume":
            if room.status != "paused":
                return Decided([])
            return Decided([RoomResumed()])
        case "room.debrief":
            return _debrief(room, catalogue, asked.at)
        case "room.close":
            return Decided([] if room.status == "closed" else [RoomClosed()])


def _debrief(room: Room, catalogue: Catalogue, now: int) -> Decided:
    if room.status == "debrief":
        return Decided([])
    if room.status not in ("running", "paused") or room.phase is None:
        raise Refused("not_running")
    here = catalogue.phase_order.index(room.phase.id)
    later = [p for p in catalogue.phase_order[here + 1 :] if catalogue.phase(p).kind == "debrief"]
    facts: list[AnyFact] = [RoomResumed()] if room.status == "paused" else []
    facts += [DebriefBegan(), *lights.all_back(room)]
    if catalogue.phase(room.phase.id).kind != "debrief" and later:
        facts += _onward(later[0], room, catalogue, now)
    return Decided(facts)


def _onward(phase: str, room: Room, catalogue: Catalogue, now: int) -> list[AnyFact]:
    """A later phase begins; the terms that the story passes on its way there lapse."""
    began = begin(phase, catalogue)
    facts: list[AnyFact] = [began]
    if began.starts is not None:
        for team in room.teams.values():
            out = Consequences(room, team, catalogue, now)
            for clock in due_terms(team, began.starts):
                out.lapse(clock)
            facts += out.facts
    return facts


def begin(phase: str, catalogue: Catalogue, back: bool = False) -> PhaseBegan:
    """A phase begins; its game clock waits where the next phase that has one opens."""
    found = catalogue.phase(phase)
    starts = phase_starts(found)
    after = catalogue.phase_order[catalogue.phase_order.index(phase) + 1 :]
    ends = next((s for p in after if (s := phase_starts(catalogue.phase(p))) is not None), None)
    return PhaseBegan(phase=phase, starts=starts, ends=ends if starts is not None else None, pace=found.pace, back=back)


def pause(command: PauseRoom, room: Room) -> Decided:
    """Stops every clock. A real incident stops the game at once, whatever it is doing."""
    if room.status == "closed":
        raise Refused("closed")
    if room.status == "paused":
        if (room.pause_until, room.incident) == (command.until, command.incident):
            return Decided([])
    elif room.status != "running" and not command.incident:
        raise Refused("not_running")
    return Decided([RoomPaused(until=command.until, incident=command.incident)])


def door(command: MoveDoor, room: Room) -> Decided:
    """Opens or closes the door; opening a prepared room makes it a lobby."""
    if room.status == "closed":
        raise Refused("closed")
    if command.type == "door.open":
        return Decided([] if room.door else [DoorOpened()])
    return Decided([DoorClosed()] if room.door else [])


def auto(command: SetAuto, room: Room) -> Decided:
    """The clock lets news out from now on, or no longer."""
    if room.status == "closed":
        raise Refused("closed")
    return Decided([] if room.auto.on == command.on else [AutoReleaseSet(on=command.on)])


def plan(command: PlanRoom, room: Room) -> Decided:
    """Another length of the session: it began late, or the hall has to be left earlier."""
    if room.status == "closed":
        raise Refused("closed")
    return Decided([] if room.minutes == command.minutes else [RoomPlanned(minutes=command.minutes)])


def date(command: DateRoom, asked: Asked, room: Room) -> Decided:
    """Another day or time, as long as it has not begun."""
    if room.status not in ("prepared", "lobby"):
        raise Refused("begun")
    if command.when <= asked.at:
        raise Refused("past", field="when")
    return Decided([] if room.when == command.when else [RoomDated(when=command.when)])


def move_phase(command: MovePhase, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The next phase, or the one before. `from` says what the asker saw."""
    if room.status not in ("running", "debrief"):
        playing(room)
    if room.phase is None or command.from_ != room.phase.id:
        raise Refused("stale", did=room.moved_by)
    here = catalogue.phase_order.index(room.phase.id)
    if command.type == "phase.back":
        return Decided(_back(here, room, catalogue))
    if here + 1 == len(catalogue.phase_order):
        raise Refused("last_phase")
    phase = catalogue.phase_order[here + 1]
    facts: list[AnyFact] = []
    if catalogue.phase(phase).kind == "debrief" and room.status != "debrief":
        facts += [DebriefBegan(), *lights.all_back(room)]
    return Decided([*facts, *_onward(phase, room, catalogue, asked.at)])


def _back(here: int, room: Room, catalogue: Catalogue) -> list[AnyFact]:
    if here == 0:
        raise Refused("first_phase")
    return _back_to(catalogue.phase_order[here - 1], room, catalogue)


def _back_to(phase: str, room: Room, catalogue: Catalogue) -> list[AnyFact]:
    facts: list[AnyFact] = []
    if room.status == "debrief" and catalogue.phase(phase).kind not in ("debrief", "close"):
        facts.append(RoomResumed())
    return [*facts, begin(phase, catalogue, back=True)]


def undo(command: UndoStep, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Takes back this desk's last step within ten seconds, unless something has come of it."""
    step = room.step
    if step is None or step.cmd != command.of or step.by != asked.by or asked.at - step.at > UNDO_MS:
        raise Refused("too_late_to_undo")
    if room.status not in _UNDOABLE:
        playing(room)
    return Decided(_undone(step, room, catalogue))


def can_undo(room: Room, catalogue: Catalogue) -> bool:
    """Whether the last step would be taken back now, for its own desk and in time."""
    if room.step is None or room.status not in _UNDOABLE:
        return False
    try:
        _undone(room.step, room, catalogue)
    except Refused:
        return False
    return True


def _undone(step: Step, room: Room, catalogue: Catalogue) -> list[AnyFact]:
    facts = [fact for done in reversed(step.done) for fact in _taken_back(done, room, catalogue)]
    if not facts:
        raise Refused("cannot_undo")
    return facts


def _taken_back(done: tuple[str, str, str, str], room: Room, catalogue: Catalogue) -> list[AnyFact]:
    kind, team, thing, before = done
    if kind == "term":  # it lapsed with this step
        raise Refused("cannot_undo")
    if kind == "phase":
        here = room.phase is not None and room.phase.id == thing
        return _back_to(before, room, catalogue) if before and here else []
    if kind == "inject":
        news = room.teams[team].news[thing]
        seen = any(thing in seat.read for seat in room.seats.values() if seat.team == team)
        if seen or news.shared is not None or (news.state == "released" and _has_consequences(thing, catalogue)):
            raise Refused("cannot_undo")
        dark = room.teams[team].dark
        darkened = dark is not None and dark.inject == thing
        return [InjectRecalled(team=team, inject=thing), *(lights.back(room.teams[team]) if darkened else [])]
    ballot = room.teams[team].decisions[thing].ballot
    if room.teams[team].decisions[thing].state == "open" and ballot is not None and ballot.votes:
        raise Refused("cannot_undo")
    states: dict[str, State] = {"planned": "planned", "picture": "picture", "open": "open", "closed": "closed"}
    states["revealed"] = "revealed"
    return [DecisionMoved(team=team, decision=thing, state=states[before], back=True)]


def _has_consequences(inject: str, catalogue: Catalogue) -> bool:
    """News that moves indicators or starts a term by itself: taken back and sent again it would do so twice."""
    if inject not in catalogue.injects:
        return False
    planned = catalogue.inject(inject)[1]
    return bool(planned.effects or planned.starts)
