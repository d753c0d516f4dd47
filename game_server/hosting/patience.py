"""How long the journal may take before whoever asked hears that it does not answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from game_server.hosting.answers import Outcome, Waiting
from game_server.hosting.runtime import Runtime
from game_server.journal.base import NotStored

T = TypeVar("T")

PATIENCE = 1.8
"""Seconds for a whole turn or one other call, so that whoever asked hears `not_stored` within two."""
WAITED = 0.1
"""Seconds from which on a command has waited behind another turn."""


async def in_time(call: Awaitable[T]) -> T:
    """What `call` answers. Raises NotStored when that takes longer than PATIENCE, and what `call` raises."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await call
    except TimeoutError:
        raise NotStored("the journal did not answer in time") from None


@asynccontextmanager
async def turn_in_time(
    batch: Sequence[Waiting], began: float, runtime: Runtime, answer: Callable[[Waiting, Outcome], None]
) -> AsyncIterator[None]:
    """A turn's own time; whoever had waited behind a slow one hears `not_stored` when theirs is over.

    The turn goes on for the others: sent again with the same id, such a command gets the answer that it has by then.
    `began`: monotonic seconds. Raises TimeoutError when the turn itself takes too long.
    """
    waited = [waiting for waiting in batch if waiting.since is not None and began - waiting.since > WAITED]
    impatient = runtime.spawn(_refuse_late(waited, runtime, answer), "late commands") if waited else None
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    finally:
        if impatient is not None:
            impatient.cancel()


async def _refuse_late(waited: Sequence[Waiting], runtime: Runtime, answer: Callable[[Waiting, Outcome], None]) -> None:
    for waiting in waited:  # in the order in which they came
        left = (waiting.since or 0.0) + PATIENCE - runtime.monotonic()
        await runtime.sleep(max(0.0, left))
        answer(waiting, NotStored("the turns before took their time: ask again"))
