"""What people type wrong: a Dutch sentence at the field, and what they typed still there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.harness import ROLES, SHORT, Phone, Table, say


def _holding(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words) if words else r"\w{3,}")


def test_the_join_page_says_what_is_wrong_and_keeps_what_was_typed(table: Table, subtests: pytest.Subtests) -> None:
    code = table.desk.open_room(SHORT)
    guest = table.devices.make("guest")
    page = guest.page
    guest.goto("/")
    field = page.get_by_role("textbox", name=say("join_code"))
    go = page.get_by_role("button", name=say("join_next"))
    with subtests.test("a code that is none"):
        go.click()
        expect(field).to_have_accessible_description(_holding(say("join_code_empty")))
        field.fill("K7MP")
        go.click()
        expect(field).to_have_accessible_description(_holding(say("join_code_short")))
        expect(field).to_have_value("K7MP")
    with subtests.test("a code that no room has"):
        guest.recorder.trouble = True
        field.fill("0000 0000")
        go.click()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value("0000-0000")
        guest.recorder.trouble = False
    field.fill(code.lower())
    go.click()
    name = page.get_by_role("textbox", name=say("join_name"))
    take = page.get_by_role("button", name=say("join_take"))
    with subtests.test("nothing filled in"):
        take.click()
        expect(name).to_have_accessible_description(_holding(say("join_name_empty")))
        expect(page.get_by_text(say("join_role_empty"))).to_be_visible()
    page.get_by_role("group", name=say("join_role")).get_by_role("radio", name=ROLES["mayor"]).check()
    with subtests.test("a name of 10,000 characters"):
        long = "Anna " * 2000
        name.fill(long)
        take.click()
        expect(name).to_have_attribute("aria-invalid", "true")
        expect(name).to_have_value(long)
    with subtests.test("a name with control and bidi characters"):
        guest.recorder.trouble = True
        for typed in ("\u202e\u0007\u2066", "An\u202ena"):
            name.fill(typed)
            take.click()
            expect(name).to_have_attribute("aria-invalid", "true")
            expect(name).to_have_accessible_description(_holding(""))
            expect(name).to_have_value(typed)
    name.fill("Anna")
    take.click()
    Phone(guest).arrive()
    guest.recorder.trouble = False
    with subtests.test("a role that is taken meanwhile"):
        other, another = table.devices.make("other"), table.devices.make("another")
        for device in (other, another):
            device.goto(f"/#code={code}")
            device.page.get_by_role("textbox", name=say("join_name")).fill(device.who.title())
            device.page.get_by_role("group", name=say("join_role")).get_by_role("radio", name=ROLES["ciso"]).check()
        other.page.get_by_role("button", name=say("join_take")).click()
        Phone(other).arrive()
        another.recorder.trouble = True
        another.page.get_by_role("button", name=say("join_take")).click()
        roles = another.page.get_by_role("group", name=say("join_role"))
        expect(roles).to_have_accessible_description(_holding(""))
        expect(another.page.get_by_role("textbox", name=say("join_name"))).to_have_value("Another")
        expect(roles.get_by_role("radio", name=ROLES["ciso"])).to_be_disabled()
        another.recorder.trouble = False
    with subtests.test("a closed door"):
        table.desk.button("facilitator_door_close").click()
        late = table.devices.make("late")
        late.goto(f"/#code={code}")
        expect(late.page.get_by_role("heading", name=say("join_door_closed"))).to_be_visible()


def test_a_vote_that_comes_too_late_is_told_and_kept(table: Table) -> None:
    desk = table.desk
    desk.open_room(SHORT)
    mayor, ciso = table.seat_all({role: ROLES[role] for role in ("mayor", "ciso")})
    while desk.next["action"] != "decision.reveal":
        desk.step()
    ciso.vote("tell-council", "wait")
    mayor.choose("tell-council", "call-now")
    # The phone is out of reach while the vote is closed, so it sends what it cannot know to be late.
    mayor.device.recorder.trouble = True
    mayor.device.context.set_offline(True)
    mayor.page.get_by_role("button", name=say("participant_vote_cast")).click()
    desk.step()
    mayor.device.context.set_offline(False)
    mayor.reaches("tell-council", "revealed")
    mayor.device.until(
        lambda: any(
            command.body["type"] == "vote.cast" and command.answer is not None and not command.answer["ok"]
            for command in mayor.device.recorder.commands.values()
        ),
        "the late vote refused",
    )
    assert sum(mayor.decision("tell-council")["result"]["counts"].values()) == 1
    assert "tell-council" not in mayor.own["votes"]
