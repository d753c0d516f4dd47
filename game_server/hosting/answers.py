"""What comes back from asking a room, and what waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from game_server.room.asked import AnyCommand


class Answer(NamedTuple):
    """The command is on disk at `version`; `result` where it has one."""

    version: int
    result: dict[str, Any] | None


class Failed(Exception):
    """A bug stopped this one command; nothing of it was kept."""


class Unreadable(Exception):
    """A newer version of the program wrote in this room, or its journal is broken: this process lets go of it."""


Outcome: TypeAlias = Answer | Exception
"""An Answer, or Refused, NotStored, Failed or Unreadable."""


@dataclass(slots=True, eq=False)
class Waiting:
    """A command in a room's queue. `holder`: the pass hash that must still be `by`'s when its turn comes.

    `since`: when it came, in the runtime's monotonic seconds; absent: it is in nobody's queue.
    """

    by: str
    command: AnyCommand
    done: Callable[[Outcome], None]
    holder: str | None = None
    since: float | None = None
    answered: bool = False
    broken: bool = False
