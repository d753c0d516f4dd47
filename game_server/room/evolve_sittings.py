"""What a fork and its sharing make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.envelope import Event
from game_server.room.events import RoomForked, SharingSet
from game_server.room.state import Room, Team
from game_server.room.state_conversation import Conversation
from game_server.room.state_session import Auto
from game_server.room.state_sittings import Forked, Sharing

SittingFact: TypeAlias = RoomForked | SharingSet
FACTS = (RoomForked, SharingSet)


def evolve(room: Room, fact: SittingFact, event: Event) -> None:
    """Applies one fact about this sitting among others."""
    match fact:
        case RoomForked():
            _forked(room, fact, event)
        case SharingSet():
            room.sharing = Sharing(fact.series, fact.mirror, fact.size)
        case _:
            assert_never(fact)


def _forked(room: Room, fact: RoomForked, event: Event) -> None:
    room.forked = Forked(fact.of, fact.moment, room.clock.at(event.at))
    room.epoch, room.door, room.closed_at, room.report_released = 1, True, None, False
    room.sharing, room.conversation = Sharing(), Conversation()
    _wait(room, event)
    for team in room.teams.values():
        _empty(team)
    for seat in room.seats.values():
        room.chairs.rise(seat.id, event.at)
        seat.removed = seat.erased = True
        room.chairs.rise(seat.id, event.at)
        seat.offer = None
        seat.terms.clear()
    for device in room.devices.values():
        device.ended = True
    room.conversation, room.foreword = Conversation(), ""
    room.struck.clear()
    room.meetings.clear()
    room.measured.clear()
    room.lessons.clear()
    room.passes.clear()
    room.claims.clear()
    room.knocks.clear()


def _wait(room: Room, event: Event) -> None:
    """The clocks stand still until the desk lets the game go on; before the start there is nothing to wait for."""
    room.clock = room.clock.stopped(event.at)
    room.auto, room.showing, room.step, room.deed, room.moved_by = Auto(), "auto", None, None, None
    room.pause_until, room.incident = None, False
    if room.status in ("prepared", "lobby"):
        room.status = "lobby"
        return
    if room.status != "paused":
        room.paused_from = "debrief" if room.status == "closed" else room.status
    room.status = "paused"


def _empty(team: Team) -> None:
    """Nobody sits here, so that nobody votes, speaks or has agreed to anything; what was decided stays."""
    team.seats.clear()
    team.spokesperson, team.dark, team.joint = None, None, False
    for run in team.decisions.values():
        if run.state == "open" and run.ballot is not None:
            run.ballot.votes.clear()
        if run.settled is not None:
            run.settled.marks.clear()
