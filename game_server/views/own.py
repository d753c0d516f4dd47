"""What only one seat sees: its own marks, votes and answers."""

from __future__ import annotations

from typing import Literal

from game_server.room.state import Room, Seat, Vote
from game_server.room.state_measures import Measured
from game_server.views import shapes
from game_server.views.measures import own_grade, own_lessons, own_stars
from game_server.views.take_home import own_meetings, own_resolution


def own_view(room: Room, seat: Seat) -> shapes.Own:
    """`votes` holds the last vote of this seat in each decision of its team; `round` says in which round it was."""
    said = room.measured.get(seat.id, Measured(seat.team))
    own = shapes.Own(
        seat=seat.id,
        name=seat.name,
        away=seat.away,
        read=dict(seat.read),
        votes=_votes(room, seat),
        answers=dict(said.answers),
        priority=dict(said.priority),
        lessons=own_lessons(room, seat),
        stars=own_stars(room, seat),
        practice=dict(seat.practice),
        marks=_marks(room, seat),
        reflections=dict(seat.reflections),
        meetings=own_meetings(room, seat),
    )
    if seat.spared:
        own["spared"] = True
    if said.grade is not None:
        own["grade"] = own_grade(said.grade)
    if seat.resolution:
        own["resolution"] = own_resolution(seat)
    if spoke := _spoke(room, seat):
        own["spoke"] = spoke
    if struck := room.struck.get(seat.id):
        own["struck"] = dict.fromkeys(sorted(struck), True)
    return own


def _spoke(room: Room, seat: Seat) -> dict[str, Literal[True]]:
    runs = room.teams[seat.team].decisions.items()
    return {decision: True for decision, run in runs if run.settled is not None and run.settled.seat == seat.id}


def _votes(room: Room, seat: Seat) -> dict[str, shapes.OwnVote]:
    votes: dict[str, shapes.OwnVote] = {}
    for decision, run in room.teams[seat.team].decisions.items():
        for number, ballot in enumerate(run.rounds, start=1):
            if seat.id in ballot.votes:
                votes[decision] = _own_vote(number, ballot.votes[seat.id])
    return votes


def _marks(room: Room, seat: Seat) -> dict[str, shapes.OwnMark]:
    marks: dict[str, shapes.OwnMark] = {}
    for decision, run in room.teams[seat.team].decisions.items():
        given = run.settled.marks.get(seat.id) if run.settled is not None else None
        if given is not None:
            marks[decision] = shapes.OwnMark(clear=given.clear, credible=given.credible)
            if given.missing is not None:
                marks[decision]["missing"] = given.missing
    return marks


def _own_vote(number: int, vote: Vote) -> shapes.OwnVote:
    own = shapes.OwnVote(round=number, option=vote.option, at=vote.at)
    if vote.confidence is not None:
        own["confidence"] = vote.confidence
    if vote.reason is not None:
        own["reason"] = vote.reason
    if vote.paper:
        own["paper"] = True
    return own
