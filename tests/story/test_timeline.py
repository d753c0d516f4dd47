"""The timeline: what happened when, without what was taken back."""

from __future__ import annotations

from game_server.story.tell import Story, tell
from tests.debrief.sessions import table_session
from tests.room.table import Table


def story(table: Table) -> Story:
    return tell(table.log, table.catalogue)


def kinds(table: Table, team: str | None = "t1") -> list[tuple[str, str | None]]:
    return [(one.kind, one.thing) for one in story(table).moments if one.team in (team, None)]


def started() -> Table:
    table = Table()
    table.sit("mayor")
    table.sit("ciso")
    table.at_desk("room.start")
    table.wait(60)
    table.at_desk("phase.next", from_="welcome")
    return table


def test_moments_carry_session_and_story_time() -> None:
    table = started()
    table.wait(30)
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    told = story(table)
    last = told.moments[-1]
    assert (last.kind, last.thing, last.team) == ("released", "slow-desk", "t1")
    assert last.session == 90_000
    assert last.game == 15 * 60 + 40 + 0.5 * 4
    assert [(span.phase, span.session) for span in told.phases] == [("welcome", 0), ("round-1", 60_000)]
    assert told.session == 90_000


def test_a_pause_takes_no_session_time() -> None:
    table = started()
    table.at_desk("room.pause")
    table.wait(600)
    table.at_desk("room.resume")
    told = story(table)
    assert [one.kind for one in told.moments[-2:]] == ["paused", "resumed"]
    assert told.moments[-1].session == 60_000
    table.at_desk("room.pause", incident=True)
    assert story(table).moments[-1].kind == "incident"


def test_a_release_that_was_taken_back_is_not_told() -> None:
    table = started()
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert ("released", "slow-desk") in kinds(table)
    table.at_desk("step.undo", of=f"c{table._ids}")
    assert ("released", "slow-desk") not in kinds(table)
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert kinds(table).count(("released", "slow-desk")) == 1


def test_a_vote_opened_by_mistake_is_not_told() -> None:
    table = started()
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("step.undo", of=f"c{table._ids}")
    assert ("opened", "unplug") not in kinds(table)


def test_a_phase_begun_by_mistake_is_not_told_and_going_back_on_purpose_is() -> None:
    table = started()
    table.at_desk("phase.next", from_="round-1")
    table.at_desk("step.undo", of=f"c{table._ids}")
    assert [thing for kind, thing in kinds(table) if kind.startswith("phase")] == ["welcome", "round-1"]
    table.wait(60)
    table.at_desk("phase.back", from_="round-1")
    assert kinds(table)[-1] == ("phase_back", "welcome")


def test_a_decisions_life_is_told_in_order() -> None:
    table = started()
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_desk("decision.reopen", decision="unplug", reason="Nieuws")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_desk("decision.settle", decision="unplug", option="watch", team="t1", on_word_of="mayor")
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    told = [kind for kind, thing in kinds(table) if thing == "unplug"]
    assert told == ["opened", "closed_vote", "revealed", "reopened", "closed_vote", "revealed", "settled", "effective"]
    settled = next(one for one in story(table).moments if one.kind == "settled")
    assert (settled.option, settled.role) == ("watch", "mayor")


def test_curves_begin_at_the_start_in_the_packs_order_and_follow_every_move() -> None:
    told, catalogue = table_session()
    curves = told.curves["t1"]
    assert list(curves) == list(catalogue.scenario.indicators)
    for key, line in curves.items():
        assert (line[0].session, line[0].value) == (0, catalogue.indicator(key).start)
        assert line[-1].value == told.room.teams["t1"].indicators[key]
        assert [point.session for point in line] == sorted(point.session for point in line)


def test_the_same_journal_tells_the_same() -> None:
    table = started()
    assert story(table) == story(table)


def pressed() -> Table:
    """As `started`, in a room that chose for pressure."""
    table = Table(ladder=True, lights_out=True)
    table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def test_steps_up_the_ladder_are_told_with_who_took_them() -> None:
    table = pressed()
    table.at_desk("ladder.climb", rung="team-room", team="t1", on_word_of="mayor")
    last = story(table).moments[-1]
    assert (last.kind, last.thing, last.role, last.team) == ("climbed", "team-room", "mayor", "t1")


def test_dark_and_light_are_told() -> None:
    table = pressed()
    table.at_desk("lights.out", minutes=3)
    table.at_desk("lights.on")
    assert [kind for kind, _ in kinds(table)][-2:] == ["lights_out", "lights_on"]


def test_the_dark_of_a_release_that_was_taken_back_is_not_told() -> None:
    table = pressed()
    for verb, state in (("open", "planned"), ("reveal", "open")):
        table.at_desk(f"decision.{verb}", decision="unplug", from_=state)
    table.at_desk("decision.settle", decision="unplug", option="all-off", team="t1", on_word_of="mayor")
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    table.at_desk("inject.release", inject="resident-post", from_="planned")
    assert kinds(table)[-1] == ("lights_out", "resident-post")
    table.at_desk("step.undo", of=f"c{table._ids}")
    assert not {"lights_out", "lights_on"} & {kind for kind, _ in kinds(table)}
