"""What crosses the door weeks later: making a follow-up link, answering it, and the counts."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from game_server.hosting.follow_up import Answer, Reason
from game_server.transport.wire_asked import Ask, LinkSecret


class FollowUpBody(Ask):
    """`key` is a secret made like a pass, for the fragment of a follow-up link; the seat's own pass asks as Bearer."""

    key: LinkSecret


class FollowUpAnswerBody(Ask):
    """`code` and `key` stand in the link's fragment; what was resolved stands there too, and stays there."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    key: LinkSecret
    answer: Answer
    reasons: Annotated[tuple[Reason, ...], Field(max_length=12)] = ()


class FollowUpMade(BaseModel):
    """Until when an answer counts, UTC in ms."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    until: int


class FollowUpCounts(BaseModel):
    """How many did what they resolved. `reasons`: answer → reason → how many; `until`: absent before the first link."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    links: int
    answers: dict[Answer, int]
    reasons: dict[Answer, dict[Reason, int]]
    until: int | None = None


class FollowUps(BaseModel):
    """By room code."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    rooms: dict[str, FollowUpCounts]
