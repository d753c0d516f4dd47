"""The pages and what goes with every answer: policies, caching, figures, health, and the published contract."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import pytest

from game_server.transport.gate import Gate
from game_server.transport.pages import ROUTES, Pages
from tests.conftest import PROOF
from tests.transport.live import ADMIN, KEY, Live, bearer, serving
from tests.transport.test_door import is_problem


@pytest.fixture
def built(tmp_path: Path) -> Pages:
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    for page in set(ROUTES.values()):
        (folder / page).write_text(f"<!doctype html><title>{page}</title>")
    (folder / "assets" / "join-abc.js").write_text("x" * 1000)
    (folder / "assets" / "join-abc.js.map").write_text("{}")
    return Pages(folder)


async def test_every_page_is_served_with_a_strict_policy(live: Live, built: Pages) -> None:
    live.game.pages._files = built._files
    for route, page in ROUTES.items():
        answer = await live.http.get(route)
        assert page in answer.text, route
        assert answer.headers["cache-control"] == "no-cache"
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for"):
            assert part in policy
    assert (await live.http.get("/join.html")).status_code == 200


async def test_hashed_assets_are_kept_for_a_year_and_travel_compressed(live: Live, built: Pages) -> None:
    live.game.pages._files = built._files
    answer = await live.http.get("/assets/join-abc.js")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    again = await live.http.get("/assets/join-abc.js", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    assert is_problem(await live.http.get("/assets/join-abc.js.map"), 404, "not_found")


async def test_a_missing_web_client_is_said_plainly(live: Live, tmp_path: Path) -> None:
    live.game.pages._files = Pages(tmp_path / "nothing")._files
    answer = await live.http.get("/regie")
    assert answer.status_code == 503
    assert "make run" in answer.text


async def test_every_answer_bears_the_security_headers(live: Live) -> None:
    for path in ("/", "/api/rooms", "/api/rooms/00000000", "/health/live", "/socket.io/?EIO=4&transport=polling", "/x"):
        headers = (await live.http.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer", path
        assert "strict-transport-security" not in headers, path
        assert "set-cookie" not in headers, path
        assert "server" not in headers, path


async def test_https_is_insisted_on_only_where_it_is_spoken(tmp_path: Path) -> None:
    async with serving(tmp_path, public_url="https://crisis.example.nl") as live:
        assert "max-age=63072000" in (await live.http.get("/health/live")).headers["strict-transport-security"]


async def test_health_follows_the_journal_and_the_end(live: Live) -> None:
    assert (await live.http.get("/health/live")).status_code == 200
    assert (await live.http.get("/health/ready")).status_code == 200
    live.game.parts.draining = True
    assert (await live.http.get("/health/ready")).status_code == 503


async def test_a_silent_journal_is_said_within_two_seconds(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = await live.open_room()
    desk = await live.device(opened)
    key = bearer((await live.http.post("/admin/keys", json={"name": "Carla"}, headers=bearer(ADMIN))).json()["key"])

    async def silent(*_: object) -> None:
        await asyncio.sleep(60)

    for call in ("answers", "keys", "find_key", "rooms", "read", "get_pack"):
        monkeypatch.setattr(live.game.hub.journal, call, silent)
    room = f"/api/rooms/{opened['code']}"
    asked = [("/health/ready", {}), ("/admin/keys", bearer(ADMIN)), ("/api/rooms", bearer(KEY)), ("/api/rooms", key)]
    asked += [(f"{room}/{what}", bearer(desk)) for what in ("debrief.json", "journal.jsonl")]
    began = time.monotonic()
    answers = await asyncio.gather(*(live.http.get(path, headers=headers) for path, headers in asked))
    assert [answer.status_code for answer in answers] == [503] * len(asked)
    assert time.monotonic() - began < 6  # 1.8 s each, all at once


async def test_figures_are_for_this_machine(live: Live) -> None:
    await live.http.get("/api/rooms/00000000")
    figures = await live.http.get("/metrics")
    assert 'crisistafel_door_total{what="wrong_codes"} 1.0' in figures.text
    passed_on = await live.http.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
    assert is_problem(passed_on, 404, "not_found")


async def test_keys_are_added_and_revoked_by_the_owner_of_the_data_folder(live: Live) -> None:
    owner = bearer(ADMIN)
    made = await live.http.post("/admin/keys", json={"name": "Carla"}, headers=owner)
    assert made.status_code == 201
    key = bearer(made.json()["key"])
    assert (await live.http.get("/api/rooms", headers=key)).status_code == 200
    assert is_problem(await live.http.post("/admin/keys", json={"name": "Carla"}, headers=owner), 409, "key_taken")
    assert (await live.http.get("/admin/keys", headers=owner)).json() == [{"name": "Carla", "revoked": False}]
    assert (await live.http.delete("/admin/keys/Carla", headers=owner)).status_code == 204
    assert is_problem(await live.http.get("/api/rooms", headers=key), 401, "unknown_key")
    for wrong in ({}, bearer(KEY), owner | {"X-Forwarded-For": "203.0.113.9"}):
        assert is_problem(await live.http.get("/admin/keys", headers=wrong), 404, "not_found")


async def test_the_contract_is_published(live: Live) -> None:
    wire = (await live.http.get("/api/wire.json")).json()
    assert {"ParticipantView", "SeatCommand", "Problem"} <= set(wire["$defs"])
    openapi = (await live.http.get("/api/openapi.json")).json()
    assert "/api/rooms/{code}/seats" in openapi["paths"]
    assert "HTTPValidationError" not in str(openapi)
    assert "/admin/keys" not in openapi["paths"]


@pytest.mark.timeout(600)
async def test_the_calls_keep_their_own_contract(live: Live) -> None:
    """What the schema cannot say (a name of blanks, a code that opens nothing) may be refused."""
    fuzzer = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("st")), "run", live.url + "/api/openapi.json",
        "--header", f"Authorization: Bearer {KEY}", "--max-examples", "5" if PROOF else "3",
        "--phases", "coverage,fuzzing" if PROOF else "fuzzing",
        "--exclude-checks", "positive_data_acceptance", "--no-color", "--generation-deterministic",
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, cwd=live.game.settings.data,
    )  # fmt: skip
    printed, _ = await fuzzer.communicate()
    assert fuzzer.returncode == 0, printed.decode()


async def test_a_bug_is_answered_and_logged_without_what_was_asked(
    live: Live, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("stuk")

    assert isinstance(live.game.app, Gate)
    monkeypatch.setattr(live.game.app, "_web", broken)
    answer = await live.http.get("/api/rooms/GEHEIM00", headers=bearer("geheim"))
    assert is_problem(answer, 500, "internal")
    assert "RuntimeError: stuk" in caplog.text
    assert "geheim" not in caplog.text.lower()
