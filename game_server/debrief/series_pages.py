"""A series as two pages (PDF/UA-1) and as a spreadsheet."""

from __future__ import annotations

import io
from typing import TypeAlias

import xlsxwriter

from game_server.debrief.glyphs import clean
from game_server.debrief.pdf import typeset
from game_server.debrief.series import Answers, Series
from game_server.debrief.series_words import labels, say

Row: TypeAlias = list[str | int]
QUOTES = 4
"""As many stand on the second page; the sheet has them all."""


def series_pdf(series: Series, at: int) -> bytes:
    """`at`: wall ms of making it. Raises ReportFailed."""
    return typeset(clean({"labels": labels(series["language"]), "most_quotes": QUOTES, **series}), at, "series.typ")


def series_xlsx(series: Series) -> bytes:
    """Every text goes in as text, so that none is ever a formula."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": say(series["language"], "title"), "author": "Crisistafel"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for name, rows in _sheets(series):
        sheet = book.add_worksheet(name[:31])
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, 20, 14)
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(at, place, value)
                else:
                    sheet.write_string(at, place, value, bold if at == 0 else None)
    book.close()
    return out.getvalue()


def _sheets(series: Series) -> list[tuple[str, list[Row]]]:
    def told(key: str) -> str:
        return say(series["language"], key)

    head: Row = [told("what"), told("number")]
    counts = {"sessions": series["sessions"], "teams": series["teams"], "people": series["people"]}
    overview: list[Row] = [head, [told("period"), series["period"]]]
    overview += [[told(key), count] for key, count in counts.items()]
    overview += [[line["name"], line["count"]] for line in series["scenarios"]]
    roles: list[Row] = [[line["name"], line["count"]] for line in series["roles"]]
    grades: list[Row] = [[str(value), count] for value, count in enumerate(series["grades"]["counts"], start=1)]
    made: list[Row] = [[told(key), count] for key, count in series["resolutions"].items()]
    quotes: list[Row] = [[quote] for quote in series["quotes"]]
    return [
        (told("overview"), overview),
        (told("roles"), [[told("role"), told("number")], *roles]),
        (told("statements"), [[told("statement"), told("moment"), told("answered"), *"123456"], *_rows(series)]),
        (told("grades"), [[told("grade"), told("number")], *(grades or [[told("too_few")]])]),
        (told("resolutions"), [[*head], *made]),
        (told("quotes"), [[told("quotes")], *quotes]),
    ]


def _rows(series: Series) -> list[Row]:
    asked = [(one["text"], answers) for one in series["statements"] for answers in one["moments"]]
    places = [(say(series["language"], "places"), answers) for answers in series["places"]]
    return [_row(text, answers, series["language"]) for text, answers in [*asked, *places]]


def _row(text: str, answers: Answers, language: str) -> Row:
    counts = answers["counts"]
    return [text, answers["moment"], *([answers["people"], *counts] if counts else [say(language, "too_few")])]
