"""Every state of every screen before axe, narrow and wide-lettered; the live region; a game without a mouse."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.desk import ONE_PRESS
from tests.e2e.harness import DESK, KEY, ROLES, SHORT, SMALL, Desk, Devices, Phone, Plan, Step, Table, say, text_of
from tests.e2e.keys import Keys
from tests.e2e.looks import Looks

STATES = {
    "inject.release": "running",
    "decision.open": "picture",
    "decision.close": "decision open",
    "decision.reveal": "closed",
    "decision.settle": "revealed",
    "decision.apply": "settled",
}


class Looked(Plan):
    """Looks at all screens at every step, at each kind of state once."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.seen: set[str] = set()

    def look(self, table: Table, state: str) -> None:
        if state in self.seen:
            return
        self.seen.add(state)
        mayor = table.phones[0]
        self.looks.at(state, desk=table.desk.page, screen=table.screen.page, phone=mayor.page)
        self.looks.narrow(f"phone, {state}", mayor.page)

    def before(self, table: Table, step: Step) -> None:
        action, thing, mayor = step["action"], step.get("thing", ""), table.phones[0]
        if action == "inject.release" and mayor.private():
            self.look(table, "private news")
        elif action == "phase.next":
            self.look(table, f"phase {table.desk.view['room']['phase']['id']}")
        elif thing == "unplug" and action == "decision.open":
            mayor.note("Een inlog die niemand kent")
            self.look(table, "picture")
            mayor.open_decision(thing)
            self.look(table, "decision, picture")
        elif thing == "unplug" and action == "decision.close":
            mayor.open_decision(thing)
            self.look(table, "decision open")
        elif thing == "unplug" and action in STATES:
            mayor.open_decision(thing)
            self.look(table, STATES[action])

    def voted(self, table: Table, decision: str) -> None:
        if decision == "unplug":
            self.look(table, "voted")


def test_axe_finds_nothing_on_any_screen_state(table: Table, subtests: pytest.Subtests) -> None:
    looks = Looks()
    plan = Looked(looks)
    desk, screen = table.desk, table.screen
    _entrances(looks, desk, screen.page)
    desk.open_room(SHORT)
    screen.open(desk.link("screen"))
    mayor = table.phone("mayor", size=SMALL)
    _join_page(looks, mayor, desk.code)
    mayor.join(desk.code, "Anna", ROLES["mayor"])
    other = table.phone("secretary")
    other.join(desk.code, "Bram", ROLES["secretary"])
    plan.look(table, "lobby")
    table.play(plan, stop=lambda step: step["action"] == "decision.apply" and step["thing"] == "unplug")
    plan.look(table, "settled")
    desk.step()
    mayor.reaches("unplug", "effective")
    mayor.open_decision("unplug")
    plan.look(table, "effect and practice")
    mayor.tab("role")
    plan.look(table, "role card")
    desk.pause()
    plan.look(table, "paused")
    desk.resume()
    desk.incident()
    plan.look(table, "incident")
    desk.resume()
    desk.page.keyboard.press("Alt+g")
    looks.at("curtain", desk=desk.page)
    desk.page.keyboard.press("Alt+g")
    _dialogs(looks, desk)
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    plan.look(table, "debrief")
    desk.step()
    mayor.keep_link()
    plan.look(table, "report")
    desk.close_room()
    expect(mayor.page.get_by_role("heading", name=say("participant_over_title"))).to_be_visible()
    plan.look(table, "ended")
    with subtests.test("axe and the ruler find nothing"):
        assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))
    with subtests.test("every state was looked at"):
        assert len(looks.states) > 45


def _entrances(looks: Looks, desk: Desk, screen: Page) -> None:
    desk.device.goto("/regie")
    expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    looks.at("key", desk=desk.page)
    desk.take_key()
    looks.at("sessions", desk=desk.page)
    desk.button("facilitator_sessions_new").click()
    expect(desk.page.get_by_role("radio", name=SHORT)).to_be_visible()
    desk.page.get_by_text(say("facilitator_open_more")).click()
    looks.at("new session", desk=desk.page)
    screen.goto(desk.device.server.url + "/scherm")
    expect(screen.get_by_role("heading", level=1)).to_be_visible()
    looks.at("pairing", screen=screen)


def _join_page(looks: Looks, phone: Phone, code: str) -> None:
    phone.device.goto("/")
    phone.page.get_by_role("button", name=say("join_next")).click()
    looks.at("code, wrong", phone=phone.page)
    looks.narrow("code", phone.page)
    phone.device.goto(f"/#code={code}")
    phone.page.get_by_role("button", name=say("join_take")).click()
    phone.page.locator("summary").first.click()
    looks.at("chair, wrong", phone=phone.page)
    looks.narrow("chair", phone.page)


def _dialogs(looks: Looks, desk: Desk) -> None:
    desk.button("facilitator_screen_choose").click()
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    looks.at("screen dialog", desk=desk.page)
    desk.close_dialog()
    desk.page.get_by_role("button", name=say("facilitator_seat_change", name="Bram")).click()
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    looks.at("seat dialog", desk=desk.page)
    desk.close_dialog()


def test_a_new_message_is_told_once_and_never_takes_the_focus(table: Table) -> None:
    desk = table.desk
    desk.open_room(SHORT)
    mayor = table.seat_all({role: ROLES[role] for role in ("mayor", "ciso")})[0]
    desk.step()
    desk.step()
    mayor.tab("news")
    mayor.page.evaluate(
        """() => {
          const region = document.querySelector('[role=status][aria-live=polite]')
          window.told = []
          new MutationObserver(() => region.textContent && window.told.push(region.textContent))
            .observe(region, {childList: true, characterData: true, subtree: true})
        }"""
    )
    news = mayor.page.get_by_role("button", name=say("participant_tab_news"))
    news.focus()
    for inject, sender in (("slow-desk", "Balie"), ("strange-login", ""), ("minister-visit", "Kabinet")):
        desk.step()
        if sender:
            mayor.gets(inject)
            mayor.device.until(lambda sender=sender: any(sender in line for line in _told(mayor)), f"{inject} told")  # type: ignore[misc]
        expect(news).to_be_focused()
    mayor.page.wait_for_timeout(2500)  # Longer than two announcements lie apart: a second one would be here.
    assert [sum(sender in line for line in _told(mayor)) for sender in ("Balie", "Beheerder", "Kabinet")] == [1, 0, 1]


def _told(phone: Phone) -> list[str]:
    lines: list[str] = phone.page.evaluate("window.told")
    return lines


class ByKeys:
    """The desk's primary button, by Enter."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.keys = desk, Keys(desk.page)
        self.pressed = 0.0

    def primary(self) -> None:
        rest = ONE_PRESS - (time.monotonic() - self.pressed)
        self.desk.page.wait_for_timeout(max(0, rest) * 1000)
        self.keys.press(self.desk.primary_button)
        self.pressed = time.monotonic()

    def step(self) -> None:
        self.desk.step(self.primary)

    def until(self, action: str, thing: str = "") -> None:
        while self.desk.next["action"] != action or (thing and self.desk.next.get("thing") != thing):
            self.step()


@pytest.mark.proof
def test_a_whole_game_by_keyboard_alone(devices: Devices) -> None:
    desk = Desk(devices.make("desk", DESK))
    room = ByKeys(desk)
    _open_by_keys(desk, room.keys)
    mayor, ciso = (Phone(devices.make(who)) for who in ("mayor", "ciso"))
    for phone, name, role in ((mayor, "Anna", "mayor"), (ciso, "Cem", "ciso")):
        _join_by_keys(phone, desk.code, name, ROLES[role])
    desk.device.until(lambda: len(desk.seats()) == 2, "two chairs")
    room.until("decision.reveal")
    _vote_by_keys(mayor, "tell-council", "Bel vanavond", "participant_vote_cast")
    _vote_by_keys(mayor, "tell-council", "Wacht tot morgen", "participant_vote_change")
    _vote_by_keys(ciso, "tell-council", "Bel vanavond", "participant_vote_cast")
    room.step()
    room.primary()
    dialog = desk.page.get_by_role("dialog")
    room.keys.radio(dialog.get_by_role("group", name=say("facilitator_settle_option")), "Bel vanavond")
    room.keys.press(dialog.get_by_role("button", name=say("facilitator_next_settle")))
    expect(dialog).to_be_hidden()
    desk.device.until(lambda: desk.next["action"] == "decision.apply", "a settled decision")
    room.until("decision.close", "unplug")
    for phone in (mayor, ciso):
        _vote_by_keys(phone, "unplug", "Zet een deel uit", "participant_vote_cast")
    room.until("decision.settle", "unplug")
    mayor.reaches("unplug", "revealed")
    keys = Keys(mayor.page)
    keys.radio(mayor.page.get_by_role("group", name=say("participant_settle_option")), "Zet een deel uit")
    keys.button(say("participant_settle_do"))
    desk.device.until(lambda: desk.next["action"] == "decision.apply", "the mayor's word")
    room.until("report.release")
    keys.type(mayor.page.get_by_role("textbox", name=say("participant_resolution_text")), "Koffie met de CISO.")
    keys.button(say("participant_resolution_save"))
    desk.device.until(lambda: desk.view["resolutions"] == 1, "a resolution")
    room.primary()
    room.keys.press(desk.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_release_yes")))
    desk.device.until(lambda: desk.view["room"]["released"], "the release")
    told = text_of(desk.device.downloaded(lambda: room.keys.button(say("facilitator_download_file_pdf"))))
    assert "Koffie met de CISO." in told
    told = text_of(mayor.device.downloaded(lambda: keys.button(say("participant_report_open"))))
    assert "Zet een deel uit" in told
    room.primary()
    room.keys.press(desk.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_close_yes")))
    desk.device.until(lambda: desk.status == "closed", "the end")


def _open_by_keys(desk: Desk, keys: Keys) -> None:
    desk.device.goto("/regie#key=" + KEY)
    keys.button(say("facilitator_key_use"))
    keys.button(say("facilitator_sessions_new"))
    keys.radio(desk.page.get_by_role("group", name=say("facilitator_open_scenario")), re.compile("^" + SHORT))
    keys.type(desk.page.get_by_role("textbox", name=say("facilitator_open_team")), "Ons team")
    keys.button(say("facilitator_open_do"))
    desk.device.until(lambda: bool(desk.view), "the desk")
    desk.code = desk.view["room"]["code"].replace("-", "")


def _join_by_keys(phone: Phone, code: str, name: str, role: str) -> None:
    keys = Keys(phone.page)
    phone.device.goto("/")
    keys.type(phone.page.get_by_role("textbox", name=say("join_code")), code)
    phone.page.keyboard.press("Enter")
    keys.type(phone.page.get_by_role("textbox", name=say("join_name")), name)
    keys.radio(phone.page.get_by_role("group", name=say("join_role")), re.compile("^" + re.escape(role)))
    keys.button(say("join_take"))
    phone.arrive()


def _vote_by_keys(phone: Phone, decision: str, option: str, send: str) -> None:
    phone.reaches(decision, "open")
    keys = Keys(phone.page)
    title = phone.decision(decision)["title"]
    heading = phone.page.get_by_role("heading", level=1, name=title, exact=True)
    if not heading.count():
        keys.press(phone.page.locator("button.bar").filter(has_text=title))
        expect(heading).to_be_focused()
    keys.radio(phone.page.get_by_role("group", name=say("participant_your_choice")), option)
    keys.button(say(send))
    phone.saved()
    options = phone.decision(decision)["options"]
    phone.device.until(lambda: options.get(phone.voted(decision), {}).get("label") == option, f"the vote {option}")
