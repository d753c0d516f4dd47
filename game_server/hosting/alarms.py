"""The one thing that a room waits for by itself: the moment at which something falls due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from game_server.hosting.runtime import Runtime

_LONGEST = 30.0
"""Seconds of sleep at a stretch, so that a machine that slept itself notices within this time."""
_AGAIN = 1.0
"""Seconds until the same moment is tried again, should the room not have moved on."""


class Alarm:
    """Calls `ring` at or shortly after the moment that was set last. Setting the same moment again changes nothing."""

    def __init__(self, runtime: Runtime, now: Callable[[], int], ring: Callable[[], None]) -> None:
        self._runtime = runtime
        self._now = now
        self._ring = ring
        self._task: asyncio.Task[None] | None = None
        self.moment: int | None = None

    def set(self, moment: int | None) -> None:
        """`moment`: UTC in ms; None: nothing to wait for."""
        if moment == self.moment and (moment is None or self._task is not None):
            return
        self.moment = moment
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if moment is not None:
            self._task = self._runtime.spawn(self._wait(moment), "alarm")

    async def _wait(self, moment: int) -> None:
        while True:
            left = (moment - self._now()) / 1000
            if left <= 0:
                self._ring()
                left = _AGAIN
            await self._runtime.sleep(min(left, _LONGEST))
