"""Lessons: written without a name, let through, starred, put together."""

from __future__ import annotations

import pytest

from game_server.room.commands import NoteErasure
from game_server.room.envelope import encode
from game_server.room.lessons import MOST, shown, starred
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """A debrief with a mayor (s3) and a CISO (s4)."""
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    return table


def write(table: Table, seat: str = "s3", text: str = "Hardop zeggen", kind: str = "keep") -> str:
    return str(table.at_seat(seat, "lesson.write", kind=kind, text=text).get("lesson", ""))


def star(table: Table, lesson: str, seat: str = "s4", on: bool = True) -> str:
    return refusal(lambda: table.at_seat(seat, "lesson.star", lesson=lesson, on=on))


def test_no_lesson_is_written_before_the_debrief_or_after_the_end() -> None:
    table = Table()
    table.sit("mayor")
    table.at_desk("room.start")
    assert refusal(lambda: write(table)) == "not_debrief"
    table.at_desk("room.debrief")
    table.at_desk("room.close")
    assert refusal(lambda: write(table)) == "closed"


def test_one_person_does_not_fill_the_wall(table: Table) -> None:
    for number in range(MOST):
        write(table, text=f"Les {number}")
    assert refusal(lambda: write(table, text="Nog een")) == "too_many_lessons"
    assert write(table, "s4")


def test_only_its_writer_takes_a_lesson_back_and_to_others_it_is_not_there(table: Table) -> None:
    lesson = write(table)
    assert refusal(lambda: table.at_seat("s4", "lesson.take_back", lesson=lesson)) == "unknown_lesson"
    assert refusal(lambda: table.at_seat("s4", "lesson.take_back", lesson="l99")) == "unknown_lesson"
    table.at_seat("s3", "lesson.take_back", lesson=lesson)
    assert table.room.lessons == {}


def test_a_lesson_is_taken_back_even_after_the_end(table: Table) -> None:
    lesson = write(table)
    table.at_desk("lesson.show", lesson=lesson)
    table.at_desk("room.close")
    assert star(table, lesson) == "closed"
    table.at_seat("s3", "lesson.take_back", lesson=lesson)
    assert shown(table.room) == []


def test_what_was_not_let_through_cannot_be_starred(table: Table) -> None:
    lesson = write(table)
    assert star(table, lesson) == "unknown_lesson"
    table.at_desk("lesson.show", lesson=lesson)
    assert star(table, lesson) == ""
    table.at_desk("lesson.hide", lesson=lesson)
    assert star(table, lesson, "s3") == "unknown_lesson"


def test_a_lesson_bears_one_star_of_each_and_it_can_be_taken_away(table: Table) -> None:
    lesson = write(table)
    table.at_desk("lesson.show", lesson=lesson)
    star(table, lesson)
    star(table, lesson)
    assert table.facts == []
    star(table, lesson, "s3")
    assert len(starred(table.room)[lesson]) == 2
    star(table, lesson, on=False)
    assert starred(table.room)[lesson] == {"s3"}


def test_a_desk_knows_only_lessons_that_there_are(table: Table) -> None:
    for verb in ("lesson.show", "lesson.hide", "lesson.merge"):
        assert refusal(lambda v=verb: table.at_desk(v, lesson="l99")) == "unknown_lesson"


def test_lessons_do_not_stand_under_themselves_another_kind_or_one_that_stands_under_another(table: Table) -> None:
    one, two, three = (write(table, text=text) for text in ("Een", "Twee", "Drie"))
    other = write(table, kind="ask")
    table.at_desk("lesson.merge", lesson=two, into=three)
    for into in (one, two, other):
        assert refusal(lambda i=into: table.at_desk("lesson.merge", lesson=one, into=i)) == "cannot_merge"
    assert refusal(lambda: table.at_desk("lesson.merge", lesson=one, into="l99")) == "unknown_lesson"


def test_together_lessons_count_one_star_a_person_and_come_apart_again(table: Table) -> None:
    one, two = write(table, text="Een"), write(table, "s4", text="Eén")
    for lesson in (one, two):
        table.at_desk("lesson.show", lesson=lesson)
        star(table, lesson)
    star(table, two, "s3")
    table.at_desk("lesson.merge", lesson=two, into=one)
    assert starred(table.room) == {one: {"s3", "s4"}}
    assert [lesson.id for lesson in shown(table.room)] == [one]
    assert star(table, two) == "unknown_lesson"
    star(table, one, on=False)
    assert starred(table.room) == {one: {"s3"}}
    table.at_desk("lesson.merge", lesson=two)
    assert starred(table.room) == {one: set(), two: {"s3"}}
    table.check()


def test_what_stands_under_a_lesson_moves_along_with_it(table: Table) -> None:
    one, two, three = (write(table, text=text) for text in ("Een", "Twee", "Drie"))
    table.at_desk("lesson.merge", lesson=one, into=two)
    table.at_desk("lesson.merge", lesson=two, into=three)
    assert {lesson.into for lesson in table.room.lessons.values()} == {None, three}


def test_no_fact_about_a_lesson_names_its_writer(table: Table) -> None:
    lesson = write(table)
    table.at_desk("lesson.show", lesson=lesson)
    star(table, lesson)
    for event in table.log:
        if event.fact.type.startswith("lesson_"):
            assert not {"s3", "s4"} & set(event.fact.model_dump().values()), encode(event)


def test_an_erased_person_leaves_no_lesson_no_star_and_no_answer(table: Table) -> None:
    mine, other = write(table), write(table, "s4", text="Vragen")
    table.at_desk("lesson.merge", lesson=other, into=mine)
    table.at_desk("lesson.show", lesson=mine)
    star(table, mine, "s3")
    table.at_seat("s3", "grade.give", value=3, text="Geheim", quotable=True)
    table.at_seat("s3", "measure.answer", moment="after", statement="my-role", value=1)
    table.inner(NoteErasure(seat="s3", epoch=2), by="server")
    assert list(table.room.lessons) == [other]
    assert table.room.lessons[other].into is None
    assert starred(table.room) == {other: set()}
    assert "s3" not in table.room.measured
