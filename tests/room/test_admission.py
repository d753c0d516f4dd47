"""Letting people in one by one, and giving a chair to another device: refusals first."""

from __future__ import annotations

import pytest

from game_server.room.admission import MOST_KNOCKS
from game_server.room.commands import OfferHandover, TakeDevice, TakeHandedSeat, TakeSeat
from game_server.room.handover import OFFER_MS
from game_server.room.refusals import Refused
from game_server.views import Audience, view
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """A lobby of two teams in which newcomers knock."""
    return Table(teams=("Natte Meren", "Drogenbroek"), admission=True)


def knock(table: Table, role: str | None = "mayor", pass_: str = "mine", name: str = "Anna") -> str:
    return str(table.inner(TakeSeat(pass_=pass_, name=name, team="t1", role=role))["knock"])


def test_who_knocks_has_no_chair_and_the_room_holds_nothing_for_him(table: Table) -> None:
    waiting = knock(table)
    assert table.room.seats == {}
    assert table.room.passes["mine"] == ("knock", waiting)
    assert refusal(lambda: table.at_seat(waiting, "seat.away")) == "removed"


def test_a_closed_door_a_taken_chair_and_a_taken_name_are_refused_before_one_waits(table: Table) -> None:
    table.at_desk("seat.add", team="t1", role="mayor", name="Bert")
    assert refusal(lambda: knock(table)) == "role_taken"
    assert refusal(lambda: knock(table, role="king")) == "unknown_role"
    assert refusal(lambda: knock(table, role="ciso", name="bert")) == "name_taken"
    table.at_desk("door.close")
    assert refusal(lambda: knock(table, role="ciso")) == "door_closed"


def test_knocks_do_not_pile_up(table: Table) -> None:
    for number in range(MOST_KNOCKS):
        knock(table, role=None, pass_=f"p{number}", name=f"N{number}")
    assert refusal(lambda: knock(table)) == "too_many"


def test_a_refused_knock_stays_refused_and_a_new_pass_may_try_again(table: Table) -> None:
    waiting = knock(table)
    table.at_desk("knock.refuse", knock=waiting)
    assert "mine" not in table.room.passes
    assert refusal(lambda: knock(table)) == "knock_refused"
    assert knock(table, pass_="another") != waiting


def test_who_answers_second_hears_who_was_first(table: Table) -> None:
    second = f"desk:{table.inner(TakeDevice(kind='desk', pass_='desk2', link='f'))['device']}"
    waiting = knock(table)
    table.at_desk("knock.accept", knock=waiting)
    with pytest.raises(Refused) as stale:
        table.at_desk("knock.refuse", knock=waiting, by=second)
    assert (stale.value.code, stale.value.did) == ("stale", (table.desk, "knock_accepted"))
    assert refusal(lambda: table.at_desk("knock.accept", knock="k99")) == "unknown_knock"


def test_the_same_pass_waits_in_one_place_and_may_change_its_wish(table: Table) -> None:
    waiting = knock(table)
    assert knock(table) == waiting and table.facts == []
    assert knock(table, role="ciso") == waiting
    table.at_desk("knock.accept", knock=waiting)
    (seat,) = table.room.seats.values()
    assert (seat.role, seat.name) == ("ciso", "Anna")
    again = table.inner(TakeSeat(pass_="mine", name="Anna", team="t1", role="ciso"))
    assert again["seat"] == seat.id and table.facts == []
    table.check()


def test_a_chair_that_was_taken_meanwhile_leaves_the_choice_to_the_desk(table: Table) -> None:
    first, second = knock(table), knock(table, pass_="other", name="Bert")
    table.at_desk("knock.accept", knock=first)
    assert refusal(lambda: table.at_desk("knock.accept", knock=second)) == "role_taken"
    given = table.at_desk("knock.accept", knock=second, team="t2", role="mayor")
    assert (given["team"], given["role"]) == ("t2", "mayor")


def test_a_chair_that_somebody_waits_for_is_given_last_to_who_takes_any(table: Table) -> None:
    knock(table)
    assert knock(table, pass_="rival", name="Bert"), "who wants just that chair may wait for it too"
    table.at_desk("admission.off")
    table.inner(TakeSeat(pass_="any", name="Cem", team="t1"))
    assert [seat.role for seat in table.room.seats.values()] == ["ciso"]
    table.inner(TakeSeat(pass_="last", name="Dina", team="t1"))
    assert [seat.role for seat in table.room.seats.values()] == ["ciso", "mayor"]


def test_without_admission_who_still_waits_comes_in_by_asking_again(table: Table) -> None:
    knock(table)
    table.at_desk("admission.off")
    table.at_desk("admission.off")
    assert table.facts == []
    given = table.inner(TakeSeat(pass_="mine", name="Anna", team="t1", role="mayor"))
    assert table.room.passes["mine"] == ("seat", given["seat"])
    assert table.sit("ciso")
    table.at_desk("admission.on")
    assert "knock" in table.inner(TakeSeat(pass_="late", name="Laat"))


def test_at_a_table_where_somebody_is_called_so_the_desk_is_told_and_may_give_another(table: Table) -> None:
    first, second = knock(table, role=None), knock(table, role=None, pass_="other")
    table.at_desk("knock.accept", knock=first)
    assert refusal(lambda: table.at_desk("knock.accept", knock=second)) == "same_name"
    assert table.at_desk("knock.accept", knock=second, team="t2")["team"] == "t2"


def test_two_of_one_name_who_leave_the_table_to_the_room_sit_at_different_ones(table: Table) -> None:
    asked = [TakeSeat(pass_=pass_, name=name) for pass_, name in (("one", "Jan"), ("two", "Jan"), ("three", "jan"))]
    knocks = [table.inner(wish)["knock"] for wish in asked]
    assert [table.at_desk("knock.accept", knock=one)["team"] for one in knocks[:2]] == ["t1", "t2"]
    assert refusal(lambda: table.at_desk("knock.accept", knock=knocks[2])) == "same_name"


def test_who_comes_in_when_all_may_can_give_another_name(table: Table) -> None:
    knock(table, role=None)
    knock(table, role=None, pass_="other")
    table.at_desk("admission.off")
    table.inner(TakeSeat(pass_="mine", name="Anna", team="t1"))
    assert refusal(lambda: table.inner(TakeSeat(pass_="other", name="Anna", team="t1"))) == "name_taken"
    given = table.inner(TakeSeat(pass_="other", name="Anna B", team="t1"))
    assert table.room.seats[given["seat"]].name == "Anna B"


def test_no_device_knocks(table: Table) -> None:
    assert refusal(lambda: knock(table, pass_="desk")) == "removed"


# ---------------------------------------------------------------- another device


def offered(table: Table, seat: str, link: str = "secret") -> None:
    table.inner(OfferHandover(seat=seat, link=link), by=table.desk)


@pytest.fixture
def lobby() -> Table:
    return Table()


def test_only_a_desk_hands_over_and_only_a_chair_that_is_taken(lobby: Table) -> None:
    seat = lobby.sit("mayor")
    assert refusal(lambda: lobby.inner(OfferHandover(seat=seat, link="x"), by=f"seat:{seat}")) == "bad_request"
    assert refusal(lambda: lobby.inner(OfferHandover(seat=seat, link="x"))) == "bad_request"
    assert refusal(lambda: offered(lobby, "s99")) == "unknown_seat"
    lobby.at_desk("seat.remove", seat=seat)
    assert refusal(lambda: offered(lobby, seat)) == "unknown_seat"


def test_a_wrong_an_old_a_used_and_a_late_link_give_nothing(lobby: Table) -> None:
    seat = lobby.sit("mayor", pass_="old")
    offered(lobby, seat, "first")
    offered(lobby, seat, "second")
    for link in ("wrong", "first"):
        assert refusal(lambda x=link: lobby.inner(TakeHandedSeat(pass_="new", link=x))) == "bad_link"
    lobby.wait(OFFER_MS / 1000)
    assert refusal(lambda: lobby.inner(TakeHandedSeat(pass_="new", link="second"))) == "bad_link"
    offered(lobby, seat, "third")
    lobby.inner(TakeHandedSeat(pass_="new", link="third"))
    assert refusal(lambda: lobby.inner(TakeHandedSeat(pass_="thief", link="third"))) == "bad_link"
    assert refusal(lambda: lobby.inner(TakeHandedSeat(pass_="desk", link="third"))) == "removed"
    assert refusal(lambda: lobby.inner(TakeHandedSeat(pass_="old", link="third"))) == "bad_link"


def test_a_removed_chair_takes_its_link_along(lobby: Table) -> None:
    seat = lobby.sit("mayor")
    offered(lobby, seat)
    lobby.at_desk("seat.remove", seat=seat)
    assert refusal(lambda: lobby.inner(TakeHandedSeat(pass_="new", link="secret"))) == "bad_link"


def test_in_mid_vote_the_other_device_goes_on_with_the_same_vote(lobby: Table) -> None:
    seat = lobby.sit("mayor", pass_="old")
    lobby.at_desk("room.start")
    lobby.at_desk("phase.next", from_="welcome")
    lobby.at_desk("decision.open", decision="unplug", from_="planned")
    lobby.at_seat(seat, "vote.cast", decision="unplug", option="watch")
    offered(lobby, seat)
    assert lobby.inner(TakeHandedSeat(pass_="new", link="secret")) == {"seat": seat}
    assert lobby.inner(TakeHandedSeat(pass_="new", link="secret")) == {"seat": seat} and lobby.facts == []
    assert "old" not in lobby.room.passes and lobby.room.passes["new"] == ("seat", seat)
    assert view(Audience("desk", "nl"), lobby.room, lobby.catalogue)["teams"]["t1"]["handed"] == {seat: lobby.now}
    assert set(lobby.room.teams["t1"].decisions["unplug"].rounds[-1].votes) == {seat}
    lobby.at_seat(seat, "vote.cast", decision="unplug", option="all-off")
    lobby.check()


def test_a_person_without_a_device_gets_one(lobby: Table) -> None:
    seat = lobby.at_desk("seat.add", team="t1", role="mayor", name="Op papier")["seat"]
    offered(lobby, seat)
    lobby.inner(TakeHandedSeat(pass_="new", link="secret"))
    assert lobby.room.seats[seat].pass_hash == "new"
