"""A resolution in one's own calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from game_server.debrief.calendar import resolution_ics
from game_server.debrief.days import day_in
from game_server.room.state import Room, Seat, Team
from game_server.room.state_take_home import Meeting
from game_server.scenario.catalogue import Catalogue
from tests.scenario.packs import tiny_scenario

TODAY = date(2026, 11, 23)


def room(**resolution: str) -> Room:
    seat = Seat("s1", "t1", "mayor", "Anna", 1, resolution={key.rstrip("_"): said for key, said in resolution.items()})
    other = Seat("s2", "t1", "ciso", "Bram", 2)
    team = Team("t1", "Natte Meren", 1, seats={"s1": seat, "s2": other})
    return Room(code="K7MP3XQ9", at=1_795_400_000_000, seats=dict(team.seats), teams={"t1": team})


def ics(room: Room, seat: str = "s1", language: str = "nl") -> bytes | None:
    return resolution_ics(room, Catalogue(tiny_scenario()), seat, language)


def agreed(at: datetime, **resolution: str) -> Room:
    """Two who agreed on that moment."""
    sitting = room(**({"text": "Koffie"} | resolution))
    sitting.meetings["s1"] = Meeting("s1", "s2", int(at.timestamp() * 1000), "s1", 12, "accepted")
    return sitting


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
    made = ics(room(text="Koffie met\nde CISO", with_="x", by="11 december", first_step="Bellen"))
    assert made is not None
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 11)
    assert event.decoded("dtend") == date(2026, 12, 12)
    assert str(event["summary"]) == "Koffie met de CISO"
    assert "eerste stap: Bellen" in str(event["description"])


def test_without_a_day_it_is_a_task() -> None:
    made = ics(room(text="Koffie; met, de CISO", by="gauw"))
    assert made is not None
    (task,) = Calendar.from_ical(made).walk("VTODO")
    assert str(task["summary"]) == "Koffie; met, de CISO"
    assert "due" not in task


def test_typed_text_cannot_add_a_line_to_the_calendar() -> None:
    made = ics(room(text="x\r\nBEGIN:VALARM\r\nEND:VALARM", by="1 december"))
    assert made is not None
    assert not Calendar.from_ical(made).walk("VALARM")
    assert made == ics(room(text="x\r\nBEGIN:VALARM\r\nEND:VALARM", by="1 december"))


def test_who_wrote_none_gets_none() -> None:
    assert ics(room()) is None
    assert ics(room(text="[gewist]")) is None


@pytest.mark.parametrize(
    ("at", "local", "ahead"),
    [
        (datetime(2026, 10, 23, 8, 0, tzinfo=UTC), "20261023T100000", 2),
        (datetime(2026, 10, 26, 9, 0, tzinfo=UTC), "20261026T100000", 1),
        (datetime(2027, 3, 27, 9, 0, tzinfo=UTC), "20270327T100000", 1),
        (datetime(2027, 3, 29, 8, 0, tzinfo=UTC), "20270329T100000", 2),
    ],
)
def test_a_date_is_right_on_either_side_of_a_clock_change(at: datetime, local: str, ahead: int) -> None:
    made = ics(agreed(at))
    assert made is not None
    assert f"DTSTART;TZID=Europe/Amsterdam:{local}".encode() in made
    calendar = Calendar.from_ical(made)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart").utcoffset() == timedelta(hours=ahead)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)
    assert calendar.walk("VTIMEZONE")


def test_both_have_the_same_date_and_agenda_and_each_the_name_of_the_other() -> None:
    sitting = agreed(datetime(2026, 12, 3, 9, 0, tzinfo=UTC), first_step="Bellen")
    for seat, value in (("s1", "yes"), ("s2", "no")):
        sitting.seats[seat].practice["unplug"] = value
    sitting.seats["s1"].questions = ("supplier",)
    mine, theirs = [Calendar.from_ical(ics(sitting, seat) or b"").walk("VEVENT") for seat in ("s1", "s2")]
    for key in ("uid", "dtstart", "dtend", "summary", "sequence"):
        assert mine[0][key] == theirs[0][key]
    told = [str(one[0]["description"]) for one in (mine, theirs)]
    practice = Catalogue(tiny_scenario()).decision("unplug")[1].practice or {}
    for said in told:
        assert practice["nl"] in said
        assert "Welke leverancier kan ons stilleggen" in said
        assert "Waar ligt u wakker van?" not in said
    assert ("Bram" in told[0], "Anna" in told[1]) == (True, True)
    assert ["Bellen" in said for said in told] == [True, False]
    assert (len(mine), len(theirs)) == (1, 1)


@pytest.mark.parametrize("state", ["proposed", "declined"])
def test_what_is_not_agreed_is_in_no_calendar_of_another(state: str) -> None:
    sitting = agreed(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    sitting.meetings["s1"].state = state  # type: ignore[assignment]
    assert ics(sitting, "s2") is None
    made = ics(sitting)
    assert made is not None
    assert Calendar.from_ical(made).walk("VTODO")


def test_who_was_erased_is_in_no_calendar_any_more() -> None:
    sitting = agreed(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    sitting.seats["s1"].removed = sitting.seats["s1"].erased = True
    sitting.seats["s1"].resolution = {"text": "[gewist]"}
    assert ics(sitting, "s2") is None
    sitting = agreed(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    sitting.seats["s2"].removed, sitting.seats["s2"].name = True, "[gewist]"
    made = ics(sitting)
    assert made is not None
    assert b"gewist" not in made


def test_without_a_chosen_question_the_first_three_go_along() -> None:
    made = ics(room(text="Koffie"), language="en")
    assert made is not None
    (task,) = Calendar.from_ical(made).walk("VTODO")
    assert "What keeps you awake at night?" in str(task["description"])
    assert str(task["description"]).count("- ") == 3
