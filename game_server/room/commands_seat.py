"""What a seat may ask."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from game_server.room.commands_base import Command, Kind, Millis, Ref
from game_server.room.words import Item, Name, Note, Reason, Statement


class ReadInject(Command):
    type: Literal["inject.read"]
    inject: Ref


class ShareInject(Command):
    type: Literal["inject.share"]
    inject: Ref


class AddToPicture(Command):
    type: Literal["picture.add"]
    kind: Kind
    text: Item
    source: Item | None = None


class ChangePicture(Command):
    type: Literal["picture.change"]
    item: Ref
    kind: Kind | None = None
    text: Item | None = None
    source: Item | None = None


class StrikeFromPicture(Command):
    type: Literal["picture.strike"]
    item: Ref


class CastVote(Command):
    type: Literal["vote.cast"]
    decision: Ref
    option: Ref
    confidence: int | None = Field(default=None, ge=1, le=5)
    reason: Reason | None = None


class SettleDecision(Command):
    """The mandated role's word, from its own phone."""

    type: Literal["decision.settle"]
    decision: Ref
    option: Ref
    owner: Name | None = None
    statement: Statement | None = None


class AnswerMeasure(Command):
    type: Literal["measure.answer"]
    moment: Literal["before", "after", "then"]
    statement: Ref
    value: int = Field(ge=1, le=5)


class WriteReflection(Command):
    type: Literal["reflection.write"]
    question: Ref
    text: Note


class AnswerPractice(Command):
    type: Literal["practice.answer"]
    decision: Ref
    value: Literal["yes", "partly", "no", "unknown"]


class WriteResolution(Command):
    type: Literal["resolution.write"]
    text: Statement
    with_: Name | None = Field(default=None, alias="with")
    by_: Name | None = Field(default=None, alias="by")
    first_step: Item | None = None


class ShareReport(Command):
    type: Literal["report.share"]
    joint: Literal[True]


class GoAway(Command):
    type: Literal["seat.away"]
    until: Millis | None = None


class ComeBack(Command):
    type: Literal["seat.back"]


SeatCommand: TypeAlias = Annotated[
    ReadInject
    | ShareInject
    | AddToPicture
    | ChangePicture
    | StrikeFromPicture
    | CastVote
    | SettleDecision
    | AnswerMeasure
    | WriteReflection
    | AnswerPractice
    | WriteResolution
    | ShareReport
    | GoAway
    | ComeBack,
    Field(discriminator="type"),
]
