"""Who knew what, and when: sent, opened, heard, never, with an empty chair, used."""

from __future__ import annotations

from game_server.story.knowledge import Cell, Knowledge, Row
from game_server.story.tell import tell
from tests.room.table import Table
from tests.views.session import marked_scenario


def table(*roles: str, teams: tuple[str, ...] = ("Natte Meren",)) -> tuple[Table, list[str]]:
    made = Table(marked_scenario(), teams=teams)
    seats = [made.sit(role) for role in roles]
    made.at_desk("room.start")
    made.wait(10)
    made.at_desk("phase.next", from_="welcome")
    return made, seats


def known(made: Table, team: str = "t1") -> Knowledge:
    return tell(made.log, made.catalogue).matrices[team]


def row(made: Table, inject: str) -> Row:
    return next(one for one in known(made).rows if one.inject == inject)


def release(made: Table, inject: str) -> int:
    made.wait(10)
    made.at_desk("inject.release", inject=inject, from_="planned")
    return made.now


def test_sent_opened_heard_and_never() -> None:
    made, (_, ciso, dpo) = table("mayor", "ciso", "dpo")
    at = release(made, "strange-login")
    cells = row(made, "strange-login").cells
    assert cells["ciso"] == Cell("held", True, at)
    assert cells["mayor"] == Cell("never", False)
    made.wait(5)
    made.at_seat(ciso, "inject.read", inject="strange-login")
    assert row(made, "strange-login").cells["ciso"] == Cell("opened", True, at, at + 5_000)
    made.wait(5)
    made.at_seat(ciso, "inject.share", inject="strange-login")
    made.wait(5)
    made.at_seat(dpo, "inject.read", inject="strange-login")
    shared = row(made, "strange-login")
    assert (shared.shared_at, shared.shared_by, shared.by_stand_in) == (at + 10_000, "ciso", False)
    assert shared.cells["mayor"] == Cell("held", False, at + 10_000)
    assert shared.cells["dpo"] == Cell("opened", False, at + 10_000, at + 15_000)
    assert known(made).never_shared == 0


def test_news_for_everyone_is_no_row() -> None:
    made, _ = table("mayor", "ciso")
    release(made, "slow-desk")
    assert known(made).rows == ()


def test_an_empty_chair_is_no_column_unless_its_stand_in_held_something() -> None:
    made, _ = table("mayor", "ciso")
    release(made, "strange-login")
    assert known(made).roles == ("mayor", "ciso")
    release(made, "dpo-first")
    assert known(made).roles == ("mayor", "ciso", "dpo")
    assert row(made, "dpo-first").cells["dpo"] == Cell("never", True, stand_in=True)
    made.at_desk("decision.open", decision="unplug", from_="planned")
    shared = row(made, "dpo-first")
    assert (shared.shared_by, shared.by_stand_in) == ("dpo", True)
    assert shared.cells["mayor"].mark == "held"


def test_the_else_row_holds_what_it_got() -> None:
    made, _ = table("mayor", "dpo")
    at = release(made, "strange-login")
    cells = row(made, "strange-login").cells
    assert cells["mayor"] == Cell("held", True, at)
    assert cells["ciso"] == Cell("never", True)


def test_a_late_comer_holds_it_from_when_she_sat_down() -> None:
    made, _ = table("mayor", "ciso")
    release(made, "dpo-first")
    made.wait(100)
    late = made.sit("dpo")
    assert row(made, "dpo-first").cells["dpo"] == Cell("held", True, made.now, stand_in=True)
    sat = made.now
    made.wait(7)
    made.at_seat(late, "inject.read", inject="dpo-first")
    assert row(made, "dpo-first").cells["dpo"] == Cell("opened", True, sat, sat + 7_000, stand_in=True)


def test_a_moved_seat_leaves_what_it_knew_with_its_old_chair() -> None:
    made, (ciso,) = table("ciso")
    release(made, "strange-login")
    made.at_seat(ciso, "inject.read", inject="strange-login")
    read = made.now
    made.wait(30)
    made.at_desk("seat.move", seat=ciso, role="mayor")
    cells = row(made, "strange-login").cells
    assert (cells["ciso"].mark, cells["ciso"].opened) == ("opened", read)
    assert cells["mayor"] == Cell("never", False)
    assert known(made).roles == ("mayor", "ciso")


def test_who_had_left_before_it_came_never_knew() -> None:
    made, (_, ciso) = table("mayor", "ciso")
    made.at_desk("seat.remove", seat=ciso)
    release(made, "strange-login")
    assert row(made, "strange-login").cells["ciso"].mark == "never"
    made.wait(60)
    made.sit("ciso")
    assert row(made, "strange-login").cells["ciso"].held == made.now


def test_used_is_what_the_settled_option_acts_on() -> None:
    made, _ = table("mayor", "ciso")
    release(made, "strange-login")
    release(made, "minister-visit")
    made.at_desk("decision.open", decision="unplug", from_="planned")
    made.at_desk("decision.reveal", decision="unplug", from_="open")
    assert row(made, "strange-login").used == ()
    made.at_desk("decision.settle", decision="unplug", option="all-off", team="t1", on_word_of="mayor")
    assert row(made, "strange-login").used == ("unplug",)
    assert row(made, "minister-visit").used == ()
    made.at_desk("decision.settle", decision="unplug", option="watch", team="t1", on_word_of="mayor")
    assert row(made, "strange-login").used == ()
    assert row(made, "minister-visit").used == ("unplug",)


def test_teams_know_apart() -> None:
    made, (ciso,) = table("ciso", teams=("Natte Meren", "Drogenbroek"))
    made.sit("ciso", team="t2")
    release(made, "strange-login")
    made.at_seat(ciso, "inject.share", inject="strange-login")
    assert known(made).never_shared == 0
    assert known(made, "t2").never_shared == 1


def test_the_facilitators_own_news_is_known_by_whom_she_sent_it_to() -> None:
    made, _ = table("mayor", "ciso")
    sent = made.at_desk("inject.compose", to=["ciso"], channel="note", from_="Leiding", body="Alleen voor u")["inject"]
    cells = row(made, sent).cells
    assert (cells["ciso"].mark, cells["mayor"].mark) == ("held", "never")
