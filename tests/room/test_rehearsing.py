"""A rehearsal's speed, and chairs that go from bots to people and back: refusals first."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from game_server.room.commands import ReachDeadlines, RecastSeat, TakeDevice, TakeSeat
from game_server.room.deadlines import next_deadline
from game_server.room.events import RehearsalPaced, SeatRecast
from game_server.views import Audience, view
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """A rehearsal with a bot in the ciso's chair."""
    made = Table(rehearsal=True)
    made.inner(TakeSeat(pass_="bot:1", name="Bram (bot)", role="ciso", bot=True))
    return made


def bot(table: Table) -> str:
    return next(seat.id for seat in table.room.seats.values() if seat.role == "ciso")


def test_a_real_room_knows_no_other_speed_and_no_bots() -> None:
    table = Table()
    seat = table.sit("ciso")
    assert refusal(lambda: table.at_desk("rehearsal.pace", speed=10)) == "no_rehearsal"
    assert refusal(lambda: table.inner(RecastSeat(seat=seat, pass_="new", bot=True))) == "no_rehearsal"
    assert "pace" not in view(Audience("desk", "nl"), table.room, table.catalogue)


@pytest.mark.parametrize("speed", [0, 61, -1])
def test_a_speed_is_between_one_and_sixty(table: Table, speed: int) -> None:
    with pytest.raises(ValidationError):
        table.at_desk("rehearsal.pace", speed=speed)


def test_a_seat_cannot_set_the_pace(table: Table) -> None:
    with pytest.raises(ValidationError):
        table.at_seat(bot(table), "rehearsal.pace", speed=2)


def test_the_same_pace_again_changes_nothing(table: Table) -> None:
    table.at_desk("rehearsal.pace", speed=10)
    table.at_desk("rehearsal.pace", speed=10, led=False)
    assert table.facts == []


def test_a_chair_goes_only_to_who_does_not_have_it(table: Table) -> None:
    seat, person = bot(table), table.sit("mayor", pass_="mine")
    assert refusal(lambda: table.inner(RecastSeat(seat="s99", pass_="new", bot=False))) == "unknown_seat"
    assert refusal(lambda: table.inner(RecastSeat(seat=person, pass_="new", bot=False))) == "not_a_bot"
    assert refusal(lambda: table.inner(RecastSeat(seat=seat, pass_="new", bot=True))) == "bots_already"
    assert refusal(lambda: table.inner(RecastSeat(seat=seat, pass_="mine", bot=False))) == "not_allowed"
    table.at_desk("room.close")
    assert refusal(lambda: table.inner(RecastSeat(seat=seat, pass_="new", bot=False))) == "closed"


def test_a_person_takes_a_bots_chair_over_and_gives_it_back(table: Table) -> None:
    seat = bot(table)
    table.inner(RecastSeat(seat=seat, pass_="mine", bot=False))
    assert table.facts == [SeatRecast(seat=seat, pass_="mine", bot=False)]
    assert "bot:1" not in table.room.passes and table.room.passes["mine"] == ("seat", seat)
    table.inner(RecastSeat(seat=seat, pass_="mine", bot=False))
    assert table.facts == []
    table.inner(RecastSeat(seat=seat, pass_="bot:2", bot=True))
    assert "mine" not in table.room.passes and table.room.seats[seat].bot
    table.check()


def test_a_claimed_chair_is_no_bots_any_more(table: Table) -> None:
    from game_server.room.commands import ClaimSeat

    seat = bot(table)
    claim = table.inner(ClaimSeat(pass_="mine", name="Bram", team="t1", role="ciso"))["claim"]
    table.at_desk("claim.accept", claim=claim, seat=seat)
    assert not table.room.seats[seat].bot


def test_a_bot_comes_in_by_a_closed_door_and_is_marked_wherever_people_are_named(table: Table) -> None:
    table.at_desk("door.close")
    table.inner(TakeSeat(pass_="bot:2", name="Esra (bot)", role="mayor", bot=True))
    for audience in (Audience("desk", "nl"), Audience("seat", "nl", "t1", "mayor")):
        seen = view(audience, table.room, table.catalogue)
        seats = seen["team"]["seats"] if audience.kind == "seat" else seen["teams"]["t1"]["seats"]
        assert all(seat["bot"] for seat in seats.values())


def test_the_lead_that_is_nobody_is_no_device_of_the_desk(table: Table) -> None:
    before = view(Audience("desk", "nl"), table.room, table.catalogue)["devices"]
    table.inner(TakeDevice(kind="desk", pass_="bot:lead", link="f", bot=True))
    assert view(Audience("desk", "nl"), table.room, table.catalogue)["devices"] == before


def test_the_session_goes_on_at_its_speed_from_the_moment_it_is_set(table: Table) -> None:
    table.at_desk("room.start")
    table.wait(10)
    table.at_desk("rehearsal.pace", speed=60)
    assert table.facts == [RehearsalPaced(speed=60, led=False)]
    table.wait(2)
    assert table.room.clock.at(table.now) == 130_000
    table.at_desk("room.pause")
    table.wait(1000)
    table.at_desk("room.resume")
    table.wait(1)
    assert table.room.clock.at(table.now) == 190_000
    table.at_desk("rehearsal.pace", speed=1)
    table.wait(1)
    assert table.room.clock.at(table.now) == 191_000
    assert view(Audience("desk", "nl"), table.room, table.catalogue)["room"]["clock"].get("speed") is None
    table.check()


def test_a_speed_set_in_the_lobby_holds_from_the_start(table: Table) -> None:
    table.at_desk("rehearsal.pace", speed=30, led=True)
    table.at_desk("room.start")
    table.wait(1)
    seen = view(Audience("desk", "nl"), table.room, table.catalogue)
    assert table.room.clock.at(table.now) == 30_000
    assert seen["pace"] == {"speed": 30, "led": True} and seen["room"]["clock"]["speed"] == 30


def test_a_deadline_falls_due_that_much_sooner_and_is_raised_once(table: Table) -> None:
    table.at_desk("rehearsal.pace", speed=7)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    quick = next(name for name in table.catalogue.decisions if table.catalogue.decision(name)[1].seconds)
    table.at_desk("decision.open", decision=quick, from_="planned")
    due = next_deadline(table.room, table.catalogue)
    seconds = table.catalogue.decision(quick)[1].seconds or 0
    assert due is not None and 0 <= (due - table.now) * 7 - seconds * 1000 < 7
    table.now = due
    table.inner(ReachDeadlines(), by="server")
    assert [fact.type for fact in table.facts][:1] == ["deadline_reached"]
    assert next_deadline(table.room, table.catalogue) is None
