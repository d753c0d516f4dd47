"""Erasing one seat: its words are gone from every file, fold and view; everything else stands."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, get_args

import pytest

from game_server.debrief.calendar import resolution_ics
from game_server.hosting.erasure import without_words
from game_server.hosting.hub import Hub
from game_server.hosting.runtime import RealRuntime
from game_server.journal.base import NoRoom, NotStored
from game_server.room.commands import ClaimSeat, TakeSeat
from game_server.room.envelope import Event, decode
from game_server.room.events import AnyFact, ResolutionWritten, SeatTaken, VoteCast
from game_server.room.evolve import fold
from game_server.room.marked import marked, pass_hashes
from game_server.room.marks import ERASED
from game_server.room.refusals import Refused
from game_server.views import own
from tests.hosting.play import CODE, FakeOutlet, Game, HeldJournal, later
from tests.hosting.virtual import run
from tests.journal.stores import on_disk, sqlite

CANARY = "Kanariepiet"


async def spoken(game: Game) -> tuple[str, str]:
    """A game in which Anna left words in every place where a seat can, and Bert said something too."""
    await game.open(seats={"mayor": 2})
    anna = await game.sit("mayor", f"{CANARY} Anna", pass_="pass-Anna")
    bert = await game.sit("ciso", "Bert")
    await game.start()
    await game.say(game.desk, "phase.next", from_="welcome")
    by = f"seat:{anna}"
    item = (await game.say(by, "picture.add", kind="fact", text=f"{CANARY} 1", source=f"{CANARY} 2"))["item"]
    await game.say(by, "picture.change", item=item, text=f"{CANARY} 3")
    await game.say(game.desk, "seat.rename", seat=anna, name=f"{CANARY} B")
    await game.host.ask("door", ClaimSeat(pass_="claimer", name=f"{CANARY} b", team="t1", role="mayor"))
    await game.say(game.desk, "admission.on")
    await game.host.ask("door", TakeSeat(pass_="waits", name=f"{CANARY} anna", team="t1", role="mayor"))
    await game.host.ask("door", ClaimSeat(pass_="other", name="Cora", team="t1", role="mayor"))
    await game.say(game.desk, "decision.open", decision="unplug", from_="planned")
    await game.say(by, "vote.cast", decision="unplug", option="watch", confidence=4, reason=f"{CANARY} 5")
    await game.say(f"seat:{bert}", "vote.cast", decision="unplug", option="all-off", reason="Berts reden")
    await game.say(game.desk, "decision.reveal", decision="unplug", from_="open")
    await game.say(
        by, "decision.settle", decision="unplug", option="watch", owner=f"{CANARY} 6", statement=f"{CANARY}7"
    )
    await game.say(by, "reflection.write", question="facts", text=f"{CANARY} 8")
    words = {"text": f"{CANARY} 9", "with_": f"{CANARY} 10", "by_": f"{CANARY} 11", "first_step": f"{CANARY} 12"}
    await game.say(by, "resolution.write", **words)
    return anna, bert


async def events(game: Game) -> list[Event]:
    return [decode(line) for line in (await game.journal.read(CODE)).lines]


def test_only_the_words_of_that_seat_are_replaced() -> None:
    async def story() -> None:
        game = Game()
        anna, bert = await spoken(game)
        before = await events(game)
        await game.hub.erase_seat(CODE, anna)
        after = await events(game)
        assert CANARY not in repr(after)
        assert [e.version for e in after] == list(range(1, len(before) + 2))
        assert after[-1].fact.type == "seat_erased"
        changed = [b.fact.type for b, a in zip(before, after, strict=False) if a != b]
        assert sorted(set(changed)) == [
            "decision_settled",
            "knocked",
            "picture_added",
            "picture_changed",
            "reflection_written",
            "resolution_written",
            "seat_claimed",
            "seat_renamed",
            "seat_taken",
            "vote_cast",
        ]
        assert changed.count("seat_claimed") == changed.count("vote_cast") == changed.count("seat_taken") == 1
        votes = [e.fact for e in after if isinstance(e.fact, VoteCast)]
        assert [(v.seat, v.option, v.confidence, v.reason) for v in votes] == [
            (anna, "watch", 4, ERASED),
            (bert, "all-off", None, "Berts reden"),
        ]
        (resolution,) = [e.fact for e in after if isinstance(e.fact, ResolutionWritten)]
        assert resolution == ResolutionWritten(seat=anna, text=ERASED, with_=ERASED, by_=ERASED, first_step=ERASED)
        assert [e.at for e in after] == sorted(e.at for e in after)
        assert await game.journal.erased(CODE) == [anna]

    run(story())


def test_words_that_somebody_else_passed_on_in_the_picture_go_too() -> None:
    async def story() -> None:
        game = await Game().open()
        anna, bert = await game.sit("mayor", "Anna"), await game.sit("ciso", "Bert")
        await game.start()
        wanted = {"kind": "assumption", "text": f"{CANARY} 1", "source": f"{CANARY} 2"}
        item = (await game.say(f"seat:{anna}", "picture.add", **wanted))["item"]
        await game.say(f"seat:{bert}", "picture.change", item=item, kind="fact")
        await game.say(f"seat:{bert}", "picture.change", item=item, text="Berts woorden")
        other = (await game.say(f"seat:{bert}", "picture.add", kind="fact", text="Bert begon"))["item"]
        await game.say(f"seat:{anna}", "picture.change", item=other, kind="unknown")
        await game.hub.erase_seat(CODE, anna)
        assert CANARY not in repr(await events(game))
        picture = await game.host.look(lambda room, _: room.teams["t1"].picture)
        assert (picture[item].kind, picture[item].text, picture[item].source) == ("fact", "Berts woorden", ERASED)
        assert (picture[other].kind, picture[other].text) == ("unknown", "Bert begon")

    run(story())


def test_everyone_gets_a_whole_view_on_a_new_stream_and_the_erased_one_goes() -> None:
    async def story() -> None:
        game = Game()
        anna, _ = await spoken(game)
        holders = {"bert": "pass-Bert", "desk": "desk", "anna": "pass-Anna"}
        for socket, holder in holders.items():
            await game.enter(socket, holder)
        await later(1)
        old = {socket: game.outlet.frames(socket)[-1] for socket in holders}
        game.outlet.sent.clear()
        await game.hub.erase_seat(CODE, anna)
        for socket in ("bert", "desk"):
            (frame,) = game.outlet.frames(socket)
            assert "base" not in frame
            assert frame["stream"] != old[socket]["stream"]
            assert CANARY not in repr(frame)
        assert game.outlet.sent["anna"][-1][1:] == ("bye", {"code": "removed", "reconnect": False})
        await game.say(game.desk, "note.add", text="verder")
        await later(1)
        assert game.outlet.frames("desk")[-1]["base"] == game.outlet.frames("desk")[0]["version"]

    run(story())


def test_the_game_goes_on_after_an_erasure_also_in_another_process() -> None:
    async def story() -> None:
        game = Game()
        anna, bert = await spoken(game)
        twin = await Hub(game.journal, game.runtime, outlet := FakeOutlet()).host(CODE)
        await twin.enter("far", "pass-Bert")
        stream = outlet.frames("far")[-1]["stream"]
        await game.hub.erase_seat(CODE, anna)
        await game.say(f"seat:{bert}", "picture.add", kind="fact", text="hier")
        game.host = twin
        await game.say(f"seat:{bert}", "picture.add", kind="fact", text="daar")
        await later(1)
        assert outlet.frames("far")[-1]["stream"] != stream
        assert CANARY not in repr(outlet.frames("far")[-1])
        room = fold(await events(game))
        assert room.epoch == 2
        assert await twin.look(lambda now, _: now == room)

    run(story())


def test_commands_asked_during_an_erasure_are_answered_after_it() -> None:
    async def story() -> None:
        game = Game()
        anna, bert = await spoken(game)
        adding = game.say(f"seat:{bert}", "picture.add", kind="fact", text="tegelijk")
        await asyncio.gather(game.hub.erase_seat(CODE, anna), adding, game.hub.erase_seat(CODE, anna))
        kinds = [event.fact.type for event in await events(game)]
        assert kinds.count("seat_erased") == 2
        assert kinds.count("picture_added") == 2

    run(story())


def test_what_waits_behind_a_slow_erasure_is_not_stored_within_two_seconds() -> None:
    async def story() -> None:
        class Slow(HeldJournal):
            async def rewrite(self, *args: Any) -> None:
                await asyncio.sleep(8)
                await super().rewrite(*args)

        game = Game(Slow())
        anna, bert = await spoken(game)
        erasing = asyncio.create_task(game.hub.erase_seat(CODE, anna))
        for _ in range(3):
            await later(0.5)
            began = game.runtime.monotonic()
            with pytest.raises(NotStored):
                await game.say(f"seat:{bert}", "picture.add", kind="fact", text="intussen")
            assert game.runtime.monotonic() - began < 2
        await erasing
        await game.say(f"seat:{bert}", "picture.add", kind="fact", text="daarna")
        texts = await game.host.look(lambda room, _: [item.text for item in room.teams["t1"].picture.values()])
        assert "daarna" in texts
        assert "intussen" not in texts

    run(story())


def test_who_was_never_here_cannot_be_erased() -> None:
    async def story() -> None:
        game = Game()
        _, bert = await spoken(game)
        before = await game.journal.read(CODE)
        with pytest.raises(Refused, match="unknown_seat"):
            await game.hub.erase_seat(CODE, "s999")
        with pytest.raises(NoRoom):
            await game.hub.erase_seat("NOSUCH00", bert)
        assert await game.journal.read(CODE) == before
        await game.say(f"seat:{bert}", "picture.add", kind="fact", text="ik ben er nog")

    run(story())


def test_an_erasure_that_the_journal_refuses_leaves_all_as_it_was() -> None:
    async def story() -> None:
        class Stubborn(HeldJournal):
            async def rewrite(self, *args: Any) -> None:
                raise NotStored("the disk is full")

        game = Game(Stubborn())
        anna, bert = await spoken(game)
        before = await game.journal.read(CODE)
        with pytest.raises(NotStored):
            await game.hub.erase_seat(CODE, anna)
        assert await game.journal.read(CODE) == before
        await game.say(f"seat:{bert}", "picture.add", kind="fact", text="verder")

    run(story())


async def test_nothing_of_the_words_is_left_in_the_data_folder(tmp_path: Path) -> None:
    async with sqlite(tmp_path) as journal:
        game = Game(journal)  # type: ignore[arg-type]
        runtime = RealRuntime()
        game.runtime = runtime  # type: ignore[assignment]
        game.hub = Hub(journal, runtime, game.outlet)
        anna, _ = await spoken(game)
        assert on_disk(tmp_path, CANARY.encode())
        await game.hub.erase_seat(CODE, anna)
        assert on_disk(tmp_path, CANARY.encode()) == []
        await game.hub.destroy(CODE)
        assert on_disk(tmp_path, b"Berts reden") == []
        await game.hub.close()
        await runtime.close()


def test_every_mark_on_a_fact_is_found() -> None:
    kinds = get_args(get_args(AnyFact)[0])
    assert marked(SeatTaken, "personal") == {"name"}
    assert marked(SeatTaken, "secret") == {"pass_"}
    assert marked(ResolutionWritten, "personal") == {"text", "with_", "by_", "first_step"}
    assert sum(bool(marked(kind, "secret")) for kind in kinds) == 9
    taken = SeatTaken(seat="s1", team="t1", role="mayor", name="A", pass_="h")
    assert pass_hashes(taken) == ["h"]
    assert pass_hashes(taken.model_copy(update={"pass_": None})) == []


def test_an_event_of_somebody_else_is_the_same_object() -> None:
    one = Event(1, 1, "door", SeatTaken(seat="s1", team="t1", role="mayor", name="A"))
    two = Event(2, 2, "door", SeatTaken(seat="s2", team="t1", role="ciso", name="B"))
    kept = without_words([one, two], "s2")
    assert kept[0] is one
    assert kept[1] != two


@pytest.mark.parametrize("gone", ["Anna", "Bert"])
def test_of_two_who_agreed_on_a_date_the_other_one_stays_sane(gone: str) -> None:
    async def story() -> None:
        game = await Game().open()
        seats = {"Anna": await game.sit("mayor", "Anna"), "Bert": await game.sit("ciso", "Bert")}
        await game.start()
        anna, bert = seats["Anna"], seats["Bert"]
        starts = game.hub.now() + 7 * 24 * 3_600_000
        text = f"{CANARY} koffie" if gone == "Anna" else "Koffie"
        word = f"{CANARY} liever later" if gone == "Bert" else "Liever later"
        await game.say(f"seat:{anna}", "resolution.write", text=text, with_seat=bert, starts=starts)
        await game.say(f"seat:{bert}", "meeting.decline", of=anna, word=word)
        await game.say(f"seat:{bert}", "meeting.move", of=anna, starts=starts + 1)
        await game.say(f"seat:{anna}", "meeting.accept", of=anna, starts=starts + 1)
        await game.hub.erase_seat(CODE, seats[gone])
        assert CANARY not in repr(await events(game))
        room = await game.host.look(lambda room, _: room)
        rest = room.seats[bert if gone == "Anna" else anna]
        left = own(rest.id, room)
        if gone == "Anna":
            assert left["meetings"] == {}
        else:
            assert left["resolution"] == {"text": "Koffie", "with_seat": bert}
            assert left["meetings"][anna]["state"] == "gone"
            assert "name" not in left["meetings"][anna]
        made = resolution_ics(room, game.host.catalogue, rest.id, "nl") or b""
        assert b"Bert" not in made
        assert CANARY.encode() not in made

    run(story())
