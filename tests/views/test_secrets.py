"""No audience holds a word, a name or a vote that is another's, at any moment of a whole session."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from game_server.room.envelope import Event
from game_server.room.events import (
    AnyFact,
    InjectRead,
    InjectReleased,
    LessonMerged,
    LessonShown,
    LessonTakenBack,
    LessonWritten,
    PracticeAnswered,
    PracticeReleased,
    StatementMarked,
    VoteCast,
)
from game_server.room.evolve import fold
from game_server.room.practice import is_complete
from game_server.room.state import DecisionRun, Room
from game_server.views import Audience, own, view
from tests.room.table import Table
from tests.views.oracle import REVEALED, Oracle
from tests.views.session import Session, audiences, marked_scenario, marks


def _text(audience: Audience, table: Table) -> str:
    return orjson.dumps(view(audience, table.room, table.catalogue)).decode()


@pytest.mark.parametrize("apart", [False, True])
def test_nobody_holds_a_marked_text_that_is_not_theirs_at_any_stage(apart: bool) -> None:
    seen: dict[Audience, set[str]] = {}

    def look(table: Table) -> None:
        oracle = Oracle(table.room, table.catalogue)
        for audience in audiences(table):
            held = marks(_text(audience, table))
            stolen = sorted(mark for mark in held if not oracle.may_hold(audience, mark))
            assert not stolen, (audience, table.facts, stolen)
            seen.setdefault(audience, set()).update(held)

    Session(look, apart).play()
    ciso, mayor = Audience("seat", "nl", "t1", "ciso"), Audience("seat", "nl", "t1", "mayor")
    kept = "phases/round-1/injects/ciso-kept/body"
    assert [audience for audience, held in seen.items() if kept in held and audience.kind not in ("desk", "rows")] == [
        ciso,
        Audience("seat", "nl", "t2", "ciso"),
    ]
    shared = "phases/round-1/injects/dpo-first/body"
    assert shared in seen[mayor], "what is shared is seen by all"
    assert any(mark.startswith("vote/t1/unplug/1/") for mark in seen[mayor]), "the reveal shows a team its own reasons"
    assert "statement/t1/unplug" in seen[Audience("screen", "nl")], "the facilitator let it be shown"
    missed = {audience for audience, held in seen.items() if any(mark.startswith("missing/t2") for mark in held)}
    assert missed == {Audience("seat", "nl", "t2", "mayor")}, "what a team misses is heard by its speaker first"
    assert any(mark.startswith("missing/t1") for mark in seen[ciso]), "and by the team once the speaker shows it"
    assert any(mark.startswith("picture/") for mark in seen[Audience("observer", "nl")])


def test_what_one_seat_writes_for_itself_is_in_its_own_view_alone() -> None:
    def look(table: Table) -> None:
        for seat in table.room.seats.values():
            for mark in marks(orjson.dumps(own(seat.id, table.room)).decode()):
                kind, _, rest = mark.partition("/")
                mine = {
                    "own": seat.id,
                    "person": f"{seat.team}/{seat.role}",
                    "vote": seat.id,
                    "missing": seat.id,
                    "lesson": seat.id,
                }
                assert kind in mine, mark
                assert rest.endswith(mine[kind]), mark

    Session(look).play()


def test_the_screen_shows_nobodys_name_and_nothing_that_was_typed() -> None:
    def look(table: Table) -> None:
        for audience in audiences(table):
            if audience.kind == "screen" and table.room.showing == "auto" and not table.room.conversation.let:
                typed = {"person", "vote", "picture", "statement", "missing", "owner", "note", "own", "reopened"}
                assert not {mark.split("/")[0] for mark in marks(_text(audience, table))} & typed

    Session(look, named=True).play()


# ---------------------------------------------------------------- votes


def _other_votes(log: list[Event], table: Table) -> list[Event]:
    """The same log, but everyone had voted for another option, surely and without a reason."""

    def other(event: Event) -> Event:
        fact = event.fact
        if not isinstance(fact, VoteCast):
            return event
        ids = [option.id for option in table.catalogue.decision(fact.decision)[1].options]
        option = ids[(ids.index(fact.option) + 1) % len(ids)]
        changed = fact.model_copy(update={"option": option, "confidence": None, "reason": None})
        return Event(event.version, event.at, event.by, changed, event.cmd, event.result)

    return [other(event) for event in log]


@pytest.mark.parametrize("named", [False, True])
def test_before_the_reveal_no_view_but_the_desks_depends_on_a_vote(named: bool) -> None:
    compared = 0

    def look(table: Table) -> None:
        nonlocal compared
        runs = [run for team in table.room.teams.values() for run in team.decisions.values()]
        if not any(run.state == "open" and run.ballot and run.ballot.votes for run in runs):
            return
        started = max(table.log, key=lambda event: event.version * (event.fact.type == "decision_opened")).version
        others = _other_votes(table.log[started:], table)
        room = fold([*table.log[:started], *others])
        for audience in audiences(table):
            if audience.kind not in ("desk", "rows"):
                compared += 1
                assert view(audience, room, table.catalogue) == view(audience, table.room, table.catalogue)

    Session(look, named=named).play()
    assert compared > 100


def test_of_fewer_than_three_votes_the_screens_show_only_what_was_settled() -> None:
    few = many = 0

    def look(table: Table) -> None:
        nonlocal few, many
        for audience in audiences(table):
            if audience.kind not in ("screen", "observer"):
                continue
            for decision, question in view(audience, table.room, table.catalogue)["decisions"].items():
                for team, part in question["teams"].items():
                    run = table.room.teams[team].decisions.get(decision)
                    if run is None or not run.rounds:
                        continue
                    votes = len(run.rounds[-1].votes)
                    assert "counts" not in part or (votes >= 3 and run.state in REVEALED)
                    few += run.state in REVEALED and votes < 3
                    many += "counts" in part

    Session(look).play()
    assert few
    assert many


def test_no_team_learns_from_the_rooms_screen_what_it_has_not_come_to_itself() -> None:
    waited = shown = 0

    def look(table: Table) -> None:
        nonlocal waited, shown
        for decision, question in view(Audience("screen", "nl"), table.room, table.catalogue)["decisions"].items():
            runs = [team.decisions.get(decision, DecisionRun()) for team in table.room.teams.values()]
            joint = question["anchor"] and all(run.state in REVEALED for run in runs)
            for part in question["teams"].values():
                told = bool({"counts", "option", "way", "role"} & set(part))
                assert joint or not told
                assert ("moves" in part) <= (joint and all(run.state == "effective" for run in runs))
                shown += told
            waited += any(run.state in REVEALED for run in runs) and not joint

    Session(look, apart=True).play()
    assert waited
    assert shown


def test_votes_are_shown_by_name_only_in_a_named_room() -> None:
    for named in (False, True):
        session = Session(named=named)
        session.play()
        mayor = view(Audience("seat", "nl", "t1", "mayor"), session.table.room, session.table.catalogue)
        votes = mayor["decisions"]["unplug"]["result"]["votes"].values()
        assert all(("name" in vote) == named for vote in votes)


def test_the_reveal_does_not_tell_in_which_order_votes_came_nor_from_which_chair_of_a_role() -> None:
    revealed = []
    for chair, turn in ((0, 1), (0, -1), (1, 1), (1, -1)):
        table = Table(marked_scenario())
        chairs = [table.sit("dpo"), table.sit("dpo"), table.sit("mayor")]
        table.at_desk("room.start")
        table.at_desk("phase.next", from_="welcome")
        table.at_desk("decision.open", decision="unplug", from_="planned")
        for seat, option in ((chairs[chair], "all-off"), (chairs[1 - chair], "watch"))[::turn]:
            table.at_seat(seat, "vote.cast", decision="unplug", option=option, confidence=2)
        table.at_seat(chairs[2], "vote.cast", decision="unplug", option="watch")
        table.at_desk("decision.reveal", decision="unplug", from_="open")
        mayor = view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue)
        revealed.append(mayor["decisions"]["unplug"]["result"])
    assert all(result == revealed[0] for result in revealed)
    assert [list(result["votes"].values()) for result in revealed] == [list(revealed[0]["votes"].values())] * 4


# ---------------------------------------------------------------- I3


def _without_terms(seen: dict[str, Any]) -> dict[str, Any]:
    """The words that many looked up are counted over the whole room, so that they are nobody's in particular."""
    return {**seen, "debrief": {**seen["debrief"], "terms": {}}} if "debrief" in seen else seen


def _both(fact: AnyFact, room: Room, team: str | None) -> bool:
    """Both municipalities show how it is with them."""
    mine = room.teams[team or ""].practice_released
    return isinstance(fact, PracticeReleased) and fact.decision in mine


def _implied(log: list[Event], audience: Audience, table: Table) -> list[Event]:
    """The part of a log that a chair may know of: no news that was never for it, no other's answers, no other team's
    doings. Of a vote that is not revealed it may know that it was cast."""
    team, role = audience.team, audience.role
    shared = {event.fact.inject for event in log if event.fact.type == "inject_shared" and event.fact.team == team}
    hidden = (
        "inject_held",
        "inject_unlocked",
        "inject_cancelled",
        "note_added",
        "device_taken",
        "seat_spared",
    )
    answers = (
        "reflection_written",
        "resolution_written",
        "measure_answered",
        "priority_answered",
        "grade_given",
        "lesson_starred",
        "term_opened",
    )
    let_through = {event.fact.lesson for event in log if isinstance(event.fact, LessonShown)}
    room = fold(log)
    matrix = room.status == "debrief" and room.conversation.step == "matrix"
    let = matrix and ("matrix", "", "") in room.conversation.let
    kept: list[Event] = []
    for event in log:
        fact = event.fact
        if isinstance(fact, LessonWritten | LessonTakenBack | LessonMerged):
            kept += [event] if fact.lesson in let_through else []
            continue
        if isinstance(fact, InjectRead):
            reader = room.seats[fact.seat]
            if reader.team != team or not (let or (matrix and reader.role == role)):
                continue
        if fact.type in (*hidden, *answers) or (
            (getattr(fact, "team", None) or team) != team and not _both(fact, room, team)
        ):
            continue
        if isinstance(fact, StatementMarked):
            settled = room.teams[fact.team].decisions[fact.decision].settled
            if settled is None or not (settled.role == role or settled.marks_released):
                continue
        if isinstance(fact, PracticeAnswered) and not is_complete(room, fact.team, fact.decision):
            event = Event(event.version, event.at, event.by, fact.model_copy(update={"value": "yes"}))
        if isinstance(fact, InjectReleased) and fact.inject not in shared and not let:
            to = table.catalogue.inject(fact.inject)[1].to
            if to and role not in (*to, *fact.roles):
                continue
        if isinstance(fact, VoteCast):
            rounds = room.teams[fact.team].decisions[fact.decision].rounds
            if not rounds[fact.round - 1].revealed:
                blank = fact.model_copy(update={"option": "x", "reason": None, "confidence": None})
                event = Event(event.version, event.at, event.by, blank)
        kept.append(event)
    return kept


def test_a_chairs_view_follows_from_the_part_of_the_log_that_it_may_know_of() -> None:
    compared = 0

    def look(table: Table) -> None:
        nonlocal compared
        if table.room.version % 3:
            return
        for audience in audiences(table):
            if audience.kind == "seat":
                compared += 1
                room = fold(_implied(table.log, audience, table))
                told, known = (_without_terms(view(audience, one, table.catalogue)) for one in (room, table.room))
                assert told == known

    Session(look).play()
    assert compared > 100


def test_a_view_is_a_function_of_the_log_alone() -> None:
    session = Session()
    session.play()
    table = session.table
    for upto in range(len(table.log) + 1, 1, -7):
        once, again = fold(table.log[:upto]), fold(table.log[:upto])
        for audience in audiences(table):
            assert view(audience, once, table.catalogue) == view(audience, again, table.catalogue)
