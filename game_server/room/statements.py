"""*Leg het uit*: what a team thinks of its own speaker's statement, which the speaker hears first."""

from __future__ import annotations

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands import MarkStatement, ReleaseMarks
from game_server.room.events import MarksReleased, StatementMarked
from game_server.room.refusals import Refused
from game_server.room.state import DecisionRun, Mark, Room, Seat, Settled
from game_server.room.voting import find
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision


def speaker(decision: Decision, run: DecisionRun) -> str | None:
    """The role whose statement its team may mark; None: there is none, or nobody of the table spoke it.

    A quick decision has none.
    """
    settled = run.settled
    if decision.kind != "main" or settled is None or settled.statement is None:
        return None
    return settled.role if run.state in ("settled", "effective") else None


def mark(command: MarkStatement, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Clear, credible, something missing: by anyone of the own team but the speaker."""
    seat = seat_of(asked, room)
    settled, role = _spoken(command.decision, seat, room, catalogue)
    if seat.role == role:
        raise Refused("own_statement")
    given = Mark(command.clear, command.credible, command.missing)
    if settled.marks.get(seat.id, Mark(clear=False, credible=False)) == given:
        return Decided([])
    fact = StatementMarked(
        team=seat.team,
        seat=seat.id,
        decision=command.decision,
        clear=given.clear,
        credible=given.credible,
        missing=given.missing,
    )
    return Decided([fact])


def release(command: ReleaseMarks, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The speaker shows the marks to the own team; once, and not before there are any."""
    seat = seat_of(asked, room)
    settled, role = _spoken(command.decision, seat, room, catalogue)
    if seat.role != role:
        raise Refused("not_speaker")
    if settled.marks_released:
        return Decided([])
    if not settled.marks:
        raise Refused("no_marks")
    return Decided([MarksReleased(team=seat.team, seat=seat.id, decision=command.decision)])


def _spoken(decision: str, seat: Seat, room: Room, catalogue: Catalogue) -> tuple[Settled, str]:
    found = find(decision, catalogue)
    run = room.teams[seat.team].decisions.get(found.id, DecisionRun())
    if run.state == "planned":
        raise Refused("unknown_decision", field="decision")
    role = speaker(found, run)
    if role is None or run.settled is None:
        raise Refused("no_statement", field="decision")
    return run.settled, role
