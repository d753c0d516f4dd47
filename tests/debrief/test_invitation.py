"""The session in a calendar, in summer time and in winter time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from game_server.debrief.invitation import invitation_ics
from game_server.room.state import Room

BASE = "https://spel.example"


def room(when: datetime | None, title: str = "De lange vrijdag", minutes: int = 120) -> Room:
    at = None if when is None else int(when.timestamp() * 1000)
    return Room(code="K7MP3XQ9", title=title, when=at, minutes=minutes, opened_at=1_795_400_000_000)


def test_without_a_date_there_is_none() -> None:
    assert invitation_ics(room(None), "nl", BASE) is None


@pytest.mark.parametrize(
    ("starts", "local", "offset"),
    [
        (datetime(2026, 12, 1, 12, 30, tzinfo=UTC), "2026-12-01T13:30:00", 1),
        (datetime(2027, 6, 1, 11, 30, tzinfo=UTC), "2027-06-01T13:30:00", 2),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "2027-03-28T01:30:00", 1),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "2027-10-31T02:30:00", 1),
    ],
)
def test_it_begins_at_the_hour_of_amsterdam_and_lasts_as_long_as_planned(
    starts: datetime, local: str, offset: int
) -> None:
    made = invitation_ics(room(starts), "nl", BASE)
    assert made is not None
    calendar = Calendar.from_ical(made)
    (event,) = calendar.walk("VEVENT")
    begins, ends = event.decoded("dtstart"), event.decoded("dtend")
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert begins.replace(tzinfo=None).isoformat() == local
    if starts.month != 10:  # the hour that comes twice has no sign of its own in a calendar
        assert begins.utcoffset() == timedelta(hours=offset)
        assert ends.astimezone(UTC) - starts == timedelta(minutes=120)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_it_tells_how_to_join_and_test_and_says_that_it_is_an_exercise() -> None:
    made = invitation_ics(room(datetime(2026, 12, 1, 12, 30, tzinfo=UTC), "Titel\r\nBEGIN:VALARM"), "nl", BASE)
    assert made is not None
    assert b"\r\nBEGIN:VALARM" not in made
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["summary"]) == "Oefening: Titel BEGIN:VALARM"
    assert f"{BASE}/#code=K7MP-3XQ9" in str(event["description"])
    assert f"{BASE}/test" in str(event["description"])
    assert made == invitation_ics(room(datetime(2026, 12, 1, 12, 30, tzinfo=UTC), "Titel\r\nBEGIN:VALARM"), "nl", BASE)


def test_another_date_takes_the_place_of_the_first_in_a_calendar() -> None:
    moved = room(datetime(2026, 12, 1, 12, 30, tzinfo=UTC))
    first = invitation_ics(moved, "nl", BASE)
    moved.when, moved.dated = (moved.when or 0) + 86_400_000, 1
    second = invitation_ics(moved, "nl", BASE)
    assert first is not None
    assert second is not None
    (one,), (other,) = (Calendar.from_ical(made).walk("VEVENT") for made in (first, second))
    assert str(one["uid"]) == str(other["uid"])
    assert (one.decoded("sequence"), other.decoded("sequence")) == (0, 1)
    assert other.decoded("dtstart") - one.decoded("dtstart") == timedelta(days=1)
