"""What a chair sees of news, decisions and outcomes, in words that a reader of the rules would use."""

from __future__ import annotations

from typing import Any

from game_server.scenario.model import Scenario
from game_server.views import Audience, own, seat_audience, view
from tests.room.table import Table
from tests.views.session import marked_scenario

PUBLIC, CISO_ONLY, DPO_ONLY = "slow-desk", "strange-login", "dpo-first"


def _begun(*roles: str, scenario: Scenario | None = None, **opened: Any) -> tuple[Table, dict[str, str]]:
    table = Table(scenario or marked_scenario(), **opened)
    seats = {role: table.sit(role) for role in roles}
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table, seats


def _release(table: Table, *injects: str) -> None:
    for inject in injects:
        table.at_desk("inject.release", inject=inject, from_="planned")


def _view(table: Table, role: str) -> Any:
    return view(Audience("seat", "nl", "t1", role), table.room, table.catalogue)


def _screen(table: Table, team: str | None = None) -> Any:
    return view(Audience("screen", "nl", team), table.room, table.catalogue)


def _settled(table: Table, mayor: str, option: str = "all-off") -> None:
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_seat(mayor, "decision.settle", decision="unplug", option=option)


# ---------------------------------------------------------------- news


def test_private_news_is_private_until_it_is_shared_and_then_says_by_whom() -> None:
    table, seats = _begun("mayor", "ciso")
    _release(table, PUBLIC, CISO_ONLY)
    assert CISO_ONLY not in _view(table, "mayor")["news"]
    assert _view(table, "ciso")["news"][CISO_ONLY]["private"] is True
    assert _view(table, "ciso")["news"][PUBLIC]["private"] is False
    table.at_seat(seats["ciso"], "inject.share", inject=CISO_ONLY)
    for role in ("mayor", "ciso"):
        item = _view(table, role)["news"][CISO_ONLY]
        assert item["private"] is False
        assert item["shared"] == {"by": "ciso", "at": table.now, "stand_in": False}


def test_news_stands_in_the_order_of_release() -> None:
    table, _ = _begun("mayor", "ciso")
    _release(table, "minister-visit", PUBLIC)
    news = _view(table, "mayor")["news"]
    assert list(news) == ["minister-visit", PUBLIC]
    assert news["minister-visit"]["order"] < news[PUBLIC]["order"]
    assert news[PUBLIC]["game"] == 15 * 60 + 40


def test_what_a_stand_in_holds_is_the_desks_alone_until_the_picture_ends() -> None:
    table, _ = _begun("mayor", "ciso")
    _release(table, DPO_ONLY)
    assert all(DPO_ONLY not in _view(table, role)["news"] for role in ("mayor", "ciso"))
    desk = view(Audience("desk", "nl"), table.room, table.catalogue)
    assert desk["teams"]["t1"]["news"][DPO_ONLY]["stand_in"] == "dpo"
    table.at_desk("decision.open", decision="unplug", from_="planned")
    item = _view(table, "mayor")["news"][DPO_ONLY]
    assert item["stand_in"] == "dpo"
    assert item["shared"]["stand_in"] is True


def test_a_late_comer_sees_all_that_the_role_was_sent() -> None:
    table, _ = _begun("mayor")
    _release(table, PUBLIC, DPO_ONLY, "minister-visit")
    late = table.sit("dpo")
    seen = view(seat_audience(table.room, late, "nl"), table.room, table.catalogue)["news"]
    assert list(seen) == [PUBLIC, DPO_ONLY]


def test_composed_news_reaches_whom_it_was_written_for() -> None:
    table, _ = _begun("mayor", "ciso")
    table.at_desk(
        "inject.compose", to=["ciso"], channel="mail", from_="Provincie", subject="Vraag", body="Hoe gaat het?"
    )
    (item,) = _view(table, "ciso")["news"].values()
    assert (item["sender"], item["subject"], item["private"]) == ("Provincie", "Vraag", True)
    assert _view(table, "mayor")["news"] == {}
    assert _screen(table)["news"] == {}


def test_the_rooms_screen_shows_news_that_every_team_has() -> None:
    table = Table(marked_scenario(), teams=("Natte Meren", "Droge Dijken"))
    chairs = {team: table.sit("ciso", team) for team in ("t1", "t2")}
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.release", inject=PUBLIC, from_="planned", team="t1")
    _release(table, CISO_ONLY)
    table.at_seat(chairs["t1"], "inject.share", inject=CISO_ONLY)
    assert _screen(table)["news"] == {}
    assert set(_screen(table, "t1")["news"]) == {PUBLIC, CISO_ONLY}
    table.at_seat(chairs["t2"], "inject.share", inject=CISO_ONLY)
    table.at_desk("inject.release", inject=PUBLIC, from_="planned", team="t2")
    news = _screen(table)["news"]
    assert list(news) == [PUBLIC, CISO_ONLY]
    assert "shared" not in news[CISO_ONLY]


# ---------------------------------------------------------------- decisions


def test_while_the_picture_is_formed_the_phones_show_the_question_alone() -> None:
    table, _ = _begun("mayor", "ciso")
    assert _view(table, "ciso")["decisions"] == {}
    table.at_desk("decision.picture", decision="unplug", from_="planned")
    part = _view(table, "ciso")["decisions"]["unplug"]
    assert part["question"]
    assert (part["options"], part["may_vote"]) == ({}, False)
    table.at_desk("decision.open", decision="unplug", from_="picture")
    part = _view(table, "ciso")["decisions"]["unplug"]
    assert (len(part["options"]), part["may_vote"], part["cast"], part["of"]) == (3, True, 0, 2)


def test_only_the_mandated_role_may_settle_and_its_deputy_when_it_is_away() -> None:
    table, seats = _begun("mayor", "ciso")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    may = {role: _view(table, role)["decisions"]["unplug"]["may_settle"] for role in ("mayor", "ciso")}
    assert may == {"mayor": True, "ciso": False}
    table.at_seat(seats["mayor"], "seat.away")
    part = _view(table, "ciso")["decisions"]["unplug"]
    assert (part["may_settle"], part["mandate"]["role"]) == (True, "ciso")


def test_a_tie_breaker_may_settle_only_a_tie() -> None:
    for options, tie in ((("call-now", "wait"), True), (("wait", "wait"), False)):
        table, seats = _begun("mayor", "ciso")
        table.at_desk("decision.open", decision="tell-council", from_="planned")
        for seat, option in zip(seats.values(), options, strict=True):
            table.at_seat(seat, "vote.cast", decision="tell-council", option=option)
        assert _view(table, "mayor")["decisions"]["tell-council"]["mandate"] == {"by": "majority", "tie": "mayor"}
        table.at_desk("decision.reveal", decision="tell-council", from_="open")
        assert _view(table, "mayor")["decisions"]["tell-council"]["may_settle"] is tie


def test_of_stays_what_it_was_when_the_vote_closed() -> None:
    table, _ = _begun("mayor", "ciso")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("decision.close", decision="unplug", from_="open")
    table.sit("dpo")
    assert _view(table, "mayor")["decisions"]["unplug"]["of"] == 2


def test_an_empty_chairs_advice_lies_beside_the_options() -> None:
    table, _ = _begun("mayor")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    assert list(_view(table, "mayor")["decisions"]["unplug"]["advice"]) == ["ciso"]
    table.sit("ciso")
    assert "advice" not in _view(table, "mayor")["decisions"]["unplug"]


def test_what_it_brings_about_is_told_when_it_works_and_not_before() -> None:
    table, seats = _begun("mayor", "ciso")
    _settled(table, seats["mayor"])
    part = _view(table, "ciso")["decisions"]["unplug"]
    assert part["settled"]["option"] == "all-off"
    assert not {"effect", "practice"} & set(part)
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    part = _view(table, "ciso")["decisions"]["unplug"]
    assert part["effect"]["moves"] == {"trust": 5, "service": -20}
    assert part["effect"]["references"]
    assert part["practice"]


def test_a_reopened_vote_hides_the_new_round_and_says_why() -> None:
    table, seats = _begun("mayor", "ciso")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_seat(seats["ciso"], "vote.cast", decision="unplug", option="watch", confidence=4)
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    assert _view(table, "mayor")["decisions"]["unplug"]["result"]["counts"]["watch"] == 1
    table.at_desk("decision.reopen", decision="unplug", reason="Er is nieuws")
    part = _view(table, "mayor")["decisions"]["unplug"]
    assert (part["reopened"], part["round"], part["cast"], "result" in part) == ("Er is nieuws", 2, 0, False)
    assert own(seats["ciso"], table.room)["votes"]["unplug"]["round"] == 1


def test_without_consensus_the_view_says_so_and_nothing_moves() -> None:
    table, seats = _begun("mayor", "ciso")
    table.at_desk("decision.open", decision="agree", from_="planned")
    for number in (1, 2):
        for seat, option in zip(seats.values(), ("yes", "no"), strict=True):
            table.at_seat(seat, "vote.cast", decision="agree", option=option)
        table.at_desk("decision.reveal", decision="agree", from_="open")
        if number == 1:
            step = view(Audience("desk", "nl"), table.room, table.catalogue)["next"]
            assert step["action"] != "decision.settle"
            table.at_desk("decision.reopen", decision="agree", reason="Nog eens")
    table.at_desk("decision.apply", decision="agree", from_="settled")
    part = _view(table, "mayor")["decisions"]["agree"]
    assert part["settled"]["way"] == "no_consensus"
    assert "option" not in part["settled"]
    assert part["effect"]["moves"] == {}


# ---------------------------------------------------------------- indicators and clocks


def test_a_move_says_why_but_not_to_those_who_may_not_know() -> None:
    table, seats = _begun("mayor", "ciso", "dpo")
    _release(table, DPO_ONLY)

    def reason(seen: Any) -> str:
        (move,) = seen["indicators"]["trust"]["moves"].values()
        return str(move["because"])

    assert reason(_view(table, "dpo")) == "Nieuws: @phases/round-1/injects/dpo-first/subject@"
    assert reason(_view(table, "mayor")) == "Nieuws dat niet iedereen heeft"
    assert reason(_screen(table)["teams"]["t1"]) == "Nieuws dat niet iedereen heeft"
    table.at_seat(seats["dpo"], "inject.share", inject=DPO_ONLY)
    assert reason(_view(table, "mayor")).startswith("Nieuws: ")
    assert reason(_screen(table)["teams"]["t1"]).startswith("Nieuws: ")


def test_a_move_by_a_decision_names_the_choice() -> None:
    table, seats = _begun("mayor")
    _settled(table, seats["mayor"])
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    (move,) = _view(table, "mayor")["indicators"]["trust"]["moves"].values()
    title = "phases/round-1/decisions/unplug"
    assert move["because"] == f"Besluit: @{title}/title@ – @{title}/options/all-off/label@"


def test_a_statutory_clock_is_seen_by_those_whose_task_it_is() -> None:
    table, _ = _begun("mayor", "ciso")
    _release(table, CISO_ONLY)
    assert list(_view(table, "ciso")["clocks"]) == ["breach"]
    assert _view(table, "mayor")["clocks"] == {}


def test_times_are_given_as_anchors_and_nothing_depends_on_now() -> None:
    table, _ = _begun("mayor")
    room = _view(table, "mayor")["room"]
    assert room["clock"]["since"] == table.now
    assert room["clock"]["game"] == {"minute": 940, "session": 0, "pace": 4, "first_weekday": "fri"}
    table.wait(60)
    table.at_desk("room.pause", until=table.now + 900_000)
    room = _view(table, "mayor")["room"]
    assert (room["clock"]["base"], "since" in room["clock"]) == (60_000, False)
    assert room["pause"] == {"incident": False, "until": table.now + 900_000}


def test_a_resolution_comes_back_in_the_words_of_its_own_command() -> None:
    table, seats = _begun("mayor")
    said = {"text": "Koffie", "with": "Bram", "by": "vrijdag", "first_step": "Bellen"}
    table.at_seat(seats["mayor"], "resolution.write", **said)
    assert own(seats["mayor"], table.room)["resolution"] == said


# ---------------------------------------------------------------- the report


def test_a_joint_report_is_asked_of_the_mandate_of_each_team_and_of_nobody_in_a_room_of_one() -> None:
    table, _ = _begun("mayor", "ciso", teams=("Natte Meren", "Drogenbroek"))
    other = table.sit("mayor", "t2")
    table.at_desk("room.debrief")

    def joint(team: str, role: str) -> Any:
        return view(Audience("seat", "nl", team, role), table.room, table.catalogue)["debrief"]["joint"]

    assert joint("t1", "mayor") == joint("t2", "mayor") == {"agreed": False, "may": True}
    assert joint("t1", "ciso") == {"agreed": False, "may": False}
    table.at_seat(other, "report.share", joint=True)
    assert joint("t2", "mayor")["agreed"] is True
    assert joint("t1", "mayor")["agreed"] is False
    alone, _ = _begun("mayor")
    alone.at_desk("room.debrief")
    assert "joint" not in _view(alone, "mayor")["debrief"]
