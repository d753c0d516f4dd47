"""One room: one queue, one order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from game_server.hosting.answers import Answer, Outcome
from game_server.hosting.members import Member
from game_server.room.asked import AnyCommand
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

T = TypeVar("T")
Have = tuple[str, int]


class Host:
    """A room that lives in this process."""

    code: str
    catalogue: Catalogue

    async def ask(self, by: str, command: AnyCommand, *, holder: str | None = None) -> Answer:
        """Raises Refused, NotStored (within 2 s), Failed, Unreadable.

        `holder`: a pass hash that must still be `by`'s when the turn comes, else Refused `unknown_pass`.
        """
        raise NotImplementedError

    def submit(self, by: str, command: AnyCommand, done: Callable[[Outcome], None], holder: str | None = None) -> None:
        """As `ask`, without a task: `done` is called once, in the loop, with the Answer or the exception."""

    async def look(self, read: Callable[[Room, Catalogue], T]) -> T:
        """Calls `read` on committed state, between turns; it must not keep or change the room. Raises NotStored."""
        raise NotImplementedError

    async def enter(
        self,
        socket: str,
        holder: str,
        *,
        language: str | None = None,
        as_: str | None = None,
        view: Have | None = None,
        own: Have | None = None,
    ) -> Member:
        """A connected socket takes its place: it is subscribed and gets what it lacks (`view`, `own`: what it has).

        Raises Refused (`unknown_pass`, `claim_waiting`, `bad_request`), NotStored.
        """
        raise NotImplementedError

    def leave(self, socket: str) -> None:
        """The socket is gone. Idempotent."""

    def member(self, socket: str) -> Member | None:
        """Who this socket is now (a desk may have moved it)."""
        raise NotImplementedError

    async def resync(self, socket: str) -> None:
        """Sends this socket its whole `view` and `own`."""
