"""Giving a chair to another device by a link that works once."""

from __future__ import annotations

from game_server.room.asked import Asked, Decided
from game_server.room.commands import OfferHandover, TakeHandedSeat
from game_server.room.events import HandoverOffered, SeatHandedOver
from game_server.room.refusals import Refused
from game_server.room.seating import present_seat
from game_server.room.state import Room

OFFER_MS = 15 * 60_000
"""How long the link works."""


def offer(command: OfferHandover, asked: Asked, room: Room) -> Decided:
    """A link for one chair; one that was made before ends."""
    seat = present_seat(room, command.seat)
    until = asked.at + OFFER_MS
    return Decided([HandoverOffered(seat=seat.id, link=command.link, until=until)], {"seat": seat.id, "until": until})


def take(command: TakeHandedSeat, asked: Asked, room: Room) -> Decided:
    """The same pass again gives the same chair; the link itself works once."""
    kind, id_ = room.passes.get(command.pass_, ("", ""))
    if kind == "seat":
        return Decided([], {"seat": id_})
    if kind or any(seat.pass_hash == command.pass_ for seat in room.seats.values()):
        raise Refused("removed")
    if room.status == "closed":
        raise Refused("unknown_code")
    for seat in room.seats.values():
        if seat.offer is not None and seat.offer[0] == command.link and asked.at < seat.offer[1]:
            return Decided([SeatHandedOver(seat=seat.id, pass_=command.pass_)], {"seat": seat.id})
    raise Refused("bad_link")
