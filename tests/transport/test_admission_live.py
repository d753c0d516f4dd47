"""At a real door: who waits hears nothing of the game, and a chair goes to another device by a link that works once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transport.live import Live, bearer, new_pass

CANARY = "Kanarie in de serverruimte"


async def knocked(live: Live, code: str, **fields: Any) -> tuple[str, Any]:
    secret = new_pass()
    body = {"pass": secret, "name": "Wim Wacht", "role": "mayor"} | fields
    return secret, await live.http.post(f"/api/rooms/{code}/seats", json=body)


async def test_who_waits_gets_not_a_word_of_the_game(live: Live) -> None:
    opened = await live.open_room(settings={"admission": True})
    code = opened["code"]
    assert (await live.http.get(f"/api/rooms/{code}")).json()["admission"] is True
    desk = await live.connect(await live.device(opened))
    secret, answer = await knocked(live, code)
    assert (answer.status_code, set(answer.json())) == (202, {"knock", "state"})
    await desk.say("room.start")
    told = {"to": [], "channel": "mail", "from": CANARY, "body": CANARY}
    assert (await desk.say("inject.compose", **told))["ok"]
    waiting = await live.connect(secret)
    assert waiting.refused is not None
    assert waiting.refused["code"] == "knock_waiting"
    assert waiting.heard == []
    for what in ("debrief.pdf", "debrief.json", "journal.jsonl", "resolution.ics"):
        refused = await live.http.get(f"/api/rooms/{code}/{what}", headers=bearer(secret))
        assert refused.status_code == 403
        assert CANARY not in refused.text
    for what, body in (("tickets", {"what": "debrief.json"}), ("keeps", {"pass": new_pass()})):
        refused = await live.http.post(f"/api/rooms/{code}/{what}", json=body, headers=bearer(secret))
        assert refused.status_code == 403
    assert CANARY not in (await live.http.get(f"/api/rooms/{code}")).text


async def test_let_in_the_same_asking_gives_the_chair_and_refused_it_says_so(live: Live) -> None:
    opened = await live.open_room(settings={"admission": True})
    desk = await live.connect(await live.device(opened))
    (secret, first), (other, second) = [await knocked(live, opened["code"], name=name) for name in ("Anna", "Bert")]
    assert (await desk.say("knock.accept", knock=first.json()["knock"]))["ok"]
    assert (await desk.say("knock.refuse", knock=second.json()["knock"]))["ok"]
    body = {"name": "Anna", "role": "mayor"}
    again = await live.http.post(f"/api/rooms/{opened['code']}/seats", json=body | {"pass": secret})
    assert (again.status_code, again.json()["role"]) == (200, "mayor")
    phone = await live.connect(secret)
    assert (await phone.until("own"))["view"]["name"] == "Anna"
    refused = await live.http.post(f"/api/rooms/{opened['code']}/seats", json=body | {"pass": other, "name": "Bert"})
    assert (refused.status_code, refused.json()["code"]) == (403, "knock_refused")


async def test_the_door_says_how_many_wait_for_a_chair(live: Live) -> None:
    opened = await live.open_room(settings={"admission": True})
    where = f"/api/rooms/{opened['code']}"
    assert "waiting" not in (await live.http.get(where)).json()["teams"][0]
    await knocked(live, opened["code"], name="Anna")
    team = (await live.http.get(where)).json()["teams"][0]
    assert (team["waiting"], team["free"]["mayor"]) == ({"mayor": 1}, 1)


async def test_only_a_desk_makes_a_handover_link(live: Live) -> None:
    opened = await live.open_room()
    secret, given = await live.take(opened["code"], "mayor")
    observer = await live.device(opened, "observer")
    where, body = f"/api/rooms/{opened['code']}/handovers", {"seat": given["seat"], "link": new_pass()}
    assert (await live.http.post(where, json=body)).status_code == 401
    for holder, status in ((secret, 403), (observer, 403), (new_pass(), 401)):
        assert (await live.http.post(where, json=body, headers=bearer(holder))).status_code == status
    desk = await live.device(opened)
    assert (await live.http.post(where, json=body | {"seat": "s99"}, headers=bearer(desk))).status_code == 409
    assert (await live.http.post(where, json=body | {"link": "short"}, headers=bearer(desk))).status_code == 422


async def test_a_chair_goes_to_another_device_in_mid_vote_and_the_old_one_is_sent_off(live: Live) -> None:
    opened = await live.open_room()
    code = opened["code"]
    secret, given = await live.take(code, "mayor")
    desk_pass = await live.device(opened)
    desk, old = await live.connect(desk_pass), await live.connect(secret)
    for type_, fields in (
        ("room.start", {}),
        ("phase.next", {"from": "welcome"}),
        ("decision.open", {"decision": "unplug", "from": "planned"}),
    ):
        assert (await desk.say(type_, **fields))["ok"]
    assert (await old.say("vote.cast", decision="unplug", option="watch"))["ok"]
    link = new_pass()
    offer = await live.http.post(
        f"/api/rooms/{code}/handovers", json={"seat": given["seat"], "link": link}, headers=bearer(desk_pass)
    )
    assert offer.json()["url"].endswith(f"#code={code}&hand={link}")
    new = new_pass()
    taken = await live.http.post(f"/api/rooms/{code}/handovers/take", json={"pass": new, "link": link})
    assert (taken.status_code, taken.json()["seat"]) == (201, given["seat"])
    assert (await old.until("bye"))["code"] == "taken_over"
    again = await live.http.post(f"/api/rooms/{code}/handovers/take", json={"pass": new, "link": link})
    assert again.status_code == 200
    thief = await live.http.post(f"/api/rooms/{code}/handovers/take", json={"pass": new_pass(), "link": link})
    assert (thief.status_code, thief.json()["code"]) == (403, "bad_link")
    phone = await live.connect(new)
    assert (await phone.until("own"))["view"]["votes"]["unplug"]["option"] == "watch"
    assert (await phone.say("vote.cast", decision="unplug", option="all-off"))["ok"]


@pytest.mark.parametrize("rounds", [5])
async def test_of_two_desks_on_real_sockets_one_wins_and_the_other_hears_who(live: Live, rounds: int) -> None:
    opened = await live.open_room()
    desks = [await live.connect(await live.device(opened, name=name)) for name in ("Anna", "Bo")]
    assert (await desks[0].say("room.start"))["ok"]
    here, there = "welcome", "round-1"
    for number in range(rounds):
        verb = "phase.next" if number % 2 == 0 else "phase.back"
        fields = {"from": here if number % 2 == 0 else there}
        acks = [await desk.say(verb, **fields) for desk in desks]
        assert [ack["ok"] for ack in acks] == [True, False]
        assert acks[1]["code"] == "stale"
        assert acks[1]["message"].startswith("De andere gespreksleider heeft dit al gedaan")
        again = await desks[0].say(verb, **fields)
        assert again["message"].startswith("Dit hebt u net zelf gedaan")
        desks.reverse()


async def test_an_observers_notes_come_to_the_desk_with_what_they_are_about(live: Live) -> None:
    opened = await live.open_room()
    desk = await live.connect(await live.device(opened))
    observer = await live.connect(await live.device(opened, "observer", name="Olga"))
    for about in ("person:x", "inject:", "decision"):
        assert (await observer.say("note.add", text="Fout", about=about))["field"] == "about"
    assert (await observer.say("note.add", text="De CISO zwijgt.", about="role:ciso"))["ok"]
    await desk.until("view", 2)
    (note,) = desk.view["notes"].values()
    assert (note["by"], note["who"], note["about"], note["text"]) == (
        "observer",
        "Olga",
        "role:ciso",
        "De CISO zwijgt.",
    )
