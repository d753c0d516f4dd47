"""The HTTP door: codes, chairs, claims, screens, devices, and that every no is a problem document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from game_server.settings import Limits
from game_server.transport import http_seats
from tests.transport.live import KEY, Live, bearer, new_pass, serving


def is_problem(answer: httpx.Response, status: int, code: str) -> bool:
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["detail"]
    return (answer.status_code, told["status"], told["code"]) == (status, status, code)


async def test_a_code_is_read_as_people_type_it(live: Live) -> None:
    code = (await live.open_room())["code"]
    plain = code.replace("-", "")
    for typed in (code, plain, plain.lower(), f" {plain[:3]} {plain[3:]} ", plain.replace("0", "O").replace("1", "l")):
        answer = await live.http.get(f"/api/rooms/{typed}")
        assert answer.status_code == 200, typed
        assert answer.json()["code"] == code


async def test_a_room_tells_nothing_but_what_the_join_page_needs(live: Live) -> None:
    opened = await live.open_room(teams=2)
    await live.take(opened["code"], "mayor", team="t1")
    info = (await live.http.get(f"/api/rooms/{opened['code']}")).json()
    told = {"code", "title", "municipality", "status", "language", "languages", "door", "named", "privacy", "teams"}
    assert set(info) == told | {"roles", "join", "admission", "retention_days", "counted"}
    assert info["join"] == opened["links"]["join"]
    assert info["teams"][0]["free"] == {"mayor": 0, "ciso": 1}
    assert info["teams"][0]["taken"] == {"mayor": 1, "ciso": 0}
    assert "strange-login" not in str(info)


async def test_an_unknown_and_a_closed_room_look_the_same(live: Live) -> None:
    opened = await live.open_room()
    desk = await live.connect(await live.device(opened))
    assert (await desk.say("room.close"))["ok"]
    seat = {"pass": new_pass(), "name": "Anna"}
    asked: list[tuple[str, str, Any]] = [
        ("GET", "", None),
        ("GET", "/qr.svg", None),
        ("POST", "/seats", seat),
        ("POST", "/claims", seat | {"team": "t1", "role": "mayor"}),
        ("POST", "/desks", {"pass": new_pass(), "link": "x" * 22}),
        ("POST", "/screens", {"pass": new_pass(), "link": "x" * 22}),
        ("POST", "/observers", {"pass": new_pass(), "link": "x" * 22}),
        ("POST", "/tickets", {"what": "debrief.pdf"}),
        ("POST", "/keeps", {"pass": new_pass()}),
        ("GET", "/debrief.pdf", None),
    ]
    for method, path, body in asked:
        answers = [
            await live.http.request(method, f"/api/rooms/{code}{path}", json=body, headers=bearer(new_pass()))
            for code in (opened["code"], "00000000", "geen-code")
        ]
        assert is_problem(answers[0], 404, "unknown_code"), path
        assert len({(one.status_code, one.text) for one in answers}) == 1, path


async def test_a_closed_door_says_so_and_who_sits_may_come_back(live: Live) -> None:
    opened = await live.open_room()
    secret, seat = await live.take(opened["code"], "mayor", name="Anna")
    desk = await live.connect(await live.device(opened))
    await desk.say("door.close")
    late = await live.http.post(f"/api/rooms/{opened['code']}/seats", json={"pass": new_pass(), "name": "Bram"})
    assert is_problem(late, 403, "door_closed")
    again = await live.http.post(f"/api/rooms/{opened['code']}/seats", json={"pass": secret, "name": "Anders"})
    assert (again.status_code, again.json()) == (200, seat)


async def test_the_same_pass_costs_no_second_chair(live: Live) -> None:
    code = (await live.open_room())["code"]
    body = {"pass": new_pass(), "name": "Anna", "role": "mayor"}
    first, again = [await live.http.post(f"/api/rooms/{code}/seats", json=body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    info = (await live.http.get(f"/api/rooms/{code}")).json()
    assert info["teams"][0]["free"]["mayor"] == 0


@pytest.mark.parametrize(
    ("body", "status", "code", "field"),
    [
        ({"name": ""}, 422, "bad_request", "name"),
        ({"name": "x" * 10_000}, 422, "bad_request", "name"),
        ({"name": "x" * 41}, 422, "bad_request", "name"),
        ({"name": "A\u202enna"}, 422, "bad_request", "name"),
        ({"name": "A\x00"}, 422, "bad_request", "name"),
        ({"name": None}, 422, "bad_request", "name"),
        ({"pass": "kort"}, 422, "bad_request", "pass"),
        ({"pass": "!" * 22}, 422, "bad_request", "pass"),
        ({"seat": "s1"}, 422, "bad_request", "seat"),
        ({"role": "king"}, 422, "unknown_role", "role"),
        ({"team": "t9"}, 422, "unknown_team", "team"),
        ({"role": "mayor"}, 409, "role_taken", "role"),
        ({"name": "anna", "team": "t1"}, 409, "name_taken", "name"),
    ],
)
async def test_a_chair_is_refused_with_a_clear_reason(
    live: Live, body: dict[str, Any], status: int, code: str, field: str
) -> None:
    room = (await live.open_room())["code"]
    await live.take(room, "mayor", name="Anna")
    answer = await live.http.post(f"/api/rooms/{room}/seats", json={"pass": new_pass(), "name": "Bram"} | body)
    assert is_problem(answer, status, code)
    assert answer.json()["field"] == field


async def test_a_claim_waits_for_the_desk_and_the_old_device_leaves(live: Live) -> None:
    opened = await live.open_room()
    old_pass, seat = await live.take(opened["code"], "mayor")
    old = await live.connect(old_pass)
    desk = await live.connect(await live.device(opened))
    body = {"pass": new_pass(), "team": "t1", "role": "mayor", "name": "Anna"}
    path = f"/api/rooms/{opened['code']}/claims"
    made, again = [await live.http.post(path, json=body) for _ in range(2)]
    assert (made.status_code, made.json()) == (again.status_code, again.json())
    assert made.status_code == 202
    assert (await live.connect(body["pass"])).refused["code"] == "claim_waiting"  # type: ignore[index]
    assert (await desk.say("claim.accept", claim=made.json()["claim"]))["ok"]
    assert (await old.until("bye")) == {"code": "taken_over", "reconnect": False}
    given = await live.http.post(path, json=body)
    assert (given.status_code, given.json()) == (200, seat)
    new = await live.connect(body["pass"])
    await new.until("own")
    assert new.own["seat"] == seat["seat"]
    assert (await live.connect(old_pass)).refused["code"] == "unknown_pass"  # type: ignore[index]


async def test_a_refused_claim_says_so(live: Live) -> None:
    opened = await live.open_room()
    await live.take(opened["code"], "mayor")
    desk = await live.connect(await live.device(opened))
    body = {"pass": new_pass(), "team": "t1", "role": "mayor", "name": "Anna"}
    path = f"/api/rooms/{opened['code']}/claims"
    claim = (await live.http.post(path, json=body)).json()["claim"]
    await desk.say("claim.refuse", claim=claim)
    assert is_problem(await live.http.post(path, json=body), 409, "claim_refused")


async def test_a_claim_that_is_accepted_while_it_is_asked_again_gives_the_seat(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = await live.open_room()
    _, given = await live.take(opened["code"], "mayor")
    desk = await live.connect(await live.device(opened))
    body = {"pass": new_pass(), "team": "t1", "role": "mayor", "name": "Anna"}
    path = f"/api/rooms/{opened['code']}/claims"
    claim = (await live.http.post(path, json=body)).json()["claim"]
    await desk.say("claim.accept", claim=claim)
    looks = iter([("claim", None)])
    true = http_seats._claimed
    monkeypatch.setattr(http_seats, "_claimed", lambda room, holder: next(looks, None) or true(room, holder))
    answer = await live.http.post(path, json=body)
    assert (answer.status_code, answer.json()["seat"]) == (200, given["seat"])


async def test_a_screen_is_paired_by_its_short_code(live: Live) -> None:
    opened = await live.open_room()
    desk = await live.connect(await live.device(opened))
    body = {"pass": new_pass()}
    waiting, again = [await live.http.post("/api/screens", json=body) for _ in range(2)]
    assert waiting.status_code == 202
    assert waiting.json() == again.json()
    assert (await live.connect(body["pass"])).refused["code"] == "screen_waiting"  # type: ignore[index]
    wrong = await desk.say("screen.pair", pairing="ZZZ-ZZZ")
    assert (wrong["ok"], wrong["code"], wrong["field"]) == (False, "unknown_pairing", "pairing")
    said = {"id": "pair-1", "type": "screen.pair", "pairing": waiting.json()["pairing"].lower()}
    paired = await desk.call("command", said)
    assert paired["ok"], paired
    assert await desk.call("command", said) == paired
    given = await live.http.post("/api/screens", json=body)
    assert given.status_code == 200
    assert given.json() == {"device": paired["result"]["device"], "kind": "screen", "code": opened["code"]}
    screen = await live.connect(body["pass"])
    await screen.until("view")
    assert screen.view["showing"] == "auto"
    await desk.say("device.end", device=paired["result"]["device"])
    assert (await screen.until("bye"))["code"] == "device_ended"
    assert is_problem(await live.http.post("/api/screens", json=body), 403, "device_ended")


async def test_a_device_that_asks_again_hears_the_team_that_it_has(live: Live) -> None:
    opened = await live.open_room(teams=2)
    path = f"/api/rooms/{opened['code']}/screens"
    body = {"pass": new_pass(), "link": opened["links"]["screen"].split("link=")[1]}
    first = await live.http.post(path, json=body | {"team": "t1"})
    again = await live.http.post(path, json=body | {"team": "t2"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert again.json()["team"] == "t1"


async def test_renewed_links_end_the_old_ones_at_once(live: Live) -> None:
    opened = await live.open_room()
    renewed = await live.http.post(f"/api/rooms/{opened['code']}/links", json={}, headers=bearer(KEY))
    assert renewed.status_code == 200
    link = opened["links"]["facilitator"].split("link=")[1]
    old = await live.http.post(f"/api/rooms/{opened['code']}/desks", json={"pass": new_pass(), "link": link})
    assert is_problem(old, 403, "bad_link")
    await live.device(renewed.json())


async def test_a_key_sees_only_its_own_rooms(live: Live) -> None:
    mine = await live.open_room()
    other = bearer("o" * 22)
    assert (await live.http.get("/api/rooms", headers=other)).json() == {"rooms": []}
    stolen = await live.http.post(f"/api/rooms/{mine['code']}/links", json={}, headers=other)
    none = await live.http.post("/api/rooms/00000000/links", json={}, headers=other)
    assert is_problem(stolen, 404, "unknown_room")
    assert stolen.text == none.text
    (line,) = (await live.http.get("/api/rooms", headers=bearer(KEY))).json()["rooms"]
    assert (line["status"], line["teams"], line["seats"]) == ("lobby", 1, 0)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"scenario": "geen"}, "unknown_scenario", "scenario"),
        ({"language": "en"}, "bad_language", "language"),
        ({"language": "fr"}, "bad_request", "language"),
        ({"teams": []}, "bad_request", "teams"),
        ({"teams": [{"name": "x"}] * 61}, "bad_request", "teams"),
        ({"teams": [{"name": ""}]}, "bad_request", "teams.0.name"),
        ({"teams": [{"name": "Een"}, {"name": "een"}]}, "team_twice", "teams"),
        ({"settings": {"minutes": 1}}, "bad_request", "settings.minutes"),
        ({"settings": {"seats": {"king": 2}}}, "unknown_role", "settings.seats"),
        ({"extra": 1}, "bad_request", "extra"),
    ],
)
async def test_a_room_is_not_opened_on_a_mistake(live: Live, change: dict[str, Any], code: str, field: str) -> None:
    body = {"scenario": "tiny", "language": "nl", "teams": [{"name": "Een"}]} | change
    answer = await live.http.post("/api/rooms", json=body, headers=bearer(KEY))
    assert answer.json()["code"] == code
    assert answer.json()["field"] == field
    assert (await live.http.get("/api/rooms", headers=bearer(KEY))).json() == {"rooms": []}


async def test_without_a_key_nothing_is_opened_or_listed(live: Live) -> None:
    for headers in ({}, bearer("x" * 22), {"Authorization": "Basic eA=="}, {"Authorization": "Bearer"}):
        for method, path in (("GET", "/api/scenarios"), ("GET", "/api/rooms"), ("GET", "/api/scenarios/tiny")):
            answer = await live.http.request(method, path, headers=headers)
            assert is_problem(answer, 401, "unknown_key")
    body = {"scenario": "tiny", "teams": [{"name": "Een"}]}
    assert is_problem(await live.http.post("/api/rooms", json=body), 401, "unknown_key")


async def test_wrong_codes_are_limited_and_right_ones_never(tmp_path: Path) -> None:
    async with serving(tmp_path, limits=Limits(wrong_codes_per_address=5)) as live:
        opened = await live.open_room()
        answers = [await live.http.get(f"/api/rooms/{n:08d}") for n in range(30)]
        assert [one.json()["code"] for one in answers].count("unknown_code") <= 10  # a minute may turn meanwhile
        assert is_problem(answers[-1], 429, "too_many_wrong_codes")
        assert int(answers[-1].headers["retry-after"]) <= 60
        assert (await live.http.get(f"/api/rooms/{opened['code']}")).status_code == 200
        await live.take(opened["code"], "mayor")


async def test_links_carry_their_secrets_in_the_fragment_and_the_qr_shows_the_join_link(live: Live) -> None:
    opened = await live.open_room(teams=2)
    links = [*opened["links"].values(), *(link for team in opened["teams"] for link in team["links"].values())]
    for link in links:
        before, fragment = link.split("#")
        assert "?" not in before
        assert before.startswith(live.url)
        assert fragment.startswith(f"code={opened['code']}")
    svg = await live.http.get(f"/api/rooms/{opened['code']}/qr.svg", params={"team": "t1"})
    assert svg.headers["content-type"] == "image/svg+xml"
    assert (await live.http.get(f"/api/rooms/{opened['code']}/qr.svg?team=t9")).status_code == 422
    drawn = await live.http.post("/api/qr", json={"text": links[0]})
    assert drawn.text.startswith("<svg")
    assert is_problem(await live.http.post("/api/qr", json={"text": "https://evil.example/"}), 422, "bad_request")


async def test_every_no_is_a_problem_document(live: Live) -> None:
    code = (await live.open_room())["code"]
    asked: list[tuple[str, str, int, str, dict[str, Any]]] = [
        ("GET", "/api/geen", 404, "not_found", {}),
        ("GET", "/geen.html", 404, "not_found", {}),
        ("GET", "/assets/../../settings.py", 404, "not_found", {}),
        ("GET", "/api/rooms/" + code + "/geheim.txt", 404, "not_found", {}),
        ("DELETE", "/api/rooms", 405, "method_not_allowed", {}),
        ("POST", f"/api/rooms/{code}/seats", 413, "too_large", {"content": b"x" * 70_000}),
        ("POST", f"/api/rooms/{code}/seats", 422, "bad_request", {"content": b"{"}),
        ("POST", f"/api/rooms/{code}/seats", 422, "bad_request", {"content": b"[]"}),
        ("POST", f"/api/rooms/{code}/seats", 422, "bad_request", {"content": b"\xff\xfe"}),
    ]
    for method, path, status, problem, rest in asked:
        answer = await live.http.request(method, path, headers={"Content-Type": "application/json"}, **rest)
        assert is_problem(answer, status, problem), (method, path, answer.text)


async def test_a_body_without_an_end_is_cut_off(live: Live) -> None:
    code = (await live.open_room())["code"]

    async def endless() -> Any:
        for _ in range(100):
            yield b"x" * 10_000

    answer = await live.http.post(f"/api/rooms/{code}/seats", content=endless())
    assert is_problem(answer, 413, "too_large")


async def test_a_problem_speaks_the_readers_language(live: Live) -> None:
    dutch = await live.http.get("/api/rooms/00000000")
    english = await live.http.get("/api/rooms/00000000", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert dutch.json()["detail"].startswith("Deze code kennen we niet.")
    assert english.json()["detail"].startswith("We do not know this code.")
