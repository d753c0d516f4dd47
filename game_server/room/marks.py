"""The base of all facts, and the privacy marks on their fields.

A field that can hold a person's words or name is `Personal`, a hash of a pass or link is `Secret`: public report, logs,
export, fork and erasure all work from these marks, and a house test fails on an unmarked free text.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict


class Mark:
    """A privacy mark on an event field: `personal` (words or a name) or `secret` (a hash of a pass or link)."""

    def __init__(self, kind: Literal["personal", "secret"]) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return f"Mark({self.kind})"


PERSONAL = Mark("personal")
SECRET = Mark("secret")
Personal: TypeAlias = Annotated[str, PERSONAL]
Secret: TypeAlias = Annotated[str, SECRET]
ERASED = "[gewist]"
"""What stands in a `Personal` field after its writer was erased."""


class Fact(BaseModel):
    """Base of all facts."""

    model_config = ConfigDict(extra="forbid", frozen=True)
