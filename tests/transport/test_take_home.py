"""What is taken home: who may have which document, and that a ticket works once and for a minute."""

from __future__ import annotations

from typing import Any

import httpx
import orjson

from game_server.room.envelope import decode
from game_server.room.evolve import fold
from game_server.transport.pairings import Tickets
from game_server.transport.passes import hashed
from tests.transport.live import Live, Player, bearer, new_pass
from tests.transport.test_door import is_problem

BEFORE = ("invitation.ics", "poster.pdf", "tents.pdf", "roles.pdf", "cards.pdf")
FORMED = ("debrief.pdf", "debrief.json", "debrief.html", "debrief.xlsx", "debrief.md")
ALL = (*FORMED, "journal.jsonl", "resolution.ics", "pocket.pdf", *BEFORE)


async def fetch(live: Live, code: str, what: str, secret: str, **query: Any) -> httpx.Response:
    return await live.http.get(f"/api/rooms/{code}/{what}", headers=bearer(secret), params=query)


async def released(live: Live, teams: int = 1) -> tuple[dict[str, Any], str, Player]:
    opened = await live.open_room(teams=teams)
    secret = await live.device(opened)
    desk = await live.connect(secret)
    for step in ("room.start", "room.debrief", "report.release"):
        assert (await desk.say(step))["ok"], step
    return opened, secret, desk


async def test_a_desk_gets_all_and_others_what_is_theirs_after_the_release(live: Live) -> None:
    opened = await live.open_room(teams=2)
    code = opened["code"]
    secret = await live.device(opened)
    desk = await live.connect(secret)
    seat, _ = await live.take(code, "mayor", team="t1")
    for what in ("debrief.pdf", "debrief.json"):
        assert is_problem(await fetch(live, code, what, seat), 409, "not_released")
    for step in ("room.start", "room.debrief", "report.release"):
        assert (await desk.say(step))["ok"]
    pdf = await fetch(live, code, "debrief.pdf", secret)
    assert pdf.status_code == 200, pdf.text
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["content-disposition"].startswith("attachment")
    lines = (await fetch(live, code, "journal.jsonl", secret)).content.splitlines()
    assert orjson.loads(lines[0])["scenario"]["id"] == "tiny"
    assert orjson.loads(lines[1])["type"] == "room_opened"
    assert (await fetch(live, code, "debrief.pdf", seat)).status_code == 200
    own = (await fetch(live, code, "debrief.json", seat)).json()
    assert [team["name"] for team in own["teams"]] == ["Team 1"]
    assert is_problem(await fetch(live, code, "debrief.json", seat, team="t2"), 403, "not_allowed")
    assert is_problem(await fetch(live, code, "journal.jsonl", seat), 403, "not_allowed")


async def test_an_exported_journal_folds_and_keeps_every_hash_here(live: Live) -> None:
    opened, secret, desk = await released(live)
    seat, given = await live.take(opened["code"], "mayor")
    gone, _ = await live.take(opened["code"], "ciso")
    keep = new_pass()
    path = f"/api/rooms/{opened['code']}/keeps"
    assert (await live.http.post(path, json={"pass": keep}, headers=bearer(seat))).status_code == 201
    removed = live.game.hub.live[0]._room.passes[hashed(gone)][1]
    assert (await desk.say("seat.remove", seat=removed))["ok"]
    exported = (await fetch(live, opened["code"], "journal.jsonl", secret)).content
    links = [link.split("link=")[1] for name, link in opened["links"].items() if name != "join"]
    for hidden in (secret, seat, gone, keep, *links):
        assert hashed(hidden).encode() not in exported
    room = fold(decode(line) for line in exported.splitlines()[1:])
    here = live.game.hub.live[0]._room
    assert here is not None
    assert list(room.passes.values()) == list(here.passes.values())
    assert (room.seats.keys(), room.version, room.answers) == (here.seats.keys(), here.version, here.answers)
    assert room.seats[given["seat"]].keep_hashes != [room.seats[given["seat"]].pass_hash]


FORMS = {
    "debrief.pdf": ("application/pdf", b"%PDF"),
    "debrief.html": ("text/html; charset=utf-8", b"<!doctype html>"),
    "debrief.xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    "debrief.md": ("text/markdown; charset=utf-8", b"# "),
    "debrief.json": ("application/json", b"{"),
}


async def test_the_report_comes_in_every_form_and_in_public_without_names(live: Live) -> None:
    opened, secret, _ = await released(live)
    for what, (media_type, begins) in FORMS.items():
        for variant in ("full", "public"):
            found = await fetch(live, opened["code"], what, secret, variant=variant, language="en")
            assert (found.status_code, found.headers["content-type"]) == (200, media_type), what
            assert found.content.startswith(begins)
            way = "inline" if what == "debrief.html" else "attachment"
            assert found.headers["content-disposition"].startswith(f"{way}; filename=")
            assert f"-en-{variant}." in found.headers["content-disposition"]
    public = (await fetch(live, opened["code"], "debrief.json", secret, variant="public")).json()
    assert (public["variant"], public["code"], public["teams"][0]["name"]) == ("public", "", "Team 1")


async def test_a_public_report_on_several_teams_waits_until_each_agreed(live: Live) -> None:
    opened, secret, _ = await released(live, teams=2)
    wanted = {"what": "debrief.pdf", "variant": "public"}
    path = f"/api/rooms/{opened['code']}/tickets"
    assert is_problem(await live.http.post(path, json=wanted, headers=bearer(secret)), 409, "not_joint")
    assert is_problem(await fetch(live, opened["code"], "debrief.md", secret, variant="public"), 409, "not_joint")
    assert (await fetch(live, opened["code"], "debrief.md", secret, variant="public", team="t2")).status_code == 200


async def test_the_form_of_the_data_is_published(live: Live) -> None:
    opened, secret, _ = await released(live)
    schema = (await live.http.get("/api/debrief.schema.json")).json()
    whole = (await fetch(live, opened["code"], "debrief.json", secret)).json()
    assert set(schema["$defs"]["Report"]["required"]) == set(whole)
    assert schema["$defs"]["Resolution"]["description"].startswith("What one person takes home")


async def test_what_is_printed_beforehand_is_for_a_desk_alone(live: Live) -> None:
    opened, secret, _ = await released(live, teams=2)
    seat, _ = await live.take(opened["code"], "mayor", team="t1")
    keep = new_pass()
    await live.http.post(f"/api/rooms/{opened['code']}/keeps", json={"pass": keep}, headers=bearer(seat))
    for what in BEFORE:
        for other in (seat, keep):
            assert is_problem(await fetch(live, opened["code"], what, other), 403, "not_allowed")
            wanted = {"what": what}
            ticket = await live.http.post(f"/api/rooms/{opened['code']}/tickets", json=wanted, headers=bearer(other))
            assert is_problem(ticket, 403, "not_allowed")
        if what != "invitation.ics":
            assert (await fetch(live, opened["code"], what, secret)).content.startswith(b"%PDF"), what
    assert is_problem(await fetch(live, opened["code"], "invitation.ics", secret), 409, "no_date")


async def test_a_prepared_room_has_an_invitation(live: Live) -> None:
    opened = await live.open_room(when=1_795_518_000_000)
    secret = await live.device(opened)
    path = f"/api/rooms/{opened['code']}/tickets"
    ticket = (await live.http.post(path, json={"what": "invitation.ics"}, headers=bearer(secret))).json()
    calendar = await live.http.get(ticket["url"])
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;TZID=Europe/Amsterdam:20261124T120000" in calendar.text
    assert f"{live.url}/#code={opened['code']}" in calendar.text.replace("\r\n ", "")


async def test_screens_observers_and_strangers_get_nothing(live: Live) -> None:
    opened, _, _ = await released(live)
    for secret in (await live.device(opened, "screen"), await live.device(opened, "observer")):
        for what in ALL:
            assert is_problem(await fetch(live, opened["code"], what, secret), 403, "not_allowed")
            ticket = await live.http.post(
                f"/api/rooms/{opened['code']}/tickets", json={"what": what}, headers=bearer(secret)
            )
            assert is_problem(ticket, 403, "not_allowed")
    for what in ALL:
        assert is_problem(await fetch(live, opened["code"], what, new_pass()), 401, "unknown_pass")
        assert is_problem(await live.http.get(f"/api/rooms/{opened['code']}/{what}"), 401, "unknown_pass")


async def test_a_keep_link_reads_its_seats_report_and_nothing_else(live: Live) -> None:
    opened, secret, desk = await released(live)
    seat, _ = await live.take(opened["code"], "mayor")
    keep = new_pass()
    path = f"/api/rooms/{opened['code']}/keeps"
    first, again = [await live.http.post(path, json={"pass": keep}, headers=bearer(seat)) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert (await fetch(live, opened["code"], "debrief.pdf", keep)).status_code == 200
    assert is_problem(await fetch(live, opened["code"], "journal.jsonl", keep), 403, "not_allowed")
    assert (await live.connect(keep)).refused["code"] == "unknown_pass"  # type: ignore[index]
    for wrong in (keep, secret):
        answer = await live.http.post(path, json={"pass": new_pass()}, headers=bearer(wrong))
        assert is_problem(answer, 403, "not_allowed")
    assert (await desk.say("room.close"))["ok"]
    assert (await fetch(live, opened["code"], "debrief.pdf", keep)).status_code == 200


async def test_a_resolution_becomes_an_appointment(live: Live) -> None:
    opened = await live.open_room()
    secret, _ = await live.take(opened["code"], "mayor")
    assert is_problem(await fetch(live, opened["code"], "resolution.ics", secret), 409, "no_resolution")
    mayor = await live.connect(secret)
    assert (await mayor.say("resolution.write", text="Koffie met de CISO\nDTSTART:nee", **{"with": "Bram"}))["ok"]
    calendar = await fetch(live, opened["code"], "resolution.ics", secret)
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert "SUMMARY:Koffie met de CISO" in calendar.text
    assert "\r\nDTSTART:nee" not in calendar.text


async def test_two_agree_on_one_date_and_nobody_else_hears_of_it(live: Live) -> None:
    opened = await live.open_room(teams=2)
    code = opened["code"]
    mayor_pass, mayor_seat = await live.take(code, "mayor", team="t1", name="Anna")
    ciso_pass, ciso_seat = await live.take(code, "ciso", team="t1", name="Bram")
    other_pass, _ = await live.take(code, "mayor", team="t2")
    mayor, ciso, other = [await live.connect(secret) for secret in (mayor_pass, ciso_pass, other_pass)]
    desk, screen = [await live.connect(await live.device(opened, kind)) for kind in ("desk", "screen")]
    at = live.game.hub.now() + 7 * 24 * 3_600_000
    wanted = {"text": "KANARIE koffie", "with_seat": ciso_seat["seat"], "starts": at}
    assert (await mayor.say("resolution.write", **wanted))["ok"]
    await ciso.until("own", 2)
    asked = ciso.own["meetings"][mayor_seat["seat"]]
    assert (asked["text"], asked["name"], asked["state"]) == ("KANARIE koffie", "Anna", "proposed")
    assert is_problem(await fetch(live, code, "resolution.ics", ciso_pass), 409, "no_resolution")
    assert (await ciso.say("meeting.accept", of=mayor_seat["seat"], starts=at))["ok"]
    mine, theirs = [(await fetch(live, code, "resolution.ics", one)).text for one in (mayor_pass, ciso_pass)]
    for line in ("DTSTART", "DTEND", "UID", "SUMMARY:KANARIE koffie"):
        assert [one for one in mine.splitlines() if one.startswith(line)] == [
            one for one in theirs.splitlines() if one.startswith(line)
        ]
    assert "Bram" in mine
    assert "Anna" in theirs
    assert (await fetch(live, code, "pocket.pdf", ciso_pass)).content.startswith(b"%PDF")
    for player in (other, desk, screen):
        assert (await player.call("resync", {}))["ok"]
        assert "KANARIE" not in repr(player.heard)


async def test_a_ticket_works_once(live: Live) -> None:
    opened, secret, _ = await released(live)
    path = f"/api/rooms/{opened['code']}/tickets"
    ticket = (await live.http.post(path, json={"what": "debrief.json"}, headers=bearer(secret))).json()
    assert ticket["url"].startswith(live.url)
    assert (await live.http.get(ticket["url"])).status_code == 200
    assert is_problem(await live.http.get(ticket["url"]), 404, "unknown_ticket")
    other = (await live.http.post(path, json={"what": "debrief.json"}, headers=bearer(secret))).json()
    assert is_problem(await live.http.get(other["url"].replace("debrief.json", "journal.jsonl")), 404, "unknown_ticket")
    unknown = await live.http.post(path, json={"what": "journal.txt"}, headers=bearer(secret))
    assert is_problem(unknown, 422, "bad_request")


async def test_a_ticket_of_a_room_that_is_gone_opens_nothing(live: Live) -> None:
    opened, secret, _ = await released(live)
    path = f"/api/rooms/{opened['code']}/tickets"
    ticket = (await live.http.post(path, json={"what": "debrief.json"}, headers=bearer(secret))).json()
    await live.game.hub.journal.destroy(opened["code"].replace("-", ""))  # as another process does
    assert is_problem(await fetch(live, opened["code"], "debrief.json", secret), 404, "unknown_code")
    await live.game.hub.destroy(opened["code"].replace("-", ""))
    assert is_problem(await live.http.get(ticket["url"]), 404, "unknown_code")


def test_a_ticket_lasts_a_minute_and_the_oldest_gives_way() -> None:
    clock = _Clock()
    tickets: Tickets[str] = Tickets(clock, most=2)  # type: ignore[arg-type]
    late, until = tickets.make("late")
    assert until == 60_000
    clock.seconds = 60
    assert tickets.use(late) is None
    first, second, third = [tickets.make(name)[0] for name in ("first", "second", "third")]
    assert [tickets.use(one) for one in (first, second, third)] == [None, "second", "third"]


class _Clock:
    def __init__(self) -> None:
        self.seconds, self.made = 0.0, 0

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> int:
        return int(self.seconds * 1000)

    def new_secret(self) -> str:
        self.made += 1
        return str(self.made)
