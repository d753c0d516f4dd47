"""A room among others: what it leaves behind, and how one begins that was played on from another."""

from __future__ import annotations

import pytest

from game_server.room.commands import ForkRoom, TakeDevice
from game_server.room.events import RoomForked, SharingSet
from game_server.room.state_sittings import Forked, Sharing
from tests.room.table import Table, refusal

LINKS = ("f2", "s2", "o2")


def forked(table: Table) -> None:
    table.inner(ForkRoom(of="K7MP3XQ9", links=LINKS), by="server")


def test_sharing_cannot_be_changed_once_the_room_is_closed() -> None:
    table = Table()
    table.at_desk("room.close")
    assert refusal(lambda: table.at_desk("room.sharing", series=True, mirror=False)) == "closed"


def test_only_a_desk_asks_for_a_fork_by_the_server() -> None:
    table = Table()
    fork = ForkRoom(of="K7MP3XQ9", links=LINKS)
    assert refusal(lambda: table.inner(fork, by=table.desk)) == "bad_request"
    seat = table.sit("mayor")
    assert refusal(lambda: table.inner(fork, by=f"seat:{seat}")) == "bad_request"


def test_a_room_leaves_nothing_unless_it_was_asked() -> None:
    table = Table()
    assert table.room.sharing == Sharing(series=False, mirror=False)
    table.at_desk("room.sharing", series=True, mirror=False)
    assert table.facts == [SharingSet(series=True, mirror=False)]
    table.at_desk("room.sharing", series=True, mirror=False)
    assert table.facts == []
    assert Table(series=True, mirror=True).room.sharing == Sharing(series=True, mirror=True)


def test_a_fork_begins_paused_with_empty_chairs_and_new_links() -> None:
    table = Table(series=True)
    seat = table.sit("mayor", pass_="mayors")
    table.at_desk("room.start")
    table.wait(60)
    forked(table)
    room = table.room
    assert table.facts[0] == RoomForked(of="K7MP3XQ9", moment=room.version - 2)
    assert (room.status, room.paused_from, room.door, room.links) == ("paused", "running", True, LINKS)
    assert room.forked == Forked("K7MP3XQ9", room.version - 2, 60_000)
    assert (room.teams["t1"].seats, room.passes, room.sharing) == ({}, {}, Sharing())
    assert room.seats[seat].removed
    assert room.seats[seat].erased
    assert refusal(lambda: table.at_desk("room.resume")) == "device_ended"
    table.wait(3600)
    assert room.clock.at(table.now) == 60_000
    table.check()


def test_a_fork_goes_on_where_it_was() -> None:
    table = Table()
    table.sit("mayor")
    table.at_desk("room.start")
    table.wait(60)
    forked(table)
    table.wait(3600)
    table.desk = f"desk:{table.inner(TakeDevice(kind='desk', pass_='d2', link='f2'))['device']}"
    table.sit("mayor", name="Nieuw")
    table.at_desk("room.resume")
    table.wait(30)
    assert table.room.status == "running"
    assert table.room.clock.at(table.now) == 90_000


@pytest.mark.parametrize(("asked", "status", "back"), [((), "lobby", None), (("room.close",), "paused", "debrief")])
def test_a_fork_of_a_room_before_or_after_the_game(asked: tuple[str, ...], status: str, back: str | None) -> None:
    table = Table()
    for one in asked:
        table.at_desk(one)
    forked(table)
    assert (table.room.status, table.room.paused_from, table.room.closed_at) == (status, back, None)
    table.check()
