"""Virtual time: waiting costs nothing, and nothing to wait for is an end."""

from __future__ import annotations

import asyncio
import time

import pytest

from game_server.rehearsal.virtual import BEGINS, Stuck, VirtualRuntime, run


def test_nothing_left_to_do_is_an_end_and_not_a_hang() -> None:
    async def forever() -> None:
        await asyncio.get_running_loop().create_future()

    with pytest.raises(Stuck):
        run(forever())


def test_a_week_passes_at_once_and_in_order() -> None:
    async def story() -> list[tuple[str, int]]:
        runtime, told = VirtualRuntime("1"), []

        async def after(days: int) -> None:
            await runtime.sleep(days * 86_400)
            told.append((f"day {days}", runtime.now() - BEGINS))

        await asyncio.gather(after(7), after(1))
        return told

    began = time.monotonic()
    assert run(story()) == [("day 1", 86_400_000), ("day 7", 7 * 86_400_000)]
    assert time.monotonic() - began < 5


def test_a_failed_task_is_kept_to_be_raised() -> None:
    async def story() -> list[BaseException]:
        runtime = VirtualRuntime("1")

        async def fails() -> None:
            raise ValueError("no")

        runtime.spawn(fails(), "fails")
        await runtime.sleep(1)
        return runtime.failures

    assert [str(one) for one in run(story())] == ["no"]


def test_chance_comes_from_the_seed_alone() -> None:
    def drawn(seed: str) -> tuple[object, ...]:
        runtime = VirtualRuntime(seed)
        return runtime.new_id(), runtime.new_secret(), runtime.new_code(), runtime.chance()

    assert drawn("1") == drawn("1") != drawn("2")
