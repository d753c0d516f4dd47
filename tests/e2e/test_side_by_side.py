"""Five and three people of two municipalities on Natte Meren, with screen and observer: what each feels and hears."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.devices import Device
from tests.e2e.hands import invite
from tests.e2e.harness import PHONE, Devices, Phone, Secrets, Step, Table, mark_secrets, say, text_of
from tests.e2e.harness import SMALL as SMALL_PHONE
from tests.e2e.looks import Looks
from tests.e2e.packs import SHIPPED
from tests.e2e.plans import SideBySide, team_of
from tests.e2e.test_game import MAINS, NAMES

TITLE = "Natte Meren: twee gemeenten"
BIG, SMALL = "Natte Meren", "Drogenbroek"
FEW = {role: NAMES[role] for role in ("mayor", "secretary", "ciso")}


class TwoTowns(SideBySide):
    """Both tables mark their speaker's words, answer *bij ons?*, and show each other how it is at home."""

    def __init__(self, secrets: Secrets, teams: dict[str, str], first: str) -> None:
        super().__init__(secrets, teams, first)
        self.waited: list[str] = []
        self.looks = Looks()

    def before(self, table: Table, step: Step) -> None:
        if step["action"] == "decision.close":
            self.waited.append(table.desk.primary_button.inner_text())
            self.look_at_waiting(table)
        if step["action"] == "decision.apply" and step["thing"] in MAINS:
            for phone in table.phones:
                if phone.role == "ciso":
                    phone.open_decision(step["thing"])
                    self.look("marks to give", phone)
                    phone.mark(step["thing"], missing=f"gemis{phone.team}{step['thing']}")
            self.leaks += [f"{who} heard what a team missed" for who in self.overheard(table, step["thing"])]
            speaker = table.seated("mayor", self.first)
            speaker.open_decision(step["thing"])
            self.look("marks that are heard", speaker)
            speaker.show_marks(step["thing"])
        super().before(table, step)
        if step["action"] == "phase.next":
            self.at_home(table)

    def overheard(self, table: Table, decision: str) -> list[str]:
        """Who heard a mark besides its writer and its speaker."""
        heard: list[str] = []
        for team in table.desk.view["teams"]:
            words = f"gemis{team}{decision}"
            mine = {each.device.who for each in table.phones if each.team == team and each.role in ("mayor", "ciso")}
            heard += [who for who in self.secrets.heard_of(words) if who not in mine]
        return heard

    def at_home(self, table: Table) -> None:
        for decision in MAINS:
            asked = [p for p in table.phones if p.state(decision) == "effective" and decision not in p.own["practice"]]
            for phone in asked:
                phone.practice(decision, "yes" if phone.role == "mayor" else "no")
            for phone in [each for each in asked if each.role == "mayor"]:
                phone.show_practice(decision)
                self.look("how it is at home", phone)

    def look(self, state: str, phone: Phone) -> None:
        """Each state once, also on the narrowest phone."""
        if f"phone: {state}" in self.looks.states:
            return
        self.looks.at(state, phone=phone.page)
        phone.page.set_viewport_size({"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]})
        self.looks.narrow(state, phone.page)
        phone.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    def look_at_waiting(self, table: Table) -> None:
        if "desk: waiting" in self.looks.states:
            return
        self.looks.at("waiting", desk=table.desk.page)
        table.desk.primary()
        expect(table.desk.page.get_by_role("dialog", name=say("facilitator_waits_title"))).to_be_visible()
        self.looks.at("waiting no longer?", desk=table.desk.page)
        table.desk.close_dialog()
        phone = table.seated("ciso", self.first)
        phone.tab("news")
        phone.page.locator("button.term").first.click()
        expect(phone.page.get_by_role("dialog")).to_be_visible()
        self.look("a word explained", phone)
        phone.page.keyboard.press("Escape")
        phone.tab("picture")
        self.look("cards on the picture", phone)


@pytest.fixture(scope="module")
def marks(folder: Path) -> dict[str, Any]:
    return mark_secrets(SHIPPED / "natte-meren", folder / "data" / "scenarios" / "twee-gemeenten", TITLE)


@pytest.mark.proof
def test_two_municipalities_play_natte_meren_from_the_opening_to_the_report(
    table: Table, devices: Devices, marks: dict[str, Any], subtests: pytest.Subtests
) -> None:
    desk, screen = table.desk, table.screen
    desk.open_room(TITLE, teams=(BIG, SMALL))
    screen.open(desk.link("screen"))
    observer = _watch(table, devices)
    table.seat_all(NAMES, BIG)
    table.seat_all(FEW, SMALL)
    names = {team: part["name"] for team, part in desk.view["teams"].items()}
    plan = TwoTowns(Secrets(marks, table), names, BIG)
    table.play(plan, stop=lambda step: step["action"] == "decision.apply" and step["thing"] == "stekker")
    with subtests.test("the joint reveal stands in columns, and the desk has questions for both"):
        for name in (BIG, SMALL):
            expect(screen.page.get_by_role("region", name=name)).to_be_visible()
        asked = list(desk.view["prompts"]["stekker"].values())
        assert BIG in asked[0]
        assert SMALL in asked[0]
        expect(desk.page.get_by_text(asked[0])).to_be_visible()
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    with subtests.test("the primary button waits for the slower team"):
        assert plan.waited
        assert all(words.startswith(say("facilitator_waits_more", count=2)) for words in plan.waited)
    with subtests.test("axe and the ruler find nothing"):
        assert len(plan.looks.states) == 7
        assert not plan.looks.wrong, "\n".join(sorted(set(plan.looks.wrong)))
    with subtests.test("they chose differently and so got different news"):
        big, small = table.seated("mayor", team_of(names, BIG)), table.seated("mayor", team_of(names, SMALL))
        assert set(big.view["news"]) - set(small.view["news"])
        assert set(small.view["news"]) - set(big.view["news"])
    with subtests.test("each sees how it is with the other, because both wanted that"):
        spread = big.decision("stekker")["spread"]
        assert spread["others"][small.team]["answers"]["mayor"] == {"yes": 1}
        assert small.decision("stekker")["spread"]["others"][big.team]["answers"]["dpo"] == {"no": 1}
    with subtests.test("nothing of one team was heard by the other, the screen or the observer"):
        plan.leaks += plan.secrets.leaks()
        assert sorted(set(plan.leaks)) == []
        _not_heard(table, observer, names)
    desk.step()
    with subtests.test("each team's report is its own"):
        told = text_of(small.report())
        assert f"uitleg{small.team}stekker" in told
        assert f"uitleg{big.team}stekker" not in told
        assert BIG in told, "what the joint reveal showed"


def _watch(table: Table, devices: Devices) -> Device:
    observer = devices.make("observer", (1024, 768))
    observer.page.goto(invite(table.desk, "observer"))
    expect(observer.page.get_by_role("heading", name=table.desk.view["room"]["title"])).to_be_visible()
    return observer


def _not_heard(table: Table, observer: Device, names: dict[str, str]) -> None:
    for team in names:
        outside: list[Phone] = [phone for phone in table.phones if phone.team != team]
        for words in (f"geheim{team}", f"uitleg{team}", f"gemis{team}"):
            heard = [phone.device.who for phone in outside if words in phone.device.recorder.all_heard()]
            assert heard == [], words
            assert words not in table.screen.device.recorder.all_heard()
            assert words not in observer.recorder.all_heard()
