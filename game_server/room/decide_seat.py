"""What a room answers to what a seat asks."""

from __future__ import annotations

from game_server.room import (
    answers,
    ladder,
    lessons,
    measures,
    news,
    own_words,
    practice,
    seating,
    settling,
    spokesperson,
    statements,
    take_home,
    voting,
)
from game_server.room.asked import Asked, Decided
from game_server.room.commands import (
    AcceptMeeting,
    AddToPicture,
    AnswerMeasure,
    AnswerPractice,
    AnswerPriority,
    CastVote,
    ChangePicture,
    ClimbLadder,
    ComeBack,
    DeclineMeeting,
    GiveGrade,
    GoAway,
    MarkStatement,
    MoveMeeting,
    NameSpokesperson,
    OpenTerm,
    ReadInject,
    ReleaseMarks,
    ReleasePractice,
    RestoreWords,
    SettleDecision,
    ShareInject,
    ShareReport,
    StarLesson,
    StrikeFromPicture,
    StrikeWords,
    TakeLessonBack,
    WriteLesson,
    WriteReflection,
    WriteResolution,
)
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue


def decide(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """As `decide.decide`, for a seat's commands."""
    command = asked.command
    match command:
        case ReadInject():
            return news.read(command, asked, room, catalogue)
        case ShareInject():
            return news.share(command, asked, room, catalogue)
        case AddToPicture():
            return news.add(command, asked, room)
        case ChangePicture():
            return news.change(command, asked, room)
        case StrikeFromPicture():
            return news.strike(command, asked, room)
        case CastVote():
            return voting.cast(command, asked, room, catalogue)
        case SettleDecision():
            return settling.by_seat(command, asked, room, catalogue)
        case MarkStatement():
            return statements.mark(command, asked, room, catalogue)
        case ReleaseMarks():
            return statements.release(command, asked, room, catalogue)
        case ClimbLadder():
            return ladder.climb(command, asked, room, catalogue)
        case GoAway() | ComeBack():
            return seating.away(command, asked, room)
        case NameSpokesperson():
            return spokesperson.name(command, asked, room)
        case _:
            return _answer(asked, room, catalogue)


def _answer(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    command = asked.command
    match command:
        case AnswerMeasure():
            return measures.answer(command, asked, room, catalogue)
        case AnswerPriority():
            return measures.priority(command, asked, room, catalogue)
        case GiveGrade():
            return measures.grade(command, asked, room, catalogue)
        case WriteLesson():
            return lessons.write(command, asked, room, catalogue)
        case TakeLessonBack():
            return lessons.take_back(command, asked, room)
        case StarLesson():
            return lessons.star(command, asked, room)
        case WriteReflection():
            return answers.reflection(command, asked, room, catalogue)
        case AnswerPractice():
            return practice.answer(command, asked, room, catalogue)
        case ReleasePractice():
            return practice.release(command, asked, room, catalogue)
        case OpenTerm():
            return answers.looked_up(command, asked, room, catalogue)
        case WriteResolution():
            return take_home.resolution(command, asked, room, catalogue)
        case MoveMeeting():
            return take_home.move(command, asked, room)
        case AcceptMeeting():
            return take_home.accept(command, asked, room)
        case DeclineMeeting():
            return take_home.decline(command, asked, room)
        case ShareReport():
            return answers.joint(command, asked, room, catalogue)
        case StrikeWords() | RestoreWords():
            return own_words.strike(command, asked, room)
        case _:
            raise Refused("bad_request")
