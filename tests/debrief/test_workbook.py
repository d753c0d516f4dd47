"""The workbook, opened with an independent reader: every text is a text, and a formula is one nowhere."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from game_server.debrief.content import report
from game_server.debrief.workbook import workbook
from tests.debrief.sessions import small_hall, table_session, two_teams
from tests.debrief.test_hostile import STRANGE, told

FORMULAS = (
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://x.example";"klik")',
    "=cmd|' /C calc'!A0",
    "0=1",
    "https://x.example/",
)


def rows(document: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(document))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_an_independent_reader_finds_every_vote() -> None:
    story, catalogue = table_session()
    whole = report(story, catalogue, "nl", notes=True)
    found = rows(workbook(whole, story.room.at))
    votes = [vote for team in whole["teams"] for page in team["decisions"] for vote in page["votes"]]
    assert len(found["Stemmen"]) == len(votes) + 1
    assert found["In één oogopslag"][1] == ["Verslag van de nabespreking", "De lange vrijdag"]
    assert {"De besluiten", "Tijdlijn", "Bij ons", "Verbeterplan"} <= {name.rstrip("?") for name in found}


@pytest.mark.parametrize("typed", [*FORMULAS, *STRANGE[:13]], ids=lambda typed: ascii(typed[:12]))
def test_no_words_become_a_formula_or_a_link(typed: str) -> None:
    story, catalogue = told(lambda _: typed)
    document = workbook(report(story, catalogue, "nl", notes=True), story.room.at)
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in parts.read(name)
                assert b"<hyperlink" not in parts.read(name)
    cells = [cell for sheet in rows(document).values() for row in sheet for cell in row]
    shown = typed.strip()
    if typed in FORMULAS and "\t" not in typed:
        assert shown in cells


def test_the_same_report_gives_the_same_bytes() -> None:
    for story, catalogue in (two_teams(), small_hall()):
        whole = report(story, catalogue, "en")
        assert workbook(whole, story.room.at) == workbook(whole, story.room.at)
