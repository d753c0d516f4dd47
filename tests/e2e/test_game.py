"""Natte Meren on the insecure origin of a town hall's wifi: from opening the room to the report on every device."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.harness import Devices, Phone, Plan, Secrets, Step, Table, mark_secrets, say, text_of
from tests.e2e.packs import SHIPPED
from tests.e2e.secrets import marks_in, marks_in_bundles

Marks = dict[str, dict[str, Any]]
TITLE = "Natte Meren: een gemerkte vrijdag"
NAMES = {
    "mayor": "Burgemeester",
    "secretary": "Gemeentesecretaris",
    "ciso": "CISO",
    "dpo": "Functionaris gegevensbescherming",
    "public-safety": "Adviseur openbare orde en veiligheid",
}
PEOPLE = {"mayor": "Anna", "secretary": "Bram", "ciso": "Cem", "dpo": "Dilara", "public-safety": "Evert"}
MAINS = ("stekker", "losgeld", "vertellen")


class Evening(Plan):
    """A table that talks: everyone shares, gives reasons, answers *bij ons?*; one vote comes from paper."""

    def __init__(self, secrets: Secrets) -> None:
        self.secrets = secrets
        self.leaks: list[str] = []
        self.reasons: list[str] = []
        self.injects: list[str] = []

    def vote(self, decision: str, options: list[str], phone: Phone) -> str | None:
        if (decision, phone.role) == ("eerste-verklaring", "public-safety"):
            return None  # On paper.
        return options[(len(decision) + list(NAMES).index(phone.role)) % len(options)]

    def reason(self, decision: str, phone: Phone) -> str:
        if decision not in MAINS:
            return ""
        self.reasons.append(f"Reden van {PEOPLE[phone.role]} bij {decision}")
        return self.reasons[-1]

    def settle(self, decision: str, options: list[str], team: str) -> str:
        return options[1]

    def statement(self, decision: str, team: str) -> str:
        return f"Wij leggen {decision} uit aan onze inwoners." if decision in MAINS else ""

    def aloud(self, decision: str) -> bool:
        return decision in ("losgeld", "melden-ap", "de-raad")

    def before(self, table: Table, step: Step) -> None:
        action, thing = step["action"], step.get("thing", "")
        if action == "inject.release":
            self.injects.append(thing)
        if action == "decision.picture" and thing == "stekker":
            for phone in table.phones:
                self.secrets.share(phone, phone.private()[0])
            table.seated("ciso").note("Een beheerdersaccount is vier keer gebruikt", "fact")
            table.seated("public-safety").note("Wie staat er vanavond bij de brug", "unknown")
        if action == "decision.apply":
            self.leaks += self.secrets.leaks()
            self.secrets.effective(thing)
        if action == "phase.next" and table.phones[0].state("stekker") == "effective":
            for phone in table.phones:
                for decision in MAINS:
                    if phone.state(decision) == "effective" and decision not in phone.own["practice"]:
                        phone.practice(decision, "yes" if phone.role == "mayor" else "no")

    def voted(self, table: Table, decision: str) -> None:
        if decision == "eerste-verklaring":
            table.desk.paper_vote("Evert", table.desk.decision(decision)["options"]["feiten"]["label"])
        for phone in table.phones:
            words = f"Reden van {PEOPLE[phone.role]} bij {decision}"
            self.leaks += [f"{who} heard of {words}" for who in self.secrets.heard_of(words, phone)]


@pytest.fixture(scope="module")
def marks(folder: Path) -> Marks:
    """The shipped pack with a mark in every secret text."""
    return mark_secrets(SHIPPED / "natte-meren", folder / "data" / "scenarios" / "gemerkt", TITLE)


def test_a_table_plays_natte_meren_from_the_open_door_to_the_report(
    table: Table, devices: Devices, marks: Marks, subtests: pytest.Subtests
) -> None:
    desk, screen = table.desk, table.screen
    code = desk.open_room(TITLE)
    screen_code = screen.wait_to_be_paired()
    desk.pair(screen_code)
    screen.shows(f"{code[:4]}-{code[4:]}")
    for role, name in NAMES.items():
        table.phone(PEOPLE[role]).join(code, PEOPLE[role], name, typed=role == "mayor")
    desk.device.until(lambda: len(desk.seats()) == len(NAMES), "five chairs")
    assert table.phones[0].page.evaluate("isSecureContext") is False

    evening = Evening(Secrets(marks, table))
    done = table.play(evening, stop=lambda step: step["action"] in ("room.debrief", "report.release"))
    with subtests.test("every decision came by the primary button"):
        assert done.count("decision.settle") == done.count("decision.apply") >= 7
        assert done.count("decision.picture") == len(MAINS)
        assert len(evening.injects) >= 30
    done += table.play(evening, stop=lambda step: step["action"] == "report.release")

    question = next(iter(table.phones[0].view["debrief"]["questions"]))
    for phone in table.phones:
        phone.reflection(question, f"{PEOPLE[phone.role]} vond de stilte het spannendst.")
    for phone in table.phones:
        phone.resolution(f"{PEOPLE[phone.role]} drinkt koffie met de CISO.")
    desk.device.until(lambda: desk.view["resolutions"] == len(NAMES), "five resolutions")
    desk.step()
    with subtests.test("the report of the desk tells what happened"):
        told = text_of(desk.download())
        wanted = ["Natte Meren", *PEOPLE.values(), *evening.reasons]
        wanted += [f"{name} drinkt koffie met de CISO." for name in PEOPLE.values()]
        wanted += [f"Wij leggen {decision} uit aan onze inwoners." for decision in MAINS]
        for decision in MAINS:
            part = desk.decision(decision)
            wanted += [part["title"], part["options"][part["settled"]["option"]]["label"]]
        assert [words for words in wanted if words not in told] == []
    mayor = table.seated("mayor")
    with subtests.test("a phone gets the same report"):
        expect(mayor.page.get_by_role("heading", name=say("participant_report_title"))).to_be_visible()
        told = text_of(mayor.report())
        assert [name for name in PEOPLE.values() if f"{name} drinkt koffie" not in told] == []
    link = mayor.keep_link()
    desk.close_room()
    with subtests.test("the link works the next morning on another machine"):
        elsewhere = Phone(devices.make("elsewhere", (1280, 720)))
        elsewhere.page.goto(link)
        assert "drinkt koffie" in text_of(elsewhere.report())
    with subtests.test("nobody heard what was not theirs"):
        evening.leaks += evening.secrets.leaks()
        assert sorted(set(evening.leaks)) == []
        heard = {mark for phone in table.phones for mark in marks_in(phone.device.recorder)}
        assert len(heard) > 30, "the marks are looked for where they can be found"
    with subtests.test("no text of a scenario stands in a bundle"):
        assert marks_in_bundles(["ciso-backup", "back-upserver", "eerst-uitbetalen", "Drogenbroek"]) == []
