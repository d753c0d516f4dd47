"""The pocket card: on one side the own resolution and the coffee that goes with it, on the other the first hour."""

from __future__ import annotations

from typing import Any

from game_server.debrief.coffee import gaps, questions
from game_server.debrief.glyphs import clean
from game_server.debrief.names import Names
from game_server.debrief.paper_words import labels, say
from game_server.debrief.pdf import typeset
from game_server.debrief.words import line, long_date, moment
from game_server.room.marks import ERASED
from game_server.room.state import Room, Seat
from game_server.room.take_home import is_there
from game_server.scenario.catalogue import Catalogue

LONGEST = 480
"""So much of a resolution fits; the whole of it stands on the phone and in the report."""


def pocket(room: Room, catalogue: Catalogue, seat: str | None, team: str, language: str) -> dict[str, Any]:
    """What stands on the card; without `seat` all that is the own stays blank, for whoever writes with a pen."""
    names = Names(room, catalogue, language)
    own = None if seat is None else room.seats[seat]
    return {
        "language": language,
        "labels": labels(language),
        "title": line(room.title),
        "date": long_date(room.opened_at, language),
        "text": _short(line(own.resolution.get("text"))) if own is not None else "",
        "facts": _facts(names, own),
        "agenda": [_short(text, 200) for text in gaps(names, team)],
        "questions": [_short(text, 160) for text in questions(names, own)],
        "first_hour": [_short(names.text(text), 60) for text in catalogue.first_hour],
    }


def pocket_pdf(data: dict[str, Any], at: int) -> bytes:
    """Two sides of A6; the same card gives the same bytes. Raises ReportFailed. A few tenths of a second: in a thread.

    `at`: its date (UTC in ms).
    """
    return typeset(clean(data), at, "pocket.typ")


def _facts(names: Names, seat: Seat | None) -> list[dict[str, str]]:
    """With whom, when and the first step: a label and what was filled in, empty where nothing was."""
    said = {} if seat is None else seat.resolution
    with_whom, when = line(said.get("with")), line(said.get("by"))
    meeting = None if seat is None else names.room.meetings.get(seat.id)
    if (
        seat is not None
        and meeting is not None
        and meeting.state != "declined"
        and is_there(names.room, meeting.other, seat)
    ):
        other = names.room.seats[meeting.other]
        role = names.role(other.role)
        with_whom = role if other.name == ERASED else f"{line(other.name)} ({role})"
        when = moment(meeting.starts, names.language) if meeting.state == "accepted" else when
    told = {"pocket_with": with_whom, "pocket_when": when, "pocket_step": _short(line(said.get("first_step")), 200)}
    return [{"label": say(names.language, key), "said": text} for key, text in told.items()]


def _short(text: str, most: int = LONGEST) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
