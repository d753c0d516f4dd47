"""What makes a main decision felt: cards that land, a statement that is marked, and *bij ons?* shown to others."""

from __future__ import annotations

import pytest

from game_server.room.events import InjectShared, PictureAdded
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """Two running teams: a mayor (s3) and a CISO (s4), and another mayor (s5) and CISO (s6)."""
    table = Table(teams=("Natte Meren", "Drogenbroek"))
    for team in ("t1", "t2"):
        table.sit("mayor", team)
        table.sit("ciso", team)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def settle(table: Table, seat: str, **words: str) -> None:
    team = table.room.seats[seat].team
    table.at_desk("decision.open", decision="unplug", from_="planned", team=team)
    table.at_desk("decision.reveal", decision="unplug", from_="open", team=team)
    table.at_seat(seat, "decision.settle", decision="unplug", option="watch", **words)


def apply(table: Table, *seats: str) -> None:
    for seat in seats:
        settle(table, seat)
        table.at_desk("decision.apply", decision="unplug", from_="settled", team=table.room.seats[seat].team)


# ---------------------------------------------------------------- a card lands on the picture


def test_shared_news_lands_on_the_picture_with_its_source_and_can_become_a_fact(table: Table) -> None:
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    table.at_seat("s4", "inject.share", inject="strange-login")
    shared, card = table.facts
    assert isinstance(shared, InjectShared) and isinstance(card, PictureAdded)
    assert (card.team, card.seat, card.inject, card.kind) == ("t1", "s4", "strange-login", "assumption")
    assert card.text and card.source
    table.at_seat("s3", "picture.change", item=card.item, kind="fact", source="Het logboek")
    line = table.room.teams["t1"].picture[card.item]
    assert (line.kind, line.source, line.inject, line.text) == ("fact", "Het logboek", "strange-login", card.text)
    assert table.room.teams["t2"].picture == {}
    table.check()


def test_what_a_stand_in_shares_lands_on_the_picture_too() -> None:
    table = Table()
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    (line,) = table.room.teams["t1"].picture.values()
    assert (line.inject, line.seat, line.role) == ("strange-login", None, "ciso")


# ---------------------------------------------------------------- leg het uit


def test_there_is_nothing_to_mark_without_a_statement(table: Table) -> None:
    marked = {"decision": "unplug", "clear": True}
    assert refusal(lambda: table.at_seat("s4", "statement.mark", **marked)) == "unknown_decision"
    settle(table, "s3")
    assert refusal(lambda: table.at_seat("s4", "statement.mark", **marked)) == "no_statement"


def test_only_the_own_team_marks_and_not_the_speaker(table: Table) -> None:
    settle(table, "s3", statement="Alles is uit.", to="residents")
    assert refusal(lambda: table.at_seat("s3", "statement.mark", decision="unplug", clear=True)) == "own_statement"
    assert refusal(lambda: table.at_seat("s6", "statement.mark", decision="unplug", clear=True)) == "unknown_decision"


def test_only_the_speaker_shows_the_marks_once_there_are_any(table: Table) -> None:
    settle(table, "s3", statement="Alles is uit.")
    assert refusal(lambda: table.at_seat("s4", "marks.release", decision="unplug")) == "not_speaker"
    assert refusal(lambda: table.at_seat("s3", "marks.release", decision="unplug")) == "no_marks"
    table.at_seat("s4", "statement.mark", decision="unplug", credible=True, missing="Hoe lang?")
    table.at_seat("s3", "marks.release", decision="unplug")
    table.at_seat("s3", "marks.release", decision="unplug")
    assert table.facts == []


def test_a_mark_is_one_may_be_changed_and_taken_back(table: Table) -> None:
    settle(table, "s3", statement="Alles is uit.")
    table.at_seat("s4", "statement.mark", decision="unplug")
    assert table.facts == []
    table.at_seat("s4", "statement.mark", decision="unplug", clear=True)
    table.at_seat("s4", "statement.mark", decision="unplug", clear=True)
    assert table.facts == []
    table.at_seat("s4", "statement.mark", decision="unplug", credible=True)
    settled = table.room.teams["t1"].decisions["unplug"].settled
    assert settled is not None and [(mark.clear, mark.credible) for mark in settled.marks.values()] == [(False, True)]
    table.at_seat("s4", "statement.mark", decision="unplug")
    assert settled.marks == {}
    table.check()


def test_other_words_are_marked_anew_and_another_owner_changes_nothing(table: Table) -> None:
    settle(table, "s3", statement="Alles is uit.")
    table.at_seat("s4", "statement.mark", decision="unplug", clear=True)
    again = {"decision": "unplug", "option": "watch"}
    table.at_seat("s3", "decision.settle", statement="Alles is uit.", owner="Bram", **again)
    settled = table.room.teams["t1"].decisions["unplug"].settled
    assert settled is not None and list(settled.marks) == ["s4"]
    table.at_seat("s3", "decision.settle", statement="Bijna alles is uit.", **again)
    settled = table.room.teams["t1"].decisions["unplug"].settled
    assert settled is not None and settled.marks == {}


# ---------------------------------------------------------------- bij ons?


def test_a_spread_is_shown_to_others_only_by_the_mandate_and_once_all_have_answered(table: Table) -> None:
    release = {"decision": "unplug"}
    assert refusal(lambda: table.at_seat("s3", "practice.release", **release)) == "unknown_decision"
    apply(table, "s3")
    assert refusal(lambda: table.at_seat("s4", "practice.release", **release)) == "no_mandate"
    table.at_seat("s3", "practice.answer", decision="unplug", value="yes")
    assert refusal(lambda: table.at_seat("s3", "practice.release", **release)) == "not_all_answered"
    table.at_seat("s4", "practice.answer", decision="unplug", value="no")
    table.at_seat("s3", "practice.release", **release)
    assert table.room.teams["t1"].practice_released == {"unplug": {"mayor": {"yes": 1}, "ciso": {"no": 1}}}
    table.at_seat("s3", "practice.release", **release)
    assert table.facts == []


def test_who_is_away_or_has_no_device_does_not_keep_the_others_waiting(table: Table) -> None:
    apply(table, "s3")
    table.at_seat("s3", "practice.answer", decision="unplug", value="yes")
    table.at_seat("s4", "seat.away")
    table.at_seat("s3", "practice.release", decision="unplug")
    assert table.room.teams["t1"].practice_released["unplug"] == {"mayor": {"yes": 1}}


def test_a_single_team_has_nobody_to_show_it_to() -> None:
    table = Table()
    table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    apply(table, "s3")
    table.at_seat("s3", "practice.answer", decision="unplug", value="yes")
    assert refusal(lambda: table.at_seat("s3", "practice.release", decision="unplug")) == "no_others"
