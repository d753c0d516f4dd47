"""Taking one seat's words out of a room's journal: the same versions, the same course, only the words are gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from game_server.room.asked import Asked
from game_server.room.commands import NoteErasure
from game_server.room.decide import decide
from game_server.room.envelope import Event, encode
from game_server.room.events import (
    ClaimAccepted,
    KnockAccepted,
    Knocked,
    PictureAdded,
    PictureChanged,
    SeatClaimed,
    SeatRenamed,
    SeatTaken,
)
from game_server.room.evolve import fold
from game_server.room.marked import blanked, pass_hashes
from game_server.room.marks import ERASED
from game_server.room.refusals import Refused
from game_server.scenario.catalogue import Catalogue


def without_words(events: Sequence[Event], seat: str) -> list[Event]:
    """The events with every `Personal` value of this seat replaced by `marks.ERASED`; others are the same objects."""
    is_its_own = about(events, seat)
    without = [replace(event, fact=blanked(event.fact)) if is_its_own(event) else event for event in events]
    return _without_lines(events, without, seat)


def about(events: Sequence[Event], seat: str) -> Callable[[Event], bool]:
    """Whether an event of this journal is this seat's own.

    A seat's facts are those that name it as `seat` or were asked by it; a claim or a knock is its own when it was
    accepted for it or was made under one of its names.
    """
    claims = {e.fact.claim for e in events if isinstance(e.fact, ClaimAccepted) and e.fact.seat == seat}
    knocks = {e.fact.knock for e in events if isinstance(e.fact, KnockAccepted) and e.fact.seat == seat}
    named = [e.fact for e in events if isinstance(e.fact, (SeatTaken, SeatRenamed)) and e.fact.seat == seat]
    names = {fact.name.casefold() for fact in named}

    def is_its_own(event: Event) -> bool:
        fact = event.fact
        if isinstance(fact, SeatClaimed):
            return fact.claim in claims or fact.name.casefold() in names
        if isinstance(fact, Knocked):
            return fact.knock in knocks or fact.name.casefold() in names
        return event.by == f"seat:{seat}" or getattr(fact, "seat", None) == seat

    return is_its_own


def _without_lines(events: Sequence[Event], without: list[Event], seat: str) -> list[Event]:
    """Who changes a line of the picture says the rest of it again: words stay those of whoever said them first."""
    writers: dict[tuple[str, str, str | None], str | None] = {}
    for place, event in enumerate(events):
        fact = event.fact
        if not isinstance(fact, (PictureAdded, PictureChanged)):
            continue
        said = {"text": fact.text, "source": fact.source}
        is_card = isinstance(fact, PictureAdded) and fact.inject is not None
        writer = None if is_card else fact.seat  # what stands on a card are the story's words
        own = [name for name, words in said.items() if writers.setdefault((fact.item, name, words), writer) == seat]
        again = {name: ERASED for name in own if said[name] is not None}
        without[place] = replace(event, fact=fact.model_copy(update=again)) if again else event
    return without


def erased_journal(events: Sequence[Event], seat: str, epoch: int, at: int, catalogue: Catalogue) -> list[Event]:
    """The whole new journal: without the seat's words, and with the facts that say so at its end.

    `epoch`: the new one; `at`: UTC in ms. Raises Refused `unknown_seat`.
    """
    kept = without_words(events, seat)
    room = fold(kept)
    if seat not in room.seats:
        raise Refused("unknown_seat", field="seat")
    decided = decide(Asked("server", at, NoteErasure(seat=seat, epoch=epoch)), room, catalogue)
    return kept + [Event(room.version + n, at, "server", fact) for n, fact in enumerate(decided.facts, start=1)]


def written(old: Sequence[Event], lines: Sequence[bytes], new: Sequence[Event]) -> list[bytes]:
    """`new` as lines; events that are the same objects as in `old` keep their line to the byte."""
    same = [line if event is before else encode(event) for before, line, event in zip(old, lines, new, strict=False)]
    return same + [encode(event) for event in new[len(old) :]]


def passes_of(events: Sequence[Event]) -> list[str]:
    """Every pass hash that these events bring in, once."""
    return list(dict.fromkeys(one for event in events for one in pass_hashes(event.fact)))
