"""Every moment from which a session can be played again has a text, in both languages."""

from __future__ import annotations

import pytest

from game_server.debrief.moments import beginnings
from game_server.debrief.names import Names
from game_server.story.tell import tell
from tests.debrief.golden import TABLES, golden


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("room", TABLES)
def test_a_kept_journal_can_be_played_again_from_moments_with_a_name(room: str, language: str) -> None:
    read = golden(room)
    story = tell(read.events, read.catalogue)
    found = beginnings(story, Names(story.room, read.catalogue, language))
    assert len(found) > 8
    assert all(one.text and one.time for one in found)
    assert [one.version for one in found] == sorted(one.version for one in found)
