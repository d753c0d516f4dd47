"""The one primary button: it leads through the plan, in every team, and never further than the game allows."""

from __future__ import annotations

from typing import Any

from game_server.room.commands import ClaimSeat, TakeDevice
from game_server.views import Audience, view
from tests.room.table import Table, refusal
from tests.scenario.packs import tiny_scenario
from tests.views.session import Session

DECIDING = ["decision.picture", "decision.open", "decision.close", "decision.reveal", "decision.settle"]


def _desk(table: Table) -> Any:
    return view(Audience("desk", "nl"), table.room, table.catalogue)


def _press(table: Table) -> str:
    """Takes the next step and returns what it did."""
    step = _desk(table)["next"]
    fields = dict(step["command"])
    assert fields.pop("type") == step["action"]
    table.at_desk(step["action"], **fields)
    return str(step["action"])


def _table(*roles: str, teams: tuple[str, ...] = ("Natte Meren",), **opened: Any) -> Table:
    table = Table(tiny_scenario(), teams=teams, **opened)
    for team in table.room.teams:
        for role in roles:
            table.sit(role, team)
    return table


def _begun(*roles: str, teams: tuple[str, ...] = ("Natte Meren",)) -> Table:
    """In the first round, with its news out."""
    table = _table(*roles, teams=teams)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    for inject in ("slow-desk", "strange-login", "minister-visit"):
        table.at_desk("inject.release", inject=inject, from_="planned")
    return table


def test_it_plays_a_whole_session_from_the_lobby_to_the_close() -> None:
    done = Session().play()
    assert done[:3] == ["room.start", "phase.next", "inject.release"]
    assert done[-4:] == ["phase.next", "phase.next", "report.release", "room.close"]


def test_a_prepared_room_first_opens_its_door() -> None:
    table = _table(when=1_790_000_600_000)
    assert [_press(table), _press(table)] == ["door.open", "room.start"]


def test_edited_news_is_called_by_its_own_words_where_all_teams_get_them() -> None:
    table = _table("mayor", teams=("Natte Meren", "Drogenbroek"))
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    planned = _desk(table)["next"]["title"]
    edited = {"inject": "slow-desk", "from_": "De balie", "subject": "Alles ligt stil", "body": "Anders."}
    table.at_desk("inject.edit", **edited, team="t1")
    assert _desk(table)["next"]["title"] == planned, "the teams do not get the same words"
    table.at_desk("inject.edit", **edited)
    desk = _desk(table)
    assert "Alles ligt stil" in desk["next"]["title"]
    (step,) = [
        step for phase in desk["run_sheet"].values() for key, step in phase["steps"].items() if "slow-desk" in key
    ]
    assert step["title"] == "Alles ligt stil"


def test_a_main_decision_goes_through_picture_vote_reveal_word_and_work() -> None:
    table = _begun("mayor", "ciso")
    done = [_press(table) for _ in range(4)]
    step = _desk(table)["next"]
    assert [*done, step["action"]] == DECIDING
    assert step["command"] == {}, "words are asked for first"
    assert (step["team"], step["thing"]) == ("t1", "unplug")
    assert "Burgemeester" in step["title"]
    mayor = next(iter(table.room.seats))
    table.at_seat(mayor, "decision.settle", decision="unplug", option="watch")
    assert _press(table) == "decision.apply"


def test_an_empty_row_of_chairs_is_settled_by_the_desk() -> None:
    table = _begun()
    for _ in range(4):
        _press(table)
    assert _desk(table)["next"]["action"] == "decision.settle"
    assert "role" not in _desk(table)["teams"]["t1"]["decisions"]["unplug"]["mandate"]


def test_what_cannot_come_is_passed_over_and_what_is_held_waits() -> None:
    table = _table("mayor", "ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.hold", inject="slow-desk", from_="planned")
    assert _desk(table)["next"]["thing"] == "strange-login"
    table.at_desk("inject.skip", inject="strange-login", from_="planned")
    table.at_desk("inject.skip", inject="minister-visit", from_="planned")
    table.at_desk("decision.skip", decision="unplug", from_="planned")
    assert _desk(table)["next"]["thing"] == "tell-council", "conditional and locked news cannot come"
    table.at_desk("decision.skip", decision="tell-council", from_="planned")
    assert _desk(table)["next"]["command"] == {"type": "phase.next", "from": "round-1"}


def test_with_several_teams_it_is_the_step_that_one_of_them_still_needs() -> None:
    table = _begun("mayor", "ciso", teams=("Natte Meren", "Droge Dijken"))
    table.at_desk("decision.open", decision="unplug", from_="planned", team="t2")
    assert _desk(table)["next"]["command"]["from"] == "planned"
    assert [_press(table), _press(table)] == ["decision.picture", "decision.open"]
    assert {run.state for team in table.room.teams.values() for run in team.decisions.values()} == {"open"}
    assert _desk(table)["next"]["action"] == "decision.close"


def test_a_paused_room_has_no_next_step() -> None:
    table = _begun("mayor")
    table.at_desk("room.pause")
    step = _desk(table)["next"]
    assert (step["action"], step["command"]) == ("none", {})


def test_the_step_is_spoken_of_in_the_desks_language() -> None:
    table = _table()
    titles = {
        language: view(Audience("desk", language), table.room, table.catalogue)["next"]["title"]
        for language in ("nl", "en")
    }
    assert titles == {"nl": "Begin de oefening", "en": "Begin the exercise"}


def test_a_second_press_of_the_same_step_is_refused() -> None:
    table = _begun("mayor", "ciso")
    step = _desk(table)["next"]
    fields = {key: value for key, value in step["command"].items() if key != "type"}
    table.at_desk(step["action"], **fields)
    assert refusal(lambda: table.at_desk(step["action"], **fields)) == "stale"


def test_the_run_sheet_says_where_the_session_is_and_what_depends_on_what() -> None:
    table = _begun("mayor")
    sheet = _desk(table)["run_sheet"]
    assert [phase["state"] for phase in sheet.values()] == ["done", "now", "later", "later"]
    assert sheet["round-1"]["began"] == 0
    steps = sheet["round-1"]["steps"]
    assert list(steps)[:2] == ["inject:slow-desk", "inject:strange-login"]
    assert steps["inject:resident-post"]["condition"] == "‘Zet alles uit’ gekozen bij ‘Stekker eruit?’"
    assert steps["inject:second-login"]["condition"].endswith(" of Vertrouwen is 55 of lager")
    assert steps["inject:expert-offer"]["condition"] == "komt vrij door een besluit"
    assert steps["decision:unplug"]["minutes"] == 13


# ---------------------------------------------------------------- the rest of the desk


def test_the_desk_has_single_votes_in_its_ballots_alone() -> None:
    table = _begun("mayor", "ciso")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    mayor, ciso = table.room.seats
    table.at_seat(mayor, "vote.cast", decision="unplug", option="watch", reason="Zo zien wij meer")
    desk = _desk(table)
    ballot = desk["ballots"].pop("t1/unplug")
    assert ballot["votes"][mayor]["option"] == "watch"
    assert ballot["missing"] == [ciso]
    assert "Zo zien wij meer" not in str(desk)
    part = desk["teams"]["t1"]["decisions"]["unplug"]
    assert (part["cast"], part["of"]) == (1, 2)


def test_the_last_step_can_be_taken_back_until_it_cannot() -> None:
    table = _begun("mayor")
    undo = _desk(table)["undo"]
    assert undo["until"] == table.now + 10_000
    assert f"desk:{undo['by']}" == table.desk
    table.at_desk("room.pause")
    assert "undo" not in _desk(table)
    table.at_desk("room.resume")
    table.at_desk("step.undo", of=undo["of"])
    assert table.room.teams["t1"].news["minister-visit"].state == "planned"


def test_a_claim_names_the_chairs_that_it_may_be() -> None:
    table = _table("mayor", "ciso")
    claim = table.inner(ClaimSeat(pass_="new", name="Weer ik", team="t1", role="ciso"))["claim"]
    assert _desk(table)["claims"][claim]["seats"] == [seat.id for seat in table.room.seats.values()][1:]
    table.at_desk("claim.accept", claim=claim)
    assert _desk(table)["claims"] == {}


def test_a_device_that_was_ended_is_gone() -> None:
    table = _table()
    screen = table.inner(TakeDevice(kind="screen", pass_="s1", link="s"))["device"]
    assert _desk(table)["devices"][screen]["kind"] == "screen"
    table.at_desk("device.end", device=screen)
    assert screen not in _desk(table)["devices"]
