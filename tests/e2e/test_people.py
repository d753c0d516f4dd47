"""People: let in one by one, handed over in mid-vote, come late, called away."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.hands import hand_over
from tests.e2e.harness import ROLES, SHORT, Phone, Plan, Table, say
from tests.e2e.looks import Looks

TWO = {role: ROLES[role] for role in ("mayor", "secretary")}


VOTING = ("decision.close", "decision.reveal")


def vote_is_open(table: Table, roles: dict[str, str]) -> list[Phone]:
    """A table that votes on its main decision, nobody having voted."""
    table.desk.open_room(SHORT)
    phones = table.seat_all(roles)
    table.play(Plan(), stop=lambda step: step["action"] in VOTING and step["thing"] == "unplug")
    return phones


def test_who_waits_hears_nothing_and_enters_by_itself(table: Table) -> None:
    desk, looks = table.desk, Looks()
    desk.open_room(SHORT)
    desk.button("facilitator_admission_on").click()
    phone = table.phone("waiting")
    phone.device.goto(f"/#code={desk.code}")
    phone.page.get_by_role("textbox", name=say("join_name")).fill("Wim Wacht")
    phone.page.get_by_role("radio", name=ROLES["mayor"]).check()
    phone.page.get_by_role("button", name=say("join_take")).click()
    expect(phone.page.get_by_role("heading", name=say("join_wait_title"))).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_role("heading", name=say("join_wait_title"))).to_be_visible()
    knock = desk.page.locator("section").filter(has_text="Wim Wacht").last
    expect(knock).to_be_visible()
    looks.at("someone waits", phone=phone.page, desk=desk.page)
    looks.narrow("waiting", phone.page)
    heard = phone.device.recorder
    told = [json.loads(body) for path, body in heard.answers if path.endswith("/seats")]
    assert told
    assert all(set(answer) == {"knock", "state"} for answer in told)
    assert heard.view.view == {}
    assert not any('"view"' in frame for frame in heard.heard)
    knock.get_by_role("button", name=say("facilitator_knock_accept")).click()
    phone.arrive()
    assert phone.role == "mayor"
    assert looks.wrong == []


@pytest.mark.proof
def test_a_chair_goes_to_another_phone_in_mid_vote(table: Table) -> None:
    mayor, _ = vote_is_open(table, TWO)
    desk, looks = table.desk, Looks()
    mayor.vote("unplug", "all-off")
    link = hand_over(desk, mayor.own["name"])
    new = Phone(table.devices.make("the new phone"))
    new.page.goto(link)
    expect(new.page.get_by_role("heading", name=say("join_hand_title"))).to_be_visible()
    looks.at("a chair is handed over", phone=new.page)
    new.page.get_by_role("button", name=say("join_hand_take")).click()
    new.arrive()
    assert new.seat == mayor.seat
    expect(mayor.page.get_by_role("heading", name=say("participant_ended_moved"))).to_be_visible()
    assert new.own["votes"]["unplug"]["option"] == "all-off"
    new.vote("unplug", "part-off")
    desk.device.until(lambda: desk.decision("unplug")["cast"] == 1, "one vote, once")
    again = table.devices.make("a thief")
    again.page.goto(link)
    again.page.get_by_role("button", name=say("join_hand_take")).click()
    again.recorder.trouble = True
    expect(again.page.get_by_role("alert").filter(has_text="Deze link werkt niet meer")).to_be_visible()
    again.recorder.problems.clear()
    assert looks.wrong == []


@pytest.mark.proof
def test_a_late_comer_gets_all_that_the_role_was_sent(table: Table) -> None:
    vote_is_open(table, TWO)
    desk = table.desk
    late = table.phone("late")
    late.join(desk.code, "Laat", ROLES["ciso"])
    news, letters = desk.view["teams"]["t1"]["news"], desk.view["letters"]
    sent = {
        inject
        for inject, line in news.items()
        if line["state"] == "released" and (not letters[inject]["to"] or "ciso" in letters[inject]["to"])
    }
    assert any("ciso" in letters[inject]["to"] for inject in sent)
    late.gets(*sent)
    assert set(late.view["news"]) >= sent
    assert not late.own["read"], "first the questions from before"
    late.into_the_game()
    late.vote("unplug", "all-off")


@pytest.mark.proof
def test_who_is_called_away_passes_the_word_on_and_gets_it_back(table: Table) -> None:
    mayor, secretary = vote_is_open(table, TWO)
    desk, looks = table.desk, Looks()
    deputy = desk.decision("unplug")["mandate"]
    assert deputy["role"] == "mayor"
    mayor.tab("role")
    mayor.page.get_by_role("button", name=say("participant_leave")).click()
    mayor.page.get_by_role("button", name=say("participant_leave_minutes", minutes=15)).click()
    expect(mayor.page.get_by_text(say("participant_away_title"))).to_be_visible()
    told = say("facilitator_called_away", name=mayor.own["name"], role=ROLES["mayor"])
    expect(desk.page.get_by_text(told)).to_be_visible()
    desk.device.until(lambda: desk.decision("unplug")["mandate"].get("role") != "mayor", "the mandate passed on")
    secretary.open_decision("unplug")
    expect(secretary.page.get_by_text(say("participant_mandate_away_you", away=ROLES["mayor"])).last).to_be_visible()
    looks.at("called away", desk=desk.page, phone=mayor.page, deputy=secretary.page)
    mayor.page.get_by_role("button", name=say("participant_back")).click()
    expect(desk.page.get_by_text(told)).to_be_hidden()
    desk.device.until(lambda: desk.decision("unplug")["mandate"]["role"] == "mayor", "the mandate back")
    assert looks.wrong == []
