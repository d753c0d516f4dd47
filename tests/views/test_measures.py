"""Nobody but its writer ever learns who answered what, or who wrote a lesson."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
import pytest

from game_server.debrief.content import report
from game_server.hosting.journal_file import exported
from game_server.room.envelope import Event, decode, encode
from game_server.room.evolve import fold
from game_server.room.unsigned import unsigned
from game_server.story.tell import tell
from game_server.views import Audience, own, view
from tests.room.table import Table
from tests.views.session import audiences

SWAP = {"s3": "s4", "s4": "s5", "s5": "s3"}
KEPT, SHOWN = "@kept-lesson@", "@shown-lesson@"


@pytest.fixture(scope="module")
def table() -> Table:
    """A debrief in which three people of one table, and one of another, said different things."""
    table = Table(teams=("Natte Meren", "Droge Dijken"), seats={"ciso": 2})
    seats = [table.sit(role) for role in ("mayor", "ciso", "ciso")]
    other = table.sit("mayor", "t2")
    for value, seat in enumerate(seats, start=2):
        table.at_seat(seat, "measure.answer", moment="before", statement="my-role", value=value)
        table.at_seat(seat, "priority.answer", moment="before", place=value)
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    for value, seat in enumerate(seats, start=1):
        table.at_seat(seat, "measure.answer", moment="after", statement="my-role", value=value)
        table.at_seat(seat, "grade.give", value=value, text=f"@grade/{seat}@", quotable=value == 1)
    kept = table.at_seat(seats[0], "lesson.write", kind="keep", text=KEPT)["lesson"]
    shown = table.at_seat(seats[1], "lesson.write", kind="ask", text=SHOWN)["lesson"]
    table.at_seat(other, "lesson.write", kind="ask", text="@other-lesson@")
    table.at_desk("lesson.show", lesson=shown)
    table.at_seat(seats[2], "lesson.star", lesson=shown, on=True)
    table.at_desk("screen.show", what="measures")
    assert kept != shown
    return table


def swapped(event: Event) -> Event:
    """The same, said by another at the same table."""
    if not event.fact.type.startswith(("lesson_", "measure_", "priority_", "grade_")):
        return event
    by = event.by.partition(":")[2]
    fact: Any = event.fact
    if getattr(fact, "seat", None) in SWAP:
        fact = fact.model_copy(update={"seat": SWAP[fact.seat]})
    return replace(event, fact=fact, by=f"seat:{SWAP[by]}" if by in SWAP else event.by)


def test_no_view_and_no_report_depends_on_who_said_it(table: Table) -> None:
    log = [swapped(event) for event in table.log]
    room = fold(log)
    assert room.measured["s3"] != table.room.measured["s3"]
    for audience in audiences(table):
        assert view(audience, room, table.catalogue) == view(audience, table.room, table.catalogue), audience
    for team in (None, "t1", "t2"):
        told = report(tell(log, table.catalogue), table.catalogue, "nl", team)
        assert told == report(tell(table.log, table.catalogue), table.catalogue, "nl", team)


def test_a_journal_to_give_away_tells_the_same_and_names_nobody_who_spoke_without_a_name(table: Table) -> None:
    given = unsigned(table.log, b"salt")
    assert given == [decode(encode(event)) for event in given]
    for team in (None, "t1", "t2"):
        told = report(tell(given, table.catalogue), table.catalogue, "nl", team)
        assert told == report(tell(table.log, table.catalogue), table.catalogue, "nl", team)
    room = fold(given)
    seats = set(room.seats)
    assert not seats & {lesson.by for lesson in room.lessons.values()}
    assert not seats & set(room.measured)
    for before, after in zip(table.log, given, strict=True):
        if before != after:
            said = encode(after).decode()
            assert not [seat for seat in seats if f'"{seat}"' in said or f":{seat}" in said], said
            assert before.cmd is None or before.cmd not in said
    assert {lesson.by for lesson in fold(unsigned(table.log, b"other")).lessons.values()}.isdisjoint(
        lesson.by for lesson in room.lessons.values()
    )


def test_the_file_of_a_room_does_not_tell_who_wrote_a_lesson_or_answered(table: Table) -> None:
    spoke = [event for event in exported(table.log) if event.fact.type.startswith(("lesson_w", "lesson_st", "measure"))]
    assert len(spoke) > 8
    assert all(event.by.startswith("seat:nobody-") for event in spoke)
    assert exported(exported(table.log)) == exported(table.log), "what is nobody's stays nobody's"


def test_a_lesson_is_read_by_nobody_but_the_desk_until_it_is_let_through(table: Table) -> None:
    for audience in audiences(table):
        said = orjson.dumps(view(audience, table.room, table.catalogue)).decode()
        assert (KEPT in said) == (audience.kind == "desk"), audience
        assert (SHOWN in said) == (audience.kind != "rows"), audience
        assert "@grade/" not in said, audience


def test_a_phone_does_not_hear_how_many_stars_there_are(table: Table) -> None:
    seen = view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue)
    assert all("stars" not in lesson for lesson in seen["debrief"]["lessons"].values())
    screen = view(Audience("screen", "nl"), table.room, table.catalogue)
    assert [lesson["stars"] for lesson in screen["debrief"]["lessons"].values()] == [1]


def test_one_sees_what_one_said_oneself(table: Table) -> None:
    mine = own("s3", table.room)
    assert [lesson["shown"] for lesson in mine["lessons"].values()] == [False]
    assert mine["grade"] == {"value": 1, "text": "@grade/s3@", "quotable": True}
    assert mine["priority"] == {"before": 2}
    assert list(own("s5", table.room)["stars"].values()) == [True]


def test_the_desk_is_told_how_many_answered(table: Table) -> None:
    seen = view(Audience("desk", "nl"), table.room, table.catalogue)
    assert seen["measures"] == {"of": 4, "before": 3, "after": 3, "grades": 3}


def test_a_screen_counts_what_it_was_asked_to_show_and_of_a_table_of_one_nothing(table: Table) -> None:
    counts = view(Audience("screen", "nl", "t1"), table.room, table.catalogue)["measures"]
    assert counts["statements"]["my-role"]["before"] == [0, 1, 1, 1, 0]
    assert counts["statements"]["my-role"]["hindsight"] == []
    assert counts["places"] == {"before": [0, 1, 1, 1, 0, 0], "after": []}
    alone = view(Audience("screen", "nl", "t2"), table.room, table.catalogue)["measures"]
    assert {len(row) for one in alone["statements"].values() for row in (one["before"], one["after"])} == {0}


def test_before_is_asked_until_the_debrief_and_then_no_more() -> None:
    table = Table()
    table.sit("mayor")
    phone = Audience("seat", "nl", "t1", "mayor")
    assert list(view(phone, table.room, table.catalogue)["before"]) == list(table.scenario.pick)
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    seen = view(phone, table.room, table.catalogue)
    assert "before" not in seen
    assert list(seen["debrief"]["statements"]) == list(table.scenario.pick)


def test_a_report_holds_of_the_other_table_no_lesson_and_no_answer(table: Table) -> None:
    told = orjson.dumps(report(tell(table.log, table.catalogue), table.catalogue, "nl", "t2")).decode()
    assert SHOWN not in told
    assert "@grade/" not in told
    own_told = report(tell(table.log, table.catalogue), table.catalogue, "nl", "t1")["teams"][0]
    assert [lesson["text"] for lesson in own_told["lessons"]] == [SHOWN]
    assert own_told["measures"]["quotes"] == ["@grade/s3@"]
    assert KEPT not in orjson.dumps(own_told).decode()
