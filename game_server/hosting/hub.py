"""The rooms that live in this process, and the way to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game_server.hosting.host import Host
from game_server.hosting.outlet import Outlet
from game_server.hosting.runtime import Runtime
from game_server.journal.base import Journal
from game_server.room.commands import OpenRoom


@dataclass(frozen=True, slots=True)
class Summary:
    """A room in its facilitator's list. `erase_at`: when it destroys itself, known from the closing on (ms)."""

    code: str
    title: str
    scenario: str
    language: str
    status: str
    opened_at: int
    teams: int
    seats: int
    rehearsal: bool
    when: int | None = None
    closed_at: int | None = None
    erase_at: int | None = None


class Hub:
    """All that transport, rehearsal and the command line ask of the rooms."""

    def __init__(self, journal: Journal, runtime: Runtime, outlet: Outlet, *, build: str = "dev") -> None:
        self.journal = journal
        self.runtime = runtime
        self.outlet = outlet

    async def start(self) -> None:
        """Begins ticking, unloading idle rooms and sweeping."""

    async def close(self) -> None:
        """Says `bye` (`restart`, reconnect) to every socket after the last turns. Under 3 s."""

    def now(self) -> int:
        """UTC in ms, untouched by jumps of the clock."""
        raise NotImplementedError

    async def open_room(self, order: OpenRoom, pack: Mapping[str, bytes]) -> Host:
        """`pack`: `scenario.json` (`catalogue.to_json`) and media by name. Raises Taken, Refused, NotStored."""
        raise NotImplementedError

    async def host(self, code: str) -> Host:
        """The room by its canonical code (8 Crockford characters). Raises NoRoom, NotStored, Unreadable."""
        raise NotImplementedError

    async def find_pass(self, pass_hash: str) -> Host | None:
        """The newest room in which this pass was ever used. Whether it still counts, the room says."""
        raise NotImplementedError

    async def rooms(self, key: str) -> list[Summary]:
        """The rooms that this facilitator's key opened, newest first."""
        raise NotImplementedError

    async def erase_seat(self, code: str, seat: str) -> None:
        """Replaces this seat's words in the journal, for good. Raises NoRoom, Refused, NotStored."""

    async def destroy(self, code: str) -> None:
        """Removes the room at once; its sockets get `bye`."""

    async def sweep(self) -> None:
        """Closes what nobody closed, destroys what has outlived its retention."""
