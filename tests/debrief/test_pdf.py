"""The report as a document: what PDF/UA asks, what a printer and a screen reader need."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise

import pikepdf
import pytest

from game_server.debrief.content import report
from game_server.debrief.pdf import ReportFailed, render_pdf, typeset
from game_server.debrief.words import CATALOGUES
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story, tell
from tests.debrief.reading import elements, flat, opened, pages, tags, text
from tests.debrief.sessions import Sitting, table_session, tiny, twelve, two_teams
from tests.room.table import Table
from tests.scenario.packs import tiny_scenario


@cache
def document() -> bytes:
    story, catalogue = table_session()
    return render_pdf(story, catalogue, "nl", notes=True)


def test_it_says_that_it_is_pdf_ua() -> None:
    with opened(document()) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Verslag van de nabespreking: De lange vrijdag"


def test_its_tables_have_headers_and_its_pictures_words() -> None:
    with opened(document()) as pdf:
        found = tags(pdf)
        figures = [str(one.Alt) for one in elements(pdf) if str(one.S) == "/Figure"]
        captions = [one for one in elements(pdf) if str(one.S) == "/Caption"]
    assert found.count("/H1") == 15
    assert found.count("/Table") >= 10
    assert found.count("/TH") >= 60
    assert "/TOC" in found
    assert all(figures)
    assert not captions, "an alternative text may not repeat a caption"
    assert "opende het" in figures
    assert any(one.startswith("Stemmen bij Stekker eruit?. A Alles van het net:") for one in figures)
    assert any(one.startswith("Vertrouwen begon op 62 en eindigde op") for one in figures)


def test_headings_descend_without_a_gap() -> None:
    for story, catalogue in (table_session(), two_teams(), tiny()):
        with opened(render_pdf(story, catalogue, "nl", notes=True)) as pdf:
            levels = [int(tag[2:]) for tag in tags(pdf) if tag[:2] == "/H" and tag[2:].isdigit()]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_page_but_the_cover_bears_a_running_head_and_every_page_the_exercise() -> None:
    found = pages(document())
    assert all("OEFENING" in page for page in found)
    for number, page in enumerate(found[1:], start=2):
        assert f"pagina{number}van{len(found)}" in flat(page)
        assert "KamerK7MP3XQ9" in flat(page)


def test_bookmarks_lead_to_the_chapters_and_the_decisions() -> None:
    with opened(document()) as pdf, pdf.open_outline() as outline:
        chapters = {one.title: [below.title for below in one.children] for one in outline.root}
    assert list(chapters) == [
        "In één oogopslag",
        "Over dit verslag",
        "Tijdlijn",
        "De besluiten",
        "Wie wist wat, wanneer",
        "Hoe het zich ontwikkelde",
        "Hoe we tot besluiten kwamen",
        "Bij ons?",
        "Terugblik",
        "Voornemens",
        "Verbeterplan",
        "Waarnemingen",
        "Het eerste uur",
        "Woordenlijst",
        "Bronnen en wettelijk kader",
    ]
    assert "Stekker eruit?" in chapters["De besluiten"]


def test_its_fonts_are_inside_and_nothing_else_is() -> None:
    with opened(document()) as pdf:
        dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        described = [one for one in dictionaries if one.get("/Type") == "/FontDescriptor"]
        assert all("/FontFile2" in one or "/FontFile3" in one for one in described)
        fonts = {str(one.FontName) for one in described}
        assert not pdf.attachments
        assert "/OpenAction" not in pdf.Root
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
    assert fonts
    assert all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_the_same_story_gives_the_same_bytes() -> None:
    again = Sitting().play()
    assert render_pdf(again.story(), again.catalogue, "nl", notes=True) == document()


def test_reports_are_set_side_by_side() -> None:
    story, catalogue = tiny()
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda language: render_pdf(story, catalogue, language), ["nl"] * 8))
    assert len(set(made)) == 1


@pytest.mark.parametrize("told", [table_session, two_teams, twelve, tiny])
def test_every_session_is_set_in_both_languages(told: Callable[[], tuple[Story, Catalogue]]) -> None:
    story, catalogue = told()
    for language, exercise in (("nl", "OEFENING"), ("en", "EXERCISE")):
        with opened(render_pdf(story, catalogue, language)) as pdf:
            assert str(pdf.Root.Lang) == language
            assert str(pdf.docinfo.Keywords) == exercise


def test_a_room_in_which_nothing_happened_still_has_a_report() -> None:
    sitting = Sitting((("mayor",),), scenario=tiny_scenario())
    assert "Erisgeenbesluitgenomen." in text(render_pdf(sitting.story(), sitting.catalogue, "nl"))


def test_both_catalogues_say_the_same_things() -> None:
    assert list(CATALOGUES["nl"]) == list(CATALOGUES["en"])
    assert all(CATALOGUES["nl"].values())
    assert all(CATALOGUES["en"].values())


def test_a_report_that_cannot_be_set_says_so() -> None:
    story, catalogue = tiny()
    with pytest.raises(ReportFailed):
        typeset({**report(story, catalogue, "nl")}, 0)


def test_two_teams_to_whom_hardly_anything_happened_have_a_report() -> None:
    table = Table(teams=("Natte Meren", "Drogenbroek"))
    table.sit("mayor")
    table.at_desk("room.start")
    assert render_pdf(tell(table.log, table.catalogue), table.catalogue, "nl").startswith(b"%PDF")
