"""*Oefen alleen*: a facilitator plays the whole table's part of a session alone, and takes a bot's chair over."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.harness import DESK, SHORT, Desk, Devices, say
from tests.e2e.looks import Looks


@pytest.mark.proof
def test_a_facilitator_rehearses_alone_and_takes_a_chair_over(devices: Devices) -> None:
    device = devices.make("desk", DESK)
    desk, page, looks = Desk(device), device.page, Looks()
    desk.take_key()
    desk.button("facilitator_rehearse").click()
    expect(page.get_by_role("heading", name=say("facilitator_rehearse_title"))).to_be_visible()
    page.get_by_role("radio", name=SHORT).check()
    page.get_by_role("radio", name=say("facilitator_rehearse_speed_60")).check()
    looks.at("rehearse", desk=page)
    desk.button("facilitator_rehearse_do").click()

    bar = page.get_by_role("group", name=say("facilitator_pace"))
    expect(bar.get_by_label(say("facilitator_pace_speed"))).to_have_value("60")
    assert desk.view["room"]["rehearsal"] and all(s["bot"] for s in desk.view["teams"]["t1"]["seats"].values())
    phone = _take_over(desk, "CISO", looks)
    expect(phone.get_by_text(re.compile(f"^{say('participant_rehearsal')} · "))).to_be_visible()
    assert "stoel" not in phone.url, "the pass does not stay in the address"
    phone.reload()
    expect(phone.get_by_text(re.compile(f"^{say('participant_rehearsal')} · "))).to_be_visible()

    bar.get_by_label(say("facilitator_pace_led")).check()
    device.until(lambda: _decided(desk) > 0, "bots led by a bot decide something")
    bar.get_by_label(say("facilitator_pace_led")).uncheck()
    looks.at("rehearsal", desk=page)
    looks.narrow("rehearsal", page)
    assert looks.wrong == []


def _take_over(desk: Desk, role: str, looks: Looks) -> Page:
    people = desk.page.get_by_role("listitem").filter(has_text=f"({say('facilitator_bot')}) {role}")
    people.get_by_role("button").click()
    looks.at("a bot's chair", desk=desk.page)
    with desk.device.context.expect_page() as opened:
        desk.button("facilitator_bot_take").click()
    expect(desk.page.get_by_role("link", name=say("facilitator_bot_open"))).to_be_visible()
    desk.page.keyboard.press("Escape")
    return opened.value


def _decided(desk: Desk) -> int:
    return sum(part["state"] == "effective" for part in desk.view["teams"]["t1"]["decisions"].values())
