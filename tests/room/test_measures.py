"""What people say of themselves before and after, and the grade they give."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.room.envelope import Event
from game_server.room.events import MeasureAnswered
from game_server.room.evolve import evolve
from game_server.scenario.model import Scenario
from tests.room.table import Table, refusal
from tests.scenario.packs import tiny_scenario


@pytest.fixture
def table() -> Table:
    """A lobby with a mayor (s3) and a CISO (s4)."""
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    return table


def before(table: Table, seat: str = "s3", **more: Any) -> str:
    asked = {"moment": "before", "statement": "my-role", "value": 3, **more}
    return refusal(lambda: table.at_seat(seat, "measure.answer", **asked))


def play(table: Table) -> None:
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")


def with_yes_no() -> Table:
    pack = tiny_scenario().model_dump(by_alias=True)
    pack["statements"] = [*pack["statements"], {"id": "coffee", "text": {"nl": "Wij spraken."}, "yes_no": True}]
    table = Table(Scenario.model_validate(pack), all_statements=True)
    table.sit("mayor")
    return table


def test_what_is_not_asked_cannot_be_answered(table: Table) -> None:
    assert before(table, statement="zzz") == "unknown_statement"


def test_an_answer_is_one_of_five(table: Table) -> None:
    for value in (0, 6):
        with pytest.raises(ValidationError):
            table.at_seat("s3", "measure.answer", moment="before", statement="my-role", value=value)


def test_before_is_over_once_news_was_opened(table: Table) -> None:
    play(table)
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert before(table) == "", "who has not opened it has not begun"
    table.at_seat("s3", "inject.read", inject="slow-desk")
    assert before(table, value=4) == "has_begun"
    assert refusal(lambda: table.at_seat("s3", "priority.answer", moment="before", place=2)) == "has_begun"
    assert before(table, seat="s4") == ""


def test_before_is_over_once_a_vote_was_cast_or_the_debrief_begins(table: Table) -> None:
    play(table)
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
    assert before(table) == "has_begun"
    table.at_desk("room.debrief")
    assert before(table, seat="s4") == "has_begun"


def test_after_is_in_the_debrief_only(table: Table) -> None:
    play(table)
    for moment in ("after", "then"):
        assert before(table, moment=moment) == "not_debrief"
    assert refusal(lambda: table.at_seat("s3", "priority.answer", moment="after", place=2)) == "not_debrief"
    assert refusal(lambda: table.at_seat("s3", "grade.give", value=8)) == "not_debrief"
    table.at_desk("room.debrief")
    for moment in ("after", "then"):
        assert before(table, moment=moment) == ""


def test_a_fact_of_the_past_is_yes_or_no_and_asked_once() -> None:
    table = with_yes_no()
    assert before(table, statement="coffee", value=3) == "yes_or_no"
    assert before(table, statement="coffee", value=5) == ""
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    assert before(table, statement="coffee", moment="after", value=5) == "yes_or_no"


def test_a_room_that_asks_three_does_not_take_a_fourth() -> None:
    table = with_yes_no()
    table.room.all_statements = False
    assert before(table, statement="coffee", value=5) == "unknown_statement"
    assert before(table) == ""


def test_an_answer_can_be_changed_and_said_twice_it_is_one(table: Table) -> None:
    before(table)
    before(table, value=5)
    before(table, value=5)
    assert table.facts == []
    table.at_seat("s3", "priority.answer", moment="before", place=6)
    table.at_seat("s3", "priority.answer", moment="before", place=6)
    assert table.facts == []
    assert table.room.measured["s3"].answers == {"before:my-role": 5}
    assert table.room.measured["s3"].priority == {"before": 6}
    table.check()


def test_a_grade_is_replaced_sentence_and_all_and_only_words_are_quotable(table: Table) -> None:
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    table.at_seat("s3", "grade.give", value=8, text="Goed", quotable=True)
    table.at_seat("s3", "grade.give", value=7, quotable=True)
    grade = table.room.measured["s3"].grade
    assert grade is not None
    assert (grade.value, grade.text, grade.quotable) == (7, None, False)
    table.check()


def test_in_a_closed_room_nothing_is_answered_any_more(table: Table) -> None:
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    table.at_desk("room.close")
    assert before(table, moment="after") == "closed"
    assert refusal(lambda: table.at_seat("s3", "grade.give", value=8)) == "closed"


def test_a_journal_from_before_teams_were_named_in_answers_still_folds(table: Table) -> None:
    fact = MeasureAnswered.model_validate({"seat": "s3", "moment": "before", "statement": "my-role", "value": 3})
    room = evolve(table.room, Event(table.room.version + 1, table.now, "seat:s3", fact))
    assert room.measured["s3"].team == "t1"
