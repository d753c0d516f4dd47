"""More hands and other eyes, by the names of what a facilitator presses for them."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.desk import Desk
from tests.e2e.devices import Device
from tests.e2e.recorder import Recorder
from tests.e2e.words import say


def invite(desk: Desk, hand: str) -> str:
    """The link in the dialog *Meer handen*: `remote`, `desk` or `observer`."""
    desk.button("facilitator_hands_open").click()
    dialog = desk.page.get_by_role("dialog", name=say("facilitator_hands"))
    dialog.get_by_role("radio", name=re.compile(re.escape(say(f"facilitator_hands_{hand}")))).check()
    expect(dialog.get_by_role("img", name=say(f"facilitator_hands_{hand}_qr"))).to_be_visible()
    link = dialog.get_by_role("textbox", name=say("facilitator_hands_link")).input_value()
    desk.close_dialog()
    return link


def take_by_link(device: Device, link: str, name: str = "") -> Desk:
    """Another desk, with its holder's name."""
    desk = Desk(device)
    device.page.goto(link)
    if name:
        device.page.get_by_role("textbox", name=re.compile(re.escape(say("facilitator_take_name")))).fill(name)
    desk.button("facilitator_take_button").click()
    device.until(lambda: bool(desk.view), "a view of the desk")
    desk.code = desk.view["room"]["code"].replace("-", "")
    return desk


def seat_dialog(desk: Desk, name: str) -> Locator:
    desk.page.get_by_role("button", name=say("facilitator_seat_change", name=name)).click()
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def hand_over(desk: Desk, name: str) -> str:
    """The link that gives this person's chair to another device."""
    dialog = seat_dialog(desk, name)
    dialog.get_by_role("button", name=say("facilitator_hand")).click()
    link = dialog.get_by_role("textbox", name=say("facilitator_hand_link")).input_value()
    desk.close_dialog()
    return link


def look_along(desk: Desk, link: Locator) -> tuple[Page, Recorder]:
    """The window that opens, recorded from its first frame on."""
    with desk.page.expect_popup() as opened:
        link.click()
    page = opened.value
    recorder = Recorder(page, "looking along")
    page.reload()
    desk.device.recorders.append(recorder)
    return page, recorder
