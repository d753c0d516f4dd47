"""What people say of themselves before and after: statements, a place on their own list, a grade for the session."""

from __future__ import annotations

from game_server.room.answers import is_debriefing
from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import AnswerMeasure, AnswerPriority, GiveGrade
from game_server.room.events import GradeGiven, MeasureAnswered, PriorityAnswered
from game_server.room.refusals import Refused
from game_server.room.state import Room, Seat
from game_server.room.state_measures import Grade, Measured
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Statement


def statements(room: Room, catalogue: Catalogue) -> list[Statement]:
    """Those that this room asks: all of the pack's, or the ones that it picks, in their order."""
    known = {statement.id: statement for statement in catalogue.scenario.statements}
    if room.all_statements:
        return list(known.values())
    return [known[picked] for picked in catalogue.scenario.pick if picked in known]


def has_begun(room: Room, seat: Seat) -> bool:
    """This person has opened news or voted: whatever is said from now on is no longer from before."""
    rounds = [ballot for run in room.teams[seat.team].decisions.values() for ballot in run.rounds]
    return bool(seat.read) or any(seat.id in ballot.votes for ballot in rounds)


def answer(command: AnswerMeasure, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """An answer from 1 to 5 to one of the statements; a later one replaces it."""
    seat = seat_of(asked, room)
    statement = next((one for one in statements(room, catalogue) if one.id == command.statement), None)
    if statement is None:
        raise Refused("unknown_statement", field="statement")
    if statement.yes_no and (command.moment != "before" or command.value not in (1, 5)):
        raise Refused("yes_or_no", field="moment" if command.moment != "before" else "value")
    _in_time(command.moment, seat, room, catalogue)
    if _so_far(room, seat).answers.get(f"{command.moment}:{command.statement}") == command.value:
        return Decided([])
    fact = MeasureAnswered(
        team=seat.team, seat=seat.id, moment=command.moment, statement=command.statement, value=command.value
    )
    return Decided([fact])


def priority(command: AnswerPriority, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A place on one's own list; a later one replaces it."""
    seat = seat_of(asked, room)
    _in_time(command.moment, seat, room, catalogue)
    if _so_far(room, seat).priority.get(command.moment) == command.place:
        return Decided([])
    return Decided([PriorityAnswered(team=seat.team, seat=seat.id, moment=command.moment, place=command.place)])


def grade(command: GiveGrade, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A sentence that is not there cannot be passed on."""
    seat = seat_of(asked, room)
    if not is_debriefing(room, catalogue):
        raise Refused("not_debrief")
    quotable = command.quotable and command.text is not None
    if _so_far(room, seat).grade == Grade(command.value, command.text, quotable):
        return Decided([])
    return Decided(
        [GradeGiven(team=seat.team, seat=seat.id, value=command.value, text=command.text, quotable=quotable)]
    )


def _so_far(room: Room, seat: Seat) -> Measured:
    return room.measured.get(seat.id, Measured(seat.team))


def _in_time(moment: str, seat: Seat, room: Room, catalogue: Catalogue) -> None:
    """Before is before the first news, after is in the debrief."""
    talking = is_debriefing(room, catalogue)
    if moment != "before" and not talking:
        raise Refused("not_debrief")
    if moment == "before" and (talking or has_begun(room, seat)):
        raise Refused("has_begun")
