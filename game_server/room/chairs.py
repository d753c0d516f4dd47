"""Who sat in which chair when, and who opened what there: the past that a room's chairs no longer show."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Sat:
    """A person in a chair: wall ms; `until` is None for who sat there to the end."""

    seat: str
    since: int
    until: int | None = None


@dataclass(slots=True)
class Chairs:
    """Every chair of a room over time."""

    sat: dict[tuple[str, str], list[Sat]] = field(default_factory=dict)
    """(team, role) → people, in the order in which they came."""
    opened: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """(team, role, inject) → wall ms at which it was opened first."""

    def sit(self, team: str, role: str, seat: str, at: int) -> None:
        self.sat.setdefault((team, role), []).append(Sat(seat, at))

    def rise(self, seat: str, at: int) -> None:
        for people in self.sat.values():
            for one in people:
                if one.seat == seat and one.until is None:
                    one.until = at

    def open(self, team: str, role: str, inject: str, at: int) -> None:
        self.opened.setdefault((team, role, inject), at)

    def taken(self, team: str, role: str, at: int) -> int | None:
        """The first moment from `at` on (wall ms) at which somebody sat in this role; None if nobody did any more."""
        people = self.sat.get((team, role), [])
        return min((max(at, one.since) for one in people if one.until is None or one.until > at), default=None)
