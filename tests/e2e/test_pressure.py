"""Pressure and improvising, on real screens: own and edited news, the ladder, dark phones; each state before axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.harness import SMALL, Desk, Phone, Table, say
from tests.e2e.looks import Looks

SCENARIO = "Natte Meren: de lange vrijdag"
Look = Callable[..., None]


def begin(table: Table) -> tuple[Desk, Phone, Phone]:
    """A desk in round 1 of a room that chose for pressure, a mayor and a CISO."""
    desk = table.desk
    desk.take_key()
    desk.button("facilitator_sessions_new").click()
    desk.page.get_by_role("radio", name=SCENARIO).check()
    desk.page.get_by_text(say("facilitator_open_more")).click()
    for setting in ("facilitator_open_ladder", "facilitator_open_lights"):
        desk.page.get_by_role("checkbox", name=re.compile(say(setting))).check()
    return desk, table.phone("mayor"), table.phone("ciso", size=SMALL)


def enter(table: Table, desk: Desk, mayor: Phone, ciso: Phone) -> None:
    desk.button("facilitator_open_do").click()
    expect(desk.page.get_by_role("heading", name=say("facilitator_lobby_empty_title"))).to_be_visible()
    desk.code = desk.view["room"]["code"].replace("-", "")
    table.screen.open(desk.link("screen"))
    mayor.join(desk.code, "Anna", "Burgemeester")
    ciso.join(desk.code, "Cem", "CISO")
    while desk.view["room"].get("phase", {}).get("id") != "ronde-1":
        desk.step()


def compose(desk: Desk, look: Look) -> None:
    """Two drafts, a reload, and one that is sent to the mayor."""
    page = desk.page
    desk.button("facilitator_compose").click()
    dialog = page.get_by_role("dialog", name=say("facilitator_compose"))
    dialog.get_by_role("textbox", name=say("facilitator_compose_body")).fill("Een ander begin.")
    dialog.get_by_role("button", name=say("facilitator_draft_fresh")).click()
    dialog.get_by_role("combobox", name=say("facilitator_compose_channel")).select_option("news")
    dialog.get_by_role("textbox", name=say("facilitator_compose_from")).fill("De Merenbode")
    dialog.get_by_role("textbox", name=say("facilitator_compose_subject")).fill("Raadslid: ‘Ik weet van niets’")
    dialog.get_by_role("textbox", name=say("facilitator_compose_body")).fill("Een raadslid hoorde het van zijn kapper.")
    dialog.get_by_role("checkbox", name="Burgemeester").check()
    page.reload()
    desk.button("facilitator_compose").click()
    expect(dialog.get_by_role("button", name="Een ander begin.")).to_be_visible()
    expect(dialog.get_by_role("article")).to_contain_text("hoorde het van zijn kapper")
    expect(dialog.get_by_role("checkbox", name="Burgemeester")).to_be_checked()
    look("compose", desk=page)
    dialog.get_by_role("button", name=say("facilitator_compose_send")).click()
    expect(dialog).to_be_hidden()


def edit(desk: Desk, look: Look) -> str:
    """The next inject gets other words; its id."""
    inject = str(desk.next["thing"])
    desk.button("facilitator_edit").click()
    dialog = desk.page.get_by_role("dialog", name=say("facilitator_edit_title"))
    dialog.get_by_role("textbox", name=say("facilitator_compose_body")).fill(
        "Alles is traag. Ook de kassa van de kantine."
    )
    look("edit", desk=desk.page)
    dialog.get_by_role("button", name=say("facilitator_edit_save")).click()
    expect(dialog).to_be_hidden()
    expect(desk.page.get_by_text(say("facilitator_edited"), exact=True)).to_be_visible()
    look("edited", desk=desk.page)
    return inject


def climb(desk: Desk, mayor: Phone, ciso: Phone, look: Look) -> None:
    """The mayor takes a step on her phone, the desk enters another on her word."""
    ciso.tab("role")
    ciso.page.get_by_text("Driehoek bijeen", exact=True).click()
    decides = ciso.page.get_by_text(say("participant_ladder_decides", role="Burgemeester"))
    expect(decides.filter(visible=True)).to_have_count(1)
    mayor.tab("role")
    mayor.page.get_by_text("Crisisteam bijeen", exact=True).click()
    look("ladder", phone=mayor.page, small=ciso.page)
    mayor.page.get_by_role("button", name=say("participant_ladder_do", rung="Crisisteam bijeen")).click()
    look("ladder asks", phone=mayor.page)
    mayor.page.get_by_role("dialog").get_by_role("button", name=say("participant_ladder_yes")).click()
    expect(ciso.page.get_by_text(say("participant_ladder_here"), exact=True)).to_be_visible()
    desk.page.get_by_role("button", name="Driehoek bijeen", exact=True).click()
    look("desk ladder", desk=desk.page)
    desk.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_ladder_do")).click()
    ciso.device.until(lambda: ciso.view["ladder"]["driehoek"]["state"] == "now", "the second step")
    ciso.tab("news")


def darken(table: Table, desk: Desk, mayor: Phone, ciso: Phone, look: Look) -> None:
    """All phones but the spared one go dark, a reload keeps it, and the facilitator ends it."""
    page = desk.page
    page.get_by_role("button", name=say("facilitator_seat_change", name="Cem")).click()
    page.get_by_role("checkbox", name=re.compile(say("facilitator_seat_spare"))).check()
    ciso.device.until(lambda: ciso.own.get("spared") is True, "a spared seat")
    look("spare", desk=page)
    desk.close_dialog()
    desk.button("facilitator_lights_out").click()
    dark = mayor.page.get_by_role("heading", name=say("participant_dark_title"))
    expect(dark).to_be_focused()
    expect(mayor.page.get_by_role("navigation", name=say("participant_nav"))).to_have_count(0)
    expect(ciso.page.get_by_role("navigation", name=say("participant_nav"))).to_be_visible()
    expect(mayor.page.locator("[aria-live=polite]").first).to_contain_text("telefoons zijn uit")
    look("dark", phone=mayor.page, small=ciso.page, desk=page, screen=table.screen.page)
    mayor.page.reload()
    expect(dark).to_be_visible()
    desk.button("facilitator_lights_on").click()
    expect(mayor.page.get_by_role("navigation", name=say("participant_nav"))).to_be_visible()


def sound(phone: Phone, look: Look) -> None:
    """Off until it is asked for, and kept."""
    phone.tab("role")
    tone = phone.page.get_by_role("checkbox", name=say("participant_sound_tone"))
    expect(tone).not_to_be_checked()
    tone.check()
    look("sound", phone=phone.page)
    phone.page.reload()
    expect(tone).to_be_checked()


@pytest.mark.proof
def test_a_facilitator_improvises_and_adds_pressure(table: Table) -> None:
    looks = Looks()

    def look(state: str, **pages: Page) -> None:
        looks.at(state, **pages)
        for who, page in pages.items():
            if who == "small":
                looks.narrow(state, page)

    desk, mayor, ciso = begin(table)
    look("opening", desk=desk.page)
    enter(table, desk, mayor, ciso)
    compose(desk, look)
    mayor.device.until(lambda: len(mayor.view["news"]) > len(ciso.view["news"]), "the facilitator's own news")
    inject = edit(desk, look)
    desk.step()
    mayor.gets(inject)
    assert mayor.view["news"][inject]["body"].endswith("Ook de kassa van de kantine.")
    climb(desk, mayor, ciso, look)
    assert table.screen.view["teams"]["t1"]["rung"]["name"] == "Driehoek bijeen"
    darken(table, desk, mayor, ciso, look)
    sound(mayor, look)
    assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))
