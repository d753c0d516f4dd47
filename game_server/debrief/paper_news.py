"""The words on the cards: the scenario's, or what the facilitator made of them; and her own news, by round."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from game_server.debrief.names import Names
from game_server.debrief.words import line, typed
from game_server.room.state import Composed, News, Room, Team
from game_server.scenario.model import Inject

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Words:
    """`teams`: who gets these words, where not all teams get the same."""

    sender: str
    subject: str
    body: str
    teams: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """News of the facilitator's own. `minute`: of its round, by the wall clock; `roles`: nobody named is everyone."""

    id: str
    channel: str
    words: Words
    roles: tuple[str, ...]
    game: float | None
    minute: int


def wordings(names: Names, inject: Inject) -> list[Words]:
    """What the teams get: once what is the same for all."""
    planned = Words(
        names.text(inject.sender), names.text(inject.subject) if inject.subject else "", names.text(inject.body)
    )
    getting: dict[Words, list[Team]] = defaultdict(list)
    for team in names.room.teams.values():
        edited = team.news.get(inject.id, News()).edited
        words = planned if edited is None else Words(line(edited.sender), line(edited.subject), typed(edited.body))
        getting[words].append(team)
    if len(getting) < 2:
        return list(getting) or [planned]
    return [replace(words, teams=_named(teams)) for words, teams in getting.items()]


def own_news(names: Names, rounds: list[str]) -> dict[str, list[Own]]:
    """By the round in which it was sent, of those with cards; what was sent in between stands in the one before."""
    found: dict[str, list[Own]] = defaultdict(list)
    for composed in names.room.composed.values():
        getting = [team for team in names.room.teams.values() if composed.id in team.news]
        if not getting or not rounds:
            continue
        news = getting[0].news[composed.id]
        phase, began = _round(names.room, news.at, rounds)
        found[phase].append(_own(names.room, composed, news, getting, max(0, (news.at - began) // MINUTE)))
    return found


def _own(room: Room, composed: Composed, news: News, getting: list[Team], minute: int) -> Own:
    teams = "" if len(getting) == len(room.teams) else _named(getting)
    words = Words(line(composed.sender), line(composed.subject), typed(composed.body), teams)
    return Own(composed.id, composed.channel, words, news.roles, composed.game, minute)


def _round(room: Room, at: int, rounds: list[str]) -> tuple[str, int]:
    """(phase, wall time at which it began)."""
    begun = [run for run in room.phases if run.at <= at and run.id in rounds]
    return (begun[-1].id, begun[-1].at) if begun else (rounds[0], at)


def _named(teams: list[Team]) -> str:
    return ", ".join(line(team.name) for team in teams)
