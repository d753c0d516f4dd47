"""After the game: played again from a moment, what a session leaves behind, and a certificate on the phone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.debrief.reading import text
from tests.e2e.harness import ROLES, SHORT, Plan, Table, say
from tests.e2e.looks import Looks, dress, settle

TWO = {role: ROLES[role] for role in ("mayor", "secretary")}
PICTURES = os.environ.get("CRISISTAFEL_PICTURES")
SIZES = {"phone": ((390, 844), (320, 640)), "desk": ((1280, 720), (768, 1024), (1920, 1080))}


def look(looks: Looks, state: str, **pages: Page) -> None:
    """What axe and a narrow window say; and pictures, where a folder for them was named."""
    looks.at(state, **pages)
    for who, page in pages.items():
        before = page.viewport_size
        assert before is not None
        for width, height in SIZES[who] if PICTURES else ():
            page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                dress(page, "dark" if scheme == "dark" else "light")
                settle(page)
                page.screenshot(path=Path(PICTURES or "") / f"{who}-{state}-{width}-{scheme}.png", full_page=True)
        dress(page, "light")
        page.set_viewport_size({"width": 320, "height": before["height"]})
        looks.narrow(f"{who} {state}", page)
        page.set_viewport_size(before)


@pytest.mark.proof
def test_a_session_is_played_again_counted_and_certified(table: Table) -> None:
    desk, looks = table.desk, Looks()
    desk.open_room(SHORT)
    mayor, _ = table.seat_all(TWO)
    first = desk.code
    table.play(Plan(), stop=lambda step: step["action"] == "room.close")

    desk.page.get_by_role("checkbox", name=say("facilitator_sharing_series")).check()
    desk.device.until(lambda: desk.view["sharing"]["series"], "counts that stay")
    desk.page.get_by_role("checkbox", name=say("facilitator_sharing_mirror")).check()
    desk.page.get_by_label(say("facilitator_sharing_size")).select_option("medium")
    desk.device.until(lambda: desk.view["sharing"].get("size") == "medium", "a size")
    look(looks, "debrief", desk=desk.page)

    desk.button("facilitator_fork").click()
    dialog = desk.page.get_by_role("dialog", name=say("facilitator_fork_title"))
    moments = dialog.get_by_label(say("facilitator_fork_moment"))
    expect(moments.locator("option").first).to_be_attached()
    moments.select_option(index=2)
    look(looks, "fork", desk=desk.page)
    dialog.get_by_role("button", name=say("facilitator_fork_do")).click()
    desk.device.until(lambda: "forked" in desk.view, "the new session")
    assert desk.view["forked"]["of"] == first
    assert desk.status == "paused"
    assert desk.seats() == {}
    look(looks, "forked", desk=desk.page)

    desk.page.go_back()
    desk.device.until(lambda: desk.status == "debrief" and "forked" not in desk.view, "the first session")
    desk.close_room()
    counts = desk.device.downloaded(lambda: desk.button("facilitator_sharing_take").click())
    assert b'"mayor": 1' in counts
    assert TWO["mayor"].encode() not in counts.split(b'"words"')[0]
    look(looks, "closed", desk=desk.page)

    card = mayor.page.get_by_role("button", name=say("participant_attendance_take"))
    card.click()
    expect(mayor.page.get_by_text(say("participant_attendance_empty"))).to_be_visible()
    mayor.page.get_by_role("textbox", name=say("participant_attendance_name")).fill("Toverkol de Wit")
    look(looks, "certificate", phone=mayor.page)
    certificate = mayor.device.downloaded(card.click)
    assert "ToverkoldeWit" in text(certificate)
    expect(mayor.page.get_by_text(say("participant_attendance_done"))).to_be_visible()
    assert looks.wrong == []
