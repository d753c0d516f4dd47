"""A resolution, and the date on which two of a team do it together."""

from __future__ import annotations

import pytest

from game_server.room.practice import agenda
from game_server.views import own
from tests.room.table import Table, refusal

HOUR = 3_600_000
WEEK = 7 * 24 * HOUR


@pytest.fixture
def table() -> Table:
    """Two tables in the debrief: a mayor (s3) and a CISO (s4) at the first, a mayor (s5) at the second."""
    table = Table(teams=("Natte Meren", "Drogenbroek"))
    for role, team in (("mayor", "t1"), ("ciso", "t1"), ("mayor", "t2")):
        table.sit(role, team)
    table.at_desk("room.start")
    table.at_desk("room.debrief")
    return table


def propose(table: Table, seat: str = "s3", other: str = "s4", at: int | None = None, text: str = "Koffie") -> None:
    table.at_seat(seat, "resolution.write", text=text, with_seat=other, starts=at or table.now + WEEK)


def state(table: Table, seat: str, of: str = "s3") -> str:
    meetings = own(seat, table.room)["meetings"]
    return meetings[of]["state"] if of in meetings else ""


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"with_seat": "s4"}, "no_moment"),
        ({"starts": 1}, "no_moment"),
        ({"with_seat": "s3", "starts": 1}, "unknown_seat"),
        ({"with_seat": "s5", "starts": 1}, "unknown_seat"),
        ({"with_seat": "s99", "starts": 1}, "unknown_seat"),
        ({"with_seat": "s4", "starts": 1}, "not_ahead"),
        ({"with_seat": "s4", "starts": 9_000_000_000_000}, "not_ahead"),
        ({"with_seat": "s4", "starts": 1, "with": "Bram"}, "bad_request"),
        ({"questions": ["zzz"]}, "unknown_question"),
    ],
)
def test_a_resolution_that_cannot_be_is_refused(table: Table, fields: dict[str, object], code: str) -> None:
    assert refusal(lambda: table.at_seat("s3", "resolution.write", text="Koffie", **fields)) == code


def test_only_the_two_may_touch_their_date(table: Table) -> None:
    propose(table)
    at = table.room.meetings["s3"].starts
    for seat in ("s5", "s4"):
        of = "s3" if seat == "s5" else "s5"
        assert refusal(lambda s=seat, o=of: table.at_seat(s, "meeting.accept", of=o, starts=at)) == "unknown_meeting"
        assert refusal(lambda s=seat, o=of: table.at_seat(s, "meeting.move", of=o, starts=at)) == "unknown_meeting"
        assert refusal(lambda s=seat, o=of: table.at_seat(s, "meeting.decline", of=o)) == "unknown_meeting"
    assert refusal(lambda: table.at_seat("s3", "meeting.accept", of="s3", starts=at)) == "own_proposal"
    assert refusal(lambda: table.at_seat("s3", "meeting.decline", of="s3")) == "own_proposal"
    assert refusal(lambda: table.at_seat("s4", "meeting.accept", of="s3", starts=at + HOUR)) == "stale"
    assert refusal(lambda: table.at_seat("s4", "meeting.move", of="s3", starts=table.now)) == "not_ahead"


def test_nothing_changes_once_the_room_is_closed(table: Table) -> None:
    propose(table)
    table.at_desk("room.close")
    for type_, fields in (("meeting.accept", {"starts": 1}), ("meeting.move", {"starts": 1}), ("meeting.decline", {})):
        assert refusal(lambda t=type_, f=fields: table.at_seat("s4", t, of="s3", **f)) == "closed"


def test_both_agree_to_one_date(table: Table) -> None:
    propose(table)
    at = table.room.meetings["s3"].starts
    assert (state(table, "s3"), state(table, "s4"), state(table, "s5")) == ("proposed", "proposed", "")
    asked = own("s4", table.room)["meetings"]["s3"]
    assert (asked["mine"], asked["yours"], asked["starts"], asked["text"], asked["role"]) == (
        False,
        False,
        at,
        "Koffie",
        "mayor",
    )
    table.at_seat("s4", "meeting.accept", of="s3", starts=at)
    assert (state(table, "s3"), state(table, "s4")) == ("accepted", "accepted")
    table.at_seat("s4", "meeting.accept", of="s3", starts=at)
    assert table.facts == []
    table.check()


def test_another_date_asks_the_other_one_again(table: Table) -> None:
    propose(table)
    later = table.now + 2 * WEEK
    table.at_seat("s4", "meeting.move", of="s3", starts=later)
    table.at_seat("s4", "meeting.move", of="s3", starts=later)
    assert table.facts == []
    assert refusal(lambda: table.at_seat("s4", "meeting.accept", of="s3", starts=later)) == "own_proposal"
    table.at_seat("s3", "meeting.accept", of="s3", starts=later)
    assert [own(seat, table.room)["meetings"]["s3"]["starts"] for seat in ("s3", "s4")] == [later, later]
    table.at_seat("s3", "meeting.move", of="s3", starts=later + HOUR)
    assert state(table, "s4") == "proposed"


def test_a_no_is_kind_and_leaves_the_resolution(table: Table) -> None:
    propose(table)
    at = table.room.meetings["s3"].starts
    table.at_seat("s4", "meeting.decline", of="s3", word="Na de vakantie graag.")
    table.at_seat("s4", "meeting.decline", of="s3")
    assert table.facts == []
    mine = own("s3", table.room)
    assert (mine["meetings"]["s3"]["state"], mine["meetings"]["s3"]["word"]) == ("declined", "Na de vakantie graag.")
    assert mine["resolution"]["text"] == "Koffie"
    assert refusal(lambda: table.at_seat("s3", "meeting.accept", of="s3", starts=at)) == "stale"
    propose(table, at=at, text="Thee")
    assert state(table, "s4") == "declined", "other words do not ask once more"
    table.at_seat("s4", "meeting.move", of="s3", starts=at + WEEK)
    assert (state(table, "s3"), "word" in own("s3", table.room)["meetings"]["s3"]) == ("proposed", False)


def test_what_is_taken_back_is_gone_from_the_other_phone(table: Table) -> None:
    propose(table)
    table.at_seat("s3", "resolution.write", text="Koffie", with_="Bram van buiten")
    assert (state(table, "s3"), state(table, "s4")) == ("", "")
    assert own("s3", table.room)["resolution"] == {"text": "Koffie", "with": "Bram van buiten"}
    table.check()


def test_two_may_ask_each_other(table: Table) -> None:
    propose(table)
    propose(table, "s4", "s3", text="Thee")
    assert (state(table, "s3", "s4"), state(table, "s4", "s4")) == ("proposed", "proposed")
    assert list(own("s3", table.room)["meetings"]) == ["s3", "s4"], "the own one first"


@pytest.mark.parametrize("gone", ["s3", "s4"])
def test_who_leaves_leaves_the_other_sane(table: Table, gone: str) -> None:
    propose(table)
    table.at_seat("s4", "meeting.accept", of="s3", starts=table.room.meetings["s3"].starts)
    table.at_desk("seat.remove", seat=gone)
    assert (state(table, "s3"), state(table, "s4")) == (("gone", "accepted") if gone == "s4" else ("accepted", ""))
    rest = "s3" if gone == "s4" else "s4"
    assert refusal(lambda: table.at_seat(rest, "meeting.move", of="s3", starts=table.now + WEEK)) == "unknown_meeting"
    if rest == "s3":
        assert refusal(lambda: propose(table)) == "unknown_seat"
        table.at_seat("s3", "resolution.write", text="Koffie")
        assert state(table, "s3") == ""


def test_the_same_again_changes_nothing(table: Table) -> None:
    wanted = {"text": "Koffie", "questions": ["awake"], "first_step": "Bellen"}
    table.at_seat("s3", "resolution.write", **wanted)
    assert own("s3", table.room)["resolution"] == wanted
    table.at_seat("s3", "resolution.write", **wanted)
    assert table.facts == []


def test_the_agenda_is_the_widest_gap_of_the_own_team() -> None:
    table = Table(teams=("Natte Meren", "Drogenbroek"))
    for role, team in (("mayor", "t1"), ("ciso", "t1"), ("mayor", "t2"), ("ciso", "t2")):
        table.sit(role, team)
    for seat, value in (("s3", "yes"), ("s4", "no"), ("s5", "yes"), ("s6", "yes")):
        table.room.seats[seat].practice["unplug"] = value
    assert agenda(table.room, "t1", table.catalogue) == [("unplug", True)]
    assert agenda(table.room, "t2", table.catalogue) == []
    table.room.seats["s6"].practice["unplug"] = "unknown"
    assert agenda(table.room, "t2", table.catalogue) == [("unplug", False)]
