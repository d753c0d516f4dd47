"""After the game: played again from a moment, what a session leaves behind, and a certificate on the phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.debrief.reading import text
from tests.e2e.harness import ROLES, SHORT, Plan, Table, say
from tests.e2e.looks import Looks, look

TWO = {role: ROLES[role] for role in ("mayor", "secretary")}


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
