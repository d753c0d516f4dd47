"""Over the door: playing again from a moment, what a room leaves, and a certificate of having been there."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from game_server.debrief.series import File, read_left
from game_server.room.envelope import decode
from game_server.room.evolve import fold
from tests.debrief.reading import text
from tests.transport.live import ADMIN, KEY, Live, Player, bearer, new_pass
from tests.transport.test_door import is_problem

CANARY = "Kanariemans"


async def played(live: Live, **fields: Any) -> tuple[dict[str, Any], str, Player, str]:
    """A room that runs, with a mayor; and her pass."""
    opened = await live.open_room(**fields)
    secret = await live.device(opened)
    seat, _ = await live.take(opened["code"], "mayor", name=CANARY)
    desk = await live.connect(secret)
    assert (await desk.say("room.start"))["ok"]
    return opened, secret, desk, seat


async def fork(live: Live, code: str, secret: str, **body: Any) -> Any:
    return await live.http.post(f"/api/rooms/{code}/forks", json=body, headers=bearer(secret))


async def test_only_a_desk_or_the_key_plays_again(live: Live) -> None:
    opened, secret, _, seat = await played(live)
    code = opened["code"]
    for other in (seat, await live.device(opened, "screen"), await live.device(opened, "observer")):
        assert is_problem(await fork(live, code, other), 403, "not_allowed")
        moments = await live.http.get(f"/api/rooms/{code}/beginnings", headers=bearer(other))
        assert is_problem(moments, 403, "not_allowed")
    assert is_problem(await fork(live, code, new_pass()), 401, "unknown_key")
    assert is_problem(await live.http.post(f"/api/rooms/{code}/forks", json={}), 401, "unknown_pass")
    elsewhere = await live.open_room()
    assert is_problem(await fork(live, elsewhere["code"], secret), 401, "unknown_pass")
    assert is_problem(await fork(live, code, secret, version=100_000), 422, "unknown_moment")
    assert is_problem(await fork(live, code, secret, version=0), 422, "bad_request")
    assert is_problem(await fork(live, code, secret, teams=[{"name": "A"}, {"name": "B"}]), 422, "unknown_team")
    assert len((await live.http.get("/api/rooms", headers=bearer(KEY))).json()["rooms"]) == 2


@pytest.mark.parametrize("by", ["desk", "key"])
async def test_a_fork_is_a_room_of_its_own(live: Live, by: str) -> None:
    opened, secret, desk, seat = await played(live, title=f"Met {CANARY}")
    assert (await desk.say("note.add", text=CANARY))["ok"]
    made = await fork(live, opened["code"], secret if by == "desk" else KEY, title="Nog eens")
    assert made.status_code == 201, made.text
    again = made.json()
    assert again["code"] != opened["code"]
    assert [team["name"] for team in again["teams"]] == ["Team 1"]
    lines = (await live.game.hub.journal.read(again["code"].replace("-", ""))).lines
    assert CANARY.encode() not in b"".join(lines)
    info = (await live.http.get(f"/api/rooms/{again['code']}")).json()
    assert (info["title"], info["status"], info["door"]) == ("Nog eens", "paused", True)
    new = await live.connect(await live.device(again))
    view = await new.until("view")
    assert view["view"]["forked"]["of"] == opened["code"].replace("-", "")
    assert view["view"]["room"]["status"] == "paused"
    assert (await live.connect(seat)).refused is None, "the old room goes on"
    await live.take(again["code"], "mayor", name="Nieuw")
    assert (await new.say("room.resume"))["ok"]


async def test_the_moments_are_chapters_votes_and_choices(live: Live) -> None:
    opened, secret, _, _ = await played(live)
    answer = await live.http.get(f"/api/rooms/{opened['code']}/beginnings", headers=bearer(secret))
    moments = answer.json()["moments"]
    assert moments[0]["phase"]
    assert moments[0]["time"] == "0:00"
    version = moments[0]["version"]
    again = (await fork(live, opened["code"], secret, version=version)).json()
    room = fold(map(decode, (await live.game.hub.journal.read(again["code"].replace("-", ""))).lines))
    assert room.forked is not None
    assert room.forked.version == version


async def test_a_fork_goes_on_from_a_session_time(live: Live) -> None:
    opened, secret, _, _ = await played(live)
    made = await fork(live, opened["code"], secret, session=0)
    assert made.status_code == 201, made.text
    room = fold(map(decode, (await live.game.hub.journal.read(made.json()["code"].replace("-", ""))).lines))
    assert room.forked is not None
    assert (room.forked.session, room.paused_from) == (0, "running")
    before = await live.open_room()
    assert is_problem(await fork(live, before["code"], KEY, session=5), 422, "unknown_moment")


async def test_a_sentence_goes_along_only_with_its_writers_leave(live: Live) -> None:
    opened, secret, desk, seat = await played(live)
    mayor = await live.connect(seat)
    assert (await desk.say("room.sharing", series=True, mirror=False))["ok"]
    assert (await desk.say("room.debrief"))["ok"]
    assert (await mayor.say("grade.give", value=8, text="Leerzaam.", quotable=True))["ok"]
    assert (await desk.say("room.close"))["ok"]
    taken = (await live.http.get(f"/api/rooms/{opened['code']}/series.json", headers=bearer(secret))).json()
    assert (taken["quotes"], taken["series"]["grades"]) == (["Leerzaam."], {"8": 1})
    await live.game.hub.destroy(opened["code"].replace("-", ""))
    (kept,) = (live.game.settings.data / "series").glob("*.json")
    assert "Leerzaam" not in kept.read_text()


async def test_a_room_comes_back_from_its_file_with_the_same_report(live: Live) -> None:
    opened, secret, desk, seat = await played(live)
    code = opened["code"]
    for step in ("room.debrief", "report.release", "room.close"):
        assert (await desk.say(step))["ok"]
    before = await live.http.get(f"/api/rooms/{code}/debrief.json", headers=bearer(secret))
    file = live.game.settings.data / "room.jsonl"
    file.write_bytes((await live.http.get(f"/api/rooms/{code}/journal.jsonl", headers=bearer(secret))).content)

    async def take_in(**body: Any) -> Any:
        return await live.http.post("/admin/journals", json=body, headers=bearer(ADMIN))

    assert is_problem(await take_in(path=str(file)), 409, "room_exists")
    await live.game.hub.destroy(code.replace("-", ""))
    assert is_problem(await take_in(path=str(file) + ".none"), 422, "bad_request")
    assert is_problem(await take_in(path=str(file), key="niemand"), 401, "unknown_key")
    stranger = await live.http.post("/admin/journals", json={"path": str(file)}, headers=bearer(KEY))
    assert is_problem(stranger, 404, "not_found")
    assert (await take_in(path=str(file))).status_code == 201
    assert (await live.connect(seat)).refused["code"] == "unknown_pass"  # type: ignore[index]
    links = (await live.http.post(f"/api/rooms/{code}/links", headers=bearer(KEY))).json()
    again = await live.device(links)
    after = await live.http.get(f"/api/rooms/{code}/debrief.json", headers=bearer(again))
    assert after.content == before.content


async def test_counts_leave_a_closed_room_only_where_it_opted_in(live: Live) -> None:
    opened, secret, desk, _ = await played(live)
    code = opened["code"]

    async def counts() -> Any:
        return await live.http.get(f"/api/rooms/{code}/series.json", headers=bearer(secret))

    assert is_problem(await counts(), 409, "close_first")
    assert (await desk.say("room.close"))["ok"]
    assert is_problem(await counts(), 409, "no_series")
    assert (await desk.say("room.sharing", series=True, mirror=False))["code"] == "closed"
    await live.game.hub.destroy(code.replace("-", ""))
    assert not (live.game.settings.data / "series").exists()


async def test_counts_outlive_a_room_and_nothing_else_does(live: Live) -> None:
    opened, secret, desk, _ = await played(live, title=CANARY)
    code = opened["code"]
    assert (await desk.say("room.sharing", series=True, mirror=True, size="small"))["ok"]
    assert (await desk.say("room.close"))["ok"]
    taken = (await live.http.get(f"/api/rooms/{code}/series.json", headers=bearer(secret))).json()
    assert taken["series"]["people"] == {"mayor": 1}
    await live.game.hub.sweep()
    await live.game.hub.destroy(code.replace("-", ""))
    await live.game.hub.follow_up.on_answered(code.replace("-", ""))
    files = list((live.game.settings.data / "series").glob("*.json"))
    assert len(files) == 1
    assert read_left(File("x", files[0].read_bytes()))["mirror"] == {"size": "small", "choices": {}}
    left = files[0].read_text()
    assert CANARY not in left
    assert code.replace("-", "") not in left + files[0].name
    found = [
        path for path in live.game.settings.data.rglob("*") if path.is_file() and CANARY in path.read_text("latin-1")
    ]
    assert found == []


# ---------------------------------------------------------------- the certificate


async def certificate(live: Live, code: str, secret: str, name: str = CANARY, **more: Any) -> Any:
    body = {"name": name} | more
    return await live.http.post(f"/api/rooms/{code}/attendance.pdf", json=body, headers=bearer(secret))


async def test_a_certificate_is_for_who_was_there(live: Live) -> None:
    opened, secret, desk, seat = await played(live)
    code = opened["code"]
    assert is_problem(await certificate(live, code, seat), 409, "not_debrief")
    assert (await desk.say("room.debrief"))["ok"]
    late, _ = await live.take(code, "ciso")
    assert (await desk.say("room.close"))["ok"]
    assert is_problem(await certificate(live, code, secret), 403, "not_allowed")
    assert is_problem(await certificate(live, code, late), 409, "not_attended")
    assert is_problem(await certificate(live, code, seat, ""), 422, "bad_request")
    assert is_problem(await certificate(live, code, seat, "x" * 81), 422, "bad_request")
    assert is_problem(await certificate(live, code, seat, "A\u202eB"), 422, "bad_request")
    assert is_problem(
        await live.http.get(f"/api/rooms/{code}/attendance.pdf", headers=bearer(seat)), 405, "method_not_allowed"
    )


async def test_the_name_on_a_certificate_is_kept_and_logged_nowhere(
    live: Live, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    opened, _, desk, seat = await played(live)
    for step in ("room.debrief", "room.close"):
        assert (await desk.say(step))["ok"]
    typed = "Toverkol de Wit"
    answer = await certificate(live, opened["code"], seat, typed, language="en")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "private, no-store"
    words = text(answer.content)
    assert typed.replace(" ", "") in words
    assert "doesnotsaythatanyonemeetsalegalduty" in words
    assert typed not in caplog.text
    kept = [
        path for path in live.game.settings.data.rglob("*") if path.is_file() and typed in path.read_text("latin-1")
    ]
    assert kept == []
