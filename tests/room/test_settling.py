"""Whose word counts: refusals first."""

from __future__ import annotations

import pytest

from game_server.scenario.model import Scenario
from tests.room.table import Table, refusal
from tests.scenario.packs import tiny_scenario


@pytest.fixture
def table() -> Table:
    """The main decision revealed, with a mayor (s3) and a CISO (s4) at the table."""
    return revealed(("mayor", "ciso"))


def revealed(roles: tuple[str, ...]) -> Table:
    table = Table()
    for role in roles:
        table.sit(role)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    return table


def reveal(table: Table) -> Table:
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    return table


def test_nobody_settles_before_the_reveal(table: Table) -> None:
    assert refusal(lambda: table.at_seat("s3", "decision.settle", decision="unplug", option="watch")) == "not_revealed"
    at_desk = {"decision": "unplug", "option": "watch", "team": "t1", "on_word_of": "mayor"}
    assert refusal(lambda: table.at_desk("decision.settle", **at_desk)) == "not_revealed"


def test_only_the_mandated_role_settles(table: Table) -> None:
    reveal(table)
    assert refusal(lambda: table.at_seat("s4", "decision.settle", decision="unplug", option="watch")) == "no_mandate"
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch", statement="Wij kijken mee.")
    assert table.facts[0].way == "role"


def test_the_mandate_passes_on_when_the_first_is_called_away(table: Table) -> None:
    reveal(table)
    table.at_seat("s3", "seat.away")
    assert refusal(lambda: table.at_seat("s3", "decision.settle", decision="unplug", option="watch")) == "no_mandate"
    table.at_seat("s4", "decision.settle", decision="unplug", option="watch")
    table.at_seat("s3", "seat.back")
    assert refusal(lambda: table.at_seat("s4", "decision.settle", decision="unplug", option="all-off")) == "no_mandate"


def test_an_empty_row_leaves_it_to_the_facilitator() -> None:
    table = reveal(revealed(()))
    table.at_desk("decision.settle", decision="unplug", option="watch", team="t1")
    assert (table.facts[0].way, table.facts[0].role) == ("empty_chair", None)


def test_the_facilitator_enters_what_was_said_aloud(table: Table) -> None:
    reveal(table)
    wrong = {"decision": "unplug", "option": "watch", "team": "t1", "on_word_of": "ciso"}
    assert refusal(lambda: table.at_desk("decision.settle", **wrong)) == "not_mandated"
    table.at_desk("decision.settle", **{**wrong, "on_word_of": "mayor"})
    assert (table.facts[0].way, table.facts[0].role) == ("word", "mayor")


def test_an_overrule_needs_a_reason(table: Table) -> None:
    reveal(table)
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch")
    overrule = {"decision": "unplug", "option": "all-off", "team": "t1"}
    assert refusal(lambda: table.at_desk("decision.settle", **overrule)) == "reason_needed"
    table.at_desk("decision.settle", **overrule, reason="De tijd is om.")
    assert table.facts[0].way == "overrule"


def test_what_the_votes_settled_is_not_done_for_an_empty_chair(table: Table) -> None:
    table.at_desk("decision.open", decision="tell-council", from_="planned")
    for seat in ("s3", "s4"):
        table.at_seat(seat, "vote.cast", decision="tell-council", option="wait")
    table.at_desk("decision.reveal", decision="tell-council", from_="open")
    wanted = {"decision": "tell-council", "option": "wait", "team": "t1"}
    table.at_desk("decision.settle", **wanted, owner="Anna", statement="Morgen bellen wij.")
    assert (table.facts[0].way, table.facts[0].owner) == ("majority", "Anna")
    wanted["option"] = "call-now"
    assert refusal(lambda: table.at_desk("decision.settle", **wanted)) == "reason_needed"
    table.at_desk("decision.settle", **wanted, reason="De krant belt al.")
    assert table.facts[0].way == "overrule"


def test_a_choice_after_no_consensus_is_the_facilitators_own() -> None:
    pack = tiny_scenario().model_dump(by_alias=True)
    for phase in pack["phases"]:
        for decision in phase["decisions"]:
            decision["settles"] = {"by": "consensus"}
    table = Table(Scenario.model_validate(pack))
    for role in ("mayor", "ciso"):
        table.sit(role)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    wanted = {"decision": "unplug", "option": "watch", "team": "t1"}
    for again in (False, True):
        table.at_seat("s3", "vote.cast", decision="unplug", option="watch")
        table.at_seat("s4", "vote.cast", decision="unplug", option="all-off")
        table.at_desk("decision.reveal", decision="unplug", from_="open")
        if not again:
            assert refusal(lambda: table.at_desk("decision.settle", **wanted)) == "reopen_first"
            table.at_desk("decision.reopen", decision="unplug", reason="Nog eens.")
    assert table.room.teams["t1"].decisions["unplug"].settled.way == "no_consensus"
    assert refusal(lambda: table.at_desk("decision.settle", **wanted)) == "reason_needed"
    table.at_desk("decision.settle", **wanted, reason="Iemand moet het zeggen.")
    assert (table.facts[0].way, table.facts[0].option) == ("overrule", "watch")
    assert table.facts[0].reason == "Iemand moet het zeggen."


def test_a_settled_choice_may_be_replaced_until_it_is_effective(table: Table) -> None:
    reveal(table)
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch")
    table.at_seat("s3", "decision.settle", decision="unplug", option="watch")
    assert table.facts == []
    table.at_seat("s3", "decision.settle", decision="unplug", option="part-off")
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    assert table.room.teams["t1"].indicators == {"trust": 55, "service": 65}
    assert refusal(lambda: table.at_desk("decision.apply", decision="unplug", from_="settled")) == "stale"
    assert table.room.teams["t1"].news["expert-offer"].unlocked


def test_new_words_do_not_reach_the_screen_because_the_old_ones_stand_there(table: Table) -> None:
    reveal(table)
    said = {"decision": "unplug", "option": "watch", "statement": "Wij kijken mee."}
    table.at_seat("s3", "decision.settle", **said)
    table.at_desk("screen.show", what="statement:t1:unplug")
    table.at_seat("s3", "decision.settle", **{**said, "owner": "Anna"})
    assert table.room.showing == "statement:t1:unplug"
    table.at_seat("s3", "decision.settle", **{**said, "statement": "Iets heel anders."})
    assert table.room.showing == "auto"
    table.at_desk("screen.show", what="statement:t1:unplug")
    table.at_desk("decision.reopen", decision="unplug", reason="Nieuws.")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    table.at_seat("s3", "decision.settle", **said)
    assert table.room.showing == "auto"
    table.check()


def test_consequences_come_only_with_apply(table: Table) -> None:
    reveal(table)
    table.at_seat("s3", "decision.settle", decision="unplug", option="all-off")
    assert table.room.teams["t1"].indicators == {"trust": 60, "service": 70}
    assert refusal(lambda: table.at_desk("inject.release", inject="resident-post", from_="planned")) == "not_possible"
    table.at_desk("decision.apply", decision="unplug", from_="settled")
    table.at_desk("inject.release", inject="resident-post", from_="planned")
    table.check()
