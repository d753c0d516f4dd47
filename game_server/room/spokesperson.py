"""Who speaks for a table when the hall listens: the first who sat down, unless somebody was named."""

from __future__ import annotations

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import NameSpokesperson
from game_server.room.events import SpokespersonNamed
from game_server.room.refusals import Refused
from game_server.room.seating import present_seat
from game_server.room.state import Room, Seat, Team


def spokesperson(team: Team) -> Seat | None:
    """The one who was named, while at the table; else the first of those who are. None when nobody is."""
    here = [seat for seat in team.seats.values() if not seat.away]
    return next((seat for seat in here if seat.id == team.spokesperson), here[0] if here else None)


def name(command: NameSpokesperson, asked: Asked, room: Room) -> Decided:
    """By anyone of the own table, or a desk."""
    seat = present_seat(room, command.seat)
    if asked.by.startswith("seat:") and seat_of(asked, room).team != seat.team:
        raise Refused("unknown_seat", field="seat")
    if room.status == "closed":
        raise Refused("closed")
    if room.teams[seat.team].spokesperson == seat.id:
        return Decided([])
    return Decided([SpokespersonNamed(team=seat.team, seat=seat.id)])
