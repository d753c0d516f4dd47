"""What lessons leave in a room."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Lesson:
    """Something to keep, to change or to ask. `by`: its writer's seat, which no view and no report may tell.

    `shown`: the facilitator let it through; `into`: the lesson that says nearly the same, under which it stands.
    """

    id: str
    order: int
    team: str
    kind: str
    text: str
    by: str
    shown: bool = False
    hidden: bool = False
    into: str | None = None
    stars: set[str] = field(default_factory=set)
    """seats"""
