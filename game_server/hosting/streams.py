"""One stream: the numbered frames of what one audience, or one seat alone, sees."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Literal

import orjson

from game_server.room.state import Room
from game_server.views.patch import diff

Look = Callable[[Room], dict[str, Any]]


def stream_name(*parts: object) -> str:
    """Opaque; differs when any part differs (boot, room, epoch, audience, language)."""
    return hashlib.blake2s("\x1f".join(map(repr, parts)).encode(), digest_size=9).hexdigest()


class Stream:
    """The newest view of an audience with its version, and when a changed one may be sent.

    `last` (look) and `due` are monotonic seconds; `due` is None while nothing can have changed.
    """

    __slots__ = ("_bytes", "_look", "_view", "due", "event", "last", "name", "sockets", "version")

    def __init__(self, name: str, event: Literal["view", "own"], look: Look, room: Room) -> None:
        self.name = name
        self.event = event
        self.sockets: set[str] = set()
        self.version = room.version
        self.due: float | None = None
        self.last = float("-inf")
        self._look = look
        self._view = look(room)
        self._bytes: bytes | None = None

    def changed(self, now: float, gap: float) -> None:
        """Something may be new: look at once if the last look is `gap` seconds old, else when it is."""
        due = max(now, self.last + gap)
        self.due = due if self.due is None else min(self.due, due)

    def whole(self, now: int) -> bytes:
        """The frame with the whole view of this version; `now` is server time in ms."""
        if self._bytes is None:
            self._bytes = orjson.dumps(self._view)
        return b'{"stream":"%b","version":%d,"now":%d,"view":%b}' % (
            self.name.encode(),
            self.version,
            now,
            self._bytes,
        )

    def advance(self, room: Room, now: int) -> bytes | None:
        """Looks again: the frame that leads from the version before to this one; None when nothing is different."""
        view = self._look(room)
        patch = diff(self._view, view)
        if patch is None:
            return None
        base, self.version = self.version, room.version
        self._view, self._bytes = view, None
        return b'{"stream":"%b","version":%d,"base":%d,"now":%d,"view":%b}' % (
            self.name.encode(),
            self.version,
            base,
            now,
            orjson.dumps(patch),
        )
