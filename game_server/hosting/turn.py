"""One turn of a room: all commands that wait, decided one after another against the state as it evolves."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

from game_server.hosting.answers import Answer, Failed, Outcome, Waiting
from game_server.room.asked import Asked, Decided
from game_server.room.decide import decide
from game_server.room.envelope import Event, encode
from game_server.room.evolve import evolve
from game_server.room.marked import pass_hashes
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

_log = logging.getLogger(__name__)


class Spoilt(Exception):
    """A bug left the room half evolved: fold it anew. The command that did it is marked `broken`."""


@dataclass(slots=True)
class Turn:
    """What to append, and what to say to each asker once that is on disk."""

    events: list[Event] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    passes: list[str] = field(default_factory=list)
    outcomes: list[tuple[Waiting, Outcome]] = field(default_factory=list)


def take_turn(batch: Iterable[Waiting], room: Room, catalogue: Catalogue, at: int) -> Turn:
    """Decides the batch in order and evolves `room`, which is then ahead of the journal. Raises Spoilt.

    `at`: UTC in ms, at least `room.at`. A bug in one command's rules is that command's own trouble.
    """
    turn = Turn()
    for waiting in batch:
        try:
            outcome: Outcome = _decide(waiting, room, catalogue, at, turn)
        except Refused as refused:
            outcome = refused
        except Spoilt:
            raise
        except Exception as error:
            _log.exception("%s failed in room %s", type(waiting.command).__name__, room.code)
            outcome = Failed()
            outcome.__cause__ = error
        turn.outcomes.append((waiting, outcome))
    return turn


def _decide(waiting: Waiting, room: Room, catalogue: Catalogue, at: int, turn: Turn) -> Outcome:
    if waiting.broken:
        return Failed()
    if waiting.holder is not None and not _holds(room, waiting.holder, waiting.by):
        raise Refused("unknown_pass")
    asked = Asked(waiting.by, at, waiting.command)
    if asked.cmd is not None and (waiting.by, asked.cmd) in room.answers:
        return Answer(*room.answers[waiting.by, asked.cmd])
    decided = decide(asked, room, catalogue)
    events = _events(asked, decided, room.version)
    lines = [encode(event) for event in events]
    try:
        for event in events:
            evolve(room, event)
    except Exception as error:
        _log.exception("%s was decided but did not evolve in room %s", type(waiting.command).__name__, room.code)
        waiting.broken = True
        raise Spoilt from error
    turn.events += events
    turn.lines += lines
    turn.passes += [one for event in events for one in pass_hashes(event.fact)]
    return Answer(room.version, decided.result)


def _holds(room: Room, holder: str, by: str) -> bool:
    kind, id_ = room.passes.get(holder, ("", ""))
    return by == f"{kind}:{id_}"


def _events(asked: Asked, decided: Decided, version: int) -> list[Event]:
    last = len(decided.facts)
    return [
        Event(version + n, asked.at, asked.by, fact, asked.cmd, decided.result if n == last else None)
        for n, fact in enumerate(decided.facts, start=1)
    ]
