"""The ballot: refusals first."""

from __future__ import annotations

import pytest

from game_server.room.events import DecisionMoved, DecisionOpened, DecisionSettled, VoteCast
from game_server.room.refusals import Refused
from game_server.transport import messages_nl
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """A running table with two chairs, in the round."""
    table = Table()
    table.mayor, table.ciso = table.sit("mayor"), table.sit("ciso")  # type: ignore[attr-defined]
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def open_main(table: Table) -> None:
    table.at_desk("decision.picture", decision="unplug", from_="planned")
    table.at_desk("decision.open", decision="unplug", from_="picture")


def test_a_vote_before_the_decision_exists_names_nothing(table: Table) -> None:
    code = refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="watch"))
    assert code == "unknown_decision" == refusal(lambda: table.at_seat("s3", "vote.cast", decision="zzz", option="a"))


def test_a_vote_in_the_picture_stage_is_too_early(table: Table) -> None:
    table.at_desk("decision.picture", decision="unplug", from_="planned")
    assert refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="watch")) == "not_open"


def test_the_loser_of_a_race_hears_who_did_what(table: Table) -> None:
    open_main(table)
    table.at_desk("decision.close", decision="unplug", from_="open")
    with pytest.raises(Refused) as stale:
        table.at_desk("decision.skip", decision="unplug", from_="open")
    assert (stale.value.code, stale.value.did) == ("stale", (table.desk, "decision_closed"))
    assert set(messages_nl.DEEDS) >= {f"decision_{state}" for state in ("picture", "closed", "revealed", "skipped")}


def test_a_vote_after_closing_is_too_late(table: Table) -> None:
    open_main(table)
    table.at_desk("decision.close", decision="unplug", from_="open")
    assert refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="watch")) == "too_late"
    table.at_desk("decision.reveal", decision="unplug", from_="closed")
    assert refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="watch")) == "too_late"


def test_a_vote_for_an_option_that_does_not_exist_is_refused(table: Table) -> None:
    open_main(table)
    assert refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="zzz")) == "unknown_option"


def test_a_vote_in_a_pause_is_refused_and_after_it_counts(table: Table) -> None:
    open_main(table)
    table.at_desk("room.pause")
    assert refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="watch")) == "paused"
    table.at_desk("room.resume")
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
    assert table.room.teams["t1"].decisions["unplug"].ballot.votes["s3"].option == "watch"


def test_the_same_vote_again_changes_nothing_and_another_replaces_it(table: Table) -> None:
    open_main(table)
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch", confidence=3)
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch", confidence=3)
    assert table.facts == []
    table.at_seat("s3", "vote.cast", decision="unplug", option="all-off")
    assert [type(fact) for fact in table.facts] == [VoteCast]
    ballot = table.room.teams["t1"].decisions["unplug"].ballot
    assert ballot is not None and len(ballot.votes) == 1


def test_a_removed_chair_cannot_vote_and_its_open_vote_goes(table: Table) -> None:
    open_main(table)
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
    table.at_desk("seat.remove", seat="s3")
    assert refusal(lambda: table.at_seat("s3", "vote.cast", decision="unplug", option="watch")) == "removed"
    ballot = table.room.teams["t1"].decisions["unplug"].ballot
    assert ballot is not None and ballot.votes == {}


def test_a_step_from_another_state_is_stale_and_says_who_did_what(table: Table) -> None:
    open_main(table)
    with pytest.raises(Exception) as refused:
        table.at_desk("decision.open", decision="unplug", from_="picture")
    assert (refused.value.code, refused.value.did) == ("stale", (table.desk, "decision_opened"))  # type: ignore[attr-defined]


def test_a_step_that_the_life_does_not_have_is_refused(table: Table) -> None:
    assert refusal(lambda: table.at_desk("decision.apply", decision="unplug", from_="open")) == "no_such_step"
    assert (
        refusal(lambda: table.at_desk("decision.picture", decision="tell-council", from_="planned")) == "no_such_step"
    )


def test_a_decision_of_a_later_phase_has_to_wait(table: Table) -> None:
    early = Table()
    early.at_desk("room.start")
    assert refusal(lambda: early.at_desk("decision.open", decision="unplug", from_="planned")) == "not_yet"


def test_reveal_closes_first(table: Table) -> None:
    open_main(table)
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    states = [fact.state for fact in table.facts if isinstance(fact, DecisionMoved)]
    assert states == ["closed", "revealed"]
    assert table.facts[0].of == 2


def test_a_soft_deadline_closes_nothing(table: Table) -> None:
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    table.wait(61)
    table.at_seat("s3", "vote.cast", decision="tell-council", option="wait")
    assert table.room.teams["t1"].decisions["tell-council"].state == "open"


def test_more_time_counts_from_now_when_the_time_has_passed(table: Table) -> None:
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    table.wait(100)
    table.at_desk("decision.extend", decision="tell-council")
    assert table.facts[0].due == table.room.clock.at(table.now) + 60_000
    assert refusal(lambda: table.at_desk("decision.extend", decision="unplug")) == "not_open"


def test_a_vote_without_deadline_has_nothing_to_extend(table: Table) -> None:
    open_main(table)
    assert refusal(lambda: table.at_desk("decision.extend", decision="unplug")) == "no_deadline"


def test_a_majority_settles_itself_and_a_tie_does_not(table: Table) -> None:
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    table.at_seat("s3", "vote.cast", decision="tell-council", option="wait")
    table.at_seat("s4", "vote.cast", decision="tell-council", option="call-now")
    table.at_desk("decision.reveal", decision="tell-council", from_="open")
    assert not any(isinstance(fact, DecisionSettled) for fact in table.facts)
    assert (
        refusal(lambda: table.at_seat("s4", "decision.settle", decision="tell-council", option="wait")) == "no_mandate"
    )
    table.at_seat("s3", "decision.settle", decision="tell-council", option="wait")
    assert table.facts[0].way == "tie"


def test_reopening_starts_a_new_round_and_keeps_the_old(table: Table) -> None:
    open_main(table)
    table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_desk("decision.reopen", decision="unplug", reason="Nieuw feit")
    assert isinstance(table.facts[0], DecisionOpened) and table.facts[0].round == 2
    run = table.room.teams["t1"].decisions["unplug"]
    assert len(run.rounds) == 2 and run.rounds[0].revealed and run.rounds[1].votes == {}


def test_nothing_reopens_what_is_effective(table: Table) -> None:
    open_main(table)
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch")
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    assert refusal(lambda: table.at_desk("decision.reopen", decision="unplug", reason="Toch")) == "too_late"
    assert refusal(lambda: table.at_seat("s3", "decision.settle", decision="unplug", option="all-off")) == "too_late"


def test_a_paper_vote_is_marked_and_obeys_the_same_rules() -> None:
    table = Table()
    seat = table.at_desk("seat.add", team="t1", role="ciso", name="Zonder telefoon")["seat"]
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    assert refusal(lambda: table.at_desk("vote.enter", seat=seat, decision="unplug", option="watch")) != ""
    open_main(table)
    assert refusal(lambda: table.at_desk("vote.enter", seat="s99", decision="unplug", option="watch")) == "unknown_seat"
    table.at_desk("vote.enter", seat=seat, decision="unplug", option="watch")
    assert table.facts[0].paper
