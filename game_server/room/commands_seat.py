"""What a seat may ask."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from game_server.room.commands_base import Command, Hearers, Kind, Millis, Ref
from game_server.room.commands_lessons import StarLesson, TakeLessonBack, WriteLesson
from game_server.room.commands_measures import AnswerPriority, GiveGrade
from game_server.room.commands_pressure import ClimbLadder
from game_server.room.commands_report import RestoreWords, StrikeWords
from game_server.room.commands_take_home import AcceptMeeting, DeclineMeeting, MoveMeeting, WriteResolution
from game_server.room.words import Item, Name, Note, Reason, Statement, Title


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
    """The mandated role's word, from its own phone. `to`: whom the statement is for."""

    type: Literal["decision.settle"]
    decision: Ref
    option: Ref
    owner: Name | None = None
    statement: Statement | None = None
    to: Hearers | None = None


class MarkStatement(Command):
    """What the own team thinks of its speaker's statement; a later mark replaces it, an empty one takes it back."""

    type: Literal["statement.mark"]
    decision: Ref
    clear: bool = False
    credible: bool = False
    missing: Item | None = None


class ReleaseMarks(Command):
    """The speaker, who saw the marks first, shows them to the own team."""

    type: Literal["marks.release"]
    decision: Ref


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


class ReleasePractice(Command):
    """The mandated role shows its team's spread to the other municipalities that show theirs."""

    type: Literal["practice.release"]
    decision: Ref


class OpenTerm(Command):
    """Someone looked up a word of the scenario's glossary."""

    type: Literal["term.open"]
    term: Title


class ShareReport(Command):
    type: Literal["report.share"]
    joint: Literal[True]


class GoAway(Command):
    type: Literal["seat.away"]
    until: Millis | None = None


class NameSpokesperson(Command):
    """Who speaks for the table; a desk says it too."""

    type: Literal["spokesperson.name"]
    seat: Ref


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
    | MarkStatement
    | ReleaseMarks
    | AnswerMeasure
    | WriteReflection
    | AnswerPractice
    | ReleasePractice
    | OpenTerm
    | WriteResolution
    | ShareReport
    | StrikeWords
    | RestoreWords
    | GoAway
    | NameSpokesperson
    | ComeBack
    | ClimbLadder
    | MoveMeeting
    | AcceptMeeting
    | DeclineMeeting
    | AnswerPriority
    | GiveGrade
    | WriteLesson
    | TakeLessonBack
    | StarLesson,
    Field(discriminator="type"),
]
