"""The machine's own clock, threads and chance, and the stamp that is made of them."""

from __future__ import annotations

import asyncio
import re
import threading
import time

import pytest

from game_server.hosting.alarms import Alarm
from game_server.hosting.runtime import RealRuntime, Stamp
from tests.hosting.virtual import VirtualRuntime, later, run


async def test_a_lane_is_one_thread_and_keeps_order() -> None:
    runtime = RealRuntime()
    seen: list[tuple[int, int]] = []

    def note(n: int) -> None:
        time.sleep(0.001)
        seen.append((n, threading.get_ident()))

    await asyncio.gather(*(runtime.run_blocking(lambda n=n: note(n), "lane") for n in range(20)))  # type: ignore[misc]
    assert [n for n, _ in seen] == list(range(20))
    assert len({thread for _, thread in seen}) == 1
    assert await runtime.run_blocking(lambda: 7) == 7
    await runtime.close()


async def test_a_task_that_fails_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    runtime = RealRuntime()

    async def bad() -> None:
        raise ZeroDivisionError

    runtime.spawn(bad(), "the bad one")
    runtime.spawn(runtime.sleep(60), "the long one")
    await asyncio.sleep(0.01)
    assert "task the bad one failed" in caplog.text
    await runtime.close()


def test_what_is_drawn_has_the_form_that_the_wire_asks() -> None:
    runtime = RealRuntime()
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", runtime.new_secret())
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{8}", runtime.new_code())
    assert runtime.new_id() != runtime.new_id()
    assert 0 <= runtime.chance() < 1
    assert abs(runtime.now() - time.time() * 1000) < 1000


def test_a_stamp_ignores_jumps_and_never_says_less_than_the_journal() -> None:
    async def story() -> None:
        runtime = VirtualRuntime()
        stamp = Stamp(runtime)
        first = stamp.now()
        runtime.jump = 3_600_000
        await later(2)
        assert stamp.now() == first + 2000
        runtime.jump = -3_600_000
        assert stamp.now() == first + 2000
        assert stamp.now(last=first + 9_000_000) == first + 9_000_000

    run(story())


def test_an_alarm_rings_at_its_moment_and_again_until_it_is_set_anew() -> None:
    async def story() -> None:
        runtime = VirtualRuntime()
        rung: list[int] = []
        start = runtime.now()
        alarm = Alarm(runtime, runtime.now, lambda: rung.append(runtime.now() - start))
        alarm.set(start + 100_000)
        alarm.set(start + 100_000)
        await later(99)
        assert rung == []
        await later(3.5)
        assert rung == [100_000, 101_000, 102_000]
        alarm.set(start + 110_000)
        await later(8)
        assert rung[3:] == [110_000]
        alarm.set(None)
        await later(60)
        assert len(rung) == 4

    run(story())
