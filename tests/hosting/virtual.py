"""A world without waiting: a loop whose clock jumps to the next timer, and a runtime that lives in it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
START = 1_790_000_000_000
"""Wall time (ms) at which every virtual world begins."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """When nothing is left to do now, it is later."""

    def __init__(self) -> None:
        super().__init__()
        self.virtual = 1000.0

    def time(self) -> float:
        return self.virtual

    def _run_once(self) -> None:
        if not self._ready:  # type: ignore[attr-defined]
            moments = [timer.when() for timer in self._scheduled if not timer.cancelled()]  # type: ignore[attr-defined]
            self.virtual = max([self.virtual, *([min(moments)] if moments else [])])
        super()._run_once()  # type: ignore[misc]


class VirtualRuntime:
    """`hosting.runtime.Runtime` in virtual time; `jump` moves the wall clock only."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self.jump = 0
        self.failures: list[BaseException] = []

    def now(self) -> int:
        return START + int(self.monotonic() * 1000) + self.jump

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self.failures.append(error)

    async def run_blocking(self, call: Callable[[], T], lane: str = "") -> T:
        del lane
        await asyncio.sleep(0)
        return call()

    def new_id(self) -> str:
        return f"{self._random.getrandbits(64):016x}"

    def new_secret(self) -> str:
        return f"{self._random.getrandbits(128):032x}"[:22]

    def new_code(self) -> str:
        return "".join(self._random.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=8))

    def chance(self) -> float:
        return self._random.random()


def run(story: Coroutine[Any, Any, T]) -> T:
    """Plays `story` to its end in virtual time."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(story)
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()


async def later(seconds: float = 1.0) -> None:
    """Lets virtual time pass, and all that is due in it happen."""
    await asyncio.sleep(seconds)
