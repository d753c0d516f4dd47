"""What only a rehearsal has: its own speed, a lead that is nobody, and chairs that go from bots to people and back."""

from __future__ import annotations

from game_server.room.asked import Decided
from game_server.room.commands import PaceRehearsal, RecastSeat
from game_server.room.events import RehearsalPaced, SeatRecast
from game_server.room.refusals import Refused
from game_server.room.state import Room


def pace(command: PaceRehearsal, room: Room) -> Decided:
    """The session's speed from now on; wall times stay what they are."""
    _rehearsing(room)
    speed = room.clock.speed if command.speed is None else command.speed
    led = room.led if command.led is None else command.led
    if (speed, led) == (room.clock.speed, room.led):
        return Decided([])
    return Decided([RehearsalPaced(speed=speed, led=led)])


def recast(command: RecastSeat, room: Room) -> Decided:
    """A person takes a bot's chair over, or gives it back. The same pass again changes nothing."""
    _rehearsing(room)
    seat = room.seats.get(command.seat)
    if seat is None or seat.removed:
        raise Refused("unknown_seat", field="seat")
    if seat.pass_hash == command.pass_:
        return Decided([], {"seat": seat.id})
    if command.pass_ in room.passes:
        raise Refused("not_allowed")
    if seat.bot == command.bot:
        raise Refused("bots_already" if seat.bot else "not_a_bot", field="seat")
    return Decided([SeatRecast(seat=seat.id, pass_=command.pass_, bot=command.bot)], {"seat": seat.id})


def _rehearsing(room: Room) -> None:
    if room.status == "closed":
        raise Refused("closed")
    if not room.rehearsal:
        raise Refused("no_rehearsal")
