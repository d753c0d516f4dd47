"""What facts about people and devices make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room import evolve_lessons
from game_server.room.envelope import Event
from game_server.room.events import (
    ClaimAccepted,
    ClaimRefused,
    DeviceEnded,
    DeviceTaken,
    HandoverOffered,
    KeepLinkMade,
    KnockAccepted,
    Knocked,
    KnockRefused,
    SeatCameBack,
    SeatClaimed,
    SeatErased,
    SeatHandedOver,
    SeatMoved,
    SeatRecast,
    SeatRemoved,
    SeatRenamed,
    SeatTaken,
    SeatWentAway,
    SpokespersonNamed,
)
from game_server.room.state import Claim, Device, Knock, Room, Seat

PeopleFact: TypeAlias = (
    SeatTaken
    | SeatClaimed
    | ClaimAccepted
    | ClaimRefused
    | Knocked
    | KnockAccepted
    | KnockRefused
    | HandoverOffered
    | SeatHandedOver
    | SeatMoved
    | SeatRemoved
    | SeatRenamed
    | SeatWentAway
    | SpokespersonNamed
    | SeatCameBack
    | SeatErased
    | SeatRecast
    | KeepLinkMade
    | DeviceTaken
    | DeviceEnded
)
FACTS = (
    SeatTaken,
    SeatClaimed,
    ClaimAccepted,
    ClaimRefused,
    Knocked,
    KnockAccepted,
    KnockRefused,
    HandoverOffered,
    SeatHandedOver,
    SeatMoved,
    SeatRemoved,
    SeatRenamed,
    SeatWentAway,
    SpokespersonNamed,
    SeatCameBack,
    SeatErased,
    SeatRecast,
    KeepLinkMade,
    DeviceTaken,
    DeviceEnded,
)


def evolve(room: Room, fact: PeopleFact, event: Event) -> None:
    """Applies one fact about a person or a device."""
    _chairs(room, fact, event.at)
    match fact:
        case SeatTaken():
            _taken(room, fact)
        case SeatClaimed() | ClaimAccepted() | ClaimRefused():
            _claim(room, fact, event.by)
        case Knocked() | KnockAccepted() | KnockRefused():
            _knock(room, fact, event.by)
        case HandoverOffered():
            room.seats[fact.seat].offer = (fact.link, fact.until)
        case SeatHandedOver():
            _hand_over(room, room.seats[fact.seat], fact.pass_, linked=True)
        case SeatRecast():
            _hand_over(room, room.seats[fact.seat], fact.pass_, bot=fact.bot)
        case SeatMoved():
            _move(room, room.seats[fact.seat], fact)
        case SeatRemoved() | SeatErased():
            _left(room, room.seats[fact.seat], erased=isinstance(fact, SeatErased))
            if isinstance(fact, SeatErased):
                room.epoch = fact.epoch
        case SpokespersonNamed():
            room.teams[fact.team].spokesperson = fact.seat
        case SeatRenamed():
            room.seats[fact.seat].name = fact.name
        case SeatWentAway():
            room.seats[fact.seat].away, room.seats[fact.seat].away_until = True, fact.until
        case SeatCameBack():
            room.seats[fact.seat].away, room.seats[fact.seat].away_until = False, None
        case KeepLinkMade():
            room.seats[fact.seat].keep_hashes.append(fact.pass_)
            room.passes[fact.pass_] = ("keep", fact.seat)
        case DeviceTaken():
            _device(room, fact)
        case DeviceEnded():
            room.devices[fact.device].ended = True
            room.passes.pop(room.devices[fact.device].pass_hash, None)
        case _:
            assert_never(fact)


def _chairs(room: Room, fact: PeopleFact, at: int) -> None:
    match fact:
        case SeatTaken():
            room.chairs.sit(fact.team, fact.role, fact.seat, at)
        case SeatMoved():
            room.chairs.rise(fact.seat, at)
            room.chairs.sit(fact.team, fact.role, fact.seat, at)
        case SeatRemoved() | SeatErased():
            room.chairs.rise(fact.seat, at)
        case _:
            pass


def _taken(room: Room, fact: SeatTaken) -> None:
    seat = Seat(fact.seat, fact.team, fact.role, fact.name, order=room.version, pass_hash=fact.pass_, bot=fact.bot)
    room.seats[seat.id] = room.teams[fact.team].seats[seat.id] = seat
    if fact.pass_ is not None:
        room.passes[fact.pass_] = ("seat", fact.seat)


def _move(room: Room, seat: Seat, fact: SeatMoved) -> None:
    _drop_open_votes(room, seat)
    room.teams[seat.team].seats.pop(seat.id, None)
    seat.team, seat.role = fact.team, fact.role
    seats = [*room.teams[seat.team].seats.values(), seat]
    room.teams[seat.team].seats = {one.id: one for one in sorted(seats, key=lambda one: one.order)}


def _device(room: Room, fact: DeviceTaken) -> None:
    number = 1 + sum(device.kind == fact.kind and not device.bot for device in room.devices.values())
    device = Device(fact.device, fact.kind, fact.pass_, room.version, fact.team, fact.name, number, bot=fact.bot)
    room.devices[device.id] = device
    room.passes[fact.pass_] = (fact.kind, fact.device)


def _knock(room: Room, fact: Knocked | KnockAccepted | KnockRefused, by: str) -> None:
    if isinstance(fact, Knocked):
        room.knocks[fact.knock] = Knock(fact.knock, fact.name, fact.pass_, room.version, fact.team, fact.role)
        room.passes[fact.pass_] = ("knock", fact.knock)
        return
    knock = room.knocks[fact.knock]
    knock.open, knock.moved_by = False, (by, fact.type)
    room.passes.pop(knock.pass_hash, None)


def _claim(room: Room, fact: SeatClaimed | ClaimAccepted | ClaimRefused, by: str) -> None:
    if isinstance(fact, SeatClaimed):
        room.claims[fact.claim] = Claim(fact.claim, fact.team, fact.role, fact.name, fact.pass_)
        room.passes[fact.pass_] = ("claim", fact.claim)
        return
    claim = room.claims[fact.claim]
    claim.open, claim.moved_by = False, (by, fact.type)
    if isinstance(fact, ClaimAccepted):
        _hand_over(room, room.seats[fact.seat], fact.pass_)
    else:
        room.passes.pop(claim.pass_hash, None)


def _hand_over(room: Room, seat: Seat, pass_hash: str, *, bot: bool = False, linked: bool = False) -> None:
    if linked:
        seat.handed = room.at
    if seat.pass_hash is not None:
        room.passes.pop(seat.pass_hash, None)
    seat.pass_hash, seat.offer, seat.bot = pass_hash, None, bot
    room.passes[pass_hash] = ("seat", seat.id)


def _left(room: Room, seat: Seat, erased: bool) -> None:
    """The chair is free; its words stay, unless they were erased. Its passes are dead."""
    _drop_open_votes(room, seat)
    for pass_hash in (seat.pass_hash, *seat.keep_hashes):
        if pass_hash is not None and room.passes.get(pass_hash, ("", ""))[0] in ("seat", "keep"):
            room.passes.pop(pass_hash)
    room.teams[seat.team].seats.pop(seat.id, None)
    seat.removed, seat.erased, seat.offer = True, seat.erased or erased, None
    if erased:
        evolve_lessons.forget(room, seat)
        seat.terms.clear()
        for run in (run for team in room.teams.values() for run in team.decisions.values()):
            if run.settled is not None:
                run.settled.marks.pop(seat.id, None)


def _drop_open_votes(room: Room, seat: Seat) -> None:
    for run in room.teams[seat.team].decisions.values():
        if run.state == "open" and run.ballot is not None:
            run.ballot.votes.pop(seat.id, None)
