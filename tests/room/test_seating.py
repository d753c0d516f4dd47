"""Chairs, passes and claims: refusals first."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from game_server.room.commands import ClaimSeat, MakeKeepLink, RenewLinks, TakeDevice, TakeSeat
from game_server.room.refusals import Refused
from game_server.room.seating import MOST_CLAIMS
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """A lobby of two teams."""
    return Table(teams=("Natte Meren", "Drogenbroek"))


def test_a_taken_role_is_refused_and_names_the_field(table: Table) -> None:
    table.sit("mayor")
    assert refusal(lambda: table.sit("mayor")) == "role_taken"
    table.sit("mayor", team="t2")


def test_an_unknown_team_or_role_is_refused(table: Table) -> None:
    assert refusal(lambda: table.sit("mayor", team="t9")) == "unknown_team"
    assert refusal(lambda: table.sit("king")) == "unknown_role"


def test_a_full_room_says_so(table: Table) -> None:
    for _ in range(4):
        table.inner(TakeSeat(pass_=f"p{_}", name=f"N{_}"))
    assert refusal(lambda: table.inner(TakeSeat(pass_="p9", name="N9"))) == "room_full"


def test_without_a_wish_the_emptiest_table_and_its_first_free_role_are_given(table: Table) -> None:
    table.sit("mayor")
    given = table.inner(TakeSeat(pass_="p", name="N"))
    assert (given["team"], given["role"]) == ("t2", "mayor")


def test_with_more_chairs_a_role_every_role_is_taken_once_before_any_is_taken_twice() -> None:
    table = Table(seats={"mayor": 2, "ciso": 2})
    given = [table.inner(TakeSeat(pass_=f"p{number}", name=f"N{number}"))["role"] for number in range(4)]
    assert given == ["mayor", "ciso", "mayor", "ciso"]


def test_a_closed_door_refuses_newcomers_but_not_the_same_pass(table: Table) -> None:
    seat = table.sit("mayor", pass_="mine")
    table.at_desk("door.close")
    assert refusal(lambda: table.sit("ciso")) == "door_closed"
    again = table.inner(TakeSeat(pass_="mine", name="Wat dan ook", role="ciso"))
    assert again == {"seat": seat, "team": "t1", "role": "mayor"} and table.facts == []


def test_a_removed_pass_gets_no_new_chair(table: Table) -> None:
    seat = table.sit("mayor", pass_="mine")
    table.at_desk("seat.remove", seat=seat)
    assert refusal(lambda: table.sit("ciso", pass_="mine")) == "removed"
    assert "mine" not in table.room.passes
    table.sit("mayor")


def test_a_name_is_unique_in_its_team_whatever_the_case(table: Table) -> None:
    table.sit("mayor", name="Anna")
    assert refusal(lambda: table.sit("ciso", name="ANNA")) == "name_taken"
    table.sit("ciso", team="t2", name="Anna")


def test_a_name_is_no_other_one_for_characters_that_nobody_sees(table: Table) -> None:
    table.sit("mayor", name="Anna")
    for unseen in ("\u200d", "\u200b", "\ufeff", "\u00ad"):
        assert refusal(lambda u=unseen: table.sit("ciso", name=f"An{u}na")) == "name_taken"
    assert refusal(lambda: table.at_desk("seat.add", team="t1", role="ciso", name="anna\u2060")) == "name_taken"


def test_a_keep_link_is_a_pass_of_its_own(table: Table) -> None:
    first, second = table.sit("mayor", pass_="mine"), table.sit("ciso")
    assert table.inner(MakeKeepLink(seat=first, pass_="keep")) == {"seat": first}
    assert table.inner(MakeKeepLink(seat=first, pass_="keep")) == {"seat": first}
    assert table.facts == []
    for seat, held in ((second, "keep"), (first, "mine"), (second, "mine"), (first, "desk")):
        wanted = MakeKeepLink(seat=seat, pass_=held)
        assert refusal(lambda w=wanted: table.inner(w)) == "not_allowed"


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "x" * 10_000, "a\u202eb", "a\x00b", "a\nb"])
def test_a_name_that_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        TakeSeat(pass_="p", name=name)


def test_forty_graphemes_are_a_name_also_when_they_are_many_code_points() -> None:
    assert TakeSeat(pass_="p", name="é" * 40).name
    assert TakeSeat(pass_="p", name="e\u0301" * 40).name == "é" * 40
    assert TakeSeat(pass_="p", name="\U0001f469\u200d\U0001f4bb" * 40).name


def test_a_claim_for_an_empty_chair_is_refused(table: Table) -> None:
    claim = ClaimSeat(pass_="new", name="Anna", team="t1", role="mayor")
    assert refusal(lambda: table.inner(claim)) == "no_such_seat"


def test_an_accepted_claim_ends_the_old_pass(table: Table) -> None:
    seat = table.sit("mayor", pass_="old")
    claim = table.inner(ClaimSeat(pass_="new", name="Anna", team="t1", role="mayor"))["claim"]
    assert table.inner(ClaimSeat(pass_="new", name="Anna", team="t1", role="mayor")) == {"claim": claim}
    table.at_desk("claim.accept", claim=claim)
    assert "old" not in table.room.passes and table.room.passes["new"] == ("seat", seat)
    assert refusal(lambda: table.at_desk("claim.refuse", claim=claim)) == "stale"


def test_who_answers_a_claim_second_hears_who_was_first(table: Table) -> None:
    table.sit("mayor")
    claim = table.inner(ClaimSeat(pass_="new", name="Anna", team="t1", role="mayor"))["claim"]
    table.at_desk("claim.refuse", claim=claim)
    with pytest.raises(Refused) as stale:
        table.at_desk("claim.accept", claim=claim)
    assert (stale.value.code, stale.value.did) == ("stale", (table.desk, "claim_refused"))


def test_claims_do_not_pile_up_and_no_device_makes_one(table: Table) -> None:
    table.sit("mayor")
    for number in range(MOST_CLAIMS):
        table.inner(ClaimSeat(pass_=f"new{number}", name="Anna", team="t1", role="mayor"))
    one_more = ClaimSeat(pass_="new", name="Anna", team="t1", role="mayor")
    assert refusal(lambda: table.inner(one_more)) == "too_many"
    table.at_desk("claim.refuse", claim=next(iter(table.room.claims)))
    table.inner(one_more)
    desk = ClaimSeat(pass_="desk", name="Anna", team="t1", role="mayor")
    assert refusal(lambda: table.inner(desk)) == "removed"


def test_a_refused_claim_leaves_the_chair_alone(table: Table) -> None:
    seat = table.sit("mayor", pass_="old")
    claim = table.inner(ClaimSeat(pass_="new", name="Anna", team="t1", role="mayor"))["claim"]
    table.at_desk("claim.refuse", claim=claim)
    assert table.room.passes["old"] == ("seat", seat) and "new" not in table.room.passes
    assert refusal(lambda: table.at_desk("claim.accept", claim="c999")) == "unknown_claim"


def test_a_link_opens_only_its_own_kind(table: Table) -> None:
    for kind, link in (("desk", "o"), ("screen", "f"), ("observer", "s"), ("observer", None)):
        wanted = TakeDevice.model_validate({"kind": kind, "pass_": f"{kind}{link}", "link": link})
        assert refusal(lambda w=wanted: table.inner(w)) == "bad_link"


def test_renewed_links_end_the_old_ones(table: Table) -> None:
    table.inner(RenewLinks(links=("f2", "s2", "o2")))
    assert refusal(lambda: table.inner(TakeDevice(kind="desk", pass_="x", link="f"))) == "bad_link"
    table.inner(TakeDevice(kind="desk", pass_="x", link="f2"))


def test_an_ended_desk_commands_nothing_and_cannot_come_back(table: Table) -> None:
    device = table.inner(TakeDevice(kind="desk", pass_="x", link="f"))["device"]
    table.at_desk("device.end", device=device)
    assert refusal(lambda: table.at_desk("room.start", by=f"desk:{device}")) == "device_ended"
    assert refusal(lambda: table.inner(TakeDevice(kind="desk", pass_="x", link="f"))) == "device_ended"


def test_a_moved_seat_keeps_its_pass_and_loses_its_open_vote(table: Table) -> None:
    seat = table.sit("mayor", pass_="mine")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    table.at_seat(seat, "vote.cast", decision="unplug", option="watch")
    table.at_desk("seat.move", seat=seat, team="t2", role="ciso")
    assert table.room.teams["t1"].decisions["unplug"].rounds[-1].votes == {}
    assert table.room.passes["mine"] == ("seat", seat)
    assert refusal(lambda: table.at_desk("seat.move", seat="s99", role="mayor")) == "unknown_seat"


def test_a_keep_link_reads_only_its_own_seat(table: Table) -> None:
    seat = table.sit("mayor")
    table.inner(MakeKeepLink(seat=seat, pass_="keep"))
    assert table.room.passes["keep"] == ("keep", seat)
    assert refusal(lambda: table.inner(TakeSeat(pass_="keep", name="Iemand"))) == "removed"
    table.check()
