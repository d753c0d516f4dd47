"""`debrief.xlsx`: every text is written as a text, so that no word of a participant is ever read as a formula."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import xlsxwriter

from game_server.debrief import shape
from game_server.debrief.sheets import Sheet, sheets

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
_NAME = 31


def workbook(report: shape.Report, at: int) -> bytes:
    """The report's tables; the same report gives the same bytes. `at` (wall ms) is its date."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {"title": report["title"], "author": "Crisistafel", "created": datetime.fromtimestamp(at / 1000, UTC)}
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    used: set[str] = set()
    for sheet in sheets(report):
        _write(book, sheet, _named(sheet.name, used), bold, plain)
    book.close()
    return out.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: Sheet, name: str, bold: object, plain: object) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 0)
    for column, text in enumerate(sheet.head):
        page.write_string(0, column, text, bold)
        longest = max([len(text), *(len(str(row[column])) for row in sheet.rows)])
        page.set_column(column, column, min(60, max(8, longest + 2)))
    for line, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(line, column, value, plain)
            else:
                page.write_string(line, column, _CONTROL.sub("", value)[:_LONGEST], plain)
    if sheet.rows and any(sheet.head):
        page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)


def _named(name: str, used: set[str]) -> str:
    """A tab's name: 31 characters, without those that a tab may not have, and only once."""
    plain = _NOT_IN_A_NAME.sub("", name)[:_NAME].strip() or "-"
    number = 2
    while plain.casefold() in used:
        plain = f"{plain[: _NAME - 3].strip()} {number}"
        number += 1
    used.add(plain.casefold())
    return plain
