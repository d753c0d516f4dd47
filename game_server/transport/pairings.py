"""Screens that wait until a desk types their code, and downloads that wait for their one use. Only in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from game_server.hosting.runtime import Runtime
from game_server.transport.passes import PAIRING_LENGTH, normal_code

_PAIRING_HOURS = 12
_TICKET_SECONDS = 60
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    until: float
    what: T


class Pairings:
    """Pass hash ↔ short code. At most `most` wait; the oldest gives way."""

    def __init__(self, runtime: Runtime, most: int) -> None:
        self._runtime, self._most = runtime, most
        self._by_pass: dict[str, _Kept[str]] = {}

    def wait(self, pass_hash: str) -> str:
        """The code that this screen shows; the same pass gets the same code."""
        self._forget_old()
        kept = self._by_pass.get(pass_hash)
        if kept is None:
            taken = {one.what for one in self._by_pass.values()}
            code = self._runtime.new_code()[:PAIRING_LENGTH]
            while code in taken:
                code = self._runtime.new_code()[:PAIRING_LENGTH]
            while len(self._by_pass) >= self._most:
                self._by_pass.pop(next(iter(self._by_pass)))
            kept = _Kept(self._runtime.monotonic() + _PAIRING_HOURS * 3600, code)
            self._by_pass[pass_hash] = kept
        return kept.what

    def is_waiting(self, pass_hash: str) -> bool:
        return pass_hash in self._by_pass

    def find(self, typed: str) -> str | None:
        """The pass hash behind a code as it was typed."""
        self._forget_old()
        code = normal_code(typed, PAIRING_LENGTH)
        return next((holder for holder, kept in self._by_pass.items() if kept.what == code), None)

    def done(self, pass_hash: str) -> None:
        self._by_pass.pop(pass_hash, None)

    def _forget_old(self) -> None:
        now = self._runtime.monotonic()
        for holder in [holder for holder, kept in self._by_pass.items() if kept.until <= now]:
            del self._by_pass[holder]


class Tickets(Generic[T]):
    """Secrets that open one thing once, within a minute. At most `most` wait; the oldest gives way."""

    def __init__(self, runtime: Runtime, most: int) -> None:
        self._runtime, self._most = runtime, most
        self._kept: dict[str, _Kept[T]] = {}

    def make(self, what: T) -> tuple[str, int]:
        """The secret, and until when it works (ms since 1970)."""
        now = self._runtime.monotonic()
        for old in [secret for secret, kept in self._kept.items() if kept.until <= now]:
            del self._kept[old]
        while len(self._kept) >= self._most:
            self._kept.pop(next(iter(self._kept)))
        secret = self._runtime.new_secret()
        self._kept[secret] = _Kept(now + _TICKET_SECONDS, what)
        return secret, self._runtime.now() + _TICKET_SECONDS * 1000

    def use(self, secret: str) -> T | None:
        """What it was for, the first time and in time."""
        kept = self._kept.pop(secret, None)
        return kept.what if kept is not None and kept.until > self._runtime.monotonic() else None
