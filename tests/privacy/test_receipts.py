"""A receipt says what is gone, when, and what lies outside it; it names nobody."""

from __future__ import annotations

import pytest

from game_server.hosting.receipts import Receipt, read, written
from game_server.privacy.receipts import person_receipt, room_receipt

ROOM = Receipt("K7MP3XQ9", 1_790_000_000_000, "retention", 1, 2, 30, 412, 5)


def test_a_receipt_survives_the_disk() -> None:
    assert read(written(ROOM)) == ROOM
    bare = Receipt("K7MP3XQ9", 5, "unreadable")
    assert read(written(bare)) == bare


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_rooms_receipt_tells_what_when_why_and_what_is_outside(language: str) -> None:
    told = room_receipt(ROOM, language)  # type: ignore[arg-type]
    assert "K7MP-3XQ9" in told.erased[0]
    assert "412" in told.erased[1]
    assert "2026-09-21" in told.text
    assert any(("reservekopie" if language == "nl" else "backup") in line for line in told.outside)
    assert all(line in told.text for line in (*told.erased, *told.outside))


def test_a_persons_receipt_says_that_the_choice_of_the_role_stays() -> None:
    told = person_receipt(1_790_000_000_000, "nl")
    assert "wat uw rol koos" in told.outside[0]
    assert "2026-09-21" in told.text
