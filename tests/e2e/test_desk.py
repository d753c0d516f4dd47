"""The desk as its facilitator uses it: calm or full, by keys, with the time, help, news by the clock, another day."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.harness import DESK, ROLES, SHORT, Desk, Table, say
from tests.e2e.looks import Looks

SIZES = ((1280, 720), (640, 720), (768, 1024), (1920, 1080))
_ABOVE_FOLD = """button => {
  const box = button.getBoundingClientRect()
  return box.top >= 0 && box.bottom <= window.innerHeight && box.right <= window.innerWidth
}"""


def _sheet(desk: Desk) -> Locator:
    return desk.page.get_by_role("complementary", name=say("facilitator_sheet"))


def _dialog(page: Page, key: str) -> Locator:
    return page.get_by_role("dialog", name=say(key))


def test_the_desk_is_calm_or_full_and_no_key_fires_while_somebody_types(table: Table) -> None:
    desk = table.desk
    desk.open_room(SHORT)
    expect(_sheet(desk)).to_be_visible()
    expect(desk.page.locator("dl", has_text=say("facilitator_key_undo"))).to_be_in_viewport()
    desk.page.keyboard.press("Alt+v")
    expect(_sheet(desk)).to_be_hidden()
    assert desk.page.evaluate("localStorage.getItem('crisistafel.desk.full')") == "0", "kept on this device"
    desk.button("facilitator_density_full").click()
    expect(_sheet(desk)).to_be_visible()
    desk.page.get_by_role("textbox", name=say("facilitator_join_link")).focus()
    for key in ("Alt+v", "Alt+h", "Alt+t", "Enter"):
        desk.page.keyboard.press(key)
    expect(_sheet(desk)).to_be_visible()
    expect(desk.page.get_by_role("dialog")).to_be_hidden()
    assert desk.status == "lobby"


@pytest.mark.proof
def test_time_help_and_another_day_are_in_reach_at_every_size(table: Table, subtests: pytest.Subtests) -> None:
    desk, page, looks = table.desk, table.desk.page, Looks()
    desk.open_room(SHORT)
    table.seat_all({role: ROLES[role] for role in ("mayor", "ciso")})
    desk.step()
    desk.step()
    looks.at("full", desk=page)
    page.keyboard.press("Alt+t")
    expect(_dialog(page, "facilitator_guardian_title")).to_be_visible()
    looks.at("guardian", desk=page)
    _dialog(page, "facilitator_guardian_title").get_by_role("button", name=say("facilitator_auto_start")).click()
    desk.device.until(lambda: desk.view["auto"]["on"], "news by the clock")
    looks.at("guardian, news by the clock", desk=page)
    desk.close_dialog()
    page.keyboard.press("Alt+h")
    expect(_dialog(page, "facilitator_help_title")).to_be_visible()
    looks.at("help", desk=page)
    desk.close_dialog()
    for full in (True, False):
        if not full:
            page.keyboard.press("Alt+v")
            looks.at("calm", desk=page)
        _fits(desk, looks, "full" if full else "calm")
    _pause_until_another_day(desk, looks)
    with subtests.test("axe and the ruler find nothing"):
        assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))
    desk.resume()
    assert desk.view["auto"]["on"], "a pause changes nothing"


def _fits(desk: Desk, looks: Looks, density: str) -> None:
    for width, height in SIZES:
        desk.page.set_viewport_size({"width": width, "height": height})
        looks.narrow(f"desk, {density}, {width}x{height}", desk.page)
        assert desk.primary_button.evaluate(_ABOVE_FOLD), f"the next step is in sight at {width}x{height}, {density}"
    for width, height in ((320, 640), (640, 360)):  # The second is 1280x720 at 200 %.
        desk.page.set_viewport_size({"width": width, "height": height})
        looks.narrow(f"desk, {density}, {width}x{height}", desk.page)
    desk.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def _pause_until_another_day(desk: Desk, looks: Looks) -> None:
    page, next_week = (
        desk.page,
        datetime.now(ZoneInfo("Europe/Amsterdam")).replace(hour=14, minute=0) + timedelta(days=7),
    )
    page.keyboard.press("Alt+p")
    dialog = _dialog(page, "facilitator_pause_title")
    dialog.get_by_role("radio", name=say("facilitator_pause_another_day")).check()
    dialog.get_by_role("button", name=say("facilitator_pause_do")).click()
    expect(dialog.get_by_role("alert")).to_have_text(say("facilitator_pause_day_wrong"))
    looks.at("pause, no day yet", desk=page)
    dialog.get_by_label(say("facilitator_pause_day")).fill(next_week.strftime("%Y-%m-%dT%H:%M"))
    dialog.get_by_role("button", name=say("facilitator_pause_do")).click()
    desk.device.until(lambda: desk.status == "paused", "a pause")
    expect(page.get_by_role("heading", level=2).filter(has_text="14.00")).to_contain_text(str(next_week.day))
    looks.at("paused until another day", desk=page)
