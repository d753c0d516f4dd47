"""What all commands of the wire have in common."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

CommandId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Ref: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Millis: TypeAlias = Annotated[int, Field(ge=0, le=8_640_000_000_000_000)]
Kind: TypeAlias = Literal["fact", "assumption", "unknown", "action"]
Hearers: TypeAlias = Literal["residents", "council", "press"]
ChannelName: TypeAlias = Literal["mail", "phone", "chat", "news", "social", "letter", "broadcast", "note"]


class Command(BaseModel):
    """Base of all commands of the wire."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: CommandId
