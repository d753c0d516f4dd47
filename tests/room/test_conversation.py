"""The talk afterwards: refusals first."""

from __future__ import annotations

import pytest

from game_server.room.clocks import session_of
from game_server.room.conversation import current, is_replaying
from game_server.room.events import DebriefShown, PartLetThrough, ReplayMoved
from game_server.scenario.conversation import steps
from game_server.scenario.model import Scenario
from tests.room.table import Table, refusal
from tests.scenario.packs import tiny_scenario


@pytest.fixture
def table() -> Table:
    """A team whose vote was revealed, in its debrief after ten minutes."""
    table = Table()
    mayor, ciso = table.sit("mayor"), table.sit("ciso")
    table.at_desk("room.start")
    table.wait(60)
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    for seat in (mayor, ciso):
        table.at_seat(seat, "vote.cast", decision="unplug", option="watch", confidence=3, reason="Eerst kijken")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.wait(540)
    table.at_desk("room.debrief")
    return table


def test_before_the_debrief_there_is_nothing_to_walk_through() -> None:
    table = Table()
    table.at_desk("room.start")
    assert refusal(lambda: table.at_desk("debrief.show", step="facts")) == "not_debrief"
    assert refusal(lambda: table.at_desk("debrief.let", part="matrix")) == "not_debrief"
    assert refusal(lambda: table.at_desk("replay.show", moment=0)) == "not_debrief"


def test_a_step_and_a_decision_must_exist(table: Table) -> None:
    assert refusal(lambda: table.at_desk("debrief.show", step="scores")) == "unknown_step"
    assert refusal(lambda: table.at_desk("debrief.show", step="roads", thing="nothing")) == "unknown_decision"
    assert refusal(lambda: table.at_desk("debrief.let", part="votes", team="t9", decision="unplug")) == "unknown_team"
    assert refusal(lambda: table.at_desk("debrief.let", part="votes", team="t1")) == "unknown_decision"


def test_votes_that_the_table_never_saw_cannot_be_let_through(table: Table) -> None:
    for part in ("votes", "reasons"):
        asked = {"part": part, "team": "t1", "decision": "tell-council"}
        assert refusal(lambda asked=asked: table.at_desk("debrief.let", **asked)) == "not_revealed"


def test_steps_are_shown_in_any_order_and_a_repeat_changes_nothing(table: Table) -> None:
    for step in ("roads", "facts", "timeline"):
        table.at_desk("debrief.show", step=step)
        assert table.facts == [DebriefShown(step=step)]
    table.at_desk("debrief.show", step="timeline")
    assert table.facts == []
    table.at_desk("debrief.show")
    assert current(table.room, table.catalogue) is None
    table.check()


def test_the_step_is_gone_outside_the_debrief_and_back_in_it(table: Table) -> None:
    table.at_desk("debrief.show", step="matrix")
    table.at_desk("phase.back", from_="debrief")
    assert current(table.room, table.catalogue) is None
    table.at_desk("phase.next", from_="round-1")
    assert current(table.room, table.catalogue) is not None


def test_the_closing_words_are_spoken_without_the_talk(table: Table) -> None:
    table.at_desk("debrief.show", step="matrix")
    table.at_desk("replay.show", moment=60_000)
    table.at_desk("phase.next", from_="debrief")
    assert current(table.room, table.catalogue) is None
    assert not is_replaying(table.room)
    assert refusal(lambda: table.at_desk("debrief.show", step="roads")) == "not_debrief"
    table.at_desk("phase.back", from_="close")
    assert current(table.room, table.catalogue) is not None


def test_what_is_let_through_can_be_taken_back(table: Table) -> None:
    table.at_desk("debrief.let", part="matrix", team="t1", decision="unplug")
    assert table.facts == [PartLetThrough(part="matrix", on=True)], "the matrix is let through for every team"
    table.at_desk("debrief.let", part="matrix")
    assert table.facts == []
    table.at_desk("debrief.let", part="matrix", on=False)
    assert table.room.conversation.let == set()
    table.check()


def test_a_replay_stays_within_the_game_and_ends_with_its_step(table: Table) -> None:
    table.at_desk("debrief.show", step="timeline")
    table.at_desk("replay.show", moment=9_000_000, speed=4)
    assert table.facts == [ReplayMoved(moment=600_000, speed=4)]
    assert is_replaying(table.room)
    table.at_desk("screen.show", what="blank")
    assert not is_replaying(table.room), "what the facilitator puts on the screen comes first"
    table.at_desk("screen.show", what="auto")
    table.at_desk("debrief.show", step="facts")
    assert not is_replaying(table.room)
    table.at_desk("replay.show")
    assert table.facts == []
    table.check()


def test_a_replay_reaches_what_time_and_speed_say(table: Table) -> None:
    table.at_desk("replay.show", moment=60_000, speed=16)
    replay = table.room.conversation.replay
    assert replay is not None
    assert replay.reached(table.now + 10_000, 600_000) == 220_000
    assert replay.reached(table.now + 10**9, 600_000) == 600_000
    table.at_desk("replay.show", moment=60_000)
    held = table.room.conversation.replay
    assert held is not None
    assert held.reached(table.now + 10_000, 600_000) == 60_000


@pytest.mark.parametrize("end", ["phase.back", "room.close"])
def test_leaving_the_debrief_ends_the_replay(table: Table, end: str) -> None:
    table.at_desk("replay.show", moment=60_000)
    table.at_desk(end, **({"from_": "debrief"} if end == "phase.back" else {}))
    assert table.room.conversation.replay is None


def test_past_wall_times_are_session_times_whatever_stood_still() -> None:
    table = Table()
    table.at_desk("room.start")
    began = table.now
    table.wait(100)
    table.at_desk("room.pause")
    table.wait(1000)
    table.at_desk("room.resume")
    table.wait(50)
    assert session_of(table.room, began) == 0
    assert session_of(table.room, began + 60_000) == 60_000
    assert session_of(table.room, began + 500_000) == 100_000
    assert session_of(table.room, table.now) == 150_000
    assert session_of(table.room, began - 1) == 0


def test_a_pack_says_what_stands_beside_a_question_and_the_rest_comes_first() -> None:
    plain = steps(tiny_scenario())
    assert [step.id for step in plain] == ["timeline", "curves", "matrix", "roads", "decisions", "lessons", "facts"]
    pack = tiny_scenario().model_dump(mode="json", by_alias=True, exclude_none=True)
    pack["debrief"][0]["shows"] = "matrix"
    shown = steps(Scenario.model_validate(pack))
    assert [(step.id, step.facts) for step in shown][-1] == ("facts", "matrix")
    assert "matrix" not in {step.id for step in shown}
