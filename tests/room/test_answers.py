"""What is taken home, and what stands in the journal."""

from __future__ import annotations

import orjson
import pytest

from game_server.room.envelope import Event, NewerEvent, decode, encode
from game_server.room.events import RoomStarted
from game_server.scenario.model import Scenario
from tests.room.table import Table, refusal
from tests.scenario.packs import tiny_scenario


@pytest.fixture
def table() -> Table:
    """A running round with a mayor (s3) and a CISO (s4)."""
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def test_answers_to_what_was_not_asked_are_refused(table: Table) -> None:
    asked = {"moment": "before", "statement": "zzz", "value": 3}
    assert refusal(lambda: table.at_seat("s3", "measure.answer", **asked)) == "unknown_statement"
    assert refusal(lambda: table.at_seat("s3", "reflection.write", question="zzz", text="Ja")) == "unknown_question"
    assert refusal(lambda: table.at_seat("s3", "practice.answer", decision="unplug", value="no")) == "unknown_decision"


def test_practice_is_asked_only_once_the_decision_is_effective(table: Table) -> None:
    table.at_desk("decision.open", decision="unplug", from_="planned")
    assert refusal(lambda: table.at_seat("s3", "practice.answer", decision="unplug", value="no")) == "not_effective"
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch")
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    table.at_seat("s3", "practice.answer", decision="unplug", value="no")
    table.at_seat("s3", "practice.answer", decision="unplug", value="no")
    assert table.facts == []


def test_a_word_that_is_not_in_the_glossary_cannot_be_looked_up(table: Table) -> None:
    assert refusal(lambda: table.at_seat("s3", "term.open", term="Zonnebloem")) == "unknown_term"


def test_a_word_is_looked_up_once_a_chair_and_no_longer_in_the_debrief(table: Table) -> None:
    table.at_seat("s3", "term.open", term="AVG")
    table.at_seat("s3", "term.open", term="AVG")
    assert table.facts == []
    table.at_desk("room.debrief")
    table.at_seat("s4", "term.open", term="AVG")
    assert table.facts == []


def test_only_the_mandate_agrees_to_a_joint_report(table: Table) -> None:
    assert refusal(lambda: table.at_seat("s4", "report.share", joint=True)) == "no_mandate"
    table.at_seat("s3", "report.share", joint=True)
    assert table.room.teams["t1"].joint


def settled_by(**settles: str) -> Table:
    """A table at which the tiny pack's main decision is settled in this way."""
    pack = tiny_scenario().model_dump(by_alias=True)
    (main,) = [d for phase in pack["phases"] for d in phase["decisions"] if d["kind"] == "main"]
    main["settles"] = settles
    table = Table(Scenario.model_validate(pack))
    table.sit("mayor")
    table.sit("ciso")
    return table


def test_without_a_mandate_who_breaks_a_tie_agrees_to_a_joint_report_whatever_the_votes_were() -> None:
    table = settled_by(by="majority", tie="ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    assert refusal(lambda: table.at_seat("s3", "report.share", joint=True)) == "no_mandate"
    table.at_seat("s4", "report.share", joint=True)
    assert table.room.teams["t1"].joint


def test_where_nobody_has_the_last_word_nobody_agrees_to_a_joint_report() -> None:
    table = settled_by(by="consensus")
    for seat in ("s3", "s4"):
        assert refusal(lambda s=seat: table.at_seat(s, "report.share", joint=True)) == "no_mandate"


def test_a_resolution_is_one_and_may_be_rewritten(table: Table) -> None:
    table.at_seat("s3", "resolution.write", text="Koffie met de CISO", with_="Bram")
    table.at_seat("s3", "resolution.write", text="Koffie met de CISO", by_="volgende week")
    assert table.room.seats["s3"].resolution == {"text": "Koffie met de CISO", "by": "volgende week"}


def test_the_report_is_not_released_before_the_debrief(table: Table) -> None:
    assert refusal(lambda: table.at_desk("report.release")) == "not_debrief"


def test_a_screen_shows_only_what_there_is(table: Table) -> None:
    assert refusal(lambda: table.at_desk("screen.show", what="inject:zzz")) == "unknown_inject"
    assert refusal(lambda: table.at_desk("screen.show", what="statement:t1:unplug")) == "unknown_decision"
    table.at_desk("screen.show", what="code")
    assert table.room.showing == "code"


def test_a_repeated_command_id_gets_the_same_answer(table: Table) -> None:
    command = table.parse(
        __import__("tests.room.table", fromlist=["SEAT"]).SEAT, "picture.add", {"kind": "fact", "text": "Een"}
    )
    first = table.ask("seat:s3", command)
    version = table.room.version
    assert table.ask("seat:s3", command) == first and table.room.version == version


def test_an_event_of_a_newer_program_is_newer_not_broken() -> None:
    line = orjson.loads(encode(Event(1, 2, "server", RoomStarted())))
    for change in ({"schema": 2}, {"type": "room_teleported"}):
        with pytest.raises(NewerEvent):
            decode(orjson.dumps({**line, **change}))
    with pytest.raises(ValueError, match="broken"):
        decode(orjson.dumps({**line, "type": "phase_began"}))
    with pytest.raises(ValueError, match="not an event"):
        decode(b"[]")
