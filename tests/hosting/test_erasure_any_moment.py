"""Erasing at any moment of a whole session changes no fold and no view of others but for that person's words."""

from __future__ import annotations

import re
from functools import cache
from random import Random
from typing import Any

import pytest

from game_server.hosting.erasure import erased_journal, without_words
from game_server.room.evolve import fold
from game_server.room.marks import ERASED
from game_server.room.state import Room, Seat
from game_server.views import Audience, own, seat_audience, view
from tests.debrief.phrases import marks
from tests.debrief.sessions import FIVE, THREE, Sitting

SPOKEN = re.compile(r"@(owner|statement)/t\d/desk@")
"""Said by a chair and entered by the desk: that chair's own words."""


@cache
def played() -> Sitting:
    return Sitting((FIVE, THREE), words=marks).play()


def masked(seen: Any, seat: Seat) -> Any:
    """The same with this person's words replaced, wherever they stand."""
    if isinstance(seen, dict):
        if "missing" in seen and isinstance(seen["missing"], dict):  # in no telling order
            return {**seen, "missing": sorted(masked(value, seat) for value in seen["missing"].values())}
        return {key: masked(value, seat) for key, value in seen.items()}
    if isinstance(seen, (list, tuple)):
        return [masked(value, seat) for value in seen]
    if isinstance(seen, str) and (f"/{seat.id}@" in seen or seen == seat.name or SPOKEN.fullmatch(seen)):
        return ERASED
    return seen


def everyone(room: Room) -> list[Audience]:
    seats = [seat_audience(room, seat.id, "nl") for seat in room.seats.values() if not seat.removed]
    return [*seats, Audience("desk", "nl"), Audience("screen", "nl"), Audience("observer", "nl")]


@pytest.mark.parametrize("seed", range(3))
def test_without_the_words_every_view_is_the_same(seed: int) -> None:
    sitting, chance = played(), Random(seed)
    for seat in chance.sample(list(sitting.room.seats.values()), 3):
        until = chance.randrange(len(sitting.table.room.seats) + 5, len(sitting.events) + 1)
        events = sitting.events[:until]
        before, after = fold(events), fold(without_words(events, seat.id))
        if seat.id not in before.seats:
            continue
        assert f"/{seat.id}@" not in repr(after)
        assert (before.version, before.status, before.passes) == (after.version, after.status, after.passes)
        for audience in everyone(before):
            old, new = (view(audience, room, sitting.catalogue) for room in (before, after))
            assert masked(old, seat) == masked(new, seat), (seat.id, until, audience)
        for other in before.seats.values():
            assert masked(own(other.id, before), seat) == masked(own(other.id, after), seat), (seat.id, other.id)


@pytest.mark.parametrize("seed", range(3))
def test_the_new_journal_folds_at_every_step_and_holds_no_word(seed: int) -> None:
    sitting, chance = played(), Random(100 + seed)
    seat = chance.choice(list(sitting.room.seats.values()))
    until = chance.randrange(40, len(sitting.events) + 1)
    events = sitting.events[:until]
    anew = erased_journal(events, seat.id, 2, events[-1].at + 1, sitting.catalogue)
    assert [event.version for event in anew] == list(range(1, until + 2))
    assert f"/{seat.id}@" not in repr(anew)
    room = Room()
    for event in anew:
        room = fold([event], room)
    assert room == fold(anew)
    assert room.epoch == 2
    for other in room.seats.values():
        if other.id != seat.id:
            assert other.name == sitting.room.seats[other.id].name
