"""More hands: two desks at once, a phone as remote control, an observer, other eyes, and a host that is gone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import ONE_PRESS
from tests.e2e.devices import until
from tests.e2e.hands import invite, look_along, seat_dialog, take_by_link
from tests.e2e.harness import DESK, SHORT, Desk, Devices, Plan, Table, like, say
from tests.e2e.keys import Keys
from tests.e2e.looks import Looks
from tests.e2e.test_people import TWO, VOTING, vote_is_open

TABLET = (820, 1180)


@pytest.mark.proof
def test_of_two_desks_the_other_is_right_within_a_second_and_says_who_did_it(table: Table, devices: Devices) -> None:
    vote_is_open(table, TWO)
    first = table.desk
    second = take_by_link(devices.make("second desk", DESK), invite(first, "desk"), "Bo")
    second.device.until(lambda: second.next == first.next, "the same next step")
    region = second.page.get_by_role("region", name=say("facilitator_next_step"))
    first.step()
    until(second.page, lambda: second.next == first.next, "the step on the other desk", 1.0)
    told = region.get_by_role("status").filter(has_text=say("facilitator_desk_other"))
    expect(told).to_be_visible(timeout=1000)
    second.page.wait_for_timeout(ONE_PRESS * 1000)
    second.step()
    expect(first.page.get_by_role("status").filter(has_text="Bo heeft")).to_be_visible()
    first.button("facilitator_hands_open").click()
    dialog = first.page.get_by_role("dialog", name=say("facilitator_hands"))
    dialog.get_by_role("listitem").filter(has_text="Bo").get_by_role("button").click()
    sure = first.page.get_by_role("dialog", name=say("facilitator_device_end_title"))
    sure.get_by_role("button", name=say("facilitator_device_end"), exact=True).click()
    expect(second.page.get_by_role("heading", name=say("facilitator_ended_title"))).to_be_visible()


@pytest.mark.proof
def test_of_two_who_press_at_once_one_wins_and_the_other_reads_who_was_first(table: Table, devices: Devices) -> None:
    vote_is_open(table, TWO)
    first = table.desk
    second = take_by_link(devices.make("second desk", DESK), invite(first, "desk"))
    second.device.until(lambda: second.next == first.next, "the same next step")
    for _ in range(3):
        first.page.wait_for_timeout(ONE_PRESS * 1000)
        before = first.next
        if before["action"] == "decision.settle":
            break
        at = first.page.evaluate("() => Date.now()") + 400
        for desk in (first, second):  # in the same millisecond, as near as one machine can
            desk.primary_button.evaluate("(button, at) => setTimeout(() => button.click(), at - Date.now())", at)
        for desk in (first, second):
            until(desk.page, lambda d=desk, b=before: d.next != b, "both at the next step", 1.0)  # type: ignore[misc]
        until(
            first.page,
            lambda: any(say("facilitator_desk_other") in desk.said() for desk in (first, second)),
            "one of them reads who was first",
            1.0,
        )
        assert first.next == second.next


@pytest.mark.proof
def test_a_phone_is_a_remote_control(table: Table, devices: Devices) -> None:
    desk, looks = table.desk, Looks()
    desk.open_room(SHORT)
    table.seat_all(TWO)
    remote = take_by_link(devices.make("remote"), invite(desk, "remote"), "Mijn telefoon")
    looks.at("lobby", remote=remote.page)
    remote.step()
    desk.page.wait_for_timeout(ONE_PRESS * 1000)  # so long a press may have been meant for the step before
    table.play(Plan(), stop=lambda step: step["action"] == "inject.release")
    remote.device.until(lambda: remote.next["action"] == "inject.release", "news to release")
    remote.page.wait_for_timeout(ONE_PRESS * 1000)
    before = remote.next
    remote.step()
    remote.page.get_by_role("button", name=like("facilitator_undo")).click()
    remote.device.until(lambda: remote.next == before, "the step taken back")
    desk.page.wait_for_timeout(ONE_PRESS * 1000)
    table.play(Plan(), stop=lambda step: step["action"] in VOTING)
    remote.device.until(lambda: remote.next == desk.next, "the vote on the remote")
    looks.at("vote", remote=remote.page)
    looks.narrow("remote, vote", remote.page)
    remote.button("facilitator_remote_pause").click()
    desk.device.until(lambda: desk.status == "paused", "a pause")
    looks.at("paused", remote=remote.page)
    remote.button("facilitator_resume").click()
    desk.device.until(lambda: desk.status == "running", "the game again")
    remote.page.reload()
    expect(remote.button("facilitator_remote_whole")).to_be_visible()
    before = desk.next
    remote.step()
    desk.device.until(lambda: desk.next != before, "the step of the remote")
    assert looks.wrong == []


@pytest.mark.proof
def test_an_observer_sees_what_is_shared_and_pins_notes(table: Table, devices: Devices) -> None:
    mayor, _ = vote_is_open(table, TWO)
    desk, looks = table.desk, Looks()
    mayor.note("Er is een vreemde inlog.")
    observer = devices.make("observer", TABLET)
    observer.page.goto(invite(desk, "observer"))
    expect(observer.page.get_by_role("heading", name=desk.view["room"]["title"])).to_be_visible()
    expect(observer.page.get_by_text("Er is een vreemde inlog.")).to_be_visible()
    private = [item["body"] for item in mayor.view["news"].values() if item["private"]]
    assert private
    assert not any(body[:40] in observer.recorder.all_heard() for body in private)
    looks.at("vote", observer=observer.page)
    keys = Keys(observer.page)
    keys.type(observer.page.get_by_role("textbox", name=say("observer_note")), "De burgemeester vraagt door.")
    observer.page.get_by_role("combobox", name=say("observer_pin")).select_option("role:mayor")
    keys.button(say("observer_note_keep"))
    expect(observer.page.get_by_text(say("observer_note_kept"))).to_be_visible()
    desk.device.until(lambda: len(desk.view["notes"]) == 1, "the note on the desk")
    assert next(iter(desk.view["notes"].values()))["about"] == "role:mayor"
    observer.page.reload()
    expect(observer.page.get_by_text("De burgemeester vraagt door.")).to_be_visible()
    observer.page.set_viewport_size({"width": 320, "height": 640})
    looks.at("phone", observer=observer.page)
    looks.narrow("observer", observer.page)
    assert looks.wrong == []


@pytest.mark.proof
def test_through_other_eyes_a_desk_sees_the_real_screens_and_says_nothing(table: Table) -> None:
    mayor, _ = vote_is_open(table, TWO)
    desk, looks = table.desk, Looks()
    dialog = seat_dialog(desk, mayor.own["name"])
    page, heard = look_along(desk, dialog.get_by_role("link", name=mayor.own["name"]))
    expect(page.get_by_text(say("participant_watching")).first).to_be_visible()
    until(page, lambda: heard.view.view == mayor.view and heard.own.view == mayor.own, "exactly what the mayor sees")
    mayor.vote("unplug", "all-off")
    until(page, lambda: heard.own.view == mayor.own, "the vote as the mayor sees it")
    looks.at("along with a phone", along=page)
    page.close()
    desk.close_dialog()
    desk.button("facilitator_screen_choose").click()
    link = desk.page.get_by_role("link", name=say("facilitator_see_as_screen"))
    screen, shown = look_along(desk, link)
    expect(screen.get_by_text(say("screen_watching"))).to_be_visible()
    until(screen, lambda: bool(shown.view.view), "the screen")
    looks.at("along with the screen", along=screen)
    for recorder in (heard, shown):
        assert recorder.commands == {}
    assert len([seat for seat, here in desk.device.recorder.presence.items() if here == "here"]) == 2
    assert looks.wrong == []


@pytest.mark.proof
def test_the_game_stays_when_the_host_is_gone_and_any_device_reopens_the_desk(table: Table, devices: Devices) -> None:
    mayor, _ = vote_is_open(table, TWO)
    gone, link = table.desk, table.desk.link("facilitator")
    before = gone.view
    gone.device.context.close()
    mayor.vote("unplug", "all-off")
    by_link = take_by_link(devices.make("by link", DESK), link)
    assert by_link.view["room"]["clock"] == before["room"]["clock"]
    assert by_link.decision("unplug")["cast"] == 1
    by_key = Desk(devices.make("by key", DESK))
    by_key.take_key()
    by_key.page.get_by_role("button", name=say("facilitator_sessions_go")).first.click()
    by_key.button("facilitator_take_button").click()
    by_key.device.until(lambda: bool(by_key.view), "a view of the desk")
    assert by_key.next == by_link.next
    by_key.step()
    by_link.device.until(lambda: by_link.next == by_key.next, "both desks at the next step")
    mayor.reaches("unplug", by_key.decision("unplug")["state"])
