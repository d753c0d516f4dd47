"""A resolution in one's own calendar."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from game_server.debrief.calendar import day_in, resolution_ics
from game_server.room.state import Room, Seat

TODAY = date(2026, 11, 23)


def room(**resolution: str) -> Room:
    seat = Seat("s1", "t1", "mayor", "Anna", 1, resolution=resolution)
    return Room(code="K7MP3XQ9", at=1_795_400_000_000, seats={"s1": seat})


@pytest.mark.parametrize(
    ("by", "day"),
    [
        ("2026-12-11", date(2026, 12, 11)),
        ("voor 1 december", date(2026, 12, 1)),
        ("1 januari", date(2027, 1, 1)),
        ("3 mrt. 2027", date(2027, 3, 3)),
        ("March 3 or 3 March", date(2027, 3, 3)),
        ("11-12", date(2026, 12, 11)),
        ("23/11", date(2026, 11, 23)),
        ("11.12.2027", date(2027, 12, 11)),
        ("31 februari", None),
        ("vrijdag", None),
        ("over 2 weken", None),
        ("", None),
    ],
)
def test_a_day_is_found_in_what_was_typed(by: str, day: date | None) -> None:
    assert day_in(by, TODAY) == day


def test_with_a_day_it_is_an_event_of_that_whole_day() -> None:
    made = resolution_ics(
        room(text="Koffie met\nde CISO", with_="x", by="11 december", first_step="Bellen"), "s1", "nl"
    )
    assert made is not None
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 11)
    assert event.decoded("dtend") == date(2026, 12, 12)
    assert str(event["summary"]) == "Koffie met de CISO"
    assert "eerste stap: Bellen" in str(event["description"])


def test_without_a_day_it_is_a_task() -> None:
    made = resolution_ics(room(text="Koffie; met, de CISO", by="gauw"), "s1", "nl")
    assert made is not None
    (task,) = Calendar.from_ical(made).walk("VTODO")
    assert str(task["summary"]) == "Koffie; met, de CISO"
    assert "due" not in task


def test_typed_text_cannot_add_a_line_to_the_calendar() -> None:
    made = resolution_ics(room(text="x\r\nBEGIN:VALARM\r\nEND:VALARM", by="1 december"), "s1", "nl")
    assert made is not None
    assert not Calendar.from_ical(made).walk("VALARM")
    assert made == resolution_ics(room(text="x\r\nBEGIN:VALARM\r\nEND:VALARM", by="1 december"), "s1", "nl")


def test_who_wrote_none_gets_none() -> None:
    assert resolution_ics(room(), "s1", "nl") is None
    assert resolution_ics(room(text="[gewist]"), "s1", "nl") is None
