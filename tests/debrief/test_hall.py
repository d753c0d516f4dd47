"""A report on many tables counts, and compares nobody."""

from __future__ import annotations

import json

from game_server.debrief.content import report
from game_server.debrief.pdf import report_pdf
from game_server.debrief.sheets import sheets
from tests.debrief.sessions import small_hall, table_session


def test_many_tables_are_counted_and_none_is_told_apart_in_rows_of_people() -> None:
    story, catalogue = small_hall()
    whole = report(story, catalogue, "nl")
    (hall,) = whole["hall"]
    assert (whole["condensed"], whole["teams"]) == (True, [])
    assert (hall["tables"], hall["people"]) == (6, 12)
    assert [row["name"] for row in hall["rows"]] == [f"Tafel {n}" for n in range(1, 7)]
    for decision in hall["decisions"]:
        assert sum(option["tables"] for option in decision["options"]) <= 6
    assert all(sum(level["tables"] for level in curve["levels"]) == 6 for curve in hall["curves"])
    assert all(row["shared"] <= row["tables"] for row in hall["news"])
    assert report_pdf(whole, story.room.at).startswith(b"%PDF")


def test_the_one_page_of_a_hall_says_how_many_tables_chose_what() -> None:
    story, catalogue = small_hall()
    chosen = report(story, catalogue, "nl")["summary"]["chosen"]
    assert chosen
    assert all(one["choices"] == [] and "×" in one["spread"] for one in chosen)


def test_one_table_of_a_hall_has_its_own_report_in_full() -> None:
    story, catalogue = small_hall()
    whole = report(story, catalogue, "nl", team="t3")
    assert not whole["condensed"]
    assert [team["name"] for team in whole["teams"]] == ["Tafel 3"]
    others = {one["name"] for one in whole["others"]}
    assert "Tafel 3" not in others


def test_nothing_in_a_report_ranks() -> None:
    for story, catalogue in (small_hall(), table_session()):
        said = json.dumps(report(story, catalogue, "nl"), ensure_ascii=False).casefold()
        for word in ("score", "ranglijst", "winnaar", "beste tafel", "gemiddelde cijfer"):
            assert word not in said


def test_a_hall_fits_in_tables() -> None:
    story, catalogue = small_hall()
    found = sheets(report(story, catalogue, "nl"))
    assert all(len(row) == len(sheet.head) for sheet in found for row in sheet.rows)
