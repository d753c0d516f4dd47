"""Scaling up: refusals first."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.room.events import IndicatorMoved, InjectUnlocked, RungClimbed
from game_server.views import Audience, view
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """Two running teams that may scale up: a mayor (s3) and a CISO (s4), and another CISO (s5)."""
    table = Table(teams=("Natte Meren", "Drogenbroek"), ladder=True)
    table.sit("mayor")
    table.sit("ciso")
    table.sit("ciso", "t2")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def climb(table: Table, seat: str = "s3", rung: str = "team-room", **more: Any) -> None:
    table.at_seat(seat, "ladder.climb", rung=rung, **more)


def test_a_room_without_a_ladder_does_not_scale_up() -> None:
    table = Table()
    table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    assert refusal(lambda: climb(table)) == "no_ladder"
    assert "ladder" not in view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue)


def test_only_the_first_of_its_row_at_the_table_decides(table: Table) -> None:
    assert refusal(lambda: climb(table, "s4")) == "no_mandate"
    table.at_seat("s3", "seat.away")
    climb(table, "s4")
    assert refusal(lambda: climb(table, "s4", "region", from_="team-room")) == "no_mandate"


def test_a_step_names_what_it_saw_and_only_goes_up(table: Table) -> None:
    assert refusal(lambda: climb(table, rung="zzz")) == "unknown_rung"
    assert refusal(lambda: climb(table, from_="region")) == "stale"
    assert refusal(lambda: climb(table, rung="region")) == "rung_not_yet"
    climb(table)
    assert refusal(lambda: climb(table)) == "stale"
    assert refusal(lambda: climb(table, from_="team-room")) == "rung_below"


def test_there_is_nothing_to_scale_up_before_and_after_the_rounds() -> None:
    table = Table(ladder=True)
    table.sit("mayor")
    assert refusal(lambda: climb(table)) == "not_running"
    table.at_desk("room.start")
    assert refusal(lambda: climb(table)) == "not_yet"
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("room.pause")
    assert refusal(lambda: climb(table)) == "paused"
    table.at_desk("room.debrief")
    assert refusal(lambda: climb(table)) == "not_running"


def test_the_desk_needs_the_word_of_whom_it_takes(table: Table) -> None:
    def at_desk(**more: Any) -> None:
        table.at_desk("ladder.climb", rung="team-room", **more)

    assert refusal(lambda: at_desk(team="t9")) == "unknown_team"
    assert refusal(lambda: at_desk(team="t1")) == "not_mandated"
    assert refusal(lambda: at_desk(team="t1", on_word_of="ciso")) == "not_mandated"
    at_desk(team="t1", on_word_of="mayor")
    assert table.facts[0] == RungClimbed(team="t1", rung="team-room", way="word", role="mayor")
    at_desk(team="t2", on_word_of="ciso")
    table.at_desk("ladder.climb", rung="region", from_="team-room", team="t2")
    assert table.facts[0] == RungClimbed(team="t2", rung="region", way="empty_chair")


def test_a_rung_has_its_cost_and_unlocks_its_news_in_one_team(table: Table) -> None:
    climb(table)
    assert table.facts == [
        RungClimbed(team="t1", rung="team-room", way="role", role="mayor", seat="s3"),
        IndicatorMoved(team="t1", indicator="service", points=-2, value=68, because="rung:team-room"),
    ]
    climb(table, rung="region", from_="team-room")
    assert InjectUnlocked(team="t1", inject="region-call") in table.facts
    assert table.room.teams["t2"].rungs == {}
    table.check()


def test_the_own_team_sees_where_it_stands_and_no_other_does(table: Table) -> None:
    climb(table)
    mine = view(Audience("seat", "nl", "t1", "ciso"), table.room, table.catalogue)
    assert {rung: line["state"] for rung, line in mine["ladder"].items()} == {"team-room": "now", "region": "ahead"}
    assert mine["ladder"]["region"]["decides"] == "mayor" and "possible" not in mine["ladder"]["region"]
    theirs = view(Audience("seat", "nl", "t2", "ciso"), table.room, table.catalogue)
    assert {line["state"] for line in theirs["ladder"].values()} == {"ahead"}
    assert view(Audience("screen", "nl", "t1"), table.room, table.catalogue)["teams"]["t1"]["rung"]["order"] == 1
    shared = view(Audience("screen", "nl"), table.room, table.catalogue)["teams"]["t1"]
    assert "rung" not in shared
    (move,) = shared["indicators"]["service"]["moves"].values()
    assert move["because"] == "Een besluit"
    desk = view(Audience("desk", "nl"), table.room, table.catalogue)["teams"]
    assert desk["t1"]["ladder"]["region"]["possible"] and not desk["t2"]["ladder"]["region"]["possible"]
