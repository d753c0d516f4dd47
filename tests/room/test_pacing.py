"""Status, phases, clocks and undoing: refusals first."""

from __future__ import annotations

import pytest

from game_server.room.clocks import game_minute, session_at
from game_server.room.commands import CloseUnused, ReachDeadlines
from game_server.room.deadlines import next_deadline
from game_server.room.events import ClockLapsed, DeadlineReached, IndicatorMoved
from game_server.room.pacing import can_undo
from game_server.scenario.model import Scenario
from tests.room.table import Table, refusal
from tests.scenario.packs import tiny_scenario, with_quick


@pytest.fixture
def table() -> Table:
    """A running room in its round."""
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def test_nothing_plays_before_the_start() -> None:
    table = Table()
    assert refusal(lambda: table.at_desk("phase.next", from_="welcome")) == "not_running"
    assert refusal(lambda: table.at_desk("inject.release", inject="slow-desk", from_="planned")) == "not_running"
    assert refusal(lambda: table.at_desk("room.debrief")) == "not_running"


def test_a_prepared_room_opens_with_its_door() -> None:
    table = Table(when=1_800_000_000_000)
    assert (table.room.status, table.room.door) == ("prepared", False)
    assert refusal(lambda: table.sit("mayor")) == "door_closed"
    assert refusal(lambda: table.at_desk("room.start")) == "door_first"
    table.at_desk("door.open")
    table.sit("mayor")
    assert table.room.status == "lobby"


def test_of_two_desks_that_move_on_one_wins(table: Table) -> None:
    table.at_desk("phase.next", from_="round-1")
    assert refusal(lambda: table.at_desk("phase.next", from_="round-1")) == "stale"


def test_the_last_phase_has_no_next_and_the_first_no_back(table: Table) -> None:
    assert table.room.phase is not None
    table.at_desk("phase.back", from_="round-1")
    assert refusal(lambda: table.at_desk("phase.back", from_="welcome")) == "first_phase"
    for _ in table.catalogue.phase_order[1:]:
        table.at_desk("phase.next", from_=table.room.phase.id)
    assert refusal(lambda: table.at_desk("phase.next", from_=table.room.phase.id)) == "last_phase"


def test_starting_again_changes_nothing(table: Table) -> None:
    table.at_desk("room.start")
    assert table.facts == []


def test_a_pause_stops_every_clock_and_resumes_exactly(table: Table) -> None:
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    table.wait(20)
    session, minute = table.room.clock.at(table.now), game_minute(table.room, table.now)
    due = next_deadline(table.room, table.catalogue)
    table.at_desk("room.pause", until=table.now + 600_000)
    table.wait(3_600)
    assert (table.room.clock.at(table.now), game_minute(table.room, table.now)) == (session, minute)
    assert next_deadline(table.room, table.catalogue) is None
    table.at_desk("room.resume")
    assert due is not None and next_deadline(table.room, table.catalogue) == due + 3_600_000


def test_a_real_incident_stops_a_debrief_too_and_it_goes_on_after(table: Table) -> None:
    table.at_desk("room.debrief")
    assert refusal(lambda: table.at_desk("room.pause")) == "not_running"
    table.at_desk("room.pause", incident=True)
    assert (table.room.status, table.room.incident) == ("paused", True)
    table.at_desk("room.resume")
    assert table.room.status == "debrief" and table.room.clock.since is None


def test_the_debrief_works_from_a_pause_and_jumps_to_its_phase(table: Table) -> None:
    table.at_desk("room.pause")
    table.at_desk("room.debrief")
    assert table.room.status == "debrief" and table.room.phase is not None
    assert table.catalogue.phase(table.room.phase.id).kind == "debrief"


def test_a_closed_room_refuses_the_game_and_still_releases_its_report(table: Table) -> None:
    table.at_desk("room.debrief")
    table.at_desk("room.close")
    assert refusal(lambda: table.at_seat("s3", "inject.read", inject="slow-desk")) == "closed"
    assert refusal(lambda: table.at_desk("phase.next", from_="debrief")) == "closed"
    table.at_desk("report.release")
    assert table.room.report_released
    table.inner(CloseUnused(), by="server")
    assert table.facts == []


def test_game_time_follows_the_pace_and_waits_at_the_next_phase(table: Table) -> None:
    start = game_minute(table.room, table.now)
    assert start == 15 * 60 + 40
    table.wait(60)
    assert game_minute(table.room, table.now) == start + 4
    assert session_at(table.room, start + 4) == table.room.clock.at(table.now)


def test_a_deadline_is_raised_once_and_closes_only_when_hard() -> None:
    table = Table(with_quick(hard=True))
    table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    due = next_deadline(table.room, table.catalogue)
    assert due == table.now + 60_000
    table.wait(60)
    late = {"decision": "tell-council", "option": "wait"}
    assert refusal(lambda: table.at_seat("s3", "vote.cast", **late)) == "too_late"
    table.inner(ReachDeadlines(), by="server")
    assert [fact.type for fact in table.facts] == ["deadline_reached", "decision_moved"]
    table.inner(ReachDeadlines(), by="server")
    assert table.facts == [] and next_deadline(table.room, table.catalogue) is None


def test_a_soft_deadline_is_only_noted(table: Table) -> None:
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    table.wait(60)
    table.inner(ReachDeadlines(), by="server")
    assert [type(fact) for fact in table.facts] == [DeadlineReached]


def jumping(phase: str) -> Table:
    """A running round with a term, after which `phase` opens days later."""
    pack = tiny_scenario().model_dump(by_alias=True)
    starts = {"day": 4, "time": "09:00"}
    if phase == "debrief":
        pack["phases"][2].update(starts=starts, pace=1)
    else:
        late = dict(pack["phases"][1], id=phase, injects=[], decisions=[], starts=starts)
        pack["phases"] = [*pack["phases"][:2], late, *pack["phases"][2:]]
    table = Table(Scenario.model_validate(pack))
    table.sit("ciso")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    return table


def test_a_term_that_a_jump_passes_lapses_at_the_jump_which_stands() -> None:
    table = jumping("round-2")
    table.at_desk("phase.next", from_="round-1")
    assert [type(fact) for fact in table.facts[1:]] == [ClockLapsed, IndicatorMoved]
    assert table.room.teams["t1"].indicators["trust"] == 55
    assert table.room.step is not None
    assert not can_undo(table.room, table.catalogue)
    assert refusal(lambda: table.at_desk("step.undo", of=table.room.step.cmd)) == "cannot_undo"
    table.check()


def test_a_term_that_the_debrief_passes_lapses_too() -> None:
    table = jumping("debrief")
    table.at_desk("room.debrief")
    assert [type(fact) for fact in table.facts[2:]] == [ClockLapsed, IndicatorMoved]
    assert refusal(lambda: table.at_desk("step.undo", of=table.room.step.cmd)) == "cannot_undo"
    table.check()


def test_a_step_that_cannot_be_taken_back_is_not_offered(table: Table) -> None:
    assert can_undo(table.room, table.catalogue)
    table.at_desk("room.pause")
    assert not can_undo(table.room, table.catalogue)
    table.at_desk("room.resume")
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    assert not can_undo(table.room, table.catalogue)
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert can_undo(table.room, table.catalogue)
    table.at_seat("s3", "inject.read", inject="slow-desk")
    assert not can_undo(table.room, table.catalogue)


def test_an_undo_is_for_ten_seconds_and_for_one_s_own_step(table: Table) -> None:
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    step = table.room.step
    assert step is not None
    assert refusal(lambda: table.at_desk("step.undo", of="other")) == "too_late_to_undo"
    table.wait(10.001)
    assert refusal(lambda: table.at_desk("step.undo", of=step.cmd)) == "too_late_to_undo"


def test_news_that_was_opened_cannot_be_taken_back(table: Table) -> None:
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    table.at_seat("s3", "inject.read", inject="slow-desk")
    step = table.room.step
    assert step is not None
    assert refusal(lambda: table.at_desk("step.undo", of=step.cmd)) == "cannot_undo"


def test_news_that_started_a_term_cannot_be_taken_back_but_its_hold_can(table: Table) -> None:
    table.at_desk("inject.hold", inject="strange-login", from_="planned")
    table.at_desk("step.undo", of=table.room.step.cmd)
    assert table.room.teams["t1"].news["strange-login"].state == "planned"
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    assert refusal(lambda: table.at_desk("step.undo", of=table.room.step.cmd)) == "cannot_undo"
    assert table.room.teams["t1"].terms["breach"].state == "running"


def test_news_that_moved_an_indicator_does_not_do_so_twice() -> None:
    scenario = tiny_scenario()
    (phase,) = [phase for phase in scenario.phases if any(i.id == "slow-desk" for i in phase.injects)]
    injects = tuple(
        i.model_copy(update={"effects": {"trust": -4}} if i.id == "slow-desk" else {}) for i in phase.injects
    )
    phases = tuple(p.model_copy(update={"injects": injects}) if p is phase else p for p in scenario.phases)
    table = Table(scenario.model_copy(update={"phases": phases}))
    table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    before = table.room.teams["t1"].indicators["trust"]
    assert refusal(lambda: table.at_desk("step.undo", of=table.room.step.cmd)) == "cannot_undo"
    refusal(lambda: table.at_desk("inject.release", inject="slow-desk", from_="planned"))
    assert table.room.teams["t1"].indicators["trust"] == before


def test_an_unopened_message_and_an_empty_ballot_go_back(table: Table) -> None:
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    table.at_desk("step.undo", of=table.room.step.cmd)
    assert table.room.teams["t1"].news["slow-desk"].state == "planned"
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("step.undo", of=table.room.step.cmd)
    assert table.room.teams["t1"].decisions["unplug"].state == "planned"
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
    assert refusal(lambda: table.at_desk("step.undo", of=table.room.step.cmd)) == "cannot_undo"
