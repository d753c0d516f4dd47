"""What a chair would do next: nothing that is not its to do, nothing twice."""

from __future__ import annotations

from collections import Counter
from typing import Any

from game_server.rehearsal.character import cares_for, character
from game_server.rehearsal.mind import intentions
from game_server.rehearsal.quoting import quoted
from game_server.views import Audience, own, view
from tests.room.table import Table
from tests.scenario.packs import tiny_scenario
from tests.views.session import marked_scenario

ME = character("1", "t1", "ciso", "Bram", tiny_scenario())


def wants(table: Table, seat: str) -> list[dict[str, Any]]:
    chair = table.room.seats[seat]
    seen = view(Audience("seat", "nl", chair.team, chair.role), table.room, table.catalogue)
    me = character("1", chair.team, chair.role, chair.name, table.scenario)
    return [one.command for one in intentions(seen, dict(own(seat, table.room)), me)]


def playing() -> tuple[Table, str, str]:
    table = Table()
    mayor, ciso = table.sit("mayor"), table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table, mayor, ciso


def test_nobody_does_anything_before_the_start_in_a_pause_or_after_the_end() -> None:
    table, mayor, ciso = playing()
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    assert {"type": "inject.read", "inject": "strange-login"} in wants(table, ciso)
    table.at_desk("room.pause")
    assert wants(table, ciso) == []
    table.at_desk("room.resume")
    table.at_desk("room.close")
    assert wants(table, ciso) == [] == wants(table, mayor)


def test_news_is_opened_once_and_only_where_it_came() -> None:
    table, mayor, ciso = playing()
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    assert not [one for one in wants(table, mayor) if one.get("inject") == "strange-login"]
    table.at_seat(ciso, "inject.read", inject="strange-login")
    assert not [one for one in wants(table, ciso) if one["type"] == "inject.read"]


def test_a_vote_is_cast_once_a_round_and_only_while_it_is_open() -> None:
    table, _, ciso = playing()
    table.at_desk("decision.picture", decision="unplug", from_="planned")
    assert not [one for one in wants(table, ciso) if one["type"] == "vote.cast"]
    table.at_desk("decision.open", decision="unplug", from_="picture")
    (vote,) = (one for one in wants(table, ciso) if one["type"] == "vote.cast")
    table.at_seat(ciso, **{"type_": vote.pop("type"), **vote})
    assert not [one for one in wants(table, ciso) if one["type"] == "vote.cast"]
    table.at_desk("decision.close", decision="unplug", from_="open")
    table.at_desk("decision.reopen", decision="unplug", reason="Nog eens")
    assert [one for one in wants(table, ciso) if one["type"] == "vote.cast"]


def test_only_the_mandate_settles_and_only_after_the_reveal() -> None:
    table, mayor, ciso = playing()
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    assert [one["type"] for one in wants(table, mayor) if one["type"] == "decision.settle"] == ["decision.settle"]
    assert not [one for one in wants(table, ciso) if one["type"] == "decision.settle"]


def test_a_character_is_the_same_for_the_same_words_and_knows_no_text() -> None:
    assert character("1", "t1", "ciso", "Bram", tiny_scenario()) == ME
    assert character("2", "t1", "ciso", "Bram", tiny_scenario()) != ME
    assert "@" not in repr(character("1", "t1", "ciso", "Bram", marked_scenario()))


def test_a_role_knows_of_the_news_of_others_not_even_that_it_is_there() -> None:
    scenario = tiny_scenario()
    injects = {inject.id: inject for phase in scenario.phases for inject in phase.injects}
    for role in scenario.roles:
        named = {
            one for options in character("1", "t1", role, "N", scenario).acts_on.values() for one in options.values()
        }
        for inject in frozenset().union(*named):
            assert role in (*injects[inject].to, *injects[inject].else_)


def test_what_a_role_cares_for_comes_from_the_pack_and_adds_up_to_one() -> None:
    weights = [cares_for(tiny_scenario(), role) for role in tiny_scenario().roles]
    assert all(abs(sum(one.values()) - 1) < 1e-9 for one in weights)
    assert weights[0] != weights[1]


def test_a_player_that_does_not_know_the_scenario_has_no_leaning() -> None:
    stranger = character("1", "t1", "ciso", "Bram")
    assert (stranger.leanings, stranger.acts_on) == ({}, {})


def test_of_a_table_whose_people_are_only_counted_everyone_still_votes_and_settles() -> None:
    table = Table(seats={"mayor": 40})
    seats = [table.sit("mayor") for _ in range(30)]
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    assert all("vote.cast" in {one["type"] for one in wants(table, seat)} for seat in seats)
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    assert "decision.settle" in {one["type"] for one in wants(table, seats[0])}


def test_whoever_is_called_away_only_comes_back_and_whose_phone_is_dark_waits() -> None:
    table = Table(lights_out=True)
    ciso = table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    table.at_seat(ciso, "seat.away")
    assert wants(table, ciso) == [{"type": "seat.back"}]
    table.at_seat(ciso, "seat.back")
    table.at_desk("lights.out", minutes=3)
    assert wants(table, ciso) == []
    table.at_desk("seat.spare", seat=ciso, spared=True)
    assert wants(table, ciso) != []


def test_a_seed_has_its_own_people_called_away_looking_up_words_and_scaling_up() -> None:
    table = Table(ladder=True)
    mayor = table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.compose", to=["mayor"], channel="mail", from_="Pers", body="Is er al een AVG-melding?")
    seen = dict(view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue))
    mine = dict(own(mayor, table.room))
    seen["decisions"] = {"unplug": seen_part(table, "picture"), "before": seen_part(table, "effective")}
    found: Counter[str] = Counter()
    for seed in range(60):
        me = character(str(seed), "t1", "mayor", "Anna", table.scenario)
        assert intentions(seen, mine, me) == intentions(seen, mine, me)
        found.update({one.command["type"] for one in intentions(seen, mine, me)})
    assert all(0 < found[type_] < 60 for type_ in ("seat.away", "term.open", "ladder.climb"))


def seen_part(table: Table, state: str) -> dict[str, Any]:
    """A decision as the mayor sees it, in another state."""
    table_part = view(Audience("desk", "nl"), table.room, table.catalogue)["teams"]["t1"]["decisions"]["unplug"]
    return {**table_part, "state": state}


def test_a_quote_is_a_sentence_of_somebody_else() -> None:
    body = "Servicedesk: Er logt iemand in als beheerder op een server.\nU: Hoe vaak is dat nu precies gebeurd vandaag?"
    assert quoted(body, 0.99) == "Er logt iemand in als beheerder op een server."
    assert quoted("U: Kort.\nKort.", 0.5) == ""


def test_a_colleague_who_asks_hears_yes_or_kindly_no_and_nobody_answers_itself() -> None:
    table, mayor, ciso = playing()
    table.at_desk("room.debrief")
    starts = table.now + 7 * 24 * 3_600_000
    table.at_seat(mayor, "resolution.write", text="Koffie", with_seat=ciso, starts=starts)
    said = [one for one in wants(table, ciso) if one["type"].startswith("meeting.")]
    assert said in (
        [{"type": "meeting.accept", "of": mayor, "starts": starts}],
        [{"type": "meeting.decline", "of": mayor}],
    )
    assert not [one for one in wants(table, mayor) if one["type"].startswith("meeting.")]
    table.at_seat(ciso, said[0]["type"], **{key: value for key, value in said[0].items() if key != "type"})
    assert not [one for one in wants(table, ciso) if one["type"].startswith("meeting.")]
