"""Letting people in one by one: who takes a chair knocks first, while the room has it so."""

from __future__ import annotations

from game_server.room import seating
from game_server.room.asked import Decided
from game_server.room.commands import AnswerKnock, MoveAdmission, TakeSeat
from game_server.room.events import AdmissionChanged, KnockAccepted, Knocked, KnockRefused
from game_server.room.refusals import Refused
from game_server.room.state import Knock, Room
from game_server.scenario.catalogue import Catalogue

MOST_KNOCKS = 600
"""How many may wait at one time: a full hall, and no more, because a desk has to look at each."""


def switch(command: MoveAdmission, room: Room) -> Decided:
    """From now on newcomers wait, or come in by themselves."""
    on = command.type == "admission.on"
    return Decided([] if room.admission == on else [AdmissionChanged(on=on)])


def take(command: TakeSeat, room: Room, catalogue: Catalogue) -> Decided:
    """A chair for a device, or a place among those who wait. The same pass again gives the same."""
    mine = next((knock for knock in room.knocks.values() if knock.pass_hash == command.pass_), None)
    if mine is None:
        if not room.admission or command.pass_ in room.passes or not room.door:
            return seating.take(command, room, catalogue)
        return _knock(command, room, catalogue, f"k{room.version + 1}")
    if not mine.open:
        if any(seat.pass_hash == command.pass_ for seat in room.seats.values()):
            return seating.take(command, room, catalogue)
        raise Refused("knock_refused")
    if not room.admission and room.door and room.status != "closed":
        return _let_in(mine, room, catalogue, command.name, command.team, command.role)
    if (command.name, command.team, command.role) == (mine.name, mine.team, mine.role):
        return Decided([], {"knock": mine.id})
    return _knock(command, room, catalogue, mine.id)


def _knock(command: TakeSeat, room: Room, catalogue: Catalogue, knock: str) -> Decided:
    """What would be refused at the desk is refused here."""
    if room.status == "closed":
        raise Refused("unknown_code")
    team, _ = seating.choose_chair(room, command.team, command.role, catalogue, command.name)
    seating.unused_name(room, command.team or team, command.name)
    if sum(one.open for one in room.knocks.values()) >= MOST_KNOCKS:
        raise Refused("too_many")
    fact = Knocked(knock=knock, name=command.name, pass_=command.pass_, team=command.team, role=command.role)
    return Decided([fact], {"knock": knock})


def answer(command: AnswerKnock, room: Room, catalogue: Catalogue) -> Decided:
    """The desk's one tap."""
    found = room.knocks.get(command.knock)
    if found is None:
        raise Refused("unknown_knock", field="knock")
    if not found.open:
        raise Refused("stale", did=found.moved_by)
    if command.type == "knock.refuse":
        return Decided([KnockRefused(knock=found.id)])
    try:
        return _let_in(found, room, catalogue, found.name, command.team or found.team, command.role or found.role)
    except Refused as refused:
        raise Refused("same_name", field="team") if refused.code == "name_taken" else refused from None


def _let_in(knock: Knock, room: Room, catalogue: Catalogue, name: str, team: str | None, role: str | None) -> Decided:
    fact = seating.seated(room, catalogue, name, team, role, knock.pass_hash)
    result = {"seat": fact.seat, "team": fact.team, "role": fact.role}
    return Decided([KnockAccepted(knock=knock.id, seat=fact.seat), fact], result)
