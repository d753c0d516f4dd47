"""What a person says of itself and of the session."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grade:
    """From 1 to 10, with a sentence that may be passed on only if it is `quotable`."""

    value: int
    text: str | None = None
    quotable: bool = False


@dataclass(slots=True)
class Measured:
    """`answers`: `<moment>:<statement>` → 1 to 5; `priority`: before, after → a place on one's list."""

    team: str
    answers: dict[str, int] = field(default_factory=dict)
    priority: dict[str, int] = field(default_factory=dict)
    grade: Grade | None = None
