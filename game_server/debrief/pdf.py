"""The report and the sheets of the day before as PDF/UA-1 and PDF/A-2a, set by typst from data that breaks nothing.

Data reaches typst as JSON in `sys_inputs`, never as source text, so no words of a participant are ever read as markup.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from game_server.debrief import shape
from game_server.debrief.content import report
from game_server.debrief.glyphs import FONTS, clean
from game_server.debrief.words import labels
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story

HERE = Path(__file__).parent


class ReportFailed(Exception):
    """The typesetter could not make the report; its own words are the message."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def render_pdf(
    story: Story, catalogue: Catalogue, language: str, team: str | None = None, notes: bool = False
) -> bytes:
    """The report as PDF/UA-1 and PDF/A-2a bytes; the same story gives the same bytes. Raises ReportFailed.

    `team`: that team's own report; None: every team. Takes some 0.3 s of one core: call it in a thread.
    """
    return report_pdf(report(story, catalogue, language, team, notes), story.room.at)


def report_pdf(data: shape.Report, at: int) -> bytes:
    """A report that is already told; `at` (wall ms) is its date. Raises ReportFailed."""
    return typeset(clean({"labels": labels(data["language"]), **data}), at)


def typeset(data: dict[str, Any], at: int, template: str = "report.typ") -> bytes:
    """Sets clean data in one of this folder's templates; `at` (wall ms) is its date. Raises ReportFailed.

    A compiler is not re-entrant, so that each call has its own; fonts are shared.
    """
    compiler = typst.Compiler((HERE / template).read_bytes(), root=str(HERE), font_paths=_fonts())
    try:
        document = compiler.compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=at // 1000,
        )
    except typst.TypstError as error:
        raise ReportFailed(str(error)) from error
    if not isinstance(document, bytes):
        raise ReportFailed("the typesetter gave no document")
    return document
