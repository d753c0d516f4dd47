"""The facilitator's desk, by the names of what she presses."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.devices import Device
from tests.e2e.server import KEY
from tests.e2e.words import like, say

ONE_PRESS = 1.06
"""Seconds in which a second press of the primary button does not count, and a bit."""


def without_waits(step: dict[str, Any]) -> dict[str, Any]:
    """Whom it waits for changes with every vote; the step does not."""
    return {key: value for key, value in step.items() if key != "waits"}


class Desk:
    """Reads from the frames what comes next, and presses what a person would press."""

    def __init__(self, device: Device) -> None:
        self.device, self.page = device, device.page
        self.code = ""
        self._pressed = 0.0
        self.page.add_init_script("try { localStorage.setItem('crisistafel.desk.full', '1') } catch {}")

    # ---------------------------------------------------------------- coming in

    def take_key(self) -> None:
        self.device.goto(f"/regie#key={KEY}")
        self.button("facilitator_key_use").click()
        expect(self.page.get_by_role("heading", name=say("facilitator_sessions_title"))).to_be_visible()

    def open_room(self, scenario: str, teams: tuple[str, ...] = (), **settings: str) -> str:
        """Its code. `settings`: words of the fields below *Meer instellingen* → what to fill in."""
        self.take_key()
        self.button("facilitator_sessions_new").click()
        self.page.get_by_role("radio", name=scenario).check()
        for number, team in enumerate(teams, 1):
            if number > 1:
                self.button("facilitator_open_team_add").click()
            one = number == 1
            label = say("facilitator_open_team") if one else say("facilitator_open_team_n", n=number)
            self.page.get_by_role("textbox", name=label).fill(team)
        if settings:
            self.page.get_by_text(say("facilitator_open_more")).click()
            for key, value in settings.items():
                self.page.get_by_role("textbox", name=say(key)).fill(value)
        self.button("facilitator_open_do").click()
        expect(self.page.get_by_role("heading", name=say("facilitator_lobby_empty_title"))).to_be_visible()
        self.code = self.view["room"]["code"].replace("-", "")
        return self.code

    def take_desk(self, link: str) -> None:
        """Another device: by the desk's link, which counts only once its button is pressed."""
        self.page.goto(link)
        self.button("facilitator_take_button").click()
        self.device.until(lambda: bool(self.view), "a view of the desk")
        self.code = self.view["room"]["code"].replace("-", "")

    def link(self, what: str) -> str:
        """A link of this room as this device keeps it."""
        kept = self.page.evaluate("JSON.parse(localStorage.getItem('crisistafel.desks'))")
        return str(kept[self.code]["links"][what])

    # ---------------------------------------------------------------- what it knows

    @property
    def view(self) -> dict[str, Any]:
        return self.device.recorder.view.view

    @property
    def next(self) -> dict[str, Any]:
        step: dict[str, Any] = self.view["next"]
        return step

    @property
    def status(self) -> str:
        return str(self.view["room"]["status"])

    def decision(self, decision: str, team: str | None = None) -> dict[str, Any]:
        teams = self.view["teams"]
        found: dict[str, Any] = teams[team or next(iter(teams))]["decisions"].get(decision, {})
        return found

    def seats(self) -> dict[str, str]:
        """Seat → role, of all teams."""
        return {seat: line["role"] for team in self.view["teams"].values() for seat, line in team["seats"].items()}

    # ---------------------------------------------------------------- pressing

    def button(self, key: str, **fill: object) -> Locator:
        name = say(key, **fill)
        return (
            self.page.get_by_role("button", name=name, exact=True)
            .or_(self.page.get_by_role("button", name=name + " ", exact=False))
            .first
        )

    @property
    def primary_button(self) -> Locator:
        """The one that says what comes next."""
        region = self.page.get_by_role("region", name=say("facilitator_next_step"))
        return region.get_by_role("button").filter(has=self.page.locator("kbd"))

    def primary(self) -> None:
        """Presses it once, at a moment when a press counts."""
        rest = ONE_PRESS - (time.monotonic() - self._pressed)
        if rest > 0:
            self.page.wait_for_timeout(rest * 1000)
        asks = self.next["action"] == "report.release"
        self.primary_button.click()
        self._pressed = time.monotonic()
        if asks:
            self.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_release_yes")).click()

    def step(self, press: Callable[[], None] | None = None) -> dict[str, Any]:
        """Takes the next step, whatever it is but a settling or the end, and waits until something else is next."""
        before = self.next
        (press or self.primary)()
        self.device.until(
            lambda: without_waits(self.next) != without_waits(before), f"a step after {before}: {self.said()}"
        )
        return before

    def said(self) -> str:
        """What the desk told of the last command."""
        return " ".join(self.page.get_by_role("status").all_inner_texts())

    def settle_on_word(
        self, option: str, *, owner: str = "", statement: str = "", against: str = "", team: str | None = None
    ) -> None:
        """The primary button asks; `against`: the reason to overrule the mandate."""
        before = self.next
        self.primary()
        dialog = self.page.get_by_role("dialog")
        if team is not None and dialog.get_by_role("group", name=say("facilitator_team"), exact=True).count():
            dialog.get_by_role("radio", name=team, exact=True).check()
        dialog.get_by_role("radio", name=option, exact=True).check()
        if against:
            dialog.get_by_role("radio", name=like("facilitator_settle_against")).check()
            dialog.get_by_role("textbox", name=say("facilitator_settle_reason")).fill(against)
        if owner:
            dialog.get_by_role("textbox", name=say("facilitator_settle_owner")).fill(owner)
        if statement:
            dialog.get_by_role("textbox", name=say("facilitator_settle_statement")).fill(statement)
        dialog.get_by_role("button", name=say("facilitator_next_settle")).click()
        expect(dialog).to_be_hidden()
        self.device.until(lambda: self.next != before, "another step after settling")

    def seat_without_device(self, role: str, short: str, name: str) -> None:
        self.page.get_by_role("button", name=f"{short} · {say('facilitator_free')}").click()
        dialog = self.page.get_by_role("dialog", name=say("facilitator_seat_add", role=role))
        dialog.get_by_role("textbox", name=say("facilitator_seat_name")).fill(name)
        dialog.get_by_role("button", name=say("facilitator_seat_add_do")).click()
        expect(dialog).to_be_hidden()

    def paper_vote(self, name: str, option: str) -> None:
        self.page.get_by_role("button", name=say("facilitator_seat_change", name=name)).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("radio", name=option, exact=True).check()
        dialog.get_by_role("button", name=say("facilitator_paper_vote_do")).click()
        expect(dialog).to_be_hidden()

    def accept_claim(self, name: str) -> None:
        claim = self.page.locator("section").filter(has_text=name)
        claim.get_by_role("button", name=say("facilitator_claim_accept")).click()

    def pair(self, pairing: str) -> None:
        self.button("facilitator_screen_choose").click()
        dialog = self.page.get_by_role("dialog", name=say("facilitator_screen_title"))
        dialog.get_by_role("textbox", name=say("facilitator_pair")).fill(pairing)
        dialog.get_by_role("button", name=say("facilitator_pair_do")).click()
        expect(dialog.get_by_text(say("facilitator_device_screen")).first).to_be_visible()
        self.close_dialog()

    def close_dialog(self) -> None:
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_be_hidden()

    def pause(self) -> None:
        self.button("facilitator_pause").click()
        dialog = self.page.get_by_role("dialog", name=say("facilitator_pause_title"))
        dialog.get_by_role("button", name=say("facilitator_pause_do")).click()
        self.device.until(lambda: self.status == "paused", "a pause")

    def incident(self) -> None:
        self.button("facilitator_incident").click()
        self.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_incident_yes")).click()
        self.device.until(lambda: self.status == "paused", "a real incident")

    def resume(self) -> None:
        """After a real incident the desk asks once more."""
        incident = self.view["room"]["pause"]["incident"]
        self.primary()
        if incident:
            self.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_resume_game")).click()
        self.device.until(lambda: self.status == "running", f"the game again: {self.said()}")

    def close_room(self) -> None:
        self.primary()
        self.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_close_yes")).click()
        self.device.until(lambda: self.status == "closed", "a closed room")

    def download(self, key: str = "facilitator_download_file_pdf", **fill: object) -> bytes:
        return self.device.downloaded(lambda: self.button(key, **fill).click())
