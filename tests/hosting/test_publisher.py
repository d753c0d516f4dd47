"""Who hears what, when, and on which stream."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from game_server.hosting.hub import Hub
from game_server.hosting.streams import stream_name
from game_server.room.refusals import Refused
from tests.hosting.clients import Client
from tests.hosting.play import CODE, FakeOutlet, Game, later
from tests.hosting.test_host import vote, voting
from tests.hosting.virtual import run


async def table(**fields: Any) -> tuple[Game, str, str]:
    """A running game in round 1 with two phones, a desk and a screen listening."""
    game = await Game().open(**fields)
    mayor, ciso = await game.sit("mayor", "Anna"), await game.sit("ciso", "Bert")
    await game.start()
    await game.say(game.desk, "phase.next", from_="welcome")
    await game.enter("anna", "pass-Anna")
    await game.enter("bert", "pass-Bert")
    await game.enter("desk", "desk")
    await later(5)
    for sent in game.outlet.sent.values():
        sent.clear()
    return game, mayor, ciso


async def add(game: Game, seat: str, text: str) -> None:
    await game.say(f"seat:{seat}", "picture.add", kind="fact", text=text)


def test_who_joins_gets_the_whole_view_first_and_then_patches() -> None:
    async def story() -> None:
        game = await Game().open()
        await game.sit("mayor", "Anna")
        await game.enter("anna", "pass-Anna")
        (whole,) = game.outlet.frames("anna")
        (own,) = game.outlet.frames("anna", "own")
        assert "base" not in whole
        assert whole["version"] == own["version"] == await game.host.look(lambda room, _: room.version)
        assert whole["view"]["role"]["id"] == "mayor"
        await game.start()
        patch = game.outlet.frames("anna")[-1]
        assert (patch["stream"], patch["base"]) == (whole["stream"], whole["version"])
        assert patch["view"]["room"]["status"] == "running"
        assert len(game.outlet.frames("anna", "own")) == 1

    run(story())


def test_the_first_change_is_told_at_once_and_further_ones_together() -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        began = game.runtime.monotonic()
        for n in range(5):
            await add(game, mayor, f"regel {n}")
            await later(0.005)
        await later(1)
        moments = [at - began for at in game.outlet.times("bert")]
        assert moments == pytest.approx([0, 0.05], abs=0.001)
        first, rest = game.outlet.frames("bert")
        assert rest["base"] == first["version"]
        assert len(rest["view"]["picture"]) == 4

    run(story())


def test_a_tally_moves_at_most_four_times_a_second_and_ones_own_vote_at_once() -> None:
    async def story() -> None:
        game, chairs = await voting(100)
        await game.enter("phone", "pass-P99")
        await game.enter("desk", "desk")
        await later(5)
        game.outlet.sent.clear()
        began = game.runtime.monotonic()
        for seat in chairs:
            await vote(game, seat)
            await later(0.01)
        await later(1)
        for socket in ("phone", "desk"):
            moments = game.outlet.times(socket)
            assert 5 <= len(moments) <= 6
            assert all(b - a >= 0.249 for a, b in pairwise(moments))
        (own,) = game.outlet.frames("phone", "own")
        assert own["view"]["votes"]["unplug"]["option"] == "watch"
        assert game.outlet.times("phone", "own")[0] - began == pytest.approx(0.99, abs=0.001)
        assert game.outlet.frames("phone")[-1]["view"]["decisions"]["unplug"]["cast"] == 100

    run(story())


def test_what_is_more_than_a_tally_does_not_wait_for_it() -> None:
    async def story() -> None:
        game, chairs = await voting(3)
        await game.enter("phone", "pass-P2")
        await later(5)
        game.outlet.sent.clear()
        await vote(game, chairs[0])
        await later(0.01)
        await vote(game, chairs[1])
        await later(0.01)
        await add(game, chairs[0], "dit wacht niet")
        await later(0.06)
        assert game.outlet.frames("phone")[-1]["view"]["picture"]

    run(story())


def test_only_the_touched_team_is_told() -> None:
    async def story() -> None:
        game, mayor, _ = await table(teams=("Natte Meren", "Droge Polder"))
        await game.sit("mayor", "Cora", "t2")
        await game.enter("cora", "pass-Cora")
        await later(2)
        game.outlet.sent.clear()
        await add(game, mayor, "van ons")
        await later(1)
        assert len(game.outlet.frames("bert")) == 1
        assert game.outlet.frames("cora") == []

    run(story())


def test_what_a_client_still_has_is_not_sent_again() -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        await add(game, mayor, "nieuw")
        await later(1)
        frame, client = game.outlet.frames("anna")[-1], Client()
        await game.enter("anna-2", "pass-Anna")
        for _, event, whole in game.outlet.sent["anna-2"]:
            client.hear(event, whole)
        assert frame["version"] == client.view.version
        await game.enter("anna-3", "pass-Anna", view=client.view.have, own=client.own.have)
        assert game.outlet.sent["anna-3"] == []
        await game.enter("anna-4", "pass-Anna", view=(client.view.stream, client.view.version - 1), own=("x", 9))
        assert [event for _, event, _ in game.outlet.sent["anna-4"]] == ["view", "own"]
        hub = Hub(game.journal, game.runtime, outlet := FakeOutlet())
        game.host = await hub.host(CODE)
        await game.enter("anna-5", "pass-Anna", view=client.view.have, own=client.own.have)
        assert [event for _, event, _ in outlet.sent["anna-5"]] == ["view", "own"]

    run(story())


def test_streams_have_different_names_wherever_equal_numbers_could_mean_different_things() -> None:
    async def story() -> None:
        game, _, _ = await table(teams=("Natte Meren", "Droge Polder"))
        await game.sit("mayor", "Cora", "t2")
        await game.sit("ciso", "Dirk", "t2")
        await game.enter("anna-en", "pass-Anna", language="en")
        for name in ("Cora", "Dirk"):
            await game.enter(name, f"pass-{name}")
        await game.enter("screen", "desk", as_="screen")
        await game.enter("screen-1", "desk", as_="screen:t1")
        for socket in ("anna", "bert", "desk"):
            await game.host.resync(socket)
        names = [frame["stream"] for sent in game.outlet.sent.values() for _, kind, frame in sent if kind == "view"]
        assert len(set(names)) == 8
        other = await Game().open()
        await other.sit("mayor", "Anna")
        assert stream_name("boot-1", CODE, 1, "x") != stream_name("boot-2", CODE, 1, "x")

    run(story())


def test_a_moved_seat_leaves_its_old_stream_before_the_first_frame_of_its_new_one() -> None:
    async def story() -> None:
        game, mayor, ciso = await table()
        await game.say(game.desk, "seat.remove", seat=ciso)
        game.outlet.sent.clear()
        await game.say(game.desk, "seat.move", seat=mayor, role="ciso")
        first = game.outlet.frames("anna")[0]
        assert "base" not in first
        assert first["view"]["role"]["id"] == "ciso"
        await game.say(game.desk, "inject.release", inject="strange-login", from_="planned")
        await later(1)
        assert {frame["stream"] for frame in game.outlet.frames("anna")} == {first["stream"]}
        member = game.host.member("anna")
        assert member is not None
        assert member.audience.role == "ciso"

    run(story())


@pytest.mark.parametrize(
    ("type_", "fields", "code"), [("seat.remove", {"seat": "{mayor}"}, "removed"), ("device.end", {}, "device_ended")]
)
def test_who_has_nothing_to_seek_here_any_more_is_said_goodbye(type_: str, fields: dict[str, str], code: str) -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        socket = "anna" if type_ == "seat.remove" else "desk"
        device = game.desk.partition(":")[2]
        await game.say(game.desk, type_, **({"seat": mayor} if fields else {"device": device}))
        assert game.outlet.sent[socket][-1][1:] == ("bye", {"code": code, "reconnect": False})
        heard = len(game.outlet.sent[socket])
        await later(30)
        assert len(game.outlet.sent[socket]) == heard
        with pytest.raises(Refused, match="unknown_pass"):
            await game.enter("again", "pass-Anna" if type_ == "seat.remove" else "desk")

    run(story())


def test_a_tick_says_what_was_last_sent_to_this_socket() -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        await game.enter("screen", "desk", as_="screen")
        await add(game, mayor, "nieuw")
        await game.say(f"seat:{mayor}", "picture.add", kind="fact", text="nog iets")
        await later(1)
        for socket in ("anna", "desk", "screen"):
            for slot in range(10):
                game.host.tick(slot)
            (tick,) = game.outlet.frames(socket, "tick")
            game.outlet.sent[socket] = [one for one in game.outlet.sent[socket] if one[1] != "tick"]
            await game.host.resync(socket)
            assert tick["view"] == game.outlet.frames(socket)[-1]["version"]
            if socket == "anna":
                assert tick["own"] == game.outlet.frames(socket, "own")[-1]["version"]
            else:
                assert "own" not in tick
            for other in ("anna", "desk", "screen"):
                game.outlet.sent[other] = [one for one in game.outlet.sent[other] if one[1] != "tick"]

    run(story())


def test_every_socket_hears_a_tick_every_ten_seconds_not_all_in_the_same_one() -> None:
    async def story() -> None:
        game = await Game(seed=4).open(seats={"ciso": 100})
        for n in range(40):
            await game.sit("ciso", f"P{n}")
            await game.enter(f"phone{n}", f"pass-P{n}")
        await game.hub.start()
        began = game.runtime.monotonic()
        await later(30.5)
        moments = [game.outlet.times(f"phone{n}", "tick") for n in range(40)]
        assert {len(one) for one in moments} == {3}
        assert len({round(one[0] - began) for one in moments}) >= 5
        await game.hub.close()

    run(story())


def test_presence_is_told_to_desks_and_observers_once_a_second_and_never_in_a_view() -> None:
    async def story() -> None:
        game, mayor, ciso = await table()
        await game.enter("desk-2", "desk")
        (now,) = game.outlet.frames("desk-2", "presence")
        assert now == {"seats": {mayor: "here", ciso: "here"}, "teams": {"t1": 2}}
        await later(2)
        game.outlet.sent.clear()
        for _ in range(20):
            game.host.leave("anna")
            await later(0.05)
            await game.enter("anna", "pass-Anna")
            await later(0.05)
        game.host.leave("anna")
        await later(2)
        moments = game.outlet.times("desk", "presence")
        assert 2 <= len(moments) <= 4
        assert all(b - a >= 0.999 for a, b in pairwise(moments))
        assert game.outlet.frames("desk", "presence")[-1] == {
            "seats": {mayor: "away", ciso: "here"},
            "teams": {"t1": 1},
        }
        assert game.outlet.frames("bert", "presence") == []
        assert game.outlet.frames("desk") == []

    run(story())


def test_a_desk_that_listens_as_a_seat_hears_its_frames_and_is_nobodys_presence() -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        game.host.leave("anna")
        await game.enter("peek", "desk", as_=mayor)
        member = game.host.member("peek")
        assert member is not None
        assert member.silent
        await later(2)
        assert game.outlet.frames("desk", "presence")[-1]["seats"][mayor] == "away"
        await game.enter("anna", "pass-Anna")
        assert game.outlet.frames("peek")[0]["stream"] == game.outlet.frames("anna")[-1]["stream"]
        assert game.outlet.frames("peek", "presence") == []
        for as_ in ("s99", "screen:t9", "desk", "screens"):
            with pytest.raises(Refused, match="bad_request"):
                await game.enter("no", "desk", as_=as_)
        with pytest.raises(Refused, match="bad_request"):
            await game.enter("no", "pass-Anna", as_="screen")

    run(story())


def test_a_view_that_cannot_be_built_silences_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        stream = next(s for s in game.host._publisher._streams.values() if "bert" in s.sockets and s.event == "view")

        def broken(_: Any) -> Any:
            raise ZeroDivisionError

        look = stream._look
        stream._look = broken
        await add(game, mayor, "nieuw")
        await later(1)
        assert (len(game.outlet.frames("anna")), len(game.outlet.frames("bert"))) == (1, 0)
        stream._look = look
        await add(game, mayor, "meer")
        await later(1)
        assert len(game.outlet.frames("bert")[-1]["view"]["picture"]) == 2

    run(story())


def test_a_socket_that_left_hears_nothing_more() -> None:
    async def story() -> None:
        game, mayor, _ = await table()
        game.host.leave("bert")
        game.host.leave("bert")
        await add(game, mayor, "nieuw")
        await asyncio.sleep(2)
        assert game.outlet.frames("bert") == []

    run(story())
