"""Weeks later: did they do it? Links that carry a resolution in their own text, and counts of what came of it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection
from typing import Final, Literal, TypeAlias

from game_server.hosting.host import Host
from game_server.hosting.patience import in_time
from game_server.hosting.retention import Summary, summary
from game_server.journal.base import NotStored
from game_server.journal.tally import Count, Tally, TooManyLinks, UnknownLink, UsedLink
from game_server.room.refusals import Refused

_log = logging.getLogger(__name__)

Answer: TypeAlias = Literal["done", "begun", "not"]
Reason: TypeAlias = Literal[
    "date",
    "together",
    "small",
    "asked",
    "time",
    "forgotten",
    "no_reply",
    "not_mine",
    "other_first",
    "other_work",
    "unclear",
]
HELPED: Final[frozenset[Reason]] = frozenset({"date", "together", "small", "asked"})
HINDERED: Final[frozenset[Reason]] = frozenset(
    {"time", "forgotten", "no_reply", "not_mine", "other_first", "other_work", "unclear"}
)
REASONS: Final[dict[Answer, frozenset[Reason]]] = {"done": HELPED, "begun": HELPED | HINDERED, "not": HINDERED}
COUNTED_MS: Final = 13 * 7 * 24 * 3600 * 1000
"""So long after a room's closing answers are counted, and counts are kept."""
LINKS_A_SEAT: Final = 6
"""So many a day for one seat, and so many for each seat in a room."""


class FollowUp:
    """The tally as the door asks for it. `now` gives UTC in ms."""

    def __init__(self, tally: Tally, now: Callable[[], int]) -> None:
        self._tally, self._now = tally, now
        self.on_answered: Callable[[str], Awaitable[None]] = _nothing
        """Told of the code of a room of which an answer was counted."""

    async def make(self, host: Host, link: str) -> int:
        """A link by its hash; until when its answer counts (UTC in ms). Raises Refused, NotStored.

        Nothing says whose it is: not the journal, and not the order in which links are kept.
        """
        closed_at, key, seats = await host.look(lambda room, _: (summary(room).closed_at, room.key, len(room.seats)))
        until = (closed_at or self._now()) + COUNTED_MS
        try:
            await in_time(self._tally.add(host.code, key, link, until, LINKS_A_SEAT * seats))
        except TooManyLinks:
            raise Refused("too_many_follow_ups") from None
        return until

    async def answer(self, code: str, link: str, said: Answer, reasons: Collection[Reason]) -> None:
        """Counts one answer, and one for each of its reasons. Raises Refused, NotStored."""
        if not set(reasons) <= REASONS[said]:
            raise Refused("bad_request", field="reasons")
        found = await in_time(self._tally.count(code))
        if found is None:
            raise Refused("unknown_link")
        if found.until <= self._now():
            raise Refused("follow_up_over")
        try:
            await in_time(self._tally.answer(code, link, [said, *(f"{said}:{one}" for one in sorted(set(reasons)))]))
        except UnknownLink:
            raise Refused("unknown_link") from None
        except UsedLink:
            raise Refused("answered_already") from None
        await self.on_answered(code)

    async def answers(self, code: str) -> dict[str, int]:
        """How often each answer was given for this room so far. Raises NotStored."""
        found = await in_time(self._tally.count(code))
        return {} if found is None else {what: number for what, number in found.counts.items() if ":" not in what}

    async def count(self, code: str, key: str) -> Count | None:
        """The tally of a room that this facilitator's key opened, also after the room is gone. Raises NotStored."""
        found = await in_time(self._tally.count(code))
        return found if found is not None and found.key == key and found.until > self._now() else None

    async def counts(self, key: str) -> dict[str, Count]:
        """Of every room of this key that has a link, by its code. Raises NotStored."""
        found = {code: await self.count(code, key) for code in await in_time(self._tally.codes(key))}
        return {code: count for code, count in found.items() if count is not None}

    async def note(self, room: Summary) -> None:
        """A room that is closed is counted until week 13 after that, whatever becomes of the room itself."""
        if room.closed_at is None:
            return
        try:
            await in_time(self._tally.ends(room.code, room.closed_at + COUNTED_MS))
        except NotStored as error:  # no reason to keep the room any longer
            _log.warning("the follow-up tally does not answer: %s", error)

    async def forget(self) -> None:
        """Raises NotStored."""
        await in_time(self._tally.forget(self._now()))

    async def close(self) -> None:
        await self._tally.close()


async def _nothing(_: str) -> None:
    """Nobody wants to know."""
