"""What a closed room leaves: counts, also of what came of resolutions long after the room is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from game_server.hosting.leaving import Leaving
from game_server.journal.series import Shelved
from tests.hosting.play import CODE, Game
from tests.hosting.virtual import run


async def closed(folder: Path, **opened: Any) -> tuple[Game, Leaving]:
    game = await Game().open(**opened)
    hub = game.hub
    leaving = Leaving(hub.journal, hub.runtime, Shelved(folder), hub.follow_up)
    hub.on_leaving, hub.follow_up.on_answered = leaving.keep, leaving.answered
    await game.sit("mayor", "Anna")
    await hub.follow_up.make(game.host, "h1")
    await hub.follow_up.make(game.host, "h2")
    await game.say(game.desk, "room.start")
    await game.say(game.desk, "room.close")
    return game, leaving


def left(folder: Path) -> list[dict[str, Any]]:
    return [orjson.loads(content) for content in Shelved(folder).all()]


def test_a_room_that_did_not_opt_in_leaves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        game, leaving = await closed(tmp_path)
        await game.hub.sweep()
        await game.hub.follow_up.answer(CODE, "h1", "done", [])
        await game.hub.destroy(CODE)
        await leaving.keep(CODE)
        assert left(tmp_path) == []

    run(story())


def test_a_rehearsal_leaves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        game, _ = await closed(tmp_path, series=True, mirror=True, rehearsal=True)
        await game.hub.destroy(CODE)
        assert left(tmp_path) == []

    run(story())


def test_a_room_that_nobody_closed_leaves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        game = await Game().open(series=True)
        game.hub.on_leaving = Leaving(game.hub.journal, game.hub.runtime, Shelved(tmp_path), game.hub.follow_up).keep
        await game.hub.destroy(CODE)
        assert left(tmp_path) == []

    run(story())


def test_counts_grow_with_what_came_of_resolutions(tmp_path: Path) -> None:
    async def story() -> None:
        game, _ = await closed(tmp_path, series=True)
        await game.hub.sweep()
        await game.hub.follow_up.answer(CODE, "h1", "done", [])
        (before,) = left(tmp_path)
        assert before["series"]["resolutions"] == {"made": 0, "done": 1}
        assert "mirror" not in before
        await game.hub.destroy(CODE)
        await game.hub.follow_up.answer(CODE, "h2", "not", [])
        (after,) = left(tmp_path)
        assert after["series"]["resolutions"] == {"made": 0, "done": 1, "not": 1}
        assert (after["number"], after["id"]) == (before["number"], before["id"])

    run(story())


def test_a_folder_that_cannot_be_written_keeps_no_room(tmp_path: Path) -> None:
    async def story() -> None:
        (tmp_path / "series").write_text("a file stands in the way")
        game, _ = await closed(tmp_path / "series", series=True)
        await game.hub.destroy(CODE)
        assert await game.hub.journal.rooms() == []

    run(story())
