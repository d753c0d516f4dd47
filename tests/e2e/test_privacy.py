"""Forgetting in the browser: what is read before joining, one's own data, erasing oneself, wiping a room, the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.harness import SHORT, Devices, Table, say
from tests.e2e.looks import Looks

Look = Callable[[str, Page], None]


def before_joining(table: Table, code: str, look: Look) -> None:
    phone = table.phone("anna")
    phone.device.goto(f"/#code={code}")
    page = phone.page
    box = page.get_by_role("region", name=say("join_privacy_title"))
    expect(box).to_contain_text(say("join_privacy_days", days=30))
    look("join", page)
    box.get_by_text(say("join_privacy_more")).press("Enter")
    expect(box).to_contain_text(say("join_privacy_report"))
    look("join, more", page)


def own_data(table: Table, look: Look) -> None:
    """Everything here is done with the keyboard alone."""
    phone = table.phones[0]
    page = phone.page
    with page.expect_download() as readable:
        page.get_by_role("button", name=say("participant_data_read")).press("Enter")
    assert "Anna" in readable.value.path().read_text()
    with page.expect_download() as file:
        page.get_by_role("button", name=say("participant_data_file")).press("Enter")
    assert '"seat_taken"' in file.value.path().read_text()
    look("my data", page)
    page.get_by_role("button", name=say("participant_data_erase"), exact=True).press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    look("erase me, asked", page)
    dialog.get_by_role("button", name=say("participant_data_erase_no")).press("Enter")
    expect(page.get_by_role("button", name=say("participant_data_erase"), exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name=say("participant_data_erase_yes")).press("Enter")
    expect(page.get_by_role("heading", name="Uw gegevens zijn gewist")).to_be_visible()
    look("erased", page)
    with page.expect_download() as receipt:
        page.get_by_role("button", name=say("shared_receipt_keep")).press("Enter")
    assert "Gewist op" in receipt.value.path().read_text()
    kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, window.name])")
    assert table.desk.code not in kept
    assert "Anna" not in kept
    page.get_by_role("button", name=say("participant_erased_home")).press("Enter")
    expect(page.get_by_role("heading", name=say("join_title"))).to_be_visible()


def wipe(table: Table, look: Look) -> None:
    page = table.desk.page
    look("desk, keeping", page)
    page.get_by_role("button", name=say("facilitator_wipe"), exact=True).press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    look("wipe, asked", page)
    dialog.get_by_role("button", name=say("facilitator_wipe_yes")).press("Enter")
    expect(page.get_by_role("heading", name="Bewijs van wissen")).to_be_visible()
    look("wiped", page)
    page.get_by_role("button", name=say("facilitator_to_sessions")).press("Enter")
    expect(page.get_by_role("heading", name=say("facilitator_receipts"))).to_be_visible()
    look("receipts", page)


def documents(page: Page, base: str, look: Look) -> None:
    page.goto(f"{base}/privacy")
    for name in ("Privacyverklaring", "Inventaris", "DPIA", "Register", "Verwerkersovereenkomst", "Toegankelijkheid"):
        page.get_by_role("link", name=name, exact=True).first.press("Enter")
        expect(page.locator("nav [aria-current=page]")).to_have_text(name)
        look(f"privacy, {name}", page)
    page.get_by_role("link", name="English", exact=True).press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    with page.expect_download() as file:
        page.get_by_role("link", name="Keep this document").press("Enter")
    assert "no legal advice" in file.value.path().read_text()


def go_through(table: Table, look: Look) -> None:
    code = table.desk.open_room(SHORT)
    before_joining(table, code, look)
    table.phones[0].join(code, "Anna", "Burgemeester")
    own_data(table, look)
    expect(table.desk.page.get_by_text("Anna")).to_have_count(0)
    wipe(table, look)
    documents(table.phones[0].page, table.desk.device.server.url, look)


@pytest.mark.proof
def test_forgetting_by_keyboard_alone_with_nothing_for_axe_and_nothing_too_wide(devices: Devices) -> None:
    looks, table = Looks(), Table(devices)

    def look(state: str, page: Page) -> None:
        looks.at(state, page=page)
        wide = page.viewport_size
        assert wide is not None
        for width, height in ((320, 640), (640, 360)):  # the second is 1280 by 720 at 200 %
            page.set_viewport_size({"width": width, "height": height})
            looks.narrow(f"{state}, {width}", page)
        page.set_viewport_size(wide)

    go_through(table, look)
    assert not looks.wrong, "\n".join(looks.wrong)
