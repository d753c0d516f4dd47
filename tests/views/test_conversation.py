"""The talk afterwards as each audience sees it: what is not theirs, or not let through yet, is not there."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from game_server.scenario.conversation import steps
from game_server.views import Audience, view
from tests.room.table import Table
from tests.views.session import Session, marked_scenario

MAYOR, CISO = Audience("seat", "nl", "t1", "mayor"), Audience("seat", "nl", "t1", "ciso")
OWN, ROOM, DESK = Audience("screen", "nl", "t1"), Audience("screen", "nl"), Audience("desk", "nl")


def played() -> Session:
    """A whole session of two teams, back in its debrief."""
    session = Session()
    session.play()
    room = session.table.room
    room.status, room.phase = "debrief", next(run for run in room.phases if run.id == "debrief")
    return session


def debriefing(*roles: str, teams: tuple[str, ...] = ("Natte Meren",)) -> tuple[Table, list[str]]:
    """One vote and one shared and one kept message, then the debrief."""
    table = Table(marked_scenario(), teams=teams)
    seats = [table.sit(role) for role in roles]
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    for inject in ("strange-login", "ciso-kept", "slow-desk"):
        table.wait(60)
        table.at_desk("inject.release", inject=inject, from_="planned")
    ciso = next(seat for seat in seats if table.room.seats[seat].role == "ciso")
    table.at_seat(ciso, "inject.read", inject="ciso-kept")
    table.wait(60)
    table.at_seat(ciso, "inject.share", inject="strange-login")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    for seat in seats:
        option = "watch" if seat == ciso else "all-off"
        table.at_seat(seat, "vote.cast", decision="unplug", option=option, confidence=4, reason=f"@vote/{seat}@")
    table.wait(120)
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.wait(60)
    for team in table.room.teams:
        table.at_desk("decision.settle", decision="unplug", option="all-off", team=team, on_word_of="mayor")
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    table.at_desk("room.debrief")
    return table, seats


def talk(audience: Audience, table: Table) -> Any:
    return view(audience, table.room, table.catalogue)["conversation"]


def test_there_is_no_talk_before_the_debrief_and_none_of_its_facts_before_a_step() -> None:
    table = Table()
    for audience in (DESK, ROOM, OWN, MAYOR):
        assert "conversation" not in view(audience, table.room, table.catalogue)
    table, _ = debriefing("mayor", "ciso")
    for audience in (DESK, ROOM, OWN, MAYOR):
        assert set(talk(audience, table)) == {"steps", "ends", "page", "let"}


@pytest.mark.parametrize("screen", [OWN, ROOM])
def test_before_the_matrix_is_let_through_a_screen_holds_nothing_of_it(screen: Audience) -> None:
    table, _ = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="matrix")
    before = orjson.dumps(view(screen, table.room, table.catalogue)).decode()
    assert "injects/ciso-kept" not in before
    assert "teams" not in talk(screen, table)
    table.at_desk("debrief.let", part="matrix")
    after = talk(screen, table)["teams"]["t1"]["matrix"]
    assert [row["signs"] for row in after["rows"]] == [
        {"mayor": "heard", "ciso": "shared"},
        {"mayor": "none", "ciso": "opened"},
    ]
    assert after["rows"][0]["shared"] == {"by": "ciso", "after": 180_000, "stand_in": False}
    assert after["rows"][0]["used"] == ["@phases/round-1/decisions/unplug/title@"]
    assert "shared" not in after["rows"][1]
    assert after["rows"][1]["title"].startswith("@phases/round-1/injects/ciso-kept/from@: ")
    assert after["shared"] == 1
    table.at_desk("debrief.let", part="matrix", on=False)
    assert orjson.dumps(view(screen, table.room, table.catalogue)).decode() == before


def test_each_person_sees_what_they_had_themselves_before_the_matrix_and_no_more() -> None:
    table, _ = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="matrix")
    assert [row["sign"] for row in talk(CISO, table)["mine"]] == ["shared", "opened"]
    assert talk(MAYOR, table)["mine"] == []
    assert "teams" not in talk(MAYOR, table)
    assert "matrix" in talk(DESK, table)["teams"]["t1"], "the desk sees it before it lets it through"


def test_what_is_opened_in_the_debrief_itself_was_not_known_in_time() -> None:
    table, seats = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="matrix")
    before = talk(CISO, table)
    table.at_seat(seats[1], "inject.read", inject="strange-login")
    assert talk(CISO, table) == before


def test_the_shared_screen_of_two_teams_holds_no_teams_matrix_votes_or_private_news() -> None:
    session = played()
    table = session.table
    for team in ("t1", "t2"):
        for part in ("votes", "reasons"):
            table.at_desk("debrief.let", part=part, team=team, decision="unplug")
    table.at_desk("debrief.let", part="matrix")
    for step in steps(table.scenario):
        table.at_desk("debrief.show", step=step.id)
        shown = talk(ROOM, table)
        for facts in shown.get("teams", {}).values():
            assert set(facts) == {"shifts"}, step
        assert not {line["kind"] for line in shown.get("lines", [])} - {"phase", "news", "revealed"}
        held = orjson.dumps(view(ROOM, table.room, table.catalogue)).decode()
        assert "@vote/" not in held and "ciso-kept" not in held and "@edited/" not in held
        other = orjson.dumps(view(OWN, table.room, table.catalogue)).decode()
        assert "/t2/" not in other, "a team's own screen tells nothing of the other"


def test_votes_by_role_and_their_reasons_come_to_the_screen_only_when_let_through() -> None:
    table, _ = debriefing("mayor", "ciso", "dpo")
    table.at_desk("debrief.show", step="decisions", thing="unplug")
    facts = talk(OWN, table)["teams"]["t1"]["decision"]
    assert facts == {"talk": 60_000, "rounds": 1, "used": 180_000}
    table.at_desk("debrief.let", part="reasons", team="t1", decision="unplug")
    assert "votes" not in talk(OWN, table)["teams"]["t1"]["decision"], "no reasons without the votes"
    table.at_desk("debrief.let", part="reasons", team="t1", decision="unplug", on=False)
    table.at_desk("debrief.let", part="votes", team="t1", decision="unplug")
    votes = talk(OWN, table)["teams"]["t1"]["decision"]["votes"]
    assert votes[1] == {"role": "ciso", "option": "watch", "confidence": 4}
    assert "@vote/" not in orjson.dumps(view(OWN, table.room, table.catalogue)).decode()
    table.at_desk("debrief.let", part="reasons", team="t1", decision="unplug")
    assert "reason" in talk(OWN, table)["teams"]["t1"]["decision"]["votes"][0]


def test_of_fewer_than_three_votes_nothing_is_let_through() -> None:
    table, _ = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="decisions", thing="unplug")
    table.at_desk("debrief.let", part="votes", team="t1", decision="unplug")
    table.at_desk("debrief.let", part="reasons", team="t1", decision="unplug")
    assert "votes" not in talk(OWN, table)["teams"]["t1"]["decision"]
    assert "votes" in talk(DESK, table)["teams"]["t1"]["decision"]


def test_the_road_not_taken_is_told_of_what_was_carried_out_only() -> None:
    table, _ = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="roads", thing="tell-council")
    shown = talk(ROOM, table)
    assert set(shown["decisions"]) == {"unplug"}
    assert shown["thing"] == "unplug", "what was not carried out cannot be shown"
    assert set(shown["roads"]) == {"all-off", "part-off", "watch"}
    assert shown["roads"]["watch"]["moves"]
    assert talk(MAYOR, table)["roads"] == shown["roads"]


def test_the_curves_end_where_the_indicators_stand() -> None:
    table, _ = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="curves")
    for audience in (DESK, ROOM, MAYOR):
        shifts = talk(audience, table)["teams"]["t1"]["shifts"]
        team = table.room.teams["t1"]
        for key, indicator in table.scenario.indicators.items():
            moved = sum(shift["moves"].get(key, 0) for shift in shifts)
            assert indicator.start + moved == team.indicators[key]
        assert shifts == sorted(shifts, key=lambda shift: shift["at"])


def test_a_screen_learns_when_a_decision_took_effect_and_which_moves_were_its_own() -> None:
    table, _ = debriefing("mayor", "ciso")
    shown: Any = view(OWN, table.room, table.catalogue)
    part, team = shown["decisions"]["unplug"]["teams"]["t1"], table.room.teams["t1"]
    assert part["at"] == team.decisions["unplug"].effective_at
    assert set(part["moved"]) == {key for key, by in part["moves"].items() if by}
    for key, version in part["moved"].items():
        assert team.moves[key][int(version)].because == "decision:unplug:all-off"
        assert version in shown["teams"]["t1"]["indicators"][key]["moves"]


def test_private_news_stands_on_the_timeline_of_who_had_it_alone() -> None:
    table, _ = debriefing("mayor", "ciso")
    table.at_desk("debrief.show", step="timeline")

    def kept(audience: Audience) -> bool:
        return any("ciso-kept" in line["title"] for line in talk(audience, table)["lines"])

    assert [kept(one) for one in (DESK, CISO, MAYOR, OWN, ROOM)] == [True, True, False, False, False]


def test_a_whole_talk_is_small() -> None:
    session = played()
    table = session.table
    table.at_desk("debrief.let", part="matrix")
    for step in steps(table.scenario):
        table.at_desk("debrief.show", step=step.id)
        for audience in (DESK, OWN, ROOM, MAYOR):
            assert len(orjson.dumps(talk(audience, table))) < 16_000
