"""What goes home: two agree on a date, a card and a calendar are fetched, and weeks later an answer is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, Request, expect

from tests.e2e.harness import ROLES, SHORT, SMALL, Desk, Devices, Phone, Plan, Table, say, text_of
from tests.e2e.keys import Keys
from tests.e2e.looks import Looks

CANARY = "kanariekoffie"
WORDS = f"Ik drink {CANARY} met de CISO."


def to_the_debrief(desk: Desk) -> None:
    """What was not played does not come any more."""
    desk.step()
    desk.button("facilitator_to_debrief_short").click()
    desk.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_to_debrief")).click()
    desk.device.until(lambda: desk.status == "debrief", "the debrief")


def seated(table: Table) -> tuple[Phone, Phone]:
    """A mayor and a CISO of one table, in the debrief."""
    table.desk.open_room(SHORT)
    mayor, ciso = table.phone("mayor", size=SMALL), table.phone("ciso")
    mayor.join(table.desk.code, "Anna", ROLES["mayor"])
    ciso.join(table.desk.code, "Bram", ROLES["ciso"])
    to_the_debrief(table.desk)
    expect(mayor.page.get_by_role("heading", name=say("participant_resolution_title"))).to_be_visible()
    return mayor, ciso


def propose(phone: Phone, name: str, when: str) -> None:
    """As a thumb does it: the words, with whom, and when."""
    page = phone.page
    page.get_by_role("textbox", name=say("participant_resolution_text")).fill(WORDS)
    page.get_by_text(say("participant_resolution_more")).click()
    page.get_by_label(say("participant_resolution_with")).select_option(label=name)
    page.get_by_label(say("participant_resolution_moment")).fill(when)
    page.get_by_role("button", name=say("participant_resolution_save")).click()
    phone.device.until(lambda: bool(phone.own["meetings"]), "a proposal")


def button(page: Page, key: str) -> None:
    page.get_by_role("button", name=say(key), exact=True).click()


def fetched(phone: Phone, key: str) -> bytes:
    return phone.device.downloaded(lambda: button(phone.page, key))


def follow_link(phone: Phone) -> str:
    button(phone.page, "participant_bring_link")
    dialog = phone.page.get_by_role("dialog", name=say("participant_follow_title"))
    link = dialog.get_by_role("textbox", name=say("participant_keep_link")).input_value()
    phone.page.keyboard.press("Escape")
    return link


class Sent:
    """All that a page sends, as one text."""

    def __init__(self, page: Page) -> None:
        self.all: list[str] = []
        page.on("request", self._hear)
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: self.all.append(str(frame))))

    def _hear(self, request: Request) -> None:
        self.all.append(f"{request.method} {request.url} {request.headers} {request.post_data}")


@pytest.mark.proof
def test_two_take_the_same_date_home(table: Table, subtests: pytest.Subtests) -> None:
    mayor, ciso = seated(table)
    looks = Looks()
    propose(mayor, f"Bram · {ROLES['ciso']}", "2027-03-29T10:00")
    looks.at("proposed", phone=mayor.page)
    looks.narrow("proposed", mayor.page)
    expect(ciso.page.get_by_text(WORDS)).to_be_visible()
    looks.at("asked", phone=ciso.page)
    button(ciso.page, "participant_meeting_move")
    looks.at("another date", phone=ciso.page)
    dialog = ciso.page.get_by_role("dialog")
    dialog.get_by_label(say("participant_resolution_moment")).fill("2027-03-30T10:00")
    button(ciso.page, "participant_meeting_move_send")
    button(mayor.page, "participant_meeting_accept")
    expect(ciso.page.get_by_role("heading", name=say("participant_meeting_agreed"))).to_be_visible()
    looks.at("agreed", phone=mayor.page)
    looks.narrow("agreed", mayor.page)
    with subtests.test("the same date is in both calendars, after the clock went forward"):
        calendars = [Calendar.from_ical(fetched(phone, "participant_resolution_calendar")) for phone in (mayor, ciso)]
        events = [one.walk("VEVENT")[0] for one in calendars]
        assert events[0].decoded("dtstart").isoformat() == "2027-03-30T10:00:00+02:00"
        assert events[0]["uid"] == events[1]["uid"]
        assert events[0].decoded("dtstart") == events[1].decoded("dtstart")
    with subtests.test("the card has the words"):
        told = text_of(fetched(mayor, "participant_bring_card"))
        assert CANARY in told
        assert "Het eerste uur" in told
    with subtests.test("nobody else saw it"):
        assert CANARY not in table.desk.device.recorder.all_heard()
    with subtests.test("axe and the ruler find nothing"):
        assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))


@pytest.mark.proof
def test_weeks_later_an_answer_is_counted_and_no_word_leaves_the_page(
    table: Table, devices: Devices, folder: Path, subtests: pytest.Subtests
) -> None:
    mayor, _ = seated(table)
    mayor.resolution(WORDS)
    mayor.page.get_by_role("checkbox", name=say("participant_bring_remind")).check()
    made = fetched(mayor, "participant_resolution_calendar")
    link = follow_link(mayor)
    reminder = next(one for one in Calendar.from_ical(made).walk("VEVENT") if one.walk("VALARM"))
    with subtests.test("the reminder has the same link, and the server never made it"):
        assert str(reminder["url"]).split("#")[1].split("made=")[0] == link.split("#")[1].split("made=")[0]
        assert CANARY in str(reminder["description"])
    table.play(Plan())
    table.desk.close_room()
    device = devices.make("later", SMALL)
    sent, looks = Sent(device.page), Looks()
    device.page.goto(link)
    expect(device.page.get_by_text(WORDS)).to_be_visible()
    looks.at("early", later=device.page)
    looks.narrow("early", device.page)
    keys = Keys(device.page)
    keys.button(say("follow_anyway"))
    keys.radio(device.page.get_by_role("group", name=say("follow_question")), say("follow_begun"))
    keys.press(device.page.get_by_role("checkbox", name=say("follow_reason_small")), "Space")
    looks.at("answering", later=device.page)
    looks.narrow("answering", device.page)
    keys.button(say("follow_send"))
    expect(device.page.get_by_role("heading", name=say("follow_thanks"))).to_be_visible()
    looks.at("thanked", later=device.page)
    with subtests.test("a second answer is none"):
        device.recorder.trouble = True  # The browser tells its console of every refusal.
        device.page.reload()
        button(device.page, "follow_anyway")
        device.page.get_by_role("radio", name=say("follow_done"), exact=True).check()
        button(device.page, "follow_send")
        expect(device.page.get_by_role("heading", name=say("follow_already"))).to_be_visible()
    with subtests.test("no word left the page, and none is in the tally or the log"):
        assert len(sent.all) > 3
        assert [one for one in sent.all if CANARY in one] == []
        assert CANARY not in table.devices.server.log()
        assert CANARY.encode() not in (folder / "data" / "follow_up.sqlite3").read_bytes()
    with subtests.test("the one who led sees the count"):
        table.desk.device.goto("/regie")
        expect(
            table.desk.page.get_by_text(say("facilitator_follow_line", done="0", begun="1", **{"not": "0"}))
        ).to_be_visible()
    with subtests.test("a link that was cut short says so"):
        device.page.goto(link.split("&key=")[0])
        expect(device.page.get_by_role("heading", name=say("follow_broken"))).to_be_visible()
        looks.at("cut short", later=device.page)
    with subtests.test("axe and the ruler find nothing"):
        assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))
