"""What is wrong with a pack, and where in which file."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Lines and columns count from 1. `rule` is a stable name; `path` is empty where no field can be named."""

    file: str
    line: int
    column: int
    path: str
    message: str
    rule: str
    level: Level = "error"

    def __str__(self) -> str:
        about = f"{self.path}: " if self.path else ""
        mark = "warning: " if self.level == "warning" else ""
        return f"{self.file}:{self.line}:{self.column}: {about}{mark}{self.message} [{self.rule}]"

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self)


class PackError(Exception):
    """A pack that cannot be loaded; `problems` says why, its text is one line for each."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
