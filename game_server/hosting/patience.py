"""How long the journal may take before whoever asked hears that it does not answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from game_server.journal.base import NotStored

T = TypeVar("T")

PATIENCE = 1.8
"""Seconds for a whole turn or one other call, so that whoever asked hears `not_stored` within two."""


async def in_time(call: Awaitable[T]) -> T:
    """What `call` answers. Raises NotStored when that takes longer than PATIENCE, and what `call` raises."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await call
    except TimeoutError:
        raise NotStored("the journal did not answer in time") from None
