"""A fork: the same course up to a moment, nobody's words in it, every chair empty."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_server.hosting.forking import Wanted, forked
from game_server.room.envelope import Event, decode, encode
from game_server.room.events import RoomOpened
from game_server.room.evolve import fold
from game_server.room.marked import marked, pass_hashes
from game_server.room.marks import ERASED
from game_server.room.refusals import Refused
from game_server.room.state import Room
from tests.debrief.phrases import Words
from tests.debrief.sessions import FIVE, THREE, Sitting

LATER = 1_800_000_000_000
CANARY = "kanarie"


def words(*place: str) -> str:
    return f"{CANARY} {' '.join(place)}"


@cache
def played() -> Sitting:
    said: Words = words
    return Sitting((FIVE, THREE), words=said, title=f"{CANARY} titel").play()


def wanted(version: int | None = None, teams: tuple[str, ...] = ("Een", "Twee")) -> Wanted:
    return Wanted("ABCD1234", "Nog eens", teams, ("f2", "s2", "o2"), version)


def fork(version: int | None = None, events: list[Event] | None = None) -> list[Event]:
    return forked(events or played().events, wanted(version), LATER, played().catalogue)


@pytest.mark.parametrize("version", [0, -1, 10_000_000])
def test_there_is_no_fork_of_what_never_was(version: int) -> None:
    with pytest.raises(Refused, match="unknown_moment"):
        fork(version)


def test_every_team_needs_a_name() -> None:
    with pytest.raises(Refused, match="unknown_team"):
        forked(played().events, wanted(teams=("Een",)), LATER, played().catalogue)


def test_facts_that_were_decided_together_stay_together() -> None:
    events = played().events
    started = next(one for one in events if one.fact.type == "room_started")
    room = fold(fork(started.version))
    assert room.phase is not None
    assert room.phase.id == played().catalogue.phase_order[0]


def test_a_fork_of_a_fork_is_a_fork_of_the_first_fork() -> None:
    once = fork(60)
    twice = forked(once, replace(wanted(), code="EFGH5678"), LATER + 60_000, played().catalogue)
    room = fold(twice)
    assert room.forked is not None
    assert (room.code, room.forked.of) == ("EFGH5678", "ABCD1234")


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 100_000))
def test_a_fork_folds_to_the_same_game_without_a_word(place: int) -> None:
    events = played().events
    new = fork(1 + place % len(events))
    ends = next(at for at, one in enumerate(new) if one.fact.type == "room_forked")
    before, after = fold(events[:ends]), fold(decode(encode(one)) for one in new)
    assert [one.version for one in new] == list(range(1, len(new) + 1))
    assert [one.at for one in new] == sorted(one.at for one in new)
    assert course(before) == course(after)
    assert after.status in ("lobby", "paused")
    assert not any(team.seats for team in after.teams.values())
    assert not after.passes
    assert not after.answers
    assert_wordless(new)


def course(room: Room) -> object:
    """Everything that a game is, without who said it in which words, and at what o'clock."""
    return (
        room.phase and (room.phase.id, room.phase.session, room.phase.starts),
        [(phase.id, phase.session) for phase in room.phases],
        room.clock.at(room.at),
        {team.id: _team(room, team.id) for team in room.teams.values()},
        sorted(room.composed),
        sorted(room.notes),
    )


def _team(room: Room, id_: str) -> object:
    team = room.teams[id_]
    decisions = {
        name: (
            run.state,
            run.talk,
            run.settled and (run.settled.way, run.settled.option, run.settled.role),
            [{seat: vote.option for seat, vote in one.votes.items()} for one in run.rounds if one.closed_at],
        )
        for name, run in team.decisions.items()
    }
    news = {name: (one.state, one.roles, one.order, one.shared and one.shared[1:]) for name, one in team.news.items()}
    picture = {name: (one.kind, one.struck, one.order, one.inject) for name, one in team.picture.items()}
    return decisions, news, picture, team.indicators, team.terms, team.lapsed, list(team.rungs)


def assert_wordless(events: list[Event]) -> None:
    assert CANARY.encode() not in b"\n".join(map(encode, events))
    for event in events:
        assert event.cmd is None
        if isinstance(event.fact, RoomOpened) or getattr(event.fact, "item", "").startswith("k"):
            continue
        said = [getattr(event.fact, name) for name in marked(type(event.fact), "personal")]
        assert set(said) <= {ERASED, None}
        assert not [one for one in pass_hashes(event.fact) if len(one) == 64]
