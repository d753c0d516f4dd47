"""Whole games of bots: they end, in a report; one seed gives one journal; and nobody says what it may not know."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest

from game_server.debrief.content import report
from game_server.rehearsal.simulate import Played, Wanted, play
from game_server.rehearsal.summary import story_of, summary
from game_server.rehearsal.virtual import Stuck
from game_server.room.envelope import decode
from game_server.room.evolve import evolve, fold
from game_server.room.state import Room
from game_server.scenario.catalogue import from_json, to_json
from game_server.views import Audience
from tests.scenario.packs import tiny_scenario
from tests.views.oracle import Oracle
from tests.views.session import marked_scenario, marks


@cache
def played(seed: str, teams: int = 1, bots: int | None = None) -> Played:
    return play(tiny_scenario(), Wanted(teams=teams, bots=bots, seed=seed))


def test_a_game_that_cannot_end_says_so_instead_of_waiting() -> None:
    scenario = json.loads(to_json(tiny_scenario()))
    scenario["phases"][0]["minutes"] = 240
    scenario["phases"] = [dict(scenario["phases"][0], id=f"wait-{n}") for n in range(4)]
    with pytest.raises(Stuck):
        play(from_json(json.dumps(scenario)), Wanted())


@pytest.mark.parametrize("seed", ["1", "2", "een ander"])
def test_a_game_ends_in_a_report_with_everyone_in_it(seed: str) -> None:
    game = played(seed)
    room = fold(map(decode, game.lines))
    assert room.status == "closed" and room.report_released and room.rehearsal
    assert game.refused == []
    assert [team.decisions["unplug"].state for team in room.teams.values()] == ["effective"]
    assert all(seat.resolution and seat.bot and seat.name.endswith("(bot)") for seat in room.seats.values())
    made = report(story_of(game), game.catalogue, "nl")
    assert len(made["teams"][0]["resolutions"]) == len(tiny_scenario().roles)


def test_the_same_seed_gives_the_same_journal_and_another_seed_another() -> None:
    again = play(tiny_scenario(), Wanted(seed="1"))
    assert again.lines == played("1").lines
    assert again.lines != played("2").lines


def test_the_plan_is_kept_in_session_time() -> None:
    room = fold(map(decode, played("1").lines))
    planned = sum(phase.minutes for phase in tiny_scenario().phases)
    assert planned <= (room.at - room.opened_at) / 60_000 <= planned + 5


def test_more_bots_than_chairs_get_more_chairs_and_every_team_about_as_many() -> None:
    room = fold(map(decode, played("3", teams=3, bots=14).lines))
    assert room.status == "closed"
    assert sorted(Counter(seat.team for seat in room.seats.values()).values()) == [4, 5, 5]


def test_a_hall_is_led_to_its_end_too() -> None:
    game = played("1", teams=10)
    room = fold(map(decode, game.lines))
    assert room.status == "closed" and game.refused == []
    assert {team.decisions["unplug"].state for team in room.teams.values()} == {"effective"}


def test_where_nobody_holds_the_mandate_the_lead_speaks_for_the_empty_chair() -> None:
    scenario = json.loads(to_json(tiny_scenario()))
    scenario["roles"] = dict(reversed(scenario["roles"].items()))
    (unplug,) = (one for phase in scenario["phases"] for one in phase.get("decisions", ()) if one["id"] == "unplug")
    unplug["settles"] = {"by": "role", "role": "mayor"}
    game = play(from_json(json.dumps(scenario)), Wanted(bots=1))
    room = fold(map(decode, game.lines))
    assert [seat.role for seat in room.seats.values()] == ["ciso"]
    assert room.teams["t1"].decisions["unplug"].settled.way == "empty_chair"


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_nobody_says_what_its_role_may_not_know(seed: str) -> None:
    game = play(marked_scenario(), Wanted(teams=2, seed=seed))
    room, said = Room(), 0
    for event in map(decode, game.lines):
        kind, _, asker = event.by.partition(":")
        if kind == "seat":
            seat = room.seats[asker]
            audience, oracle = Audience("seat", "nl", seat.team, seat.role), Oracle(room, game.catalogue)
            for mark in marks(event.fact.model_dump_json()):
                said += 1
                assert oracle.may_hold(audience, mark), (event.fact, mark)
        evolve(room, event)
    assert said > 5
    assert game.refused == []


def test_a_summary_tells_what_was_decided_in_both_languages() -> None:
    for language, word in (("nl", "gedeeld"), ("en", "shared")):
        lines = summary(played("1", teams=2), language)
        assert "Kleine proef" in lines[0]
        assert sum(word in line for line in lines) == 2
