"""What people answer and take home: measures, reflections, *bij ons?*, a resolution, and agreeing to a joint report."""

from __future__ import annotations

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import (
    AnswerMeasure,
    AnswerPractice,
    ShareReport,
    WriteReflection,
    WriteResolution,
)
from game_server.room.events import (
    MeasureAnswered,
    PracticeAnswered,
    ReflectionWritten,
    ReportShared,
    ResolutionWritten,
)
from game_server.room.mandate import report_role
from game_server.room.refusals import Refused
from game_server.room.state import DecisionRun, Room
from game_server.room.voting import find
from game_server.scenario.catalogue import Catalogue


def measure(command: AnswerMeasure, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """An answer from 1 to 5 to one of the pack's statements; a later one replaces it."""
    seat = seat_of(asked, room)
    if command.statement not in {statement.id for statement in catalogue.scenario.statements}:
        raise Refused("unknown_statement", field="statement")
    if seat.measures.get(f"{command.moment}:{command.statement}") == command.value:
        return Decided([])
    fact = MeasureAnswered(seat=seat.id, moment=command.moment, statement=command.statement, value=command.value)
    return Decided([fact])


def reflection(command: WriteReflection, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """An answer to a question of the hot debrief."""
    seat = seat_of(asked, room)
    if command.question not in {question.id for question in catalogue.scenario.debrief}:
        raise Refused("unknown_question", field="question")
    if seat.reflections.get(command.question) == command.text:
        return Decided([])
    return Decided([ReflectionWritten(seat=seat.id, question=command.question, text=command.text)])


def practice(command: AnswerPractice, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """*Is dit bij ons geregeld?*, after a decision that asks it became effective."""
    seat = seat_of(asked, room)
    decision = find(command.decision, catalogue)
    run = room.teams[seat.team].decisions.get(decision.id, DecisionRun())
    if run.state == "planned" or decision.practice is None:
        raise Refused("unknown_decision", field="decision")
    if run.state != "effective":
        raise Refused("not_effective")
    if seat.practice.get(decision.id) == command.value:
        return Decided([])
    return Decided([PracticeAnswered(team=seat.team, seat=seat.id, decision=decision.id, value=command.value)])


def resolution(command: WriteResolution, asked: Asked, room: Room) -> Decided:
    """One resolution a person; a later one replaces it."""
    seat = seat_of(asked, room)
    fact = ResolutionWritten(
        seat=seat.id, text=command.text, with_=command.with_, by_=command.by_, first_step=command.first_step
    )
    given = {"text": fact.text, "with": fact.with_, "by": fact.by_, "first_step": fact.first_step}
    if seat.resolution == {key: value for key, value in given.items() if value is not None}:
        return Decided([])
    return Decided([fact])


def joint(command: ShareReport, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The mandated role says that its team agrees to a joint report."""
    del command  # its one field is fixed by the wire
    seat = seat_of(asked, room)
    team = room.teams[seat.team]
    decisions = tuple(catalogue.decision(decision)[1] for decision in catalogue.decisions)
    if report_role(room, team, decisions) != seat.role:
        raise Refused("no_mandate")
    return Decided([] if team.joint else [ReportShared(team=team.id, seat=seat.id)])
