"""Looking back: a replayed moment is what the screen saw at that version, and nothing else."""

from __future__ import annotations

from typing import Any

import orjson

from game_server.hosting.loading import load_room
from game_server.hosting.lookback import Past
from game_server.room.commands import TakeDevice
from game_server.room.evolve import fold
from game_server.views import Audience, view
from tests.hosting.clients import Client
from tests.hosting.play import Game, later
from tests.hosting.virtual import run

ROOM = Audience("screen", "nl")


async def played() -> tuple[Game, dict[str, Client]]:
    """A team in its debrief after half an hour, with a private message that was never shared, and two screens."""
    game = await Game().open()
    mayor, ciso = await game.sit("mayor", "Anna"), await game.sit("ciso", "Bert")
    await game.host.ask("door", TakeDevice(kind="screen", pass_="screen", link="s"))
    await game.host.ask("door", TakeDevice(kind="screen", pass_="own", link="s", team="t1"))
    await game.start()
    await later(60)
    await game.say(game.desk, "phase.next", from_="welcome")
    for inject in ("strange-login", "slow-desk"):
        await later(120)
        await game.say(game.desk, "inject.release", inject=inject, from_="planned")
    await later(120)
    await game.say(game.desk, "decision.open", decision="unplug", from_="planned")
    for seat in (mayor, ciso):
        await later(60)
        await game.say(f"seat:{seat}", "vote.cast", decision="unplug", option="watch", reason="GEHEIM")
    await game.say(game.desk, "decision.reveal", decision="unplug", from_="open")
    await later(600)
    await game.say(game.desk, "room.debrief")
    clients = {"screen": Client(), "own": Client(), "anna": Client()}
    game.outlet.deliver = lambda socket, event, frame: clients[socket].hear(event, frame)
    await game.enter("screen", "screen")
    await game.enter("own", "own")
    await game.enter("anna", "pass-Anna")
    return game, clients


def without_mark(shown: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in shown.items() if key != "lookback"}


async def past_of(game: Game) -> tuple[Past, list[Any]]:
    loaded = await load_room(game.journal, game.runtime, game.host.code)
    return Past(loaded.events), loaded.events


def test_every_replayed_moment_is_what_the_view_was_at_that_version() -> None:
    async def story() -> None:
        game, clients = await played()
        past, events = await past_of(game)
        await game.say(game.desk, "debrief.show", step="timeline")
        end = await game.host.look(lambda room, _: room.clock.base)
        seen = set()
        for at in [*range(0, end + 1, 47_000), end, 130_000]:
            await game.say(game.desk, "replay.show", moment=at)
            await later(1)
            version = past.version_at(at)
            seen.add(version)
            for socket, audience in (("screen", ROOM), ("own", Audience("screen", "nl", "t1"))):
                shown = clients[socket].view.view
                then = view(audience, fold(events[:version]), game.host.catalogue)
                assert orjson.loads(orjson.dumps(then)) == without_mark(shown)
                assert shown["lookback"]["session"] == at
                assert clients[socket].view.version == version
            assert "lookback" not in clients["anna"].view.view, "a phone stays where it is"
        assert len(seen) > 5

    run(story())


def test_nothing_private_comes_on_the_screen_by_replaying() -> None:
    async def story() -> None:
        game, clients = await played()
        private = game.scenario.phases[1].injects[1]
        assert private.id == "strange-login" and private.to
        await game.say(game.desk, "debrief.show", step="timeline")
        await game.say(game.desk, "replay.show", moment=0, speed=16)
        for _ in range(200):
            await later(1)
            for socket in ("screen", "own"):
                held = orjson.dumps(clients[socket].view.view).decode()
                assert "GEHEIM" not in held and private.body["nl"] not in held

    run(story())


def test_a_replay_goes_on_by_itself_in_small_frames_and_stops_at_the_end() -> None:
    async def story() -> None:
        game, clients = await played()
        past, events = await past_of(game)
        await game.say(game.desk, "debrief.show", step="timeline")
        await game.say(game.desk, "replay.show", moment=0, speed=8)
        await later(0.1)
        began = len(game.outlet.frames("screen"))
        end = await game.host.look(lambda room, _: room.clock.base)
        await later(end / 8000 + 5)
        frames = game.outlet.frames("screen")[began:]
        assert frames
        assert all("base" in frame for frame in frames), "one take is one whole view, and patches"
        assert clients["screen"].view.version == past.versions[-1]
        then = view(ROOM, fold(events[: past.versions[-1]]), game.host.catalogue)
        assert orjson.loads(orjson.dumps(then)) == without_mark(clients["screen"].view.view)
        assert not clients["screen"].resync
        quiet = len(game.outlet.frames("screen"))
        await later(60)
        assert len(game.outlet.frames("screen")) == quiet
        assert not game.runtime.failures

    run(story())


def test_the_screens_come_back_to_now_whatever_ends_the_replay() -> None:
    async def story() -> None:
        game, clients = await played()
        await game.say(game.desk, "debrief.show", step="timeline")
        for end, fields in (
            ("replay.show", {}),
            ("debrief.show", {"step": "facts"}),
            ("room.pause", {"incident": True}),
        ):
            await game.say(game.desk, "replay.show", moment=200_000, speed=1)
            await later(1)
            assert "lookback" in clients["screen"].view.view
            await game.say(game.desk, end, **fields)
            await later(1)
            now = await game.host.look(lambda room, catalogue: view(ROOM, room, catalogue))
            assert clients["screen"].view.view == orjson.loads(orjson.dumps(now))
        assert clients["screen"].view.view["room"]["pause"]["incident"]

    run(story())


def test_who_comes_while_the_others_look_back_looks_back_too() -> None:
    async def story() -> None:
        game, clients = await played()
        await game.say(game.desk, "debrief.show", step="timeline")
        await game.say(game.desk, "replay.show", moment=200_000, speed=2)
        await later(1)
        late = clients["late"] = Client()
        await game.enter("late", "screen")
        assert late.view.view["lookback"]["speed"] == 2
        await later(100)
        assert late.view.view == clients["screen"].view.view
        await game.host.resync("late")
        assert not late.resync

    run(story())


def test_an_erased_seat_is_erased_in_the_past_too() -> None:
    async def story() -> None:
        game, clients = await played()
        await game.say(game.desk, "debrief.show", step="timeline")
        await game.say(game.desk, "replay.show", moment=700_000)
        await later(1)
        assert "lookback" in clients["screen"].view.view
        await game.hub.erase_seat(game.host.code, "s3")
        await later(1)
        assert "lookback" in clients["screen"].view.view
        assert not game.runtime.failures

    run(story())
