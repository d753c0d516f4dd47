"""Forgetting through the door: who may, what is left on the disk, and that no log line ever held a word."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from game_server.logs import Wordless, quiet_libraries
from game_server.settings import Settings
from game_server.transport.passes import hashed
from tests.journal.stores import on_disk
from tests.transport.live import KEY, Live, Player, bearer, new_pass, serving
from tests.transport.test_door import is_problem

CANARY = "Kanariepiet"
CLIENTS = ("httpx", "httpcore", "socketio.client", "engineio.client", "websockets.client")
"""Loggers of what stands in for browsers here."""


async def played(live: Live, **settings: Any) -> tuple[dict[str, Any], str, Player, dict[str, tuple[str, Player]]]:
    """A room in which everyone left words everywhere: (opened, desk's pass, desk, role → (pass, player))."""
    opened = await live.open_room(title=f"{CANARY} titel", settings={"retention_days": 3} | settings)
    code = opened["code"]
    secret = await live.device(opened, name=f"{CANARY} desk")
    desk = await live.connect(secret)
    seats: dict[str, tuple[str, Player]] = {}
    for role in ("mayor", "ciso"):
        pass_, _ = await live.take(code, role, name=f"{CANARY} {role}")
        seats[role] = (pass_, await live.connect(pass_))
        await seats[role][1].until("own")
    for type_, fields in (
        ("room.start", {}),
        ("phase.next", {"from": "welcome"}),
        ("note.add", {"text": f"{CANARY} note"}),
        ("inject.release", {"inject": "strange-login", "from": "planned"}),
        ("decision.picture", {"decision": "unplug", "from": "planned"}),
    ):
        assert (await desk.say(type_, **fields))["ok"], type_
    for role, (_, player) in seats.items():
        assert (await player.say("picture.add", kind="fact", text=f"{CANARY} beeld {role}"))["ok"]
    assert (await desk.say("decision.open", decision="unplug", **{"from": "picture"}))["ok"]
    for role, (_, player) in seats.items():
        vote = {"decision": "unplug", "option": "watch", "reason": f"{CANARY} reden {role}"}
        assert (await player.say("vote.cast", **vote))["ok"]
    assert (await desk.say("decision.reveal", decision="unplug", **{"from": "open"}))["ok"]
    words = {"owner": f"{CANARY} trekker", "statement": f"{CANARY} uitleg"}
    assert (await seats["mayor"][1].say("decision.settle", decision="unplug", option="watch", **words))["ok"]
    assert (await desk.say("room.debrief"))["ok"]
    for role, (_, player) in seats.items():
        assert (await player.say("resolution.write", text=f"{CANARY} voornemen {role}"))["ok"]
    return opened, secret, desk, seats


async def erase(live: Live, path: str, secret: str, **headers: str) -> Any:
    return await live.http.delete(f"/api/rooms/{path}", headers=bearer(secret) | headers)


async def test_only_the_person_or_a_desk_erases_a_person(live: Live) -> None:
    opened, _, _, seats = await played(live)
    code, own = opened["code"], seats["mayor"][1].own["seat"]
    other = await live.open_room()
    for secret, status, refused in (
        (seats["ciso"][0], 403, "not_allowed"),
        (await live.device(opened, "screen"), 403, "not_allowed"),
        (await live.device(opened, "observer"), 403, "not_allowed"),
        (await live.device(other), 401, "unknown_pass"),
        (KEY, 401, "unknown_pass"),
        (new_pass(), 401, "unknown_pass"),
    ):
        assert is_problem(await erase(live, f"{code}/seats/{own}", secret), status, refused)
    assert is_problem(await live.http.delete(f"/api/rooms/{code}/seats/{own}"), 401, "unknown_pass")
    assert is_problem(await erase(live, f"{code}/seats/s999", seats["ciso"][0]), 403, "not_allowed")
    assert (await seats["mayor"][1].say("resolution.write", text="er nog"))["ok"]


async def test_only_a_desk_or_its_key_wipes_a_room(live: Live) -> None:
    opened, _, desk, seats = await played(live)
    code = opened["code"]
    for secret, status, refused in (
        (seats["mayor"][0], 403, "not_allowed"),
        (await live.device(opened, "screen"), 403, "not_allowed"),
        (await live.device(await live.open_room()), 401, "unknown_pass"),
        ("o" * 22, 404, "unknown_room"),
        (new_pass(), 401, "unknown_pass"),
    ):
        assert is_problem(await erase(live, code, secret), status, refused)
    assert (await desk.say("note.add", text="er nog"))["ok"]
    assert is_problem(await live.http.get("/api/receipts", headers=bearer(seats["mayor"][0])), 401, "unknown_key")


async def test_a_person_erases_themselves_and_nothing_is_left_on_the_disk(tmp_path: Path) -> None:
    async with serving(tmp_path) as live:
        opened, _, _, seats = await played(live)
        secret, mayor = seats["mayor"]
        for mine in ("mayor", "beeld mayor", "reden mayor", "trekker", "uitleg", "voornemen mayor"):
            assert on_disk(tmp_path, f"{CANARY} {mine}".encode()), mine
        answer = await erase(live, f"{opened['code']}/seats/{mayor.own['seat']}", secret, **{"Accept-Language": "en"})
        assert answer.status_code == 200, answer.text
        assert answer.json()["title"] == "Your data have been erased"
        assert await mayor.until("bye") == {"code": "removed", "reconnect": False}
        for mine in ("mayor", "beeld mayor", "reden mayor", "trekker", "uitleg", "voornemen mayor"):
            assert on_disk(tmp_path, f"{CANARY} {mine}".encode()) == [], mine
        assert on_disk(tmp_path, f"{CANARY} voornemen ciso".encode())
        again = await erase(live, f"{opened['code']}/seats/{mayor.own['seat']}", secret)
        assert is_problem(again, 401, "unknown_pass")


@pytest.mark.parametrize("by", ["desk", "key"])
async def test_a_wiped_room_is_nowhere_and_leaves_a_receipt(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(temporary))
    async with serving(tmp_path) as live:
        opened, secret, desk, seats = await played(live)
        assert (await desk.say("report.release"))["ok"]
        for what in ("debrief.pdf", "debrief.json", "journal.jsonl"):
            path = f"/api/rooms/{opened['code']}/{what}"
            assert (await live.http.get(path, headers=bearer(secret))).status_code == 200
        if by == "key":
            assert (await desk.say("room.close"))["ok"]
        hashes = [hashed(one) for one in (secret, seats["mayor"][0], seats["ciso"][0])]
        answer = await erase(live, opened["code"], secret if by == "desk" else KEY)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        assert CANARY not in answer.text
        assert told["code"] in told["text"]
        for folder in (tmp_path, temporary):
            for canary in (CANARY, *hashes):
                assert on_disk(folder, canary.encode()) == []
        assert await seats["mayor"][1].until("bye") == {"code": "gone", "reconnect": False}
        assert is_problem(await live.http.get(f"/api/rooms/{opened['code']}"), 404, "unknown_code")
        (kept,) = (await live.http.get("/api/receipts", headers=bearer(KEY))).json()["receipts"]
        assert kept == told
        assert CANARY not in repr(live.game.hub.__dict__)


async def test_a_person_takes_along_what_is_held_and_nobody_else_can(live: Live) -> None:
    opened, desk_secret, _, seats = await played(live)
    code = opened["code"]
    keep = new_pass()
    await live.http.post(f"/api/rooms/{code}/keeps", json={"pass": keep}, headers=bearer(seats["mayor"][0]))
    for what in ("mine.json", "mine.html"):
        for other in (desk_secret, keep, await live.device(opened, "observer")):
            answer = await live.http.get(f"/api/rooms/{code}/{what}", headers=bearer(other))
            assert is_problem(answer, 403, "not_allowed")
            ticket = await live.http.post(f"/api/rooms/{code}/tickets", json={"what": what}, headers=bearer(other))
            assert is_problem(ticket, 403, "not_allowed")
        ticket = await live.http.post(
            f"/api/rooms/{code}/tickets", json={"what": what}, headers=bearer(seats["mayor"][0])
        )
        answer = await live.http.get(ticket.json()["url"])
        assert answer.headers["content-disposition"].startswith("attachment")
        assert f"{CANARY} reden mayor" in answer.text
        assert f"{CANARY} beeld ciso" not in answer.text
        assert hashed(seats["mayor"][0]) not in answer.text


async def test_the_join_page_hears_the_rooms_real_settings(tmp_path: Path) -> None:
    async with serving(tmp_path, operator="Gemeente Hoge Sluis") as live:
        opened = await live.open_room(settings={"retention_days": 3})
        info = (await live.http.get(f"/api/rooms/{opened['code']}")).json()
        assert (info["retention_days"], info["operator"]) == (3, "Gemeente Hoge Sluis")


async def test_the_privacy_page_speaks_both_languages_and_needs_no_script(tmp_path: Path) -> None:
    async with serving(tmp_path, retention_days=7, operator="<b>Sluis</b>") as live:
        page = (await live.http.get("/privacy")).text
        assert "<h1" in page
        assert "7 dagen" in page
        assert "&lt;b&gt;Sluis" in page
        assert "<script" not in page
        english = await live.http.get("/privacy", params={"doc": "inventory", "lang": "en"})
        assert '<html lang="en">' in english.text
        assert "VoteCast.reason" in english.text
        assert (await live.http.head("/privacy")).status_code == 200
        file = await live.http.get("/privacy", params={"doc": "dpia", "lang": "nl", "file": ""})
        assert file.headers["content-type"].startswith("text/markdown")
        assert "VNG" in file.text
        unknown = await live.http.get("/privacy", params={"doc": "../../etc/passwd", "lang": "xx"})
        assert "Privacyverklaring" in unknown.text


async def test_no_log_line_of_a_whole_room_holds_a_word_or_a_pass(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    quiet_libraries()
    caplog.handler.setFormatter(Wordless("%(name)s %(message)s"))
    async with serving(tmp_path) as live:
        opened, secret, desk, seats = await played(live)
        host = live.game.hub.live[0]

        def broken(*_: object, **__: object) -> None:
            raise RuntimeError(f"{CANARY} in a message of a bug")

        with monkeypatch.context() as bug:
            bug.setattr(host._publisher, "committed", broken)
            bug.setattr("game_server.hosting.turn.decide", broken)
            assert (await desk.say("note.add", text=f"{CANARY} note"))["code"] == "internal"
        assert not (await seats["mayor"][1].call("command", {"id": "x", "type": CANARY, "text": CANARY}))["ok"]
        await live.http.post(f"/api/rooms/{opened['code']}/seats", json={"pass": CANARY, "name": CANARY})
        await live.http.get(f"/api/rooms/{CANARY}/{secret}?{CANARY}={secret}")
        epoch, lines = await live.game.hub.journal.read(host.code)
        spoilt = lines[-1].replace(b'"type":', b'"tpye":')
        await live.game.hub.journal.append(host.code, len(lines), epoch, [spoilt], [])
        await desk.say("note.add", text=f"{CANARY} note")
        await erase(live, opened["code"], secret)
        ours = [record for record in caplog.records if not record.name.startswith(CLIENTS)]
        told = "\n".join(caplog.handler.format(record) for record in ours)
        assert "RuntimeError" in told, "the bug itself is told"
        links = [link.split("link=")[1] for name, link in opened["links"].items() if name != "join"]
        for hidden in (CANARY, secret, seats["mayor"][0], seats["ciso"][0], hashed(secret), KEY, *links):
            assert hidden not in told


def test_the_default_is_thirty_days_and_a_year_is_the_most() -> None:
    assert Settings().retention_days == 30
    for wrong in (-1, 366):
        with pytest.raises(ValueError, match="retention_days"):
            Settings(retention_days=wrong)
