"""A hall: 300 bots over real sockets, and six browsers among them: the desk, the big screen, four phones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.harness import DESK, KEY, ROLES, SCREEN, SHORT, Desk, Devices, Phone, Projector, Server, say
from tests.e2e.keys import Keys
from tests.e2e.looks import Looks

TABLES = int(os.environ.get("CRISISTAFEL_TABLES", "60"))
BOTS, PHONES = int(os.environ.get("CRISISTAFEL_BOTS", "300")), 4
PEOPLE = BOTS + PHONES
PATIENCE = 300.0
"""Seconds in which bots, who read before they vote, have voted on a slow machine."""
MAIN = "unplug"


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """All of the hall comes from one address, and at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CRISISTAFEL_LIMIT_STRANGERS_PER_ADDRESS", "400")
        running = Server(folder / "data")
        running.start()
    yield running
    running.stop()


def open_hall(server: Server) -> dict[str, Any]:
    chairs = -(-PEOPLE // TABLES // len(ROLES)) + 1
    body = {
        "scenario": "korte-proef",
        "language": "nl",
        "teams": [{"name": f"Tafel {n}"} for n in range(1, TABLES + 1)],
        "settings": {"seats": dict.fromkeys(ROLES, chairs)},
    }
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.port}/api/rooms",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return dict(json.load(answer))


@contextmanager
def bots(server: Server, code: str, many: int) -> Iterator[None]:
    """A bot that fails says so: it must not just fall silent."""
    command = [sys.executable, "-m", "game_server.rehearsal", f"http://127.0.0.1:{server.port}", code]
    said = server.data.parent / "bots.txt"
    with said.open("wb") as log:
        company = subprocess.Popen([*command, "--bots", str(many)], stdout=log, stderr=log)
    try:
        yield
        assert company.poll() is None, said.read_text(encoding="utf-8")
    finally:
        company.terminate()
        company.wait(20)
    assert "failed" not in said.read_text(encoding="utf-8")


class Hall:
    """The six browsers."""

    def __init__(self, server: Server, devices: Devices) -> None:
        opened = open_hall(server)
        self.code = opened["code"]
        self.desk = Desk(devices.make("desk", DESK))
        self.screen = Projector(devices.make("screen", SCREEN))
        self.desk.take_desk(opened["links"]["facilitator"].replace("127.0.0.1", "crisistafel.test"))
        self.screen.open(opened["links"]["screen"].replace("127.0.0.1", "crisistafel.test"))
        self.phones = [Phone(devices.make(f"phone {number}")) for number in range(PHONES)]

    def sit(self, looks: Looks) -> None:
        """One tap each."""
        for number, phone in enumerate(self.phones):
            phone.device.goto(f"/#code={self.code}")
            phone.page.get_by_role("textbox", name=say("join_name")).fill(f"Mens {number}")
            if number == 0:
                looks.at("joining a hall", phone=phone.page)
            phone.page.get_by_role("button", name=say("join_take")).click()
            phone.arrive()

    def taken(self) -> int:
        return sum(team["taken"] for team in self.desk.view["hall"]["teams"].values())

    def parts(self, decision: str) -> list[dict[str, Any]]:
        """This decision at every table, as the screen tells it."""
        return list(self.screen.view["decisions"].get(decision, {}).get("teams", {}).values())

    def step(self) -> None:
        """As the desk's button says, once all have voted and every table has spoken."""
        step = self.desk.next
        if step["action"] in ("decision.close", "decision.reveal"):
            self.vote(step["thing"])
        if step["action"] == "decision.settle":
            self.settle(step["thing"])
        else:
            self.desk.step()

    def vote(self, decision: str) -> None:
        for phone in self.phones:
            if phone.state(decision) == "open" and not phone.voted(decision):
                phone.vote(decision, next(iter(phone.decision(decision)["options"])))
        for device, true in (
            (self.desk.device, lambda: "waits" not in self.desk.next),
            (self.screen.device, lambda: all(part["cast"] == part["of"] for part in self.parts(decision))),
        ):
            device.until(true, "everyone voted", PATIENCE)

    def settle(self, decision: str) -> None:
        """Bots and browsers alike: whose word it is says it on the own phone."""
        for phone in self.phones:
            part = phone.decision(decision)
            if part["may_settle"] and part["state"] == "revealed":
                phone.settle(decision, next(iter(part["options"])))
        self.desk.device.until(
            lambda: self.desk.next["action"] != "decision.settle", "every table has spoken", PATIENCE
        )

    def until(self, action: str, thing: str = "") -> None:
        """Presses on up to this step, which is not taken."""
        while not (self.desk.next["action"] == action and thing in ("", self.desk.next.get("thing"))):
            self.step()


def see_the_reveal(hall: Hall) -> None:
    """The sum of all votes, and every table in its place."""
    cells = hall.screen.page.get_by_role("main").get_by_role("list").last.get_by_role("listitem")
    expect(cells).to_have_count(TABLES)
    counts = [part["counts"] for part in hall.parts(MAIN)]
    sums = {option: sum(each[option] for each in counts) for option in counts[0]}
    assert sum(sums.values()) == PEOPLE
    for votes in sums.values():
        hall.screen.shows(str(votes))


def find_a_table(hall: Hall) -> None:
    """Among all, by its name; its people come."""
    name = hall.phones[0].view["team"]["name"]
    hall.desk.page.get_by_role("searchbox", name=say("facilitator_hall_find")).fill(name)
    hall.desk.page.keyboard.press("Enter")
    expect(hall.desk.page.get_by_role("complementary").get_by_text("Mens 0")).to_be_visible()


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_a_plenary_plays_a_main_decision_from_the_lobby_to_the_debrief(
    server: Server, devices: Devices, subtests: pytest.Subtests
) -> None:
    looks, hall = Looks(), Hall(server, devices)
    desk, screen, phones = hall.desk, hall.screen, hall.phones
    hall.sit(looks)
    assert len({phone.team for phone in phones}) == PHONES, "each at another table"
    with bots(server, hall.code, BOTS):
        desk.device.until(lambda: hall.taken() == PEOPLE, "everyone sits", PATIENCE)
        with subtests.test("the desk finds one table among all"):
            find_a_table(hall)
            looks.at("lobby of a hall", desk=desk.page, screen=screen.page)
        hall.until("decision.close", MAIN)
        looks.at("a hall votes", desk=desk.page, screen=screen.page)
        hall.until("decision.settle", MAIN)
        with subtests.test("the reveal is joint"):
            see_the_reveal(hall)
            looks.at("a hall's reveal", desk=desk.page, screen=screen.page, phone=phones[0].page)
            looks.narrow("a hall's reveal", screen.page)
        hall.until("decision.apply", MAIN)
        with subtests.test("every table has settled"):
            assert {part["state"] for part in hall.parts(MAIN)} == {"settled"}
            assert all("option" in part for part in hall.parts(MAIN))
            looks.at("a hall has settled", desk=desk.page, screen=screen.page, phone=phones[0].page)
        while desk.status != "debrief":
            hall.step()
        with subtests.test("everyone is in the debrief"):
            for phone in phones:
                phone.device.until(lambda phone=phone: "debrief" in phone.view, "the debrief")  # type: ignore[misc]
                phone.resolution("Een kop koffie met de CISO.")
            looks.at("the debrief of a hall", desk=desk.page, screen=screen.page, phone=phones[0].page)
    with subtests.test("nobody's name is on the screen or in the desk's view of the hall"):
        assert "Mens 0" not in screen.device.recorder.all_heard()
        assert "Mens 0" not in json.dumps(desk.view)
    assert looks.wrong == []


@pytest.mark.proof
def test_a_hall_is_opened_and_led_without_a_mouse_and_in_a_small_window(devices: Devices) -> None:
    looks, desk = Looks(), Desk(devices.make("desk", DESK))
    page, keys = desk.page, Keys(desk.page)
    desk.take_key()
    keys.button(say("facilitator_sessions_new"))
    keys.radio(page.get_by_role("group", name=say("facilitator_open_scenario")), SHORT)
    keys.type(page.get_by_role("textbox", name=say("facilitator_open_tables")), "12")
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("facilitator_open_tables_made", count=12))).to_be_visible()
    keys.press(page.get_by_text(say("facilitator_open_more")))
    keys.type(page.get_by_role("textbox", name="CISO"), "3")
    looks.at("opening a hall", desk=page)
    looks.narrow("opening a hall", page)
    keys.button(say("facilitator_open_do"))
    desk.device.until(lambda: bool(desk.view), "a hall")
    teams = desk.view["hall"]["teams"]
    assert [team["name"] for team in teams.values()] == [f"Tafel {n}" for n in range(1, 13)]
    assert {team["free"]["ciso"] for team in teams.values()} == {3}
    keys.type(page.get_by_role("searchbox", name=say("facilitator_hall_find")), "Tafel 7")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary").get_by_role("heading", name="Tafel 7")).to_be_visible()
    table = page.get_by_role("region", name=say("facilitator_hall_all_tables")).get_by_role("button").nth(2)
    keys.press(table)
    expect(table).to_have_attribute("aria-pressed", "true")
    for width, height in ((320, 640), (640, 360)):
        page.set_viewport_size({"width": width, "height": height})
        looks.at(f"a hall's lobby at {width}", desk=page)
        looks.narrow(f"a hall's lobby at {width}", page)
    assert looks.wrong == []
