"""The report as people get it: a foreword, words struck on a phone, every form on the desk, and the page itself."""

from __future__ import annotations

import io

import orjson
import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.debrief.reading import text
from tests.e2e.harness import ROLES, SHORT, Phone, Plan, Table, say
from tests.e2e.looks import Looks, look

TWO = {role: ROLES[role] for role in ("mayor", "ciso")}
WHY = "Toverkol zei het eerst."
FOREWORD = "Dank voor een eerlijke middag."


class Spoken(Plan):
    """Everyone says why."""

    def reason(self, decision: str, phone: Phone) -> str:
        return WHY if phone.role == "mayor" else "Liever te vroeg."


@pytest.mark.proof
def test_the_report_is_written_struck_and_fetched_in_every_form(table: Table) -> None:
    desk, looks = table.desk, Looks()
    desk.open_room(SHORT)
    mayor, _ = table.seat_all(TWO)
    table.play(Spoken(), stop=lambda step: step["action"] == "report.release")
    mayor.resolution("Een kop koffie met de CISO")

    desk.page.get_by_label(say("facilitator_foreword")).fill(FOREWORD)
    desk.button("facilitator_foreword_keep").click()
    desk.device.until(lambda: desk.view.get("foreword") == FOREWORD, "a foreword")
    look(looks, "foreword", desk=desk.page)
    _strike(looks, mayor)
    desk.primary()
    desk.device.until(lambda: desk.view["room"]["released"], "a released report")
    _every_form(table)
    _page(looks, table)
    mayor.page.reload()
    expect(mayor.page.get_by_role("button", name=say("participant_report_public"), exact=True)).to_be_visible()
    look(looks, "report", phone=mayor.page)
    assert [line for line in looks.wrong if "cut off" not in line] == []


def _strike(looks: Looks, mayor: Phone) -> None:
    line = mayor.page.get_by_role("listitem").filter(has_text=WHY).first
    line.get_by_role("button").click()
    mayor.device.until(lambda: bool(mayor.own.get("struck")), "struck words")
    expect(line.get_by_text(say("participant_words_out"))).to_be_visible()
    look(looks, "struck", phone=mayor.page)


def _every_form(table: Table) -> None:
    desk = table.desk
    struck = next(iter(table.seated("mayor").own["struck"]))
    decision = struck.partition(":")[2]
    data = orjson.loads(desk.download("facilitator_download_file_data"))
    assert data["foreword"] == FOREWORD
    said = [vote["reason"] for page in data["teams"][0]["decisions"] for vote in page["votes"]]
    assert said.count("") == 1, decision
    assert "Dankvooreeneerlijkemiddag" in text(desk.download())
    book = CalamineWorkbook.from_filelike(io.BytesIO(desk.download("facilitator_download_file_sheet")))
    assert "Stemmen" in book.sheet_names
    assert FOREWORD.encode() in desk.download("facilitator_download_file_text").replace(b"\\", b"")
    desk.page.get_by_role("radio", name=say("facilitator_download_public")).check()
    public = orjson.loads(desk.download("facilitator_download_file_data"))
    assert (public["variant"], public["foreword"]) == ("public", "")


def _page(looks: Looks, table: Table) -> None:
    """Opens beside the desk, in full."""
    desk = table.desk
    desk.page.get_by_role("radio", name=say("facilitator_download_full"), exact=False).first.check()
    with desk.page.context.expect_page() as opened:
        desk.button("facilitator_download_file_page").click()
    page = opened.value
    page.wait_for_load_state()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(FOREWORD)).to_be_visible()
    assert page.evaluate("() => document.styleSheets.length") == 1
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    look(looks, "twin", page=page)
    page.close()
