"""What a server's processes used: CPU time in seconds, memory in bytes; read from /proc, so Linux only."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        try:
            for task in Path(f"/proc/{one}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
        except FileNotFoundError:
            continue
    return found


class Accounts:
    """The books of one server."""

    def __init__(self, pid: int) -> None:
        self._pids = family(pid)

    def cpu(self) -> float:
        """Seconds on a CPU so far, user and system, at nanosecond resolution (the process CPU clock)."""
        return sum(time.clock_gettime((~pid << 3) | 2) for pid in self._pids)

    def memory(self) -> int:
        """Proportional set size in bytes."""
        kilobytes = 0
        for pid in self._pids:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            kilobytes += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        return kilobytes * 1024


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of `values` lies, in milliseconds from seconds; 0 for none."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000, 2) if ordered else 0.0
