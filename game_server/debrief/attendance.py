"""A certificate of attendance: that a chair was taken during the game. It says nothing of anyone's compliance."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from game_server.debrief.glyphs import clean
from game_server.debrief.names import Names
from game_server.debrief.pdf import typeset
from game_server.debrief.words import AMSTERDAM, duration, line, long_date, say
from game_server.story.tell import Story


class Attended(NamedTuple):
    """When somebody sat in this chair while the game ran: wall ms."""

    role: str
    team: str
    since: int
    until: int


def attended(story: Story, seat: str) -> Attended | None:
    """From when to when this seat was there; None when it never was while the game ran, or is nobody's."""
    room = story.room
    chair = room.seats[seat]
    started = next((one.at for one in story.moments if one.kind == "started"), None)
    debrief = next((one.at for one in story.moments if one.kind == "debrief"), None)
    if started is None or chair.bot or chair.erased:
        return None
    sat = [one for people in story.room.chairs.sat.values() for one in people if one.seat == seat]
    ends = room.closed_at if room.closed_at is not None else room.at
    since = max(started, min((one.since for one in sat), default=ends))
    until = min(ends, max((one.until or ends for one in sat), default=0))
    if since >= (debrief if debrief is not None else ends) or until <= since:
        return None
    return Attended(chair.role, chair.team, since, until)


def attendance_pdf(story: Story, names: Names, found: Attended, name: str) -> bytes:
    """`name` is printed as it was typed, and stands nowhere else. Raises ReportFailed."""
    room, language = story.room, names.language

    def words(key: str, **filled: object) -> str:
        return say(language, f"attendance_{key}", **filled)

    data = {
        "language": language,
        "exercise": say(language, "exercise"),
        "title": words("title"),
        "name": line(name),
        "took_part": words("took_part"),
        "session": line(room.title) or names.text(names.catalogue.scenario.title),
        "facts": [
            [words("role"), names.role(found.role)],
            [words("team"), line(room.teams[found.team].name)],
            [words("scenario"), names.text(names.catalogue.scenario.title)],
            [words("date"), long_date(found.since, language)],
            [
                words("time"),
                words("from_until", since=_clock(found.since, language), until=_clock(found.until, language)),
            ],
            [words("length"), duration(found.until - found.since, language)],
        ],
        "says": words("says"),
        "typed": words("typed"),
        "fiction": words("fiction"),
    }
    return typeset(clean(data), found.until, "attendance.typ")


def _clock(at: int, language: str) -> str:
    there = datetime.fromtimestamp(at / 1000, AMSTERDAM)
    return f"{there:%H.%M}" if language == "nl" else f"{there:%H:%M}"
