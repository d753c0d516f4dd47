"""What a seat keeps out of the report, and the facilitator's foreword."""

from __future__ import annotations

import pytest

from game_server.room.events import ForewordWritten, WordsRestored, WordsStruck
from game_server.room.own_words import own_words, without_struck
from game_server.views.own import own_view
from tests.room.table import Table, refusal

ALL = {"reason:unplug", "statement:unplug", "resolution"}


@pytest.fixture
def table() -> Table:
    """A mayor (s3) who voted, settled and resolved, and a CISO (s4) who voted without a word."""
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch", reason="Te vroeg")
    table.at_seat("s4", "vote.cast", decision="unplug", option="watch")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch", statement="Wij kijken mee", owner="Bram")
    table.at_seat("s3", "resolution.write", text="Koffie")
    return table


def test_only_words_of_ones_own_can_be_struck(table: Table) -> None:
    for words in ("reason:unplug", "resolution", "reflection:zzz", "reason:zzz", "reason", "secret:unplug"):
        assert refusal(lambda w=words: table.at_seat("s4", "words.strike", words=w)) == "unknown_words"
    assert refusal(lambda: table.at_seat("s3", "words.restore", words="reason:zzz")) == "unknown_words"
    assert set(own_words(table.room, table.room.seats["s3"])) == ALL


def test_words_are_struck_and_put_back_and_a_repeat_changes_nothing(table: Table) -> None:
    table.at_seat("s3", "words.restore", words="resolution")
    assert table.facts == []
    table.at_seat("s3", "words.strike", words="resolution")
    assert table.facts == [WordsStruck(seat="s3", words="resolution")]
    table.at_seat("s3", "words.strike", words="resolution")
    assert table.facts == []
    assert own_view(table.room, table.room.seats["s3"])["struck"] == {"resolution": True}
    table.at_seat("s3", "words.restore", words="resolution")
    assert table.facts == [WordsRestored(seat="s3", words="resolution")]
    assert "struck" not in own_view(table.room, table.room.seats["s3"])
    table.check()


def test_a_room_without_struck_words_is_the_same_room_and_one_with_them_loses_only_those(table: Table) -> None:
    assert without_struck(table.room) is table.room
    for words in ALL:
        table.at_seat("s3", "words.strike", words=words)
    left = without_struck(table.room)
    run = left.teams["t1"].decisions["unplug"]
    assert run.rounds[0].votes["s3"].reason is None
    assert run.settled is not None
    assert (run.settled.option, run.settled.statement, run.settled.owner) == ("watch", None, None)
    assert left.seats["s3"].resolution == {}
    kept = table.room.teams["t1"].decisions["unplug"]
    assert kept.settled is not None
    assert kept.settled.statement == "Wij kijken mee", "the room itself keeps them"


def test_words_can_still_be_struck_when_the_session_is_closed(table: Table) -> None:
    table.at_desk("room.debrief")
    table.at_desk("room.close")
    table.at_seat("s3", "words.strike", words="resolution")
    assert table.room.struck == {"s3": {"resolution"}}


def test_the_foreword_is_one_and_may_be_rewritten_or_taken_away(table: Table) -> None:
    table.at_desk("report.foreword", text="Dank aan allen.")
    assert table.facts == [ForewordWritten(text="Dank aan allen.")]
    table.at_desk("report.foreword", text="Dank aan allen.")
    assert table.facts == []
    table.at_desk("report.foreword", text="")
    assert table.room.foreword == ""
