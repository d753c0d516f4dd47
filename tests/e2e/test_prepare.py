"""The day before: a room with a date, its invitation and prints on an insecure origin, and the connection test."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.harness import DESK, SHORT, SMALL, Devices, Table, say
from tests.e2e.looks import Looks


def prepared(table: Table) -> str:
    """A room with a date, opened on the page as a facilitator would."""
    desk = table.desk
    desk.take_key()
    desk.button("facilitator_sessions_new").click()
    desk.page.get_by_role("radio", name=SHORT).check()
    desk.page.get_by_text(say("facilitator_open_more")).click()
    desk.page.get_by_label(say("facilitator_open_when")).fill("2027-06-01T13:30")
    desk.button("facilitator_open_do").click()
    expect(desk.page.get_by_role("heading", name=say("facilitator_prepare"))).to_be_visible()
    return str(desk.view["room"]["code"])


def test_a_prepared_room_is_invited_to_printed_and_checked(table: Table) -> None:
    code, desk = prepared(table), table.desk
    page = desk.page
    expect(page.get_by_text("dinsdag 1 juni 2027, 13.30 uur").first).to_be_visible()
    letter = page.get_by_role("textbox", name=say("facilitator_invitation"))
    expect(letter).to_have_value(re.compile(r"dinsdag 1 juni 2027, 13\.30 uur.*/test\n.*#code=", re.DOTALL))
    assert not page.evaluate("() => window.isSecureContext")
    page.get_by_role("button", name=say("facilitator_invitation_copy")).click()
    expect(page.get_by_text(say("facilitator_copied"))).to_be_visible()
    mail = page.get_by_role("link", name=say("facilitator_invitation_mail")).get_attribute("href")
    assert mail is not None
    assert mail.startswith("mailto:?subject=")
    for label, begins in (
        ("facilitator_invitation_calendar", b"BEGIN:VCALENDAR"),
        ("facilitator_sheet_poster", b"%PDF"),
        ("facilitator_sheet_cards", b"%PDF"),
    ):
        button = page.get_by_role("button", name=say(label))
        assert desk.device.downloaded(button.click).startswith(begins)
    tick = page.get_by_role("checkbox", name=say("facilitator_check_wifi"))
    tick.check()
    page.reload()
    expect(page.get_by_role("checkbox", name=say("facilitator_check_wifi"))).to_be_checked()
    looks = Looks()
    looks.at("prepared", desk=page)
    for size in ((320, 640), DESK):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        looks.narrow(f"prepared, {size[0]}", page)
    assert looks.wrong == []
    desk.device.goto("/regie")
    row = page.get_by_role("listitem").filter(has_text=code[:4])
    expect(row).to_contain_text("dinsdag 1 juni 2027, 13.30 uur")


def verdict_is(page: Page, key: str) -> None:
    expect(page.get_by_role("status")).to_have_text(say(key))


def test_a_connection_is_tested_without_joining(devices: Devices) -> None:
    phone = devices.make("tester", SMALL)
    phone.goto("/")
    phone.page.get_by_role("link", name=say("join_test")).click()
    verdict_is(phone.page, "test_all_good")
    expect(phone.page.get_by_text(say("test_websocket"))).to_be_visible()
    looks = Looks()
    looks.at("good", tester=phone.page)
    looks.narrow("test", phone.page)
    assert looks.wrong == []


def test_without_websocket_the_test_says_what_to_ask_for(devices: Devices) -> None:
    phone = devices.make("tester", SMALL)
    phone.page.route_web_socket(re.compile("socket.io"), lambda line: line.close())
    phone.goto("/test")
    verdict_is(phone.page, "test_all_fair")
    expect(phone.page.get_by_text(say("test_polling"))).to_be_visible()
