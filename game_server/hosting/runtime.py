"""Time, threads and chance: the only file that asks the machine for any of them."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
_log = logging.getLogger(__name__)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)


class Runtime(Protocol):
    """The world as hosting, journal and transport see it; a simulator gives another one."""

    def now(self) -> int:
        """Wall time, UTC, in milliseconds since 1970. May jump."""

    def monotonic(self) -> float:
        """Seconds since some moment; never jumps, and counts the time that the machine slept."""

    async def sleep(self, seconds: float) -> None:
        """Returns after at least this long."""

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Starts `work` and keeps it alive; its failure is logged."""

    async def run_blocking(self, call: Callable[[], T], lane: str = "") -> T:
        """Runs `call` beside the loop; calls with the same (non-empty) `lane` in order, in a thread of their own."""

    def new_id(self) -> str:
        """A short id that is unique in practice."""

    def new_secret(self) -> str:
        """22 base64url characters, 128 bits."""

    def new_code(self) -> str:
        """8 Crockford characters for a room, not yet known to be free."""

    def chance(self) -> float:
        """Uniform in [0, 1): for jitter only."""


class RealRuntime:
    """The machine itself."""

    def __init__(self, threads: int = 8) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="blocking")
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic(self) -> float:
        return time.monotonic() if _BOOT_CLOCK is None else time.clock_gettime(_BOOT_CLOCK)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("task %s failed", task.get_name(), exc_info=error)

    async def run_blocking(self, call: Callable[[], T], lane: str = "") -> T:
        pool = self._pool if not lane else self._lane(lane)
        return await asyncio.get_running_loop().run_in_executor(pool, call)

    def _lane(self, lane: str) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane)
        return self._lanes[lane]

    def new_id(self) -> str:
        return secrets.token_hex(8)

    def new_secret(self) -> str:
        return secrets.token_urlsafe(16)

    def new_code(self) -> str:
        return "".join(secrets.choice(_CROCKFORD) for _ in range(8))

    def chance(self) -> float:
        return secrets.randbelow(1_000_000) / 1_000_000

    async def close(self) -> None:
        """Ends what is still running; threads finish what they are at."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for pool in (self._pool, *self._lanes.values()):
            pool.shutdown(wait=False, cancel_futures=True)


class Stamp:
    """The time that goes on events: wall time at opening plus the monotonic time passed since.

    A jump of the wall clock does not touch it, and it never says less than it said before (`design.md` §4). `last` is
    the newest `at` in the journal: a clock that was set back meanwhile goes on from there, instead of standing still.
    """

    def __init__(self, runtime: Runtime, last: int = 0) -> None:
        self._runtime = runtime
        self._wall = max(runtime.now(), last)
        self._started = runtime.monotonic()

    def now(self, last: int = 0) -> int:
        """UTC in milliseconds, at least `last` (the newest `at` in the journal)."""
        return max(last, self._wall + int((self._runtime.monotonic() - self._started) * 1000))
