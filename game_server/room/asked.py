"""What reaches the rules, and what comes out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from game_server.room.commands import AddNote, Command, DeskCommand, InnerCommand, SeatCommand, TakeDevice
from game_server.room.events import AnyFact
from game_server.room.refusals import Refused
from game_server.room.state import Room, Seat, Team

AnyCommand: TypeAlias = SeatCommand | DeskCommand | AddNote | InnerCommand


@dataclass(frozen=True, slots=True)
class Asked:
    """A command with who asks and when.

    `by`: `seat:<id>`, `desk:<id>`, `observer:<id>`, `door` or `server`. `at`: wall time in ms, stamped by the host.
    """

    by: str
    at: int
    command: AnyCommand

    @property
    def cmd(self) -> str | None:
        """The client's command id; the server's own commands have none, but for the screen that a desk pairs."""
        return self.command.id if isinstance(self.command, Command | TakeDevice) else None


class Decided(NamedTuple):
    """The facts to append (none: nothing changed) and the answer's result."""

    facts: Sequence[AnyFact]
    result: dict[str, Any] | None = None


def seat_of(asked: Asked, room: Room) -> Seat:
    """The asker's own chair. Raises Refused `removed` when it is gone."""
    seat = room.seats.get(asked.by.partition(":")[2])
    if seat is None or seat.removed:
        raise Refused("removed")
    return seat


def team_of(room: Room, team: str) -> Team:
    """Raises Refused `unknown_team`."""
    if team not in room.teams:
        raise Refused("unknown_team", field="team")
    return room.teams[team]


def playing(room: Room) -> None:
    """Raises Refused unless the game runs."""
    if room.status == "paused":
        raise Refused("paused")
    if room.status != "running":
        raise Refused("not_running")


def in_teams(room: Room, team: str | None, act: Callable[[Team], list[AnyFact]]) -> Decided:
    """A desk's command on a team's thing: in one team, or in every team where it can be, in one batch.

    The result says where: `{done: [team], refused: {team: code}}`. Refused only if no team could.
    """
    if team is not None:
        return Decided(act(team_of(room, team)), {"done": [team], "refused": {}})
    facts: list[AnyFact] = []
    done: list[str] = []
    refused: dict[str, Refused] = {}
    for one in room.teams.values():
        try:
            facts += act(one)
            done.append(one.id)
        except Refused as refusal:
            refused[one.id] = refusal
    if not done and refused:
        raise next(iter(refused.values()))
    return Decided(facts, {"done": done, "refused": {team: refusal.code for team, refusal in refused.items()}})
