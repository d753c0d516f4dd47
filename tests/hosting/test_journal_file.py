"""`journal.jsonl`: what anyone may have written in it is looked at line by line, and a sound one tells all again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_server.debrief.content import report
from game_server.debrief.pdf import render_pdf
from game_server.hosting.importing import take_in
from game_server.hosting.journal_file import journal_file
from game_server.hosting.journal_reading import BrokenJournal, Read, read_journal
from game_server.journal.base import Journal
from game_server.journal.memory import MemoryJournal
from game_server.room.commands import NoteErasure
from game_server.room.envelope import decode, encode
from game_server.room.evolve import fold
from game_server.room.marks import ERASED
from game_server.room.refusals import Refused
from game_server.scenario.catalogue import digest, to_json
from game_server.story.tell import tell
from tests.debrief.sessions import Sitting
from tests.scenario.packs import tiny_scenario

GOLDEN = Path(__file__).parent / "golden" / "room.jsonl"
DAY = 24 * 3600 * 1000


@cache
def played() -> Sitting:
    return Sitting((("mayor", "ciso"),), scenario=tiny_scenario(), key="eerste").play()


@cache
def written(pack: bool = True) -> bytes:
    scenario = tiny_scenario()
    lines = [encode(event) for event in played().events]
    return journal_file(digest(scenario), to_json(scenario).encode() if pack else None, 1, lines)


def lines_of(data: bytes) -> list[Any]:
    return [orjson.loads(line) for line in data.splitlines()]


def changed(change: Callable[[list[Any]], object]) -> bytes:
    lines = lines_of(written())
    change(lines)
    return b"\n".join(line if isinstance(line, bytes) else orjson.dumps(line) for line in lines)


def problems(data: bytes) -> list[tuple[int, str]]:
    with pytest.raises(BrokenJournal) as broken:
        read_journal(data)
    return [(problem.line, problem.why) for problem in broken.value.problems]


def place(type_: str) -> int:
    return next(at for at, line in enumerate(lines_of(written())) if line.get("type") == type_)


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"\x00\xff", "not_json"),
        (b"[]", "not_a_journal"),
        (b"{}", "not_a_journal"),
        (b'{"crisistafel":"series","format":1}', "not_a_journal"),
        (b'{"crisistafel":"journal","format":1}', "not_a_journal"),
        (b'{"crisistafel":"journal","format":99,"pack":"a"}', "newer_format"),
        (b'{"crisistafel":"journal","format":1,"pack":"a","scenario":{}}', "wrong_pack"),
        (b'{"crisistafel":"journal","format":1,"pack":"a","scenario":' + b"[" * 5000, "not_json"),
    ],
)
def test_a_head_that_is_none_is_refused(data: bytes, why: str) -> None:
    assert problems(data) == [(1, why)]


def test_a_file_is_not_read_beyond_its_bound() -> None:
    assert problems(b"x" * 64_000_001) == [(1, "too_large")]


def test_a_file_without_its_scenario_says_so_where_nobody_has_it() -> None:
    assert problems(written(pack=False)) == [(1, "no_pack")]
    scenario = tiny_scenario()
    known = {digest(scenario): to_json(scenario).encode()}
    assert read_journal(written(pack=False), known.get).room == read_journal(written()).room


def test_every_broken_line_is_named() -> None:
    def spoil(lines: list[Any]) -> None:
        lines[2] = b"{"
        lines[4]["schema"] = 99
        lines[5]["by"] = "seat:../../x"
        lines[6]["type"] = "of_a_later_version"

    assert problems(changed(spoil))[:4] == [
        (3, "not_json"),
        (5, "newer_event"),
        (6, "wrong_author"),
        (7, "newer_event"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("version", 7, "out_of_order"),
        ("version", "3", "out_of_order"),
        ("version", True, "out_of_order"),
        ("at", -1, "back_in_time"),
        ("at", 1e300, "back_in_time"),
        ("at", 0, "back_in_time"),
        ("by", None, "wrong_author"),
        ("cmd", "x" * 65, "not_an_event"),
        ("result", [], "not_an_event"),
        ("schema", "1", "not_an_event"),
        ("extra", 1, "not_an_event"),
    ],
)
def test_an_envelope_that_cannot_be_is_refused(field: str, value: Any, why: str) -> None:
    assert problems(changed(lambda lines: lines[3].update({field: value})))[0] == (4, why)


def test_a_line_that_is_lost_or_swapped_is_refused() -> None:
    assert problems(changed(lambda lines: lines.pop(5)))[0] == (6, "out_of_order")
    assert problems(changed(lambda lines: lines.insert(5, lines[4])))[0] == (6, "out_of_order")
    assert problems(changed(lambda lines: lines.__setitem__(slice(1, None), []))) == [(2, "no_opening")]


@pytest.mark.parametrize(
    ("type_", "field", "value", "why"),
    [
        ("room_opened", "code", "../../../x", "wrong_code"),
        ("room_opened", "digest", "0" * 64, "wrong_pack"),
        ("room_opened", "indicators", {"wealth": 3}, "unknown_thing"),
        ("seat_taken", "team", "t9", "unknown_thing"),
        ("seat_taken", "role", "king", "unknown_thing"),
        ("seat_taken", "name", "A\u202eB", "wrong_text"),
        ("seat_taken", "name", "A\x07", "wrong_text"),
        ("seat_taken", "name", "x" * 4001, "wrong_text"),
        ("inject_released", "inject", "none", "unknown_thing"),
        ("vote_cast", "option", "none", "unknown_thing"),
        ("vote_cast", "seat", "s999", "does_not_fold"),
        ("decision_settled", "option", "none", "unknown_thing"),
        ("indicator_moved", "indicator", "wealth", "unknown_thing"),
        ("indicator_moved", "because", "decision:none:none", "unknown_thing"),
        ("phase_began", "phase", "none", "unknown_thing"),
    ],
)
def test_what_is_not_in_the_scenario_or_cannot_be_typed_is_refused(
    type_: str, field: str, value: Any, why: str
) -> None:
    at = place(type_)
    assert problems(changed(lambda lines: lines[at].update({field: value}))) == [(at + 1, why)]


def test_a_room_is_opened_once() -> None:
    def again(lines: list[Any]) -> None:
        lines[3] = {**lines[1], "version": 3, "at": lines[3]["at"], "by": "door"}

    assert problems(changed(again)) == [(4, "opened_twice")]


# ---------------------------------------------------------------- what is told again


def told(read: Read) -> str:
    return hashlib.sha256(orjson.dumps(report(tell(read.events, read.catalogue), read.catalogue, "nl"))).hexdigest()


def test_a_file_tells_the_same_report_to_the_byte() -> None:
    read = read_journal(written())
    story = tell(played().events, played().catalogue)
    assert told(read) == hashlib.sha256(orjson.dumps(report(story, played().catalogue, "nl"))).hexdigest()
    there = render_pdf(tell(read.events, read.catalogue), read.catalogue, "nl", notes=True)
    assert there == render_pdf(story, played().catalogue, "nl", notes=True)


def test_a_golden_file_of_an_earlier_version_still_tells_the_same() -> None:
    data = GOLDEN.read_bytes()
    read = read_journal(data)
    again = journal_file(read.digest, read.pack, 1, [encode(event) for event in read.events])
    assert read_journal(again).events == read.events  # newer fields may have come, with what they are when absent
    assert told(read_journal(again)) == told(read)
    story = tell(read.events, read.catalogue)
    assert report(story, read.catalogue, "nl")["teams"][0]["decisions"]
    assert render_pdf(story, read.catalogue, "en").startswith(b"%PDF")


def test_no_hash_in_a_file_opens_anything() -> None:
    live = "a" * 64
    read = read_journal(changed(lambda lines: lines[place("seat_taken")].update({"pass_": live})))
    assert live not in read.room.passes
    assert live.encode() not in b"".join(map(encode, read.events))


def test_who_was_erased_stays_erased() -> None:
    sitting = Sitting((("mayor", "ciso"),), scenario=tiny_scenario(), words=lambda *_: "kanarie").play()
    seat = next(iter(sitting.room.seats))
    sitting.table.inner(NoteErasure(seat=seat, epoch=2), by="server")  # as if the file forgot to take the words out
    scenario = tiny_scenario()
    lines = [encode(event) for event in sitting.events]
    read = read_journal(journal_file(digest(scenario), to_json(scenario).encode(), 2, lines))
    of_seat = [e for e in read.events if getattr(e.fact, "seat", None) == seat and hasattr(e.fact, "reason")]
    assert of_seat
    assert all(e.fact.reason in (None, ERASED) for e in of_seat)
    assert read.room.seats[seat].erased


# ---------------------------------------------------------------- taking in


async def journal_with(*keys: str) -> Journal:
    journal: Journal = MemoryJournal()
    await journal.open()
    for place, key in enumerate(keys):
        await journal.add_key(key, f"hash-{place}")
    return journal


def soon() -> int:
    return played().room.at + DAY


@pytest.mark.parametrize(
    ("keys", "key", "days", "code"),
    [
        (("eerste",), "tweede", 1, "unknown_key"),
        (("een", "twee"), None, 1, "which_key"),
        ((), None, 1, "which_key"),
        (("eerste",), None, 31, "room_outlived"),
    ],
)
async def test_an_import_that_cannot_be_leaves_nothing(
    keys: tuple[str, ...], key: str | None, days: int, code: str
) -> None:
    journal = await journal_with(*keys)
    with pytest.raises(Refused, match=code):
        await take_in(read_journal(written()), journal, key, (), played().room.at + days * DAY)
    assert await journal.rooms() == []


async def test_a_room_that_is_there_is_not_replaced() -> None:
    journal = await journal_with("eerste")
    assert await take_in(read_journal(written()), journal, None, (), soon()) == "eerste"
    with pytest.raises(Refused, match="room_exists"):
        await take_in(read_journal(written()), journal, None, (), soon())


async def test_an_imported_room_gives_the_same_file_again() -> None:
    journal = await journal_with("eerste")
    read = read_journal(written())
    await take_in(read, journal, None, (), soon())
    epoch, lines = await journal.read(read.room.code)
    assert journal_file(read.digest, await journal.get_pack(read.digest), epoch, lines) == written()


async def test_an_imported_room_belongs_to_the_key_that_is_there() -> None:
    journal = await journal_with("andere")
    read = read_journal(written())
    assert await take_in(read, journal, None, (), soon()) == "andere"
    assert fold(map(decode, (await journal.read(read.room.code)).lines)).key == "andere"


async def test_the_clock_of_a_game_that_ran_does_not_go_on_in_a_file() -> None:
    read = read_journal(written())
    running = [e for e in read.events if e.version < place("room_started") + 3]
    half = replace_room(read, running)
    journal = await journal_with("eerste")
    await take_in(half, journal, None, (), soon())
    room = fold(map(decode, (await journal.read(read.room.code)).lines))
    assert (room.status, room.clock.at(soon())) == ("paused", half.room.clock.at(half.room.at))


def replace_room(read: Read, events: list[Any]) -> Read:
    return read._replace(events=[replace(event) for event in events], room=fold(events))


# ---------------------------------------------------------------- anything at all

VALUES: list[Any] = [None, True, -1, 1e300, "", "x", "t1", "s999", "\x00", "=1+1", [], {}, ["x"], {"x": 1}, "é" * 500]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_file_it_is_read_or_named(data: st.DataObject) -> None:
    lines = lines_of(written())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        field = data.draw(st.sampled_from(sorted(lines[at])))
        lines[at] = lines[at] | {field: data.draw(st.sampled_from(VALUES))}
    content = b"\n".join(orjson.dumps(line, option=orjson.OPT_NON_STR_KEYS) for line in lines)
    assert all(1 <= number <= len(lines) + 1 for number in wrong(content))


def wrong(content: bytes) -> list[int]:
    """The lines in which something is wrong; a file in which nothing is tells its report."""
    try:
        read = read_journal(content)
    except BrokenJournal as broken:
        return [problem.line for problem in broken.problems]
    assert told(read)
    return []
