"""What every store of journals must do; a new one joins `STORES` and passes all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from game_server.journal.base import Conflict, Journal, NoRoom, Stretch, Taken
from tests.journal.stores import PACK, STORES, lines, room


@pytest.fixture(params=sorted(STORES))
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    store: Any = STORES[request.param]
    async with store(tmp_path) as made:
        yield made


async def test_a_new_room_reads_as_it_was_written(journal: Journal) -> None:
    code = await room(journal)
    assert await journal.read(code) == Stretch(1, lines(1, 2))


async def test_versions_go_on_without_gaps(journal: Journal) -> None:
    code = await room(journal)
    await journal.append(code, 2, 1, lines(3, 3), [])
    await journal.append(code, 3, 1, lines(4, 6), [])
    assert (await journal.read(code)).lines == lines(1, 6)
    assert (await journal.read(code, after=4)).lines == lines(5, 6)
    assert (await journal.read(code, after=6)).lines == []


async def test_a_taken_code_is_refused_and_nothing_of_it_kept(journal: Journal) -> None:
    code = await room(journal)
    with pytest.raises(Taken):
        await journal.create(code, "bert", "d2", lines(1, 9), ["other"], PACK)
    assert (await journal.read(code)).lines == lines(1, 2)
    assert await journal.find_pass("other") is None
    assert await journal.get_pack("d2") is None


@pytest.mark.parametrize("base", [0, 1, 3, 99])
async def test_an_append_elsewhere_than_at_the_end_is_a_conflict(journal: Journal, base: int) -> None:
    code = await room(journal)
    with pytest.raises(Conflict) as caught:
        await journal.append(code, base, 1, lines(base + 1, base + 1), ["p"])
    assert (caught.value.last, caught.value.epoch) == (2, 1)
    assert (await journal.read(code)).lines == lines(1, 2)
    assert await journal.find_pass("p") is None


async def test_an_append_in_an_old_epoch_is_a_conflict(journal: Journal) -> None:
    code = await room(journal)
    await journal.rewrite(code, 2, 1, lines(1, 2, "gone"), [], "s3")
    with pytest.raises(Conflict) as caught:
        await journal.append(code, 2, 1, lines(3, 3), [])
    assert caught.value.epoch == 2


async def test_of_many_who_append_at_once_exactly_one_wins(journal: Journal) -> None:
    code = await room(journal)
    tries = [journal.append(code, 2, 1, lines(3, 4, f"w{n}"), []) for n in range(20)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(outcome is None for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 19
    assert len((await journal.read(code)).lines) == 4


async def test_twenty_writers_who_catch_up_leave_no_gap(journal: Journal) -> None:
    code = await room(journal, count=1)

    async def write(name: int) -> None:
        for _ in range(10):
            last = 1
            while True:
                try:
                    await journal.append(code, last, 1, lines(last + 1, last + 1, f"w{name}"), [])
                    break
                except Conflict as conflict:
                    last = conflict.last

    await asyncio.gather(*(write(name) for name in range(20)))
    stored = (await journal.read(code)).lines
    assert [line.split(b",")[0] for line in stored] == [b'{"version":%d' % version for version in range(1, 202)]


async def test_one_failing_room_of_a_group_does_not_harm_the_others(journal: Journal) -> None:
    codes = [await room(journal, f"ROOM000{n}") for n in range(5)]
    tries = [journal.append(code, 1 if n == 2 else 2, 1, lines(3, 3), [f"p{n}"]) for n, code in enumerate(codes)]
    outcomes = await asyncio.gather(*tries, journal.append("NOSUCH00", 0, 1, lines(1, 1), []), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None)] * 2 + [Conflict] + [type(None)] * 2 + [NoRoom]
    assert [len((await journal.read(code)).lines) for code in codes] == [3, 3, 2, 3, 3]
    assert [await journal.find_pass(f"p{n}") for n in range(5)] == [codes[0], codes[1], None, codes[3], codes[4]]


async def test_rooms_never_mix(journal: Journal) -> None:
    one, two = await room(journal, "AAAAAAAA"), await room(journal, "BBBBBBBB")
    await journal.append(one, 2, 1, lines(3, 3, "one"), [])
    await journal.append(two, 2, 1, lines(3, 5, "two"), [])
    assert (await journal.read(one)).lines == lines(1, 2) + lines(3, 3, "one")
    assert (await journal.read(two)).lines == lines(1, 2) + lines(3, 5, "two")


async def test_an_unknown_room_is_said_to_be_unknown(journal: Journal) -> None:
    with pytest.raises(NoRoom):
        await journal.read("NOSUCH00")
    with pytest.raises(NoRoom):
        await journal.append("NOSUCH00", 0, 1, lines(1, 1), [])
    with pytest.raises(NoRoom):
        await journal.rewrite("NOSUCH00", 0, 1, lines(1, 1), [], "s1")
    assert await journal.erased("NOSUCH00") == []


async def test_rooms_are_listed_by_key_oldest_first(journal: Journal) -> None:
    await room(journal, "AAAAAAAA", key="anna")
    await room(journal, "BBBBBBBB", key="bert")
    await room(journal, "CCCCCCCC", key="anna")
    await journal.append("CCCCCCCC", 2, 1, lines(3, 4), [])
    assert [line.code for line in await journal.rooms()] == ["AAAAAAAA", "BBBBBBBB", "CCCCCCCC"]
    mine = await journal.rooms("anna")
    assert [(line.code, line.key, line.digest, line.epoch, line.last) for line in mine] == [
        ("AAAAAAAA", "anna", "d1", 1, 2),
        ("CCCCCCCC", "anna", "d1", 1, 4),
    ]


async def test_a_pass_leads_to_its_newest_room(journal: Journal) -> None:
    await room(journal, "AAAAAAAA")
    await room(journal, "BBBBBBBB")
    await journal.append("AAAAAAAA", 2, 1, lines(3, 3), ["mine"])
    assert await journal.find_pass("mine") == "AAAAAAAA"
    await journal.append("BBBBBBBB", 2, 1, lines(3, 3), ["mine"])
    assert await journal.find_pass("mine") == "BBBBBBBB"
    await journal.destroy("BBBBBBBB")
    assert await journal.find_pass("mine") == "AAAAAAAA"
    assert await journal.find_pass("nobody's") is None


async def test_a_rewrite_begins_a_new_epoch_and_keeps_only_its_own_passes(journal: Journal) -> None:
    code = await room(journal)
    await journal.append(code, 2, 1, lines(3, 3), ["ended", "kept"])
    await journal.rewrite(code, 3, 1, lines(1, 4, "marked"), ["kept"], "s3")
    assert await journal.read(code) == Stretch(2, lines(1, 4, "marked"))
    assert await journal.erased(code) == ["s3"]
    assert (await journal.find_pass("kept"), await journal.find_pass("ended")) == (code, None)
    await journal.append(code, 4, 2, lines(5, 5), [])
    await journal.rewrite(code, 5, 2, lines(1, 5, "again"), [], "s4")
    assert await journal.erased(code) == ["s3", "s4"]


@pytest.mark.parametrize(("base", "epoch"), [(1, 1), (2, 2)])
async def test_a_rewrite_of_something_else_is_a_conflict(journal: Journal, base: int, epoch: int) -> None:
    code = await room(journal)
    with pytest.raises(Conflict):
        await journal.rewrite(code, base, epoch, lines(1, 2, "no"), [], "s3")
    assert await journal.read(code) == Stretch(1, lines(1, 2))
    assert await journal.erased(code) == []


async def test_a_destroyed_room_is_gone_with_all_that_it_needed(journal: Journal) -> None:
    code = await room(journal)
    await journal.rewrite(code, 2, 1, lines(1, 2), ["p"], "s1")
    await journal.destroy(code)
    await journal.destroy(code)
    with pytest.raises(NoRoom):
        await journal.read(code)
    assert await journal.rooms() == []
    assert await journal.find_pass("p") is None
    assert await journal.erased(code) == []
    assert await journal.get_pack("d1") is None
    await room(journal, code)
    assert await journal.read(code) == Stretch(1, lines(1, 2))


async def test_a_pack_stays_while_a_room_needs_it(journal: Journal) -> None:
    await room(journal, "AAAAAAAA")
    await journal.create("BBBBBBBB", "anna", "d1", lines(1, 1), [], {"scenario.json": b"other bytes"})
    await journal.destroy("AAAAAAAA")
    assert await journal.get_pack("d1") == PACK["scenario.json"]
    assert await journal.get_pack("d1", "media/siren.ogg") == PACK["media/siren.ogg"]
    assert await journal.get_pack("d1", "media/none") is None
    assert await journal.get_pack("d9") is None


async def test_keys_open_until_they_are_revoked(journal: Journal) -> None:
    await journal.add_key("anna", "h1")
    await journal.add_key("bert", "h2")
    with pytest.raises(Taken):
        await journal.add_key("anna", "h3")
    with pytest.raises(Taken):
        await journal.add_key("carla", "h1")
    assert await journal.find_key("h1") == "anna"
    assert await journal.revoke_key("anna")
    assert not await journal.revoke_key("dirk")
    assert await journal.find_key("h1") is None
    assert await journal.find_key("h3") is None
    assert [(line.name, line.revoked) for line in await journal.keys()] == [("anna", True), ("bert", False)]


async def test_a_healthy_store_says_so(journal: Journal) -> None:
    assert await journal.answers()
