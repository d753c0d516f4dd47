"""Scaling up: steps up the scenario's ladder, by whom may take them, each at its cost."""

from __future__ import annotations

from typing import Literal

from game_server.room.asked import Asked, Decided, playing, seat_of, team_of
from game_server.room.commands import ClimbAtDesk, ClimbLadder
from game_server.room.conditions import holds
from game_server.room.consequences import Consequences
from game_server.room.events import RungClimbed
from game_server.room.mandate import first_present
from game_server.room.refusals import Refused
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Rung

PLAYED = ("round", "breath")
"""In chapters of these kinds a team may scale up."""


def climb(command: ClimbLadder, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """From the phone of the role that decides."""
    seat = seat_of(asked, room)
    team = room.teams[seat.team]
    rung = _next(command.rung, command.from_, team, asked, room, catalogue)
    if first_present(room, team.id, rung.decides) != seat.role:
        raise Refused("no_mandate")
    return _climbed(rung, team, asked, room, catalogue, "role", seat.role, seat.id)


def climb_at_desk(command: ClimbAtDesk, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """On the word of the role that decides, or for a table at which none of them sits."""
    team = team_of(room, command.team)
    rung = _next(command.rung, command.from_, team, asked, room, catalogue)
    role = first_present(room, team.id, rung.decides)
    if command.on_word_of != role:
        raise Refused("not_mandated", field="on_word_of")
    return _climbed(rung, team, asked, room, catalogue, "empty_chair" if role is None else "word", role)


def _next(rung: str, seen: str | None, team: Team, asked: Asked, room: Room, catalogue: Catalogue) -> Rung:
    playing(room)
    if not room.ladder:
        raise Refused("no_ladder")
    order = [one.id for one in catalogue.scenario.ladder]
    if rung not in order:
        raise Refused("unknown_rung", field="rung")
    if room.phase is None or catalogue.phase(room.phase.id).kind not in PLAYED:
        raise Refused("not_yet")
    if seen != team.rung:
        raise Refused("stale", did=team.rung_by)
    if team.rung is not None and order.index(rung) <= order.index(team.rung):
        raise Refused("rung_below", field="rung")
    found = catalogue.rung(rung)
    if not holds(found.when, room, team, asked.at):
        raise Refused("rung_not_yet", field="rung")
    return found


def _climbed(
    rung: Rung,
    team: Team,
    asked: Asked,
    room: Room,
    catalogue: Catalogue,
    way: Literal["role", "word", "empty_chair"],
    role: str | None,
    seat: str | None = None,
) -> Decided:
    """Of rungs that are passed by nothing is felt."""
    out = Consequences(room, team, catalogue, asked.at)
    out.move(rung.effects, f"rung:{rung.id}")
    out.unlock(rung.unlock)
    return Decided([RungClimbed(team=team.id, rung=rung.id, way=way, role=role, seat=seat), *out.facts])
