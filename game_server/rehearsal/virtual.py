"""A world in which waiting costs nothing: when nothing is left to do now, it is later."""

from __future__ import annotations

import asyncio
import hashlib
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
BEGINS = 1_790_000_000_000
"""Wall time (ms since 1970) at which every virtual world begins, so that one seed always gives one journal."""
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Stuck(Exception):
    """Nothing is left to do, now or later."""


class _Leap(selectors.DefaultSelector):
    """Instead of waiting it moves its clock on; with a `speed` it waits that many times shorter."""

    def __init__(self, speed: float | None) -> None:
        super().__init__()
        self.clock = 0.0
        self._speed = speed

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise Stuck
        if timeout > 0:
            self.clock += timeout
        return super().select(0 if self._speed is None else timeout / self._speed)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on virtual time. `speed`: virtual seconds in a real one; absent: as fast as it goes."""

    def __init__(self, speed: float | None = None) -> None:
        self._leap = _Leap(speed)
        super().__init__(self._leap)

    def time(self) -> float:
        return self._leap.clock


class VirtualRuntime:
    """`hosting.runtime.Runtime` on a `VirtualLoop`; all chance comes from the seed."""

    def __init__(self, seed: str) -> None:
        self.failures: list[BaseException] = []
        self._seed = seed
        self._drawn = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def now(self) -> int:
        return BEGINS + round(self.monotonic() * 1000)

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        woken: asyncio.Future[None] = loop.create_future()
        timer = loop.call_later(seconds, lambda: None if woken.done() else woken.set_result(None))
        try:
            await woken
        finally:
            timer.cancel()

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.failures.append(error)

    async def run_blocking(self, call: Callable[[], T], lane: str = "") -> T:
        del lane
        return call()

    def _draw(self) -> bytes:
        self._drawn += 1
        return hashlib.blake2s(f"{self._seed}/{self._drawn}".encode()).digest()

    def new_id(self) -> str:
        return self._draw().hex()[:16]

    def new_secret(self) -> str:
        return self._draw().hex()[:22]

    def new_code(self) -> str:
        return "".join(_CROCKFORD[byte % 32] for byte in self._draw()[:8])

    def chance(self) -> float:
        return int.from_bytes(self._draw()[:6]) / 2**48


def run(story: Coroutine[Any, Any, T], speed: float | None = None) -> T:
    """Plays `story` to its end on virtual time. Raises Stuck, and what the story raises."""
    loop = VirtualLoop(speed)
    try:
        return loop.run_until_complete(story)
    finally:
        loop.run_until_complete(_end(asyncio.all_tasks(loop)))
        loop.close()


async def _end(tasks: set[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
