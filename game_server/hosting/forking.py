"""A new room from a moment of another: the same course up to there, nobody's words, every chair empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game_server.room.asked import Asked
from game_server.room.cards import printed
from game_server.room.commands import ForkRoom
from game_server.room.decide import decide
from game_server.room.envelope import Event
from game_server.room.events import AnyFact, PictureAdded, PictureChanged, RoomOpened
from game_server.room.evolve import fold
from game_server.room.marked import blanked, without_secrets
from game_server.room.refusals import Refused
from game_server.scenario.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Wanted:
    """The new room. `version`: the moment (None: the last); `teams`: a name for each; `links`: hashes, as `OpenRoom`.

    Whether it leaves counts is asked anew.
    """

    code: str
    title: str
    teams: tuple[str, ...]
    links: tuple[str, str, str]
    version: int | None = None


def forked(events: Sequence[Event], wanted: Wanted, at: int, catalogue: Catalogue) -> list[Event]:
    """The new room's events, as if that moment were now (`at`, wall ms). Raises Refused.

    Versions stay, so that what is numbered by them stays; command ids and answers go, because clients made them.
    """
    kept = events[: _whole_turn(events, wanted.version)]
    opened = kept[0].fact
    if not isinstance(opened, RoomOpened):
        raise Refused("unknown_moment", field="version")
    if len(wanted.teams) != len(opened.teams):
        raise Refused("unknown_team", field="teams")
    later = at - kept[-1].at
    facts = list(without_secrets(blanked(event.fact) for event in kept))
    _print_cards(facts, opened.language, catalogue)
    facts[0] = _reopened(opened, wanted)
    copied = [
        replace(event, at=event.at + later, fact=fact, cmd=None, result=None)
        for event, fact in zip(kept, facts, strict=True)
    ]
    asked = Asked("server", at, ForkRoom(of=opened.code, links=wanted.links))
    room = fold(copied)
    ends = decide(asked, room, catalogue).facts
    return copied + [Event(room.version + n, at, "server", fact) for n, fact in enumerate(ends, start=1)]


def _print_cards(facts: list[AnyFact], language: str, catalogue: Catalogue) -> None:
    """What stands on a shared card are the story's words, not a person's: they come back."""
    cards: dict[tuple[str, str], str] = {}
    for place, fact in enumerate(facts):
        if isinstance(fact, PictureAdded) and fact.inject in catalogue.injects:
            cards[fact.team, fact.item] = fact.inject
        if isinstance(fact, PictureAdded | PictureChanged) and (fact.team, fact.item) in cards:
            text, source = printed(cards[fact.team, fact.item], language, catalogue)
            facts[place] = fact.model_copy(update={"text": text, "source": source})


def _whole_turn(events: Sequence[Event], version: int | None) -> int:
    """Facts that were decided together stay together: a phase without its beginning is no moment."""
    version = len(events) if version is None else version
    if not 1 <= version <= len(events):
        raise Refused("unknown_moment", field="version")
    asked = events[version - 1]
    while version < len(events) and (events[version].at, events[version].by) == (asked.at, asked.by):
        version += 1
    return version


def _reopened(opened: RoomOpened, wanted: Wanted) -> RoomOpened:
    teams = tuple(team.model_copy(update={"name": name}) for team, name in zip(opened.teams, wanted.teams, strict=True))
    unknown = opened.links.model_copy(update=dict.fromkeys(type(opened.links).model_fields, "secret-0"))
    again = {"code": wanted.code, "title": wanted.title, "teams": teams, "links": unknown, "epoch": 1}
    return opened.model_copy(update={**again, "when": None, "series": False, "mirror": False})
