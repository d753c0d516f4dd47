"""Lights out: a team's phones go dark for some minutes of session time.

A dark phone covers itself; its view stays what it was. So nobody knows more or less by it, a reload or a lost
connection changes nothing, and a chair that is spared plays on. A vote with a deadline gets the time that the dark
takes (WCAG 2.2.1): nobody loses a vote to a phone that is covered.
"""

from __future__ import annotations

from game_server.room.asked import Asked, Decided, in_teams, playing
from game_server.room.commands import DarkenPhones, LightPhones, SpareSeat
from game_server.room.events import AnyFact, DecisionExtended, LightsCameBack, LightsWentOut, SeatSpared
from game_server.room.refusals import Refused
from game_server.room.state import Room, Team
from game_server.scenario.model import Inject


def out(command: DarkenPhones, asked: Asked, room: Room) -> Decided:
    """By the desk's hand; the facilitator can always end it."""
    playing(room)
    if not room.lights_out:
        raise Refused("no_lights_out")
    until = room.clock.at(asked.at) + round(command.minutes * 60_000)
    return in_teams(room, command.team, lambda team: _darkened(team, until, room.clock.at(asked.at)))


def on(command: LightPhones, room: Room) -> Decided:
    """In any state of the game."""
    return in_teams(room, command.team, lambda team: back(team))


def spare(command: SpareSeat, room: Room) -> Decided:
    """Before or while the phones are dark."""
    seat = room.seats.get(command.seat)
    if seat is None or seat.removed:
        raise Refused("unknown_seat", field="seat")
    return Decided([] if seat.spared == command.spared else [SeatSpared(seat=seat.id, spared=command.spared)])


def fall(room: Room, team: Team, inject: Inject, now: int) -> list[AnyFact]:
    """What this news does to the lights, where the facilitator chose so."""
    if not room.lights_out or inject.lights_out is None:
        return []
    until = room.clock.at(now) + round(inject.lights_out * 60_000)
    if team.dark is not None and team.dark.until >= until:
        return []
    return _darkened(team, until, room.clock.at(now), inject.id)


def _darkened(team: Team, until: int, now: int, inject: str | None = None) -> list[AnyFact]:
    return [LightsWentOut(team=team.id, until=until, inject=inject), *_more_time(team, until, now)]


def _more_time(team: Team, until: int, now: int) -> list[AnyFact]:
    """For every vote in this team whose time has not run out. A darkness that ends sooner takes none of it back."""
    added = max(0, until - lit_from(team, now))
    running = [
        (decision, run.ballot.due)
        for decision, run in team.decisions.items()
        if added and run.state == "open" and run.ballot and run.ballot.due is not None and run.ballot.due > now
    ]
    return [DecisionExtended(team=team.id, decision=decision, due=due + added) for decision, due in running]


def lit_from(team: Team, now: int) -> int:
    """The session time (ms) from which this team's phones can be used: now, or when the dark ends."""
    return max(now, team.dark.until) if team.dark is not None else now


def back(team: Team) -> list[AnyFact]:
    """Ends it in one team."""
    return [] if team.dark is None else [LightsCameBack(team=team.id)]


def all_back(room: Room) -> list[AnyFact]:
    """Ends it everywhere."""
    return [fact for team in room.teams.values() for fact in back(team)]
