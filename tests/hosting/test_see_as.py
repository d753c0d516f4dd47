"""A desk that looks through other eyes gets exactly the frames that they get, and is nobody's presence."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.room.commands import TakeDevice
from tests.hosting.play import Game, later
from tests.hosting.virtual import run


def heard(game: Game, socket: str, event: str) -> list[dict[str, Any]]:
    """Apart from the moment and the stream's name, which tells nothing."""
    return [{**frame, "now": 0, "stream": ""} for frame in game.outlet.frames(socket, event)]


async def seated(game: Game) -> tuple[str, str]:
    await game.open(teams=("Natte Meren", "Drogenbroek"))
    mayor, ciso = await game.sit("mayor", "Anna"), await game.sit("ciso", "Bert")
    await game.enter("anna", "pass-Anna")
    await game.enter("bert", "pass-Bert")
    for team in (None, "t1"):
        wanted = TakeDevice(kind="screen", pass_=f"screen-{team}", link="s", team=team)
        await game.host.ask("door", wanted)
        await game.enter(f"screen-{team}", f"screen-{team}")
    await game.enter("desk", "desk")
    return mayor, ciso


async def some_game(game: Game, mayor: str) -> None:
    await game.start()
    await game.say(game.desk, "phase.next", from_="welcome")
    await game.say(game.desk, "inject.release", inject="strange-login", from_="planned")
    await game.say(game.desk, "inject.release", inject="minister-visit", from_="planned")
    await game.say(f"seat:{mayor}", "inject.read", inject="minister-visit")
    await game.say(game.desk, "decision.open", decision="unplug", from_="planned")
    await game.say(f"seat:{mayor}", "vote.cast", decision="unplug", option="watch", reason="Alleen van mij")
    await later(1)
    await game.say(game.desk, "decision.reveal", decision="unplug", from_="open")
    await later(1)


def test_through_a_seats_eyes_or_a_screens_come_exactly_their_frames() -> None:
    async def story() -> None:
        game = Game()
        mayor, ciso = await seated(game)
        shadows = {"anna": mayor, "bert": ciso, "screen-None": "screen", "screen-t1": "screen:t1"}
        for socket, as_ in shadows.items():
            await game.enter(f"as {socket}", "desk", as_=as_)
        await some_game(game, mayor)
        for socket in shadows:
            for event in ("view", "own"):
                assert heard(game, f"as {socket}", event) == heard(game, socket, event), (socket, event)
            assert len(heard(game, socket, "view")) > 2
        assert any("Alleen van mij" in repr(frame) for frame in heard(game, "as anna", "own"))
        assert not any("Alleen van mij" in repr(frame) for frame in heard(game, "as screen-t1", "view"))
        assert not game.outlet.frames("as anna", "presence")

    run(story())


def test_who_is_looked_through_is_not_here_because_of_it() -> None:
    async def story() -> None:
        game = Game()
        mayor, _ = await seated(game)
        game.host.leave("anna")
        await game.enter("as anna", "desk", as_=mayor)
        await later(2)
        assert game.outlet.frames("desk", "presence")[-1]["seats"][mayor] == "away"

    run(story())


@pytest.mark.parametrize("as_", ["screen", "screen:t2"])
def test_what_one_screen_shows_is_not_mixed_with_another(as_: str) -> None:
    async def story() -> None:
        game = Game()
        mayor, _ = await seated(game)
        await game.enter("as", "desk", as_=as_)
        await some_game(game, mayor)
        assert "team" not in game.outlet.frames("as")[0]["view"] if as_ == "screen" else True
        assert (game.outlet.frames("as")[0]["view"].get("team") == "t2") == (as_ == "screen:t2")

    run(story())
