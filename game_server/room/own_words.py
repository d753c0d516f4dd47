"""What a seat wrote that stands in the report, and a room from which the struck words are left out."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from game_server.room.asked import Asked, Decided, seat_of
from game_server.room.commands_report import RestoreWords, StrikeWords, WriteForeword
from game_server.room.events_report import ForewordWritten, WordsRestored, WordsStruck
from game_server.room.refusals import Refused
from game_server.room.state import Room, Seat, Settled


def foreword(command: WriteForeword, room: Room) -> Decided:
    """The facilitator's; it may be written anew as long as the room is there."""
    return Decided([] if room.foreword == command.text else [ForewordWritten(text=command.text)])


def strike(command: StrikeWords | RestoreWords, asked: Asked, room: Room) -> Decided:
    """Only words that are there, and only one's own; also when the session is closed."""
    seat = seat_of(asked, room)
    if command.words not in own_words(room, seat):
        raise Refused("unknown_words", field="words")
    struck = command.words in room.struck.get(seat.id, ())
    match command:
        case StrikeWords():
            return Decided([] if struck else [WordsStruck(seat=seat.id, words=command.words)])
        case RestoreWords():
            return Decided([WordsRestored(seat=seat.id, words=command.words)] if struck else [])


def own_words(room: Room, seat: Seat) -> dict[str, str]:
    """Key → what this seat wrote; the keys are those of `words.strike`."""
    said: dict[str, str] = {}
    for decision, run in (item for team in room.teams.values() for item in team.decisions.items()):
        reasons = [ballot.votes[seat.id].reason for ballot in run.rounds if seat.id in ballot.votes]
        if given := [reason for reason in reasons if reason]:
            said[f"reason:{decision}"] = given[-1]
        if run.settled is not None and run.settled.seat == seat.id and (words := _spoken(run.settled)):
            said[f"statement:{decision}"] = words
    said |= {f"reflection:{question}": text for question, text in seat.reflections.items() if text}
    if seat.resolution.get("text"):
        said["resolution"] = seat.resolution["text"]
    return said


def _spoken(settled: Settled) -> str:
    return " · ".join(one for one in (settled.statement, settled.owner, settled.reason) if one)


def without_struck(room: Room) -> Room:
    """The same room where nothing was struck, else a copy without those words."""
    if not any(room.struck.values()):
        return room
    seats, teams = deepcopy((room.seats, room.teams))
    left = replace(room, seats=seats, teams=teams)
    for seat, struck in left.struck.items():
        for key in struck:
            kind, _, thing = key.partition(":")
            _leave_out(left, left.seats[seat], kind, thing)
    return left


def _leave_out(room: Room, seat: Seat, kind: str, thing: str) -> None:
    match kind:
        case "reflection":
            seat.reflections.pop(thing, None)
        case "resolution":
            seat.resolution.clear()
        case _:
            for team in room.teams.values():
                if (run := team.decisions.get(thing)) is None:
                    continue
                if kind == "statement" and run.settled is not None and run.settled.seat == seat.id:
                    run.settled.statement = run.settled.owner = run.settled.reason = None
                for ballot in run.rounds if kind == "reason" else ():
                    if seat.id in ballot.votes:
                        ballot.votes[seat.id].reason = None
