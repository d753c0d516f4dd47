"""Auto-release: the clock lets news out by the plan of the phase that runs, and never catches up by itself."""

from __future__ import annotations

from collections.abc import Iterator

from game_server.room.news import possible
from game_server.room.state import News, Room, Team
from game_server.scenario.catalogue import Catalogue

GRACE_MS = 15_000
"""News that could have come longer ago than this, in wall time, was missed: an outage is no pause."""


def planned(room: Room, catalogue: Catalogue) -> Iterator[tuple[int, Team, str]]:
    """(session ms, team, inject) of what the clock will let out in this phase, as far as it may come by then."""
    phase = room.phase
    if not room.auto.on or phase is None or room.status != "running":
        return
    for inject in catalogue.phase(phase.id).injects:
        due = phase.session + round(inject.at * 60_000)
        if due < room.auto.since:
            continue
        moment = max(room.at, room.clock.wall(due) or 0)
        for team in room.teams.values():
            if team.news.get(inject.id, News()).state == "planned" and possible(room, team, inject, moment):
                yield due, team, inject.id


def is_missed(room: Room, due: int, now: int) -> bool:
    """Whether this could have come long before `now` (wall ms), while nobody served the room."""
    return now - max(room.at, room.clock.wall(due) or 0) > GRACE_MS
