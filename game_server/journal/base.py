"""What every store of journals promises, and how it says no.

A line is one encoded event (`room.envelope.encode`); the journal stores and returns bytes and reads none of them.
An acknowledged write is on disk: it survives the end of the process and the loss of power.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

T = TypeVar("T")

SCENARIO_FILE = "scenario.json"
"""The name of the scenario itself among the files of a pack; its media stand beside it."""


class Conflict(Exception):
    """Somebody else appended or rewrote first. `last` and `epoch` say where the room is now."""

    def __init__(self, last: int, epoch: int) -> None:
        super().__init__(f"the room is at version {last} of epoch {epoch}")
        self.last = last
        self.epoch = epoch


class NotStored(Exception):
    """The store did not say yes. The write may or may not be there: ask again with the same command id."""


class NoRoom(Exception):
    """There is no journal by this code (any more)."""


class Taken(Exception):
    """This room code, or this name of a facilitator's key, is in use."""


class NewerStore(Exception):
    """A newer version of the program wrote this store; this one must not touch it."""


class Stretch(NamedTuple):
    """A room's events after some version, in order, and the epoch in which they are numbered."""

    epoch: int
    lines: list[bytes]


@dataclass(frozen=True, slots=True)
class RoomLine:
    """What a store knows of a room without reading its events. `key` names the facilitator's key that opened it."""

    code: str
    key: str
    digest: str
    epoch: int
    last: int


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A facilitator's key; `hash` is SHA-256 in hex. A revoked key opens and sees nothing."""

    name: str
    hash: str
    revoked: bool


class Seam(Protocol):
    """What a store needs of the world: see `hosting.runtime.Runtime`."""

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> Any: ...

    async def sleep(self, seconds: float) -> None: ...

    async def run_blocking(self, call: Callable[[], T], lane: str = "") -> T: ...


class Journal(Protocol):
    """All rooms of a server. Every call may raise NotStored; after it the store recovers by itself."""

    async def open(self) -> None:
        """Makes the store ready. Raises NewerStore, or NotStored with a sentence that says what to mend."""

    async def close(self) -> None:
        """Finishes what was asked and lets go. Idempotent."""

    # ------------------------------------------------------------ events

    async def create(
        self, code: str, key: str, digest: str, lines: Sequence[bytes], passes: Sequence[str], pack: Mapping[str, bytes]
    ) -> None:
        """A new room in epoch 1 with its first lines. Raises Taken.

        `pack` holds the scenario's files by name, kept by `digest` while a room needs it (a pack that is already
        there stays as it is).
        """

    async def append(self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str]) -> None:
        """Adds versions base+1, base+2, … all or nothing, and indexes the pass hashes in `lines` with them.

        Raises Conflict unless the room stands at exactly `base` in `epoch`; NoRoom.
        """

    async def read(self, code: str, after: int = 0) -> Stretch:
        """The lines with a version above `after`. Raises NoRoom."""

    async def rewrite(
        self, code: str, base: int, epoch: int, lines: Sequence[bytes], passes: Sequence[str], erased: str
    ) -> None:
        """Replaces the whole journal of a room by `lines` under epoch+1 and puts seat `erased` on the erased list.

        When it returns, nothing of the old lines is left in the store's files. Raises Conflict as `append` does.
        """

    async def destroy(self, code: str) -> None:
        """Removes a room, its passes, its erased list, and its pack if no other room needs it. Idempotent.

        When it returns, nothing of its lines is left in the store's files.
        """

    async def scrub(self) -> None:
        """Finishes what an erasure or a destruction could not. Raises NotStored while something is still in the way.

        When it returns, nothing that was ever erased is left in the store's files.
        """

    async def keep_receipt(self, key: str, at: int, line: bytes) -> None:
        """Notes that a room of this key was erased at `at` (ms), for as long as receipts are kept."""

    async def receipts(self, key: str) -> list[bytes]:
        """The receipts of one key's rooms, oldest first."""

    async def drop_receipts(self, before: int) -> None:
        """Forgets the receipts from before this moment (ms)."""

    async def rooms(self, key: str | None = None) -> list[RoomLine]:
        """All rooms, or those of one key, oldest first."""

    async def find_pass(self, pass_hash: str) -> str | None:
        """The code of the newest room in which a stored event carries this hash."""

    async def erased(self, code: str) -> list[str]:
        """The seats of this room whose words were erased, for a restore or an import."""

    # ------------------------------------------------------------ beside the events

    async def get_pack(self, digest: str, name: str = SCENARIO_FILE) -> bytes | None:
        """One file of a stored pack."""

    async def add_key(self, name: str, key_hash: str) -> None:
        """Raises Taken when the name is in use, also by a revoked key."""

    async def revoke_key(self, name: str) -> bool:
        """False when there is no such key."""

    async def keys(self) -> list[KeyLine]:
        """Oldest first."""

    async def find_key(self, key_hash: str) -> str | None:
        """The name of the key with this hash, unless it is revoked."""

    async def answers(self) -> bool:
        """Whether the store takes writes now (for `/health/ready`)."""
