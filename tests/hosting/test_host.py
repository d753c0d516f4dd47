"""One queue, one order: what is acked is on disk, and one command's trouble is nobody else's."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from game_server.hosting import host as hosting_host
from game_server.hosting import turn as hosting_turn
from game_server.hosting.answers import Answer, Failed, Unreadable
from game_server.hosting.hub import Hub
from game_server.journal.base import NoRoom, NotStored
from game_server.room.commands import ClaimSeat, RemoveSeat
from game_server.room.decide import decide
from game_server.room.envelope import decode
from game_server.room.evolve import evolve
from game_server.room.refusals import Refused
from tests.hosting.play import CODE, FakeOutlet, Game, HeldJournal, later
from tests.hosting.virtual import run


async def voting(seats: int = 2, journal: Any = None) -> tuple[Game, list[str]]:
    """A game with its first ballot open, and so many people at the table."""
    game = await Game(journal).open(seats={"ciso": 600})
    chairs = [await game.sit("ciso", f"P{n}") for n in range(seats)]
    await game.start()
    await game.say(game.desk, "phase.next", from_="welcome")
    await game.say(game.desk, "decision.open", decision="unplug", from_="planned")
    return game, chairs


async def vote(game: Game, seat: str, option: str = "watch", id_: str | None = None) -> Answer:
    command = game.command(f"seat:{seat}", "vote.cast", {"decision": "unplug", "option": option}, id_)
    return await game.host.ask(f"seat:{seat}", command)


async def stored(game: Game, kind: str = "vote_cast") -> int:
    lines = (await game.journal.read(CODE)).lines
    return sum(decode(line).fact.type == kind for line in lines)


def test_an_ack_comes_only_after_the_append_has_ended() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        game.journal.gate.clear()
        asked = asyncio.create_task(vote(game, seat))
        await later(0.5)
        assert not asked.done()
        assert await stored(game) == 0
        game.journal.gate.set()
        answer = await asked
        assert await stored(game) == 1
        assert answer.version == len((await game.journal.read(CODE)).lines)

    run(story())


def test_nobody_sees_what_is_not_on_disk_yet() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await game.enter("phone", "pass-P0")
        before = len(game.outlet.sent["phone"])
        game.journal.gate.clear()
        asked = asyncio.create_task(vote(game, seat))
        await later(0.5)
        looked = asyncio.create_task(game.host.look(lambda room, _: room.version))
        entered = asyncio.create_task(game.enter("late", "pass-P1"))
        await later(0.5)
        assert not looked.done()
        assert not entered.done()
        assert len(game.outlet.sent["phone"]) == before
        game.journal.gate.set()
        assert await looked == (await asked).version

    run(story())


def test_five_hundred_votes_share_a_few_appends() -> None:
    async def story() -> None:
        journal = HeldJournal()
        game, chairs = await voting(500, journal)
        journal.delay = 0.001
        journal.appends.clear()
        answers = await asyncio.gather(*(vote(game, seat) for seat in chairs))
        assert len({answer.version for answer in answers}) == 500
        assert sum(journal.appends) == 500
        assert len(journal.appends) <= 3
        assert await game.host.look(lambda room, _: len(room.teams["t1"].decisions["unplug"].rounds[-1].votes)) == 500

    run(story())


def test_a_repeated_command_gets_the_same_answer_and_has_one_effect() -> None:
    async def story() -> None:
        game, (seat, other) = await voting()
        first, again = await asyncio.gather(vote(game, seat, id_="same"), vote(game, seat, id_="same"))
        assert first == again == await vote(game, seat, id_="same")
        assert await stored(game) == 1
        assert (await vote(game, other, id_="same")).version == first.version + 1
        other_hub = Hub(game.journal, game.runtime, FakeOutlet())
        game.host = await other_hub.host(CODE)
        assert await vote(game, seat, id_="same") == first

    run(story())


def test_a_command_that_changes_nothing_leaves_no_trace() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        version = (await vote(game, seat)).version
        game.journal.appends.clear()
        assert (await vote(game, seat)).version == version
        assert game.journal.appends == []

    run(story())


@pytest.mark.parametrize("trouble", ["full", "silent"])
def test_a_journal_that_does_not_answer_is_not_stored_within_two_seconds(trouble: str) -> None:
    async def story() -> None:
        game, (seat, other) = await voting()
        game.journal.full = trouble == "full"
        if trouble == "silent":
            game.journal.gate.clear()
        began = game.runtime.monotonic()
        asked = [asyncio.create_task(vote(game, seat, id_="v1"))]
        await later(1.0 if trouble == "silent" else 0)
        asked.append(asyncio.create_task(vote(game, other, id_="v2")))
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [NotStored, NotStored]
        assert game.runtime.monotonic() - began < 2
        game.journal.full = False
        game.journal.gate.set()
        assert await game.host.look(lambda room, _: room.teams["t1"].decisions["unplug"].rounds[-1].votes) == {}
        await vote(game, seat, id_="v1")
        await vote(game, other, id_="v2")
        assert await stored(game) == 2

    run(story())


def test_a_lost_turn_is_made_good_without_anybody_asking() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await game.enter("phone", "pass-P0")
        game.journal.full = True
        with pytest.raises(NotStored):
            await vote(game, seat)
        game.journal.full = False
        await later(1)
        game.outlet.sent["phone"].clear()
        await game.host.resync("phone")
        assert game.outlet.frames("phone", "own")[0]["view"]["votes"] == {}
        await vote(game, seat)
        await later(1)
        assert game.outlet.frames("phone", "own")[-1]["view"]["votes"]["unplug"]["option"] == "watch"

    run(story())


def test_a_write_that_landed_after_all_is_answered_when_asked_again() -> None:
    """The journal was too slow to say yes, but it was stored: the same id gets the answer, and no second effect."""

    async def story() -> None:
        game, (seat, _) = await voting()

        class Late(HeldJournal):
            async def append(self, *args: Any) -> None:
                await super().append(*args)
                await asyncio.sleep(60)

        late = Late()
        late.__dict__.update(game.journal.__dict__)
        game.host._journal = late
        with pytest.raises(NotStored):
            await vote(game, seat, id_="v1")
        game.host._journal = game.journal
        answer = await vote(game, seat, id_="v1")
        assert await stored(game) == 1
        assert answer.version == len((await game.journal.read(CODE)).lines)

    run(story())


def test_two_processes_on_one_journal_agree() -> None:
    async def story() -> None:
        game, chairs = await voting(10)
        twin = await Hub(game.journal, game.runtime, outlet := FakeOutlet()).host(CODE)
        await twin.enter("far", "pass-P9")
        hosts = [game.host, twin]
        for n, seat in enumerate(chairs):
            game.host = hosts[n % 2]
            await vote(game, seat, id_=f"v{n}")
        for host in hosts:
            game.host = host
            await vote(game, chairs[0], "all-off", id_="last")
        assert await stored(game) == 11
        for host in hosts:
            game.host = host
            await vote(game, chairs[1], "all-off")
        rooms = [await host.look(lambda room, _: room) for host in hosts]
        assert rooms[0] == rooms[1]
        await later(1)
        decision = outlet.frames("far")[-1]["view"]["decisions"]["unplug"]
        assert decision["cast"] == 10

    run(story())


def test_of_two_who_exclude_each_other_in_one_batch_one_is_stale() -> None:
    async def story() -> None:
        game, _ = await voting()
        closing = [game.command(game.desk, "decision.close", {"decision": "unplug", "from_": "open"}) for _ in range(2)]
        outcomes = await asyncio.gather(*(game.host.ask(game.desk, one) for one in closing), return_exceptions=True)
        assert isinstance(outcomes[0], Answer)
        assert isinstance(outcomes[1], Refused)
        assert outcomes[1].code == "stale"

    run(story())


def test_a_bug_in_one_command_does_not_harm_the_others_of_its_batch(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        game, chairs = await voting(3)

        def bad_decide(asked: Any, room: Any, catalogue: Any) -> Any:
            if asked.cmd == "bad-decide":
                raise ZeroDivisionError
            return decide(asked, room, catalogue)

        def bad_evolve(room: Any, event: Any) -> Any:
            evolve(room, event)
            if event.cmd == "bad-evolve":
                raise ZeroDivisionError
            return room

        monkeypatch.setattr(hosting_turn, "decide", bad_decide)
        monkeypatch.setattr(hosting_turn, "evolve", bad_evolve)
        ids = ["fine-1", "bad-evolve", "bad-decide", "fine-2"]
        seats = [chairs[0], chairs[1], chairs[1], chairs[2]]
        outcomes = await asyncio.gather(
            *(vote(game, seat, id_=id_) for seat, id_ in zip(seats, ids, strict=True)), return_exceptions=True
        )
        assert [type(outcome) for outcome in outcomes] == [Answer, Failed, Failed, Answer]
        assert await game.host.look(lambda room, _: set(room.teams["t1"].decisions["unplug"].rounds[-1].votes)) == {
            chairs[0],
            chairs[2],
        }
        assert await stored(game) == 2

    run(story())
    assert "CastVote failed in room" in caplog.text


def test_a_pass_that_counts_no_more_gives_no_voice_even_when_already_queued() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        removing = game.host.ask(game.desk, RemoveSeat(id="r1", type="seat.remove", seat=seat))
        command = game.command(f"seat:{seat}", "vote.cast", {"decision": "unplug", "option": "watch"})
        voted = game.host.ask(f"seat:{seat}", command, holder="pass-P0")
        outcomes = await asyncio.gather(removing, voted, return_exceptions=True)
        assert isinstance(outcomes[1], Refused)
        assert outcomes[1].code == "unknown_pass"

    run(story())


def test_an_accepted_claim_gives_the_chair_to_the_new_device_and_ends_the_old_one() -> None:
    async def story() -> None:
        game = await Game().open()
        seat = await game.sit("mayor", "Anna")
        await game.enter("old", "pass-Anna")
        await game.host.ask("door", ClaimSeat(pass_="new-pass", name="Anna", team="t1", role="mayor"))
        with pytest.raises(Refused, match="claim_waiting"):
            await game.enter("new", "new-pass")
        claim = await game.host.look(lambda room, _: next(iter(room.claims)))
        await game.say(game.desk, "claim.accept", claim=claim)
        assert game.outlet.sent["old"][-1][1:] == ("bye", {"code": "taken_over", "reconnect": False})
        await game.enter("new", "new-pass")
        member = game.host.member("new")
        assert member is not None
        assert member.by == f"seat:{seat}"
        assert game.host.member("old") is None

    run(story())


def test_a_deadline_is_raised_by_itself_and_before_a_late_command() -> None:
    async def story() -> None:
        game, _ = await voting()
        await game.say(game.desk, "decision.open", decision="tell-council", from_="planned")
        await later(59)
        assert await stored(game, "deadline_reached") == 0
        await later(2)
        assert await stored(game, "deadline_reached") == 1
        assert game.runtime.failures == []

    run(story())


def test_what_fell_due_while_nobody_was_there_is_raised_at_the_first_turn() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await game.say(game.desk, "decision.open", decision="tell-council", from_="planned")
        await game.hub.close()
        await later(300)
        assert await stored(game, "deadline_reached") == 0
        hub = Hub(game.journal, game.runtime, FakeOutlet())
        game.host = await hub.host(CODE)
        await vote(game, seat)
        kinds = [decode(line).fact.type for line in (await game.journal.read(CODE)).lines]
        assert kinds[-2:] == ["deadline_reached", "vote_cast"]

    run(story())


def test_time_on_events_never_goes_back_and_knows_no_jumps() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        game.runtime.jump = -3_600_000
        await vote(game, seat)
        game.runtime.jump = 7_200_000
        await vote(game, seat, "all-off")
        hub = Hub(game.journal, game.runtime, FakeOutlet())
        game.runtime.jump = -7_200_000
        game.host = await hub.host(CODE)
        await vote(game, seat, "watch")
        times = [decode(line).at for line in (await game.journal.read(CODE)).lines]
        assert times == sorted(times)
        assert times[-1] - times[0] < 60_000

    run(story())


def test_a_session_goes_on_when_the_clock_was_set_back_between_two_servers() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await vote(game, seat)
        last = await game.host.look(lambda room, _: room.at)
        game.runtime.jump = -3_600_000
        host = await Hub(game.journal, game.runtime, FakeOutlet()).host(CODE)
        await later(60)
        assert last + 60_000 <= host.now() < last + 61_000

    run(story())


def test_a_room_in_which_a_newer_version_wrote_is_let_go() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await game.enter("phone", "pass-P0")
        epoch, lines = await game.journal.read(CODE)
        newer = lines[-1].replace(b'"schema":1', b'"schema":99')
        await game.journal.append(CODE, len(lines), epoch, [newer], [])
        with pytest.raises(Unreadable):
            await vote(game, seat)
        assert game.outlet.sent["phone"][-1][1] == "bye"
        assert game.hub.live == []
        with pytest.raises(Unreadable):
            await game.hub.host(CODE)
        assert game.hub.unreadable == 1
        assert len((await game.journal.read(CODE)).lines) == len(lines) + 1

    run(story())


def test_a_room_that_was_destroyed_elsewhere_is_gone_here() -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        await game.enter("phone", "pass-P0")
        await game.journal.destroy(CODE)
        with pytest.raises(NotStored):
            await vote(game, seat)
        assert game.outlet.sent["phone"][-1][1:] == ("bye", {"code": "gone", "reconnect": False})
        with pytest.raises(NoRoom):
            await game.hub.host(CODE)

    run(story())


def test_a_queue_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        game, (seat, _) = await voting()
        monkeypatch.setattr(hosting_host, "MOST_WAITING", 3)
        outcomes = await asyncio.gather(*(vote(game, seat) for _ in range(5)), return_exceptions=True)
        assert [type(outcome) for outcome in outcomes].count(NotStored) == 2

    run(story())
