"""People and devices: taking a chair, claiming it back, moving, leaving, and the passes that prove it."""

from __future__ import annotations

from collections import Counter

from game_server.room.asked import Asked, Decided, seat_of, team_of
from game_server.room.commands import (
    AddSeat,
    AnswerClaim,
    ClaimSeat,
    ComeBack,
    EndDevice,
    GoAway,
    MakeKeepLink,
    MoveSeat,
    RemoveSeat,
    RenameSeat,
    TakeDevice,
    TakeSeat,
)
from game_server.room.events import (
    AnyFact,
    ClaimAccepted,
    ClaimRefused,
    DeviceEnded,
    DeviceTaken,
    KeepLinkMade,
    SeatCameBack,
    SeatClaimed,
    SeatMoved,
    SeatRemoved,
    SeatRenamed,
    SeatTaken,
    SeatWentAway,
)
from game_server.room.mandate import seats_of
from game_server.room.refusals import Refused
from game_server.room.state import Room, Seat
from game_server.room.words import seen
from game_server.scenario.catalogue import Catalogue

MOST_CLAIMS = 20
"""How many may wait at one time for the chairs of one role: anyone with the code can ask, and the desk has to look."""


def free(room: Room, team: str, role: str, catalogue: Catalogue) -> int:
    """How many more people may take this role in this team."""
    most = room.role_seats.get(role, catalogue.role(role).seats.max)
    return max(0, most - len(seats_of(room, team, role)))


def waited_for(room: Room) -> Counter[tuple[str, str]]:
    """(team, role) → how many wait for just that chair. It is not kept for them: at the door the desk decides."""
    only = next(iter(room.teams)) if len(room.teams) == 1 else None
    wishes = ((knock.team or only, knock.role) for knock in room.knocks.values() if knock.open)
    return Counter((team, role) for team, role in wishes if team is not None and role is not None)


def choose_chair(
    room: Room, team: str | None, role: str | None, catalogue: Catalogue, name: str = ""
) -> tuple[str, str]:
    """The wanted chair, or one for this name: at the emptiest table without it the first role that fewest have.

    Rather one that nobody waits for.
    """
    if team is not None:
        team_of(room, team)
    if role is not None and role not in catalogue.scenario.roles:
        raise Refused("unknown_role", field="role")
    tables = [team] if team else sorted(room.teams, key=lambda t: _place_in_line(room, t, name))
    roles = [role] if role else list(catalogue.scenario.roles)
    waited, waits = waited_for(room), None
    for table in tables:
        had = Counter(seat.role for seat in seats_of(room, table))
        for chair in sorted(roles, key=had.__getitem__):
            left = free(room, table, chair, catalogue)
            if left > waited[table, chair]:
                return table, chair
            if left and waits is None:
                waits = (table, chair)
    if waits is not None:
        return waits
    raise Refused("role_taken" if role else "room_full", field="role" if role else None)


def _place_in_line(room: Room, team: str, name: str) -> tuple[bool, int, int]:
    return is_called(room, team, name), len(seats_of(room, team)), room.teams[team].order


def is_called(room: Room, team: str, name: str, but: str | None = None) -> bool:
    """Whether somebody else in the team has this name, as a person would read it."""
    same = seen(name)
    return any(seen(seat.name) == same and seat.id != but for seat in seats_of(room, team))


def unused_name(room: Room, team: str, name: str, but: str | None = None) -> str:
    """Raises Refused when somebody else in the team is called so."""
    if is_called(room, team, name, but):
        raise Refused("name_taken", field="name")
    return name


def take(command: TakeSeat, room: Room, catalogue: Catalogue) -> Decided:
    """A chair for a device. The same pass again gives the same chair, whatever the door does."""
    held = room.passes.get(command.pass_)
    if held is not None and held[0] == "seat":
        seat = room.seats[held[1]]
        return Decided([], {"seat": seat.id, "team": seat.team, "role": seat.role})
    if held is not None or any(s.pass_hash == command.pass_ for s in room.seats.values()):
        raise Refused("removed")
    _enter(room, by_a_closed_door=command.bot)
    fact = seated(room, catalogue, command.name, command.team, command.role, command.pass_, command.bot)
    return Decided([fact], {"seat": fact.seat, "team": fact.team, "role": fact.role})


def seated(
    room: Room,
    catalogue: Catalogue,
    name: str,
    team: str | None,
    role: str | None,
    pass_: str | None = None,
    bot: bool = False,
) -> SeatTaken:
    """The chair that is wanted, or the one that is given. Raises Refused."""
    team, role = choose_chair(room, team, role, catalogue, name)
    named = unused_name(room, team, name)
    return SeatTaken(seat=f"s{room.version + 1}", team=team, role=role, name=named, pass_=pass_, bot=bot)


def _enter(room: Room, *, by_a_closed_door: bool) -> None:
    if room.status == "closed":
        raise Refused("unknown_code")
    if not room.door and not by_a_closed_door:
        raise Refused("door_closed")


def add(command: AddSeat, room: Room, catalogue: Catalogue) -> Decided:
    """A person without a device, seated by the desk."""
    if room.status == "closed":
        raise Refused("closed")
    fact = seated(room, catalogue, command.name, command.team, command.role)
    return Decided([fact], {"seat": fact.seat})


def claim(command: ClaimSeat, room: Room) -> Decided:
    """*Ik zat hier al*: someone says that a taken chair is theirs. The same pass again is the same claim."""
    held = room.passes.get(command.pass_)
    if held is not None and held[0] in ("seat", "claim"):
        return Decided([], {held[0]: held[1]})
    if held is not None:
        raise Refused("removed")
    if room.status == "closed":
        raise Refused("unknown_code")
    team_of(room, command.team)
    if not seats_of(room, command.team, command.role):
        raise Refused("no_such_seat", field="role")
    waiting = [c for c in room.claims.values() if c.open and (c.team, c.role) == (command.team, command.role)]
    if len(waiting) >= MOST_CLAIMS:
        raise Refused("too_many")
    claim_id = f"c{room.version + 1}"
    fact = SeatClaimed(claim=claim_id, team=command.team, role=command.role, name=command.name, pass_=command.pass_)
    return Decided([fact], {"claim": claim_id})


def answer_claim(command: AnswerClaim, room: Room) -> Decided:
    """The desk's one tap. Accepting gives the chair to the new device; the old one's pass ends."""
    found = room.claims.get(command.claim)
    if found is None:
        raise Refused("unknown_claim", field="claim")
    if not found.open:
        raise Refused("stale", did=found.moved_by)
    if command.type == "claim.refuse":
        return Decided([ClaimRefused(claim=found.id)])
    chairs = seats_of(room, found.team, found.role)
    if command.seat is not None:
        chairs = [seat for seat in chairs if seat.id == command.seat]
    if len(chairs) != 1:
        raise Refused("which_seat" if chairs else "no_such_seat", field="seat")
    return Decided([ClaimAccepted(claim=found.id, seat=chairs[0].id, pass_=found.pass_hash)])


def take_device(command: TakeDevice, room: Room) -> Decided:
    """A desk, observer or screen with the link's secret, or a screen that a desk paired."""
    held = room.passes.get(command.pass_)
    if held is not None and held[0] == command.kind:
        return Decided([], {"device": held[1]})
    if held is not None or any(d.pass_hash == command.pass_ for d in room.devices.values()):
        raise Refused("device_ended")
    if room.status == "closed" and command.kind != "desk":
        raise Refused("unknown_code")
    if command.link is not None or command.kind != "screen":
        order = {"desk": 0, "screen": 1, "observer": 2}
        if command.link is None or command.link != room.links[order[command.kind]]:
            raise Refused("bad_link")
    if command.team is not None:
        team_of(room, command.team)
    device = f"d{room.version + 1}"
    fact = DeviceTaken(
        device=device,
        kind=command.kind,
        pass_=command.pass_,
        team=command.team,
        name=command.name,
        bot=command.bot,
    )
    return Decided([fact], {"device": device})


def end_device(command: EndDevice, room: Room) -> Decided:
    """Ends a desk, screen or observer; its pass is dead at once."""
    device = room.devices.get(command.device)
    if device is None:
        raise Refused("unknown_device", field="device")
    return Decided([] if device.ended else [DeviceEnded(device=device.id)])


def keep(command: MakeKeepLink, room: Room) -> Decided:
    """A read-only pass of a seat for its report on another machine."""
    held = room.passes.get(command.pass_)
    if held == ("keep", command.seat):
        return Decided([], {"seat": command.seat})
    if held is not None:
        raise Refused("not_allowed")
    seat = present_seat(room, command.seat)
    if len(seat.keep_hashes) >= 10:
        raise Refused("too_many_links")
    return Decided([KeepLinkMade(seat=seat.id, pass_=command.pass_)], {"seat": seat.id})


def present_seat(room: Room, seat: str) -> Seat:
    """Raises Refused `unknown_seat` when nobody sits there (any more)."""
    found = room.seats.get(seat)
    if found is None or found.removed:
        raise Refused("unknown_seat", field="seat")
    return found


def change(command: MoveSeat | RemoveSeat | RenameSeat, room: Room, catalogue: Catalogue) -> Decided:
    """Moves, removes or renames a person."""
    seat = present_seat(room, command.seat)
    facts: list[AnyFact] = []
    match command:
        case RemoveSeat():
            facts.append(SeatRemoved(seat=seat.id))
        case RenameSeat():
            if command.name != seat.name:
                unused_name(room, seat.team, command.name, but=seat.id)
                facts.append(SeatRenamed(seat=seat.id, name=command.name))
        case MoveSeat():
            team, role = command.team or seat.team, command.role or seat.role
            if (team, role) != (seat.team, seat.role):
                choose_chair(room, team, role, catalogue)
                unused_name(room, team, seat.name, but=seat.id)
                facts.append(SeatMoved(seat=seat.id, team=team, role=role))
    return Decided(facts)


def away(command: GoAway | ComeBack, asked: Asked, room: Room) -> Decided:
    """*Ik word weggeroepen*, and back. The mandate goes to the next in the row meanwhile."""
    seat = seat_of(asked, room)
    if isinstance(command, ComeBack):
        return Decided([SeatCameBack(seat=seat.id)] if seat.away else [])
    if seat.away and seat.away_until == command.until:
        return Decided([])
    return Decided([SeatWentAway(seat=seat.id, until=command.until)])
