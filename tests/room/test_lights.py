"""Lights out: refusals first."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.room.commands import ReachDeadlines
from game_server.room.deadlines import next_deadline
from game_server.room.events import LightsCameBack, LightsWentOut
from game_server.views import Audience, own, view
from tests.room.table import Table, refusal
from tests.scenario.packs import with_quick


@pytest.fixture
def table() -> Table:
    """Two running teams in a room that chose it: a mayor (s3) and a CISO (s4)."""
    table = Table(teams=("Natte Meren", "Drogenbroek"), lights_out=True)
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def lights(table: Table, team: str = "t1") -> Any:
    return view(Audience("seat", "nl", team, "mayor"), table.room, table.catalogue).get("lights")


def test_phones_stay_lit_in_a_room_that_did_not_choose_it() -> None:
    table = Table()
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    assert refusal(lambda: table.at_desk("lights.out", minutes=3)) == "no_lights_out"
    darken(table)
    assert lights(table) is None


def darken(table: Table) -> None:
    """Releases news that darkens phones, by the choice that it waits for."""
    table.at_desk("decision.open", decision="unplug", from_="planned", team="t1")
    table.at_desk("decision.reveal", decision="unplug", from_="open", team="t1")
    word = {"on_word_of": "mayor"} if table.room.seats else {}
    table.at_desk("decision.settle", decision="unplug", option="all-off", team="t1", **word)
    table.at_desk("decision.apply", decision="unplug", from_="settled", team="t1")
    table.at_desk("inject.release", inject="resident-post", from_="planned", team="t1")


def test_nothing_goes_dark_while_the_game_stands_still(table: Table) -> None:
    table.at_desk("room.pause")
    assert refusal(lambda: table.at_desk("lights.out", minutes=3)) == "paused"
    assert refusal(lambda: table.at_desk("seat.spare", seat="s99", spared=True)) == "unknown_seat"


def test_the_phones_of_one_team_go_dark_until_the_session_clock_says_so(table: Table) -> None:
    table.at_desk("lights.out", minutes=3, team="t1")
    assert lights(table) == {"since": 0, "until": 180_000} and lights(table, "t2") is None
    table.wait(100)
    table.at_desk("room.pause")
    table.wait(600)
    assert next_deadline(table.room, table.catalogue) is None
    table.at_desk("room.resume")
    assert next_deadline(table.room, table.catalogue) == table.now + 80_000
    table.wait(79)
    table.inner(ReachDeadlines(), by="server")
    assert table.facts == []
    table.wait(1)
    table.inner(ReachDeadlines(), by="server")
    assert table.facts == [LightsCameBack(team="t1")]
    assert lights(table) is None
    table.check()


def ballot(table: Table, team: str = "t1") -> Any:
    return table.room.teams[team].decisions["tell-council"].ballot


def test_a_vote_with_a_deadline_gets_the_time_that_the_dark_takes() -> None:
    table = Table(with_quick(hard=True), teams=("Natte Meren", "Drogenbroek"), lights_out=True)
    mayor = table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    table.wait(20)
    table.at_desk("lights.out", minutes=2, team="t1")
    assert (ballot(table).due, ballot(table, "t2").due) == (180_000, 60_000)
    table.at_desk("lights.out", minutes=3, team="t1")
    assert ballot(table).due == 240_000
    table.at_desk("lights.on", team="t1")
    assert ballot(table).due == 240_000, "what was given stays given"
    table.wait(100)
    table.at_seat(mayor, "vote.cast", decision="tell-council", option="wait")
    table.wait(120)
    table.at_desk("lights.out", minutes=1, team="t1")
    assert ballot(table).due == 240_000, "a time that has run out does not begin anew"
    table.check()


def test_a_vote_that_opens_in_the_dark_begins_when_the_phones_are_back() -> None:
    table = Table(with_quick(hard=True), teams=("Natte Meren", "Drogenbroek"), lights_out=True)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("lights.out", minutes=2, team="t1")
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    assert (ballot(table).due, ballot(table, "t2").due) == (180_000, 60_000)


def test_news_darkens_phones_where_it_says_so(table: Table) -> None:
    darken(table)
    assert LightsWentOut(team="t1", until=120_000, inject="resident-post") in table.facts
    assert table.room.step is not None
    table.at_desk("step.undo", of=table.room.step.cmd)
    assert lights(table) is None


def test_news_never_shortens_the_dark(table: Table) -> None:
    table.at_desk("lights.out", minutes=10)
    darken(table)
    assert lights(table)["until"] == 600_000


def test_the_facilitator_can_always_end_it(table: Table) -> None:
    table.at_desk("lights.out", minutes=15)
    table.at_desk("room.pause", incident=True)
    table.at_desk("lights.on")
    assert lights(table) is None
    table.at_desk("lights.on")
    assert table.facts == []


@pytest.mark.parametrize("end", [("room.debrief", {}), ("phase.next", {"from_": "round-1"}), ("room.close", {})])
def test_the_debrief_is_held_in_the_light(table: Table, end: tuple[str, dict[str, str]]) -> None:
    table.at_desk("lights.out", minutes=15)
    table.at_desk(end[0], **end[1])
    assert lights(table) is None and next_deadline(table.room, table.catalogue) is None


def test_a_spared_chair_is_known_to_itself_and_the_desk_alone(table: Table) -> None:
    table.at_desk("seat.spare", seat="s4", spared=True)
    table.at_desk("seat.spare", seat="s4", spared=True)
    assert table.facts == []
    assert own("s4", table.room)["spared"] and "spared" not in own("s3", table.room)
    assert view(Audience("desk", "nl"), table.room, table.catalogue)["teams"]["t1"]["spared"] == {"s4": True}
    assert "spared" not in str(view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue))
    table.at_desk("seat.spare", seat="s4", spared=False)
    assert "spared" not in own("s4", table.room)


def test_a_dark_phone_has_the_view_that_a_lit_one_has(table: Table) -> None:
    table.at_desk("lights.out", minutes=3)
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    dark = view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue)
    table.at_desk("lights.on")
    lit = view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue)
    assert {key: part for key, part in dark.items() if key != "lights"} == lit


def test_other_teams_do_not_see_it_on_the_rooms_screen(table: Table) -> None:
    table.at_desk("lights.out", minutes=3, team="t1")
    assert "lights" not in view(Audience("screen", "nl"), table.room, table.catalogue)["teams"]["t1"]
    assert "lights" in view(Audience("screen", "nl", "t1"), table.room, table.catalogue)["teams"]["t1"]
