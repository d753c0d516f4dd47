"""Before and after, the grade and the lessons, on real screens: one at a time, saved only after the server said so."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.harness import ROLES, SHORT, SMALL, Phone, Plan, Table, say
from tests.e2e.looks import Looks

THREE = {role: ROLES[role] for role in ("mayor", "secretary", "ciso")}
LESSON = "Hardop zeggen wat wij niet weten."


def card(phone: Phone) -> Locator:
    return phone.page.get_by_role("main")


def choose(phone: Phone, group: str, step: str) -> None:
    card(phone).get_by_role("group", name=group).get_by_role("radio", name=step, exact=True).check(force=True)


def answer_before(phone: Phone, value: int) -> None:
    """All there is, one after another."""
    for number in range(3):
        choose(phone, say("participant_measure_before"), say("participant_sure_step", step=value))
        phone.device.until(lambda n=number: len(phone.own["answers"]) == n + 1, "an answer")  # type: ignore[misc]
        card(phone).get_by_role("button", name=say("participant_step_next"), exact=True).click()
    choose(phone, say("participant_priority_ask"), say("participant_priority_place", place=value))
    phone.device.until(lambda: phone.own["priority"] == {"before": value}, "a place")
    card(phone).get_by_role("button", name=say("participant_step_done"), exact=True).click()
    expect(card(phone)).to_contain_text(say("participant_before_thanks"))


def close(phone: Phone, value: int) -> None:
    """Skips the statements but the first, and gives a grade."""
    for legend in (say("participant_measure_after"), say("participant_measure_then")):
        choose(phone, legend, say("participant_sure_step", step=value))
    for key in ("step_next", "step_skip", "step_skip", "step_skip"):
        card(phone).get_by_role("button", name=say(f"participant_{key}"), exact=True).click()
    choose(phone, say("participant_grade_ask"), say("participant_grade_step", value=8))
    card(phone).get_by_role("textbox", name=say("participant_grade_text")).fill("Goed dat wij dit deden.")
    card(phone).get_by_role("button", name=say("participant_grade_save")).click()
    phone.device.until(lambda: "grade" in phone.own, "a grade")
    assert phone.own["grade"] == {"value": 8, "text": "Goed dat wij dit deden.", "quotable": False}


def write_lesson(phone: Phone, text: str) -> None:
    card(phone).get_by_role("textbox", name=say("participant_lesson_text")).fill(text)
    card(phone).get_by_role("button", name=say("participant_lesson_send")).click()
    phone.device.until(lambda: any(one["text"] == text for one in phone.own["lessons"].values()), "a lesson")


def seen_by(table: Table) -> dict[str, Any]:
    return {"desk": table.desk.page, "screen": table.screen.page, "phone": table.phones[0].page}


@pytest.mark.proof
def test_before_after_and_lessons_without_a_name(table: Table) -> None:
    desk, screen, looks = table.desk, table.screen, Looks()
    desk.open_room(SHORT)
    screen.open(desk.link("screen"))
    small = table.phone("mayor", size=SMALL)
    small.join(desk.code, "Anna", ROLES["mayor"])
    others = []
    for role, name in list(THREE.items())[1:]:
        phone = table.phone(role)
        phone.join(desk.code, f"N. {name}", name)
        others.append(phone)
    looks.at("before", **seen_by(table))
    looks.narrow("before", small.page)
    for value, phone in enumerate(table.phones, start=2):
        answer_before(phone, value)
    desk.device.until(lambda: desk.view["measures"]["before"] == 3, "three answered")
    table.play(Plan(), stop=lambda step: step["action"] == "report.release")
    write_lesson(small, LESSON)
    desk.device.until(lambda: len(desk.view["lessons"]) == 1, "a lesson on the desk")
    assert small.own["name"] not in str(desk.view["lessons"])
    assert all(LESSON not in str(phone.view) for phone in table.phones)
    desk.page.get_by_role("button", name=say("facilitator_lesson_show_of", text=LESSON)).click()
    others[0].device.until(lambda: bool(others[0].view["debrief"]["lessons"]), "a lesson for everybody")
    card(others[0]).get_by_role("button", name=say("participant_lesson_star_of", text=LESSON)).click()
    desk.device.until(lambda: [one["stars"] for one in desk.view["lessons"].values()] == [1], "a star")
    for value, phone in enumerate(table.phones, start=2):
        close(phone, value)
    looks.at("after", **seen_by(table))
    looks.narrow("after", small.page)
    for key, shown in (("lessons", LESSON), ("measures", "Ik weet wie ik in het eerste uur bel.")):
        name = f"{say('facilitator_show_on_screen')}: {say(f'facilitator_{key}')}"
        desk.page.get_by_role("button", name=name).click()
        screen.shows(shown)
        looks.at(f"the screen shows {key}", screen=screen.page)
    counts = screen.view["measures"]["statements"]["first-call"]
    assert (counts["before"], counts["after"]) == ([0, 1, 1, 1, 0], [0, 1, 1, 1, 0])
    assert not looks.wrong, "\n".join(looks.wrong)
