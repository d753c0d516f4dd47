"""Follow-up links over HTTP: who makes one, that it is answered once, and who reads the counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from game_server.settings import Limits
from game_server.transport.passes import hashed
from tests.transport.live import KEY, Live, bearer, new_pass, serving
from tests.transport.test_door import is_problem


async def resolved(live: Live) -> tuple[str, str, dict[str, Any]]:
    """(code, the seat's pass, the opened room)"""
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    player = await live.connect(secret)
    assert (await player.say("resolution.write", text="Koffie"))["ok"]
    return opened["code"], secret, opened


async def make(live: Live, code: str, secret: str, key: str) -> httpx.Response:
    return await live.http.post(f"/api/rooms/{code}/follow-ups", json={"key": key}, headers=bearer(secret))


async def answer(live: Live, code: str, key: str, said: str = "done", *reasons: str) -> httpx.Response:
    body = {"code": code, "key": key, "answer": said, "reasons": list(reasons)}
    return await live.http.post("/api/follow-ups", json=body)


async def test_only_a_seat_that_resolved_something_makes_a_link(live: Live) -> None:
    opened = await live.open_room()
    code = opened["code"]
    secret, _ = await live.take(code, "mayor")
    assert is_problem(await make(live, code, secret, new_pass()), 409, "no_resolution")
    assert is_problem(await make(live, code, new_pass(), new_pass()), 401, "unknown_pass")
    assert is_problem(await make(live, code, await live.device(opened), new_pass()), 403, "not_allowed")
    assert is_problem(await make(live, "AAAA-AAAA", secret, new_pass()), 404, "unknown_code")
    assert is_problem(await make(live, code, secret, "short"), 422, "bad_request")


async def test_an_answer_that_cannot_be_is_refused(live: Live) -> None:
    code, secret, _ = await resolved(live)
    key = new_pass()
    assert is_problem(await answer(live, code, key), 404, "unknown_link")
    assert (await make(live, code, secret, key)).status_code == 201
    assert is_problem(await answer(live, "zzz", key), 404, "unknown_link")
    assert is_problem(await answer(live, code, key, "later"), 422, "bad_request")
    assert is_problem(await answer(live, code, key, "done", "because"), 422, "bad_request")
    assert is_problem(await answer(live, code, key, "done", "time"), 422, "bad_request")
    words = {"code": code, "key": key, "answer": "done", "text": "Koffie"}
    assert is_problem(await live.http.post("/api/follow-ups", json=words), 422, "bad_request")


async def test_a_link_is_answered_once_and_only_counted(live: Live) -> None:
    code, secret, _ = await resolved(live)
    key = new_pass()
    for _ in range(2):
        assert (await make(live, code, secret, key)).json()["until"] > 0
    assert (await answer(live, code, key, "begun", "small", "time")).status_code == 204
    assert is_problem(await answer(live, code, key, "done"), 409, "answered_already")
    counts = (await live.http.get(f"/api/rooms/{code}/follow-up", headers=bearer(KEY))).json()
    assert counts.pop("until") > 0
    assert counts == {"links": 1, "answers": {"begun": 1}, "reasons": {"begun": {"small": 1, "time": 1}}}
    listed = (await live.http.get("/api/follow-ups", headers=bearer(KEY))).json()
    assert listed["rooms"][code]["answers"] == {"begun": 1}
    journal = repr(await live.game.hub.journal.read(code.replace("-", "")))
    assert hashed(key) not in journal
    assert key not in journal


async def test_counts_are_for_the_key_of_that_room(live: Live) -> None:
    code, _, opened = await resolved(live)
    path = f"/api/rooms/{code}/follow-up"
    empty = await live.http.get(path, headers=bearer(KEY))
    assert empty.json() == {"links": 0, "answers": {}, "reasons": {}}
    assert is_problem(await live.http.get(path, headers=bearer("o" * 22)), 404, "unknown_room")
    assert is_problem(await live.http.get(path), 401, "unknown_key")
    assert is_problem(await live.http.get(path, headers=bearer(await live.device(opened))), 401, "unknown_key")
    assert is_problem(await live.http.get("/api/rooms/zzz/follow-up", headers=bearer(KEY)), 404, "unknown_room")
    assert (await live.http.get("/api/follow-ups", headers=bearer("o" * 22))).json() == {"rooms": {}}


async def test_a_closed_room_still_makes_links_and_a_destroyed_one_still_counts(live: Live) -> None:
    code, secret, opened = await resolved(live)
    desk = await live.connect(await live.device(opened))
    for step in ("room.start", "room.debrief", "room.close"):
        assert (await desk.say(step))["ok"], step
    key = new_pass()
    assert (await make(live, code, secret, key)).status_code == 201
    await live.game.hub.destroy(code.replace("-", ""))
    assert (await answer(live, code, key, "not", "forgotten")).status_code == 204
    counts = (await live.http.get(f"/api/rooms/{code}/follow-up", headers=bearer(KEY))).json()
    assert counts["answers"] == {"not": 1}


async def test_whoever_tries_many_keys_has_to_wait(tmp_path: Path) -> None:
    async with serving(tmp_path, limits=Limits(wrong_codes_per_address=3)) as live:
        code, secret, _ = await resolved(live)
        tried = [(await answer(live, code, new_pass())).status_code for _ in range(8)]
        assert tried.count(429) >= 2
        made = [(await make(live, code, secret, new_pass())).status_code for _ in range(8)]
        assert made.count(201) == 6
