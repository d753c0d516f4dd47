"""Nobody waits for two turns."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from game_server.journal.base import NotStored
from tests.hosting.play import HeldJournal, later
from tests.hosting.test_host import stored, vote, voting
from tests.hosting.virtual import run


def test_whoever_waits_behind_a_slow_turn_hears_within_two_seconds_too() -> None:
    """Two turns of 1.7 s, both stored: the second asker does not wait for both, and asks again in vain for nobody."""

    async def story() -> None:
        game, (seat, other) = await voting()

        class Slow(HeldJournal):
            async def append(self, *args: Any) -> None:
                await asyncio.sleep(1.7)
                await super().append(*args)

        slow = Slow()
        slow.__dict__.update(game.journal.__dict__)
        game.host._journal = slow
        first = asyncio.create_task(vote(game, seat, id_="v1"))
        await later(0.1)
        began = game.runtime.monotonic()
        with pytest.raises(NotStored):
            await vote(game, other, id_="v2")
        assert game.runtime.monotonic() - began < 2
        assert first.done()
        answer = await vote(game, other, id_="v2")
        assert answer.version == (await first).version + 1
        assert await stored(game) == 2

    run(story())
