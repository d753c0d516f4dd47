"""A sitting among others: played on from a moment of another, and what it leaves for a series."""

from __future__ import annotations

from game_server.room.asked import Decided
from game_server.room.commands import ForkRoom, SetSharing
from game_server.room.events import AnyFact, InjectRestored, LinksRenewed, RoomForked, SharingSet
from game_server.room.events_room import Links
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.room.state_sittings import Sharing


def share(command: SetSharing, room: Room) -> Decided:
    """Whether this room leaves counts, until it is closed: what was promised to who sat here then holds."""
    if room.status == "closed":
        raise Refused("closed")
    if room.sharing == Sharing(command.series, command.mirror, command.size):
        return Decided([])
    return Decided([SharingSet(series=command.series, mirror=command.mirror, size=command.size)])


def fork(command: ForkRoom, room: Room) -> Decided:
    """The end of what was copied. A desk's own words for the scenario's news were blanked: the scenario's come back."""
    facilitator, screen, observer = command.links
    facts: list[AnyFact] = [
        RoomForked(of=command.of, moment=room.version),
        LinksRenewed(links=Links(facilitator=facilitator, screen=screen, observer=observer)),
    ]
    facts += [
        InjectRestored(team=team.id, inject=inject)
        for team in room.teams.values()
        for inject, news in team.news.items()
        if news.edited is not None
    ]
    return Decided(facts)
