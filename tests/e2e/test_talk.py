"""The talk afterwards on all screens: step by step by keyboard, looking back, and axe and the ruler at each of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.harness import ROLES, SHORT, SMALL, Desk, Phone, Plan, Step, Table, say
from tests.e2e.keys import Keys
from tests.e2e.looks import Looks

KEPT = "De minister komt maandag"
"""Words of a message that its chair keeps to itself."""
WHY = "Liever te vroeg dan te laat."
STEPS = ("timeline", "curves", "matrix", "roads", "decisions", "lessons", "facts")


class Played(Plan):
    """One message shared, one kept; everyone votes with a reason."""

    def reason(self, decision: str, phone: Phone) -> str:
        return WHY if phone.role == "ciso" else ""

    def vote(self, decision: str, options: list[str], phone: Phone) -> str | None:
        return options[1] if phone.role == "ciso" else options[0]

    def before(self, table: Table, step: Step) -> None:
        if step["action"] == "decision.open" and step.get("thing") == "unplug":
            table.seated("ciso").share_private("strange-login")


def debriefing(table: Table) -> tuple[Desk, Phone, Phone]:
    desk = table.desk
    desk.open_room(SHORT)
    table.screen.open(desk.link("screen"))
    mayor = table.phone("mayor", size=SMALL)
    mayor.join(desk.code, "Anna", ROLES["mayor"])
    for role in ("secretary", "ciso"):
        table.phone(role).join(desk.code, role, ROLES[role])
    table.play(Played(), stop=lambda step: step["action"] == "phase.next" and desk.status == "debrief")
    return desk, mayor, table.seated("ciso")


def to(table: Table, step: str) -> None:
    """By the desk's keys, as far as it takes."""
    desk = table.desk
    desk.page.locator("body").press("Alt+n")
    desk.device.until(lambda: desk.view["conversation"].get("step") == step, step)
    for device in (table.screen.device, table.phones[0].device):
        device.until(lambda device=device: device.recorder.view.view["conversation"].get("step") == step, step)  # type: ignore[misc]


@pytest.mark.proof
def test_the_room_is_walked_through_every_step_by_keyboard(table: Table) -> None:
    looks = Looks()
    desk, mayor, ciso = debriefing(table)
    screen = table.screen

    def look(state: str) -> None:
        looks.at(state, desk=desk.page, screen=screen.page, phone=mayor.page)
        looks.narrow(f"phone, {state}", mayor.page)
        for page in (desk.page, screen.page):
            _narrow(looks, state, page)

    for step in STEPS:
        to(table, step)
        look(step)
        if step == "timeline":
            _look_back(table, look)
        if step == "matrix":
            screen.shows(say("talk_hard_lead"))
            assert KEPT not in screen.text() and "Bezoek maandag" not in screen.text()
            expect(ciso.page.get_by_text("Beheerder")).to_be_visible()
            Keys(desk.page).button(say("facilitator_talk_matrix_let"))
            screen.shows("Bezoek maandag")
            assert KEPT not in screen.text()
            look("matrix let through")
        if step == "decisions":
            Keys(desk.page).button("Stekker eruit?")
            Keys(desk.page).button(say("facilitator_talk_votes"))
            screen.shows("CISO")
            assert WHY not in screen.text()
            Keys(desk.page).button(say("facilitator_talk_reasons"))
            screen.shows(WHY)
            look("votes let through")
    desk.page.locator("body").press("Alt+b")
    desk.device.until(lambda: desk.view["conversation"]["step"] == STEPS[-2], "the step before")
    desk.button("facilitator_talk_stop").click()
    desk.device.until(lambda: "step" not in desk.view["conversation"], "nothing on the screens")
    assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))


def _look_back(table: Table, look: object) -> None:
    desk, screen = table.desk, table.screen
    keys = Keys(desk.page)
    keys.button(say("facilitator_replay_before"))
    screen.device.until(lambda: "lookback" in screen.view, "the past")
    expect(screen.page.get_by_text(say("talk_lookback"), exact=True)).to_be_visible()
    before = screen.view["lookback"]["session"]
    keys.type(desk.page.get_by_label(say("facilitator_replay_field")), "0:01")
    keys.button(say("facilitator_replay_go"))
    screen.device.until(lambda: screen.view["lookback"]["session"] < before, "an earlier moment")
    slider = keys.to(desk.page.get_by_label(say("facilitator_replay_slider")))
    slider.press("End")
    screen.device.until(lambda: screen.view["lookback"]["session"] > 1000, "the end")
    assert callable(look)
    look("looking back")
    desk.page.get_by_label(say("facilitator_replay_speed")).select_option("16")
    keys.button(say("facilitator_replay_play"))
    screen.device.until(lambda: screen.view["lookback"]["speed"] == 16, "a replay")
    assert KEPT not in screen.text()
    keys.button(say("facilitator_replay_stop"))
    screen.device.until(lambda: "lookback" not in screen.view, "the present")


def _narrow(looks: Looks, state: str, page: Page) -> None:
    """320 px wide, and twice as large letters in a window of 1280: half as wide."""
    before = page.viewport_size
    assert before is not None
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 640})
        looks.narrow(f"{state}, {width} px", page)
    page.set_viewport_size(before)
