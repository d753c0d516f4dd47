"""From journals that were once written, today's code makes the same reports."""

from __future__ import annotations

import orjson
import pytest

from tests.debrief.golden import HASHES, TABLES, golden, hashes


@pytest.mark.parametrize("room", TABLES)
def test_a_kept_journal_gives_the_same_report_in_every_variant(room: str) -> None:
    kept = orjson.loads(HASHES.read_bytes())[room]
    assert dict(hashes(golden(room))) == kept, "changed on purpose? python -m tests.debrief.golden, in the same commit"
