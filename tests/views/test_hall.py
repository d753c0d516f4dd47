"""A hall: counts instead of rows, a team's rows on request, and views that stay small however many tables there are."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from game_server.paths import scenarios_dir
from game_server.room.state import DecisionRun
from game_server.scenario.load import load_pack
from game_server.views import Audience, touched, view
from game_server.views.patch import diff
from tests.room.table import Table

DESK, SCREEN, OBSERVER = Audience("desk", "nl"), Audience("screen", "nl"), Audience("observer", "nl")
MOST = {DESK: 140_000, SCREEN: 40_000, OBSERVER: 50_000}
"""Bytes of a whole view at sixty tables."""
MOST_NEW = {DESK: 16_000, SCREEN: 12_000, OBSERVER: 20_000}
"""Bytes of a patch."""


class Plenary:
    """Tables full of people on the shipped scenario, and how large each audience's frames are."""

    def __init__(self, tables: int) -> None:
        names = tuple(f"Tafel {number}" for number in range(1, tables + 1))
        self.table = Table(load_pack(scenarios_dir() / "natte-meren"), teams=names)
        chairs = [(team, role) for team in self.table.room.teams for role in self.table.scenario.roles]
        self.seats = [self.table.sit(role, team, f"@{team}/{role}@") for team, role in chairs]
        self.views: dict[Audience, Any] = {}
        self.largest = dict.fromkeys(MOST, 0)
        self.table.at_desk("room.start")

    def look(self) -> None:
        for audience in MOST:
            now = view(audience, self.table.room, self.table.catalogue)
            if audience in self.views:
                patch = diff(self.views[audience], now) or {}
                self.largest[audience] = max(self.largest[audience], len(orjson.dumps(patch)))
            self.views[audience] = now

    def desk(self) -> Any:
        return view(DESK, self.table.room, self.table.catalogue)

    def step(self) -> None:
        """What the desk's button says, with everyone's vote before a ballot closes."""
        step = self.desk()["next"]
        if step["action"] in ("decision.close", "decision.reveal"):
            self._vote(step["thing"])
            self.look()
        if step["action"] == "decision.settle":
            self._settle(step["thing"])
        else:
            fields = dict(step["command"])
            self.table.at_desk(fields.pop("type"), **fields)
        self.table.wait(10)
        self.look()

    def _vote(self, decision: str) -> None:
        found = self.table.catalogue.decision(decision)[1]
        for place, seat in enumerate(self.seats):
            run = self.table.room.teams[self.table.room.seats[seat].team].decisions.get(decision, DecisionRun())
            may = not found.votes or self.table.room.seats[seat].role in found.votes
            if may and run.state == "open" and seat not in run.rounds[-1].votes:
                option = found.options[place % len(found.options)].id
                self.table.at_seat(seat, "vote.cast", decision=decision, option=option, reason=f"@waarom {seat}@")

    def _settle(self, decision: str) -> None:
        options = self.table.catalogue.decision(decision)[1].options
        for place, team in enumerate(self.table.room.teams):
            if self.table.room.teams[team].decisions.get(decision, DecisionRun()).state == "revealed":
                option = options[place % len(options)].id
                self.table.at_desk("decision.settle", decision=decision, team=team, option=option, reason="@overrule@")

    def until(self, action: str) -> Any:
        while (step := self.desk()["next"])["action"] != action:
            self.step()
        return step


def test_views_stay_small_at_sixty_tables() -> None:
    """Until the first decision has worked out differently everywhere."""
    plenary = Plenary(60)
    plenary.look()
    plenary.until("decision.apply")
    plenary.step()
    for audience, most in MOST.items():
        assert len(orjson.dumps(plenary.views[audience])) < most, audience
        assert plenary.largest[audience] < MOST_NEW[audience], audience


def test_no_single_vote_and_no_name_is_in_a_hall_until_its_table_is_opened() -> None:
    plenary = Plenary(10)
    step = plenary.until("decision.reveal")
    plenary._vote(step["thing"])
    desk = orjson.dumps(plenary.desk()).decode()
    assert "@waarom" not in desk
    assert "@t3/" not in desk
    rows = view(Audience("rows", "nl", "t3"), plenary.table.room, plenary.table.catalogue)
    told = orjson.dumps(rows).decode()
    assert rows["team"] == "t3"
    assert len(rows["rows"]["seats"]) == 5
    assert "@t3/" in told
    assert "@t4/" not in told
    assert len(rows["ballots"][f"t3/{step['thing']}"]["votes"]) == 5
    for audience in (SCREEN, OBSERVER, Audience("seat", "nl", "t3", "mayor")):
        assert "@waarom" not in orjson.dumps(view(audience, plenary.table.room, plenary.table.catalogue)).decode()


def test_a_hall_tells_the_ladder_once_and_of_each_table_where_it_stands() -> None:
    table = Table(teams=tuple(f"Tafel {number}" for number in range(1, 11)), ladder=True)
    table.sit("mayor", "t2")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("ladder.climb", rung="team-room", team="t2", on_word_of="mayor")
    hall = view(DESK, table.room, table.catalogue)["hall"]
    assert list(hall["ladder"]) == ["team-room", "region"]
    assert {team: line["rung"] for team, line in hall["teams"].items() if "rung" in line} == {"t2": "team-room"}


def test_a_table_that_is_not_as_most_says_so() -> None:
    plenary = Plenary(10)
    step = plenary.until("inject.release")
    inject = step["thing"]
    plenary.table.at_desk("inject.hold", inject=inject, from_="planned", team="t4")
    plenary.table.at_desk("inject.release", inject=inject, from_="planned")
    hall = plenary.desk()["hall"]
    assert hall["news"][inject]["state"] == "released"
    assert hall["teams"]["t4"]["news"] == {inject: {"state": "held", "possible": True}}
    assert hall["teams"]["t5"]["news"] == {}


@pytest.mark.parametrize(("people", "hall"), [(29, False), (30, True)])
def test_from_thirty_chairs_one_team_is_a_hall_too(people: int, hall: bool) -> None:
    table = Table(seats={"ciso": 40})
    seats = [table.sit("ciso") for _ in range(people)]
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    for seat in seats[:4]:
        table.at_seat(seat, "inject.read", inject="slow-desk")
        table.at_seat(seat, "vote.cast", decision="unplug", option="watch")
    desk = view(DESK, table.room, table.catalogue)
    chair = view(Audience("seat", "nl", "t1", "ciso"), table.room, table.catalogue)
    if hall:
        line = desk["hall"]["teams"]["t1"]
        assert (desk["teams"], desk["ballots"], line["taken"]) == ({}, {}, 30)
        assert desk["hall"]["news"]["slow-desk"]["openings"] == 4
        assert (line["decisions"]["unplug"]["cast"], line["decisions"]["unplug"]["counts"]["watch"]) == (4, 4)
        assert (chair["team"]["seats"], chair["team"]["chairs"]) == ({}, {"ciso": 30})
    else:
        assert "hall" not in desk
        assert len(desk["teams"]["t1"]["news"]["slow-desk"]["opened"]) == 4
        assert len(desk["ballots"]["t1/unplug"]["votes"]) == 4
        assert len(chair["team"]["seats"]) == 29


def test_of_thirty_votes_in_one_team_the_reveal_shows_counts_alone() -> None:
    table = Table(seats={"ciso": 40})
    seats = [table.sit("ciso") for _ in range(30)]
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    for seat in seats:
        table.at_seat(seat, "vote.cast", decision="unplug", option="watch", reason="@waarom@")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    result = view(Audience("seat", "nl", "t1", "ciso"), table.room, table.catalogue)["decisions"]["unplug"]["result"]
    assert result["counts"]["watch"] == 30
    assert "votes" not in result


def test_who_sits_down_concerns_the_own_table_alone() -> None:
    table = Table(teams=("Een", "Twee"))
    before = len(table.log)
    table.sit("mayor", "t2")
    reach = touched(table.log[before:])
    assert reach.presence
    assert reach.reaches(Audience("seat", "nl", "t2", "ciso"))
    assert not reach.reaches(Audience("seat", "nl", "t1", "ciso"))
    assert reach.reaches(SCREEN)
    assert reach.reaches(DESK)


def test_a_team_knows_who_sits_there_in_the_order_in_which_they_came() -> None:
    table = Table(teams=("Een", "Twee"))
    first, second = table.sit("mayor", "t1"), table.sit("mayor", "t2")
    table.at_desk("seat.move", seat=first, team="t2", role="ciso")
    assert list(table.room.teams["t2"].seats) == [first, second]
    assert table.room.teams["t1"].seats == {}
    table.at_desk("seat.remove", seat=first)
    assert list(table.room.teams["t2"].seats) == [second]
    table.check()
