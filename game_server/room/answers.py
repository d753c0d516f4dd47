"""What people answer: reflections, a joint report, and words looked up."""

from __future__ import annotations

from collections import Counter

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import (
    OpenTerm,
    ShareReport,
    WriteReflection,
)
from game_server.room.events import (
    ReflectionWritten,
    ReportShared,
    TermOpened,
)
from game_server.room.mandate import report_role
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

ENOUGH = 3
"""So many people must have looked a word up before it is told that anyone did."""


def reflection(command: WriteReflection, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """An answer to a question of the hot debrief."""
    seat = seat_of(asked, room)
    if command.question not in {question.id for question in catalogue.scenario.debrief}:
        raise Refused("unknown_question", field="question")
    if seat.reflections.get(command.question) == command.text:
        return Decided([])
    return Decided([ReflectionWritten(seat=seat.id, question=command.question, text=command.text)])


def looked_up(command: OpenTerm, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A word of the glossary. What is looked up in the debrief itself no longer counts for it."""
    seat = seat_of(asked, room)
    if command.term not in {term.term for term in catalogue.scenario.glossary}:
        raise Refused("unknown_term", field="term")
    if command.term in seat.terms or is_debriefing(room, catalogue):
        return Decided([])
    return Decided([TermOpened(seat=seat.id, term=command.term)])


def often_looked_up(room: Room) -> set[str]:
    """The words that enough people looked up to be nobody's in particular."""
    counts = Counter(term for seat in room.seats.values() for term in seat.terms)
    return {term for term, count in counts.items() if count >= ENOUGH}


def is_debriefing(room: Room, catalogue: Catalogue) -> bool:
    """The game is over, or its last chapters have begun."""
    phase = room.phase
    talking = phase is not None and catalogue.phase(phase.id).kind in ("debrief", "close")
    return talking or room.status in ("debrief", "closed")


def joint(command: ShareReport, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The mandated role says that its team agrees to a joint report."""
    del command  # its one field is fixed by the wire
    seat = seat_of(asked, room)
    team = room.teams[seat.team]
    decisions = tuple(catalogue.decision(decision)[1] for decision in catalogue.decisions)
    if report_role(room, team, decisions) != seat.role:
        raise Refused("no_mandate")
    return Decided([] if team.joint else [ReportShared(team=team.id, seat=seat.id)])
