"""How often things happen at the door: plain counters that /metrics reads, instead of a log line each."""

from __future__ import annotations

from collections import Counter


class Counts:
    """Named counters."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, what: str) -> None:
        self._counts[what] += 1

    def get(self, what: str) -> int:
        return self._counts[what]

    def items(self) -> list[tuple[str, int]]:
        return sorted(self._counts.items())
