"""What a facilitator may ask aloud: made from what differed, and holding nothing that one team alone may know."""

from __future__ import annotations

from typing import Any

from game_server.views import Audience, view
from tests.room.table import Table
from tests.views.session import Session, marks


def desk(table: Table) -> dict[str, Any]:
    return view(Audience("desk", "nl"), table.room, table.catalogue)


def two(*, third: bool = False) -> Table:
    """Two mayors (s3, s5) and two CISOs (s4, s6) in the round, and on request a third team that does nothing."""
    names = ("Natte Meren", "Drogenbroek", "Heide")
    table = Table(teams=names if third else names[:2], seats={"mayor": 3})
    for team in ("t1", "t2"):
        table.sit("mayor", team)
        table.sit("ciso", team)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def reveal(table: Table, team: str, choices: dict[str, tuple[str, int]]) -> None:
    table.at_desk("decision.open", decision="unplug", from_="planned", team=team)
    for seat, (option, sure) in choices.items():
        table.at_seat(seat, "vote.cast", decision="unplug", option=option, confidence=sure)
    table.at_desk("decision.reveal", decision="unplug", from_="open", team=team)


def settle(table: Table, seat: str, option: str) -> None:
    table.at_seat(seat, "decision.settle", decision="unplug", option=option)


def test_nothing_is_asked_before_every_team_has_revealed() -> None:
    table = two()
    reveal(table, "t1", {"s3": ("watch", 5)})
    settle(table, "s3", "watch")
    assert desk(table)["prompts"] == {}
    reveal(table, "t2", {"s5": ("watch", 1)})
    assert desk(table)["prompts"] == {}, "of a single vote nothing is told"


def test_the_choices_are_asked_about_once_all_have_chosen() -> None:
    table = two()
    for team, seat, option in (("t1", "s3", "watch"), ("t2", "s5", "all-off")):
        reveal(table, team, {})
        assert desk(table)["prompts"] == {}
        settle(table, seat, option)
    (asked,) = desk(table)["prompts"]["unplug"].values()
    assert "Natte Meren" in asked and "Drogenbroek" in asked
    settle(table, "s3", "all-off")
    (asked,) = desk(table)["prompts"]["unplug"].values()
    assert "Natte Meren" not in asked


def test_minority_and_confidence_of_three_votes_or_more_are_asked_about_without_a_role() -> None:
    table = two()
    more = {team: [table.sit("mayor", team) for _ in range(2)] for team in ("t1", "t2")}
    first = {"s3": ("watch", 5), more["t1"][0]: ("watch", 5), more["t1"][1]: ("all-off", 5)}
    second = {"s5": ("watch", 1), more["t2"][0]: ("watch", 1)}
    reveal(table, "t1", first)
    reveal(table, "t2", second | {more["t2"][1]: ("watch", 2)})
    minority, surer = desk(table)["prompts"]["unplug"].values()
    assert "Natte Meren" in minority and "1 van de 3" in minority
    assert surer.startswith("Natte Meren") and "Drogenbroek" in surer
    assert not {"CISO", "Burgemeester"} & set((minority + surer).split())


def test_sharing_is_asked_about_by_count() -> None:
    table = two()
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    table.at_seat("s4", "inject.share", inject="strange-login")
    for team, seat in (("t1", "s3"), ("t2", "s5")):
        reveal(table, team, {})
        settle(table, seat, "watch")
    _, shared = desk(table)["prompts"]["unplug"].values()
    assert "Natte Meren 1 van 1" in shared and "Drogenbroek 0 van 1" in shared


def test_after_it_took_effect_it_is_asked_how_it_is_at_home() -> None:
    table = two()
    for team, seat in (("t1", "s3"), ("t2", "s5")):
        reveal(table, team, {})
        settle(table, seat, "watch")
    assert "thuis" not in "".join(desk(table)["prompts"]["unplug"].values())
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    assert list(desk(table)["prompts"]["unplug"].values())[-1] == "Hoe hebt u dat thuis geregeld?"


def test_a_prompt_holds_no_text_but_what_the_rooms_screen_shows() -> None:
    """A prompt is said where every team listens."""
    asked = 0

    def look(table: Table) -> None:
        nonlocal asked
        held = marks(str(desk(table)["prompts"]))
        asked += len(held)
        assert held <= marks(str(view(Audience("screen", "nl"), table.room, table.catalogue)))

    for apart in (False, True):
        Session(look, apart).play()
    assert asked


# ---------------------------------------------------------------- who is waited for


def test_a_room_of_one_team_waits_for_nobody() -> None:
    table = Table()
    table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    assert "waits" not in desk(table)["next"]


def test_the_next_step_says_which_team_still_votes_or_has_a_word_to_speak() -> None:
    table = two()
    for inject in ("slow-desk", "strange-login", "minister-visit"):
        table.at_desk("inject.release", inject=inject, from_="planned")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    assert desk(table)["next"]["waits"] == {"t1": "0 van 2 gestemd", "t2": "0 van 2 gestemd"}
    for seat in ("s3", "s4", "s5"):
        table.at_seat(seat, "vote.cast", decision="unplug", option="watch")
    assert desk(table)["next"]["waits"] == {"t2": "1 van 2 gestemd"}
    table.at_seat("s6", "vote.cast", decision="unplug", option="watch")
    assert "waits" not in desk(table)["next"]
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    settle(table, "s3", "watch")
    assert list(desk(table)["next"]["waits"]) == ["t2"]
