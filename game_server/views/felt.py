"""What a team hears from itself after a decision: the marks on its statement, and the spread of *bij ons?*."""

from __future__ import annotations

from game_server.room.mandate import seats_of
from game_server.room.practice import asked_of, is_complete, release_role, spread
from game_server.room.state import DecisionRun, Room, Team
from game_server.room.statements import speaker
from game_server.scenario.model import Decision
from game_server.views import shapes
from game_server.views.lens import Lens


def may_mark(decision: Decision, run: DecisionRun, role: str | None) -> bool:
    speaking = speaker(decision, run)
    return role is not None and speaking is not None and speaking != role


def add_marks(
    part: shapes.DecisionPart, room: Room, team: Team, decision: Decision, run: DecisionRun, role: str | None
) -> None:
    """For the speaking role as they come; for the rest of the team, and the desk, once the speaker has shown them."""
    speaking, settled = speaker(decision, run), run.settled
    if speaking is None or settled is None or (speaking != role and not settled.marks_released):
        return
    marks = settled.marks.values()
    missing = sorted(mark.missing for mark in marks if mark.missing is not None)
    part["marks"] = shapes.Marks(
        given=len(marks),
        of=max(len(marks), sum(seat.role != speaking for seat in seats_of(room, team.id))),
        clear=sum(mark.clear for mark in marks),
        credible=sum(mark.credible for mark in marks),
        missing={str(order): text for order, text in enumerate(missing)},
        released=settled.marks_released,
    )


def practice_part(lens: Lens, team: Team, decision: Decision, role: str | None) -> shapes.PracticePart:
    room, seats = lens.room, seats_of(lens.room, team.id)
    complete, released = is_complete(room, team.id, decision.id), decision.id in team.practice_released
    given = sum(decision.id in seat.practice for seat in asked_of(room, team.id))
    speaks = role is not None and release_role(room, team, decision, lens.catalogue) == role
    others = [one for one in room.teams.values() if one.id != team.id]
    shown = [one for one in others if released and decision.id in one.practice_released]
    part = shapes.PracticePart(
        given=given,
        of=len(asked_of(room, team.id)),
        may_release=speaks and complete and bool(others) and not released,
        released=released,
        waiting=released and len(shown) < len(others),
        others={
            one.id: shapes.OtherSpread(
                order=one.order, name=one.name, answers=_copied(one.practice_released[decision.id])
            )
            for one in shown
        },
    )
    if complete or role is None:
        part["answers"] = spread(seats, decision.id)
    return part


def _copied(answers: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {role: dict(counts) for role, counts in answers.items()}
