"""Who speaks for a table: the first who sat down, or whoever the table or the desk names."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.room.events import SpokespersonNamed
from game_server.room.refusals import Refused
from game_server.room.spokesperson import spokesperson
from game_server.views import Audience, view
from tests.room.table import Table


def _tables() -> tuple[Table, str, str, str]:
    table = Table(teams=("Tafel 1", "Tafel 2"))
    return table, table.sit("mayor", "t1", "Anna"), table.sit("ciso", "t1", "Bert"), table.sit("mayor", "t2", "Carla")


def _speaks(table: Table, team: str = "t1") -> str | None:
    seat = spokesperson(table.room.teams[team])
    return seat.id if seat else None


def _told(table: Table, audience: Audience) -> Any:
    return view(audience, table.room, table.catalogue)


def test_a_table_names_nobody_of_another_table() -> None:
    table, anna, _, carla = _tables()
    with pytest.raises(Refused) as refused:
        table.at_seat(anna, "spokesperson.name", seat_=carla)
    assert refused.value.code == "unknown_seat"


def test_nobody_speaks_who_is_not_there() -> None:
    table, anna, bert, _ = _tables()
    table.at_desk("seat.remove", seat=bert)
    for ask in (table.at_desk, lambda *a, **f: table.at_seat(anna, *a, **f)):
        with pytest.raises(Refused) as refused:
            ask("spokesperson.name", seat_=bert)
        assert refused.value.code == "unknown_seat"


def test_the_first_who_sat_down_speaks_until_somebody_is_named() -> None:
    table, anna, bert, _ = _tables()
    assert _speaks(table) == anna
    table.at_seat(bert, "spokesperson.name", seat_=bert)
    assert table.facts == [SpokespersonNamed(team="t1", seat=bert)]
    assert _speaks(table) == bert
    table.at_seat(anna, "spokesperson.name", seat_=bert)
    assert table.facts == []
    table.at_desk("spokesperson.name", seat_=anna)
    assert _speaks(table) == anna
    table.check()


def test_while_the_named_one_is_away_or_gone_another_speaks() -> None:
    table, anna, bert, _ = _tables()
    table.at_desk("spokesperson.name", seat_=bert)
    table.at_seat(bert, "seat.away")
    assert _speaks(table) == anna
    table.at_seat(bert, "seat.back")
    assert _speaks(table) == bert
    table.at_desk("seat.move", seat=bert, team="t2", role="ciso")
    assert _speaks(table) == anna
    table.at_seat(anna, "seat.away")
    assert _speaks(table) is None


def test_the_phone_and_the_desk_know_the_chair_and_the_screen_only_its_role() -> None:
    table, anna, *_ = _tables()
    assert _told(table, Audience("seat", "nl", "t1", "ciso"))["team"]["spokesperson"] == anna
    assert _told(table, Audience("desk", "nl"))["teams"]["t1"]["spokesperson"] == anna
    screen = _told(table, Audience("screen", "nl"))
    assert screen["teams"]["t1"]["spokesperson"] == "mayor"
    assert "Anna" not in repr(screen)


def test_the_only_table_of_a_room_has_nobody_to_speak_to() -> None:
    table = Table()
    table.sit("mayor")
    assert "spokesperson" not in _told(table, Audience("seat", "nl", "t1", "mayor"))["team"]
