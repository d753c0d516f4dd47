"""How often and how many: counted on the caller's own clock, so that a simulator can run it on virtual time.

The library `limits` reads the wall clock and starts a timer thread, which `design.md` §4 keeps out of the transport.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_SWEEP = 4_096


class Bucket:
    """A token bucket for one socket: `rate` a second sustained, `burst` at once. `now` in monotonic seconds."""

    __slots__ = ("_burst", "_left", "_rate", "_since")

    def __init__(self, rate: float, burst: int, now: float) -> None:
        self._rate, self._burst = rate, burst
        self._left, self._since = float(burst), now

    def take(self, now: float) -> bool:
        """Whether one more is allowed now; if so it is counted."""
        if now > self._since:
            self._left = min(self._burst, self._left + (now - self._since) * self._rate)
            self._since = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Window:
    """At most `most` a key in each stretch of `seconds`; keys of past stretches are forgotten."""

    def __init__(self, most: int, seconds: int, now: Callable[[], float]) -> None:
        self.most, self._length, self._now = most, seconds, now
        self._counts: dict[Hashable, tuple[int, int]] = {}

    def is_full(self, key: Hashable) -> bool:
        """Whether one more would be too many."""
        began, count = self._counts.get(key, (0, 0))
        return began == self._turn() and count >= self.most

    def take(self, key: Hashable) -> bool:
        """Counts one more, unless it is too many."""
        if self.is_full(key):
            return False
        turn = self._turn()
        began, count = self._counts.get(key, (turn, 0))
        if len(self._counts) >= _SWEEP:
            self._counts = {old: kept for old, kept in self._counts.items() if kept[0] == turn}
        self._counts[key] = (turn, count + 1 if began == turn else 1)
        return True

    def retry_after(self) -> int:
        """Seconds until a new stretch begins."""
        return int(self._length - self._now() % self._length) + 1

    def _turn(self) -> int:
        return int(self._now() // self._length)


class WrongCodes:
    """Wrong room codes a minute, by address and in all. A right code is never asked about, so never refused."""

    def __init__(self, per_address: int, in_all: int, now: Callable[[], float]) -> None:
        self._one, self._all = Window(per_address, 60, now), Window(in_all, 60, now)

    def allows(self, address: str) -> bool:
        """Counts one wrong code; False when there were too many."""
        if self._one.is_full(address) or self._all.is_full("all"):
            return False
        return self._one.take(address) and self._all.take("all")

    def retry_after(self) -> int:
        return self._one.retry_after()


class Crowd:
    """How many of something each key holds right now, up to `most`."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._held: Counter[Hashable] = Counter()

    def enter(self, key: Hashable) -> bool:
        if self._held[key] >= self.most:
            return False
        self._held[key] += 1
        return True

    def leave(self, key: Hashable) -> None:
        self._held[key] -= 1
        if self._held[key] <= 0:
            del self._held[key]

    def count(self, key: Hashable) -> int:
        return self._held.get(key, 0)


def address_key(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 of an IPv6 one, which one household gets whole."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped) if mapped else str(IPv6Network((int(found) >> 64 << 64, 64)))
    return str(found)
