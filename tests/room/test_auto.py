"""Auto-release lets news out by the clock of the phase, once, and never catches up; and the planned length and date."""

from __future__ import annotations

import pytest

from game_server.room.commands import ReachDeadlines
from game_server.room.deadlines import next_deadline
from tests.room.table import START, Table, refusal


@pytest.fixture
def table() -> Table:
    """A room that is about to enter its round."""
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    return table


def tick(table: Table, seconds: float) -> None:
    """Serves the room for so long: every deadline is raised when it comes."""
    end = table.now + round(seconds * 1000)
    while True:
        due = next_deadline(table.room, table.catalogue)
        if due is None or due > end:
            break
        table.now = max(table.now, due)
        table.inner(ReachDeadlines(), by="server")
    table.now = end


def states(table: Table, team: str = "t1") -> dict[str, str]:
    return {inject: news.state for inject, news in table.room.teams[team].news.items()}


def enter(table: Table) -> None:
    table.at_desk("phase.next", from_="welcome")


def test_a_closed_room_plans_nothing_any_more(table: Table) -> None:
    table.at_desk("room.close")
    assert refusal(lambda: table.at_desk("phase.auto", on=True)) == "closed"
    assert refusal(lambda: table.at_desk("room.plan", minutes=60)) == "closed"


def test_nothing_comes_by_itself_unless_the_desk_said_so(table: Table) -> None:
    enter(table)
    tick(table, 600)
    assert states(table) == {}


def test_news_comes_at_its_planned_minute_and_only_in_its_own_phase(table: Table) -> None:
    table.at_desk("phase.auto", on=True)
    tick(table, 600)
    assert states(table) == {}, "the welcome has no news"
    enter(table)
    tick(table, 0)
    assert states(table) == {"slow-desk": "released"}
    tick(table, 59)
    assert "strange-login" not in states(table)
    tick(table, 2)
    assert states(table) == dict.fromkeys(["slow-desk", "strange-login", "minister-visit"], "released")
    assert "breach" in table.room.teams["t1"].terms
    table.check()


def test_what_is_held_skipped_or_not_possible_does_not_come(table: Table) -> None:
    enter(table)
    table.at_desk("inject.hold", inject="strange-login", from_="planned")
    table.at_desk("inject.skip", inject="minister-visit", from_="planned")
    table.at_desk("phase.auto", on=True)
    tick(table, 1500)
    assert states(table) == {"slow-desk": "released", "strange-login": "held", "minister-visit": "skipped"}
    table.at_desk("inject.release", inject="strange-login", from_="held")


def test_what_was_planned_before_it_was_switched_on_waits_for_the_desk(table: Table) -> None:
    enter(table)
    table.wait(30)
    table.at_desk("phase.auto", on=True)
    tick(table, 1)
    assert states(table) == {}
    tick(table, 30)
    assert sorted(states(table)) == ["minister-visit", "strange-login"]


def test_a_pause_moves_what_is_to_come(table: Table) -> None:
    table.at_desk("phase.auto", on=True)
    enter(table)
    tick(table, 30)
    table.at_desk("room.pause")
    tick(table, 600)
    table.at_desk("room.resume")
    tick(table, 29)
    assert "strange-login" not in states(table)
    tick(table, 2)
    assert states(table)["strange-login"] == "released"


def test_after_an_outage_the_clock_lets_nothing_out_and_says_so(table: Table) -> None:
    table.at_desk("phase.auto", on=True)
    enter(table)
    tick(table, 30)
    table.wait(300)
    table.inner(ReachDeadlines(), by="server")
    assert (table.room.auto.on, table.room.auto.missed) == (False, True)
    assert "strange-login" not in states(table)
    assert next_deadline(table.room, table.catalogue) is None
    table.at_desk("phase.auto", on=True)
    assert table.room.auto.missed is False
    tick(table, 60)
    assert "strange-login" not in states(table), "what was missed is the desk's to release"
    table.check()


def test_what_a_choice_makes_possible_comes_at_once_when_its_minute_has_passed(table: Table) -> None:
    table.at_desk("phase.auto", on=True)
    enter(table)
    tick(table, 17 * 60)
    for verb, state in (("picture", "planned"), ("open", "picture"), ("reveal", "open")):
        table.at_desk(f"decision.{verb}", decision="unplug", from_=state)
    table.at_seat("s3", "decision.settle", decision="unplug", option="all-off")
    assert "resident-post" not in states(table)
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    tick(table, 1)
    assert states(table)["resident-post"] == "released"


def test_the_length_can_be_planned_anew(table: Table) -> None:
    before = table.room.version
    table.at_desk("room.plan", minutes=120)
    assert table.room.version == before
    table.at_desk("room.plan", minutes=90)
    assert table.room.minutes == 90


def test_talk_goes_from_the_reveal_to_the_word_and_pauses_do_not_count(table: Table) -> None:
    enter(table)
    for verb, state in (("picture", "planned"), ("open", "picture"), ("reveal", "open")):
        table.at_desk(f"decision.{verb}", decision="unplug", from_=state)
    run = table.room.teams["t1"].decisions["unplug"]
    table.wait(60)
    table.at_desk("room.pause")
    table.wait(600)
    table.at_desk("room.resume")
    table.wait(30)
    assert run.talk == 0
    table.at_seat("s3", "decision.settle", decision="unplug", option="all-off")
    assert (run.talk, run.talks_since) == (90_000, None)
    table.check()


def test_a_session_that_has_begun_or_a_moment_that_has_passed_gets_no_other_date(table: Table) -> None:
    assert refusal(lambda: table.at_desk("room.date", when=table.now + 1000)) == "begun"
    lobby = Table(when=START + 1000)
    assert refusal(lambda: lobby.at_desk("room.date", when=lobby.now)) == "past"


def test_a_prepared_session_moves_to_another_day() -> None:
    prepared = Table(when=START + 1000)
    for _ in range(2):
        prepared.at_desk("room.date", when=START + 86_400_000)
    assert prepared.facts == [], "what already is so changes nothing"
    assert (prepared.room.when, prepared.room.dated, prepared.room.status) == (START + 86_400_000, 1, "prepared")
    prepared.at_desk("door.open")
    prepared.at_desk("room.date", when=START + 2 * 86_400_000)
    assert prepared.room.dated == 2
    prepared.check()
