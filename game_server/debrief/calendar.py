"""A resolution for one's own calendar: `resolution.ics`, with its date if it has one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from babel.dates import get_month_names
from icalendar import Calendar, Event, Todo

from game_server.debrief.words import AMSTERDAM, say, typed
from game_server.room.state import Room

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_SHORT = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?\b")
_WORDS = re.compile(r"\b(\d{1,2})\s+([^\W\d_]{3,12})\.?(?:\s+(\d{4}))?(?!\w)")


def resolution_ics(room: Room, seat: str, language: str) -> bytes | None:
    """The seat's resolution as a calendar file; None when it wrote none.

    A day in `by` makes it an event of that whole day; without one it is a task without a date.
    """
    said = {key: typed(value) for key, value in room.seats[seat].resolution.items()}
    if not said.get("text"):
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Crisistafel//resolution//NL")
    calendar.add("version", "2.0")
    day = day_in(said.get("by", ""), datetime.fromtimestamp(room.at / 1000, AMSTERDAM).date())
    item: Event | Todo = Event() if day is not None else Todo()
    item.add("uid", f"{room.code}-{seat}-{room.epoch}@crisistafel.invalid")
    item.add("dtstamp", datetime.fromtimestamp(room.at / 1000, UTC))
    item.add("summary", " ".join(said["text"].split()))
    item.add("description", _description(said, language))
    if day is not None:
        item.add("dtstart", day)
        item.add("dtend", day + timedelta(days=1))
        item.add("transp", "TRANSPARENT")
    calendar.add_component(item)
    return bytes(calendar.to_ical())


def _description(said: dict[str, str], language: str) -> str:
    lines = [f"{say(language, key)}: {said[key]}" for key in ("with", "by", "first_step") if said.get(key)]
    return "\n".join([*lines, "Crisistafel"])


def day_in(text: str, today: date) -> date | None:
    """The first day that a text names: `2026-12-11`, `11-12`, `11-12-2026`, `1 december` or `1 December 2026`.

    Without a year it is the next such day from `today` on. None when it names none that exists.
    """
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.search(text):
        return _next(int(found[1]), int(found[2]), found[3], today)
    for found in _WORDS.finditer(text):
        if (month := _month(found[2])) is not None:
            return _next(int(found[1]), month, found[3], today)
    return None


def _month(word: str) -> int | None:
    """By its full name or its first three letters, in Dutch or English."""
    for language in ("nl", "en"):
        for number, name in get_month_names("wide", locale=language).items():
            if word.casefold() in (name.casefold(), name[:3].casefold()):
                return int(number)
    return {"mrt": 3}.get(word.casefold())


def _next(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _day(int(year), month, day)
    this = _day(today.year, month, day)
    return this if this is None or this >= today else _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
