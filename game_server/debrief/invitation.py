"""The session in one's own calendar: `invitation.ics`."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from game_server.debrief.paper import join_address, shown
from game_server.debrief.paper_words import say
from game_server.debrief.words import AMSTERDAM, line
from game_server.room.state import Room


def invitation_ics(room: Room, language: str, base: str) -> bytes | None:
    """The planned session with its time zone, and how to join and to test; None without a date.

    It holds no secret: the address is the one on the wall. The same room gives the same bytes; a later date
    has the same `uid` and a higher `sequence`, so that it moves what stands in a calendar.
    """
    if room.when is None:
        return None
    starts = datetime.fromtimestamp(room.when / 1000, AMSTERDAM)
    ends = datetime.fromtimestamp(room.when / 1000, UTC) + timedelta(minutes=room.minutes)
    event = Event()
    event.add("uid", f"{room.code}-{room.opened_at}@crisistafel.invalid")
    event.add("dtstamp", datetime.fromtimestamp(room.opened_at / 1000, UTC))
    event.add("sequence", room.dated)
    event.add("dtstart", starts)
    event.add("dtend", ends.astimezone(AMSTERDAM))
    event.add("summary", say(language, "ics_summary", title=line(room.title)))
    event.add("description", _description(room, language, base))
    event.add("url", join_address(room, base))
    calendar = Calendar()
    calendar.add("prodid", "-//Crisistafel//invitation//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones(date(starts.year - 1, 1, 1), date(starts.year + 2, 1, 1))
    return bytes(calendar.to_ical())


def _description(room: Room, language: str, base: str) -> str:
    return "\n".join(
        [
            say(language, "ics_bring"),
            say(language, "ics_join", address=join_address(room, base)),
            say(language, "ics_code", code=shown(room.code)),
            say(language, "ics_test", address=f"{base}/test"),
        ]
    )
