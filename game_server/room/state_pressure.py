"""What pressure leaves in a room: changed words, rungs that were taken, phones that are dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edited:
    """A facilitator's words in place of the scenario's."""

    sender: str
    body: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Climbed:
    """How and when a team took a rung."""

    at: int
    way: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Dark:
    """A team's phones are dark until a session time (ms), with `inject` because of that news."""

    until: int
    since: int
    inject: str | None = None
