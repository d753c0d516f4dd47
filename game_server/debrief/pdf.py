"""The report as PDF/UA-1: typst sets it, from data that can break nothing.

Data reaches typst as JSON in `sys_inputs`, never as source text, so no words of a participant are ever read as markup.
Under PDF/UA one character without a glyph makes the whole report fail; `clean` replaces such characters first.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

from game_server.debrief.content import report
from game_server.debrief.words import labels
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story

HERE = Path(__file__).parent
MOST = 4_000
"""The most characters of one text that a report prints; longer ones end in an ellipsis."""


class ReportFailed(Exception):
    """The typesetter could not make the report; its own words are the message."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(HERE / "fonts")])


@cache
def _glyphs() -> frozenset[int]:
    """The characters that every weight of the text face has."""
    faces = [set(TTFont(path, lazy=True).getBestCmap()) for path in sorted((HERE / "fonts").glob("Text-*.ttf"))]
    return frozenset(set.intersection(*faces))


def clean(value: Any) -> Any:
    """The same data with every text in NFC, without control characters, and with only characters that have a glyph.

    A character without one is named: an emoji becomes `[grinning face]`, anything else its code point `[U+4E2D]`.
    """
    if isinstance(value, str):
        return _clean_text(value)
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return value


def _clean_text(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if len(text) > MOST:
        text = text[: MOST - 1] + "…"
    glyphs = _glyphs()
    out = []
    for char in text:
        if ord(char) in glyphs or char == "\n":
            out.append(char)
        elif char.isspace():
            out.append(" ")
        elif unicodedata.category(char)[0] != "C" and unicodedata.category(char) not in ("Mn", "Me", "Sk"):
            out.append(_named(char))
    return "".join(out)


def _named(char: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if ord(c) in _glyphs())
    if plain and unicodedata.category(char)[0] in "LNP":
        return plain
    if unicodedata.category(char) == "So":
        return f"[{unicodedata.name(char, f'U+{ord(char):04X}').lower()}]"
    return f"[U+{ord(char):04X}]"


def render_pdf(
    story: Story, catalogue: Catalogue, language: str, team: str | None = None, notes: bool = False
) -> bytes:
    """The report as PDF/UA-1 bytes; the same story gives the same bytes. Raises ReportFailed.

    `team`: that team's own report; None: every team, for the desk. Takes about 0.1 s of one core: call it in a thread.
    """
    data = {"labels": labels(language), **report(story, catalogue, language, team, notes)}
    return typeset(clean(data), story.room.at)


def typeset(data: dict[str, Any], at: int) -> bytes:
    """Sets clean report data; `at` (wall ms) is the document's date. Raises ReportFailed."""
    compiler = typst.Compiler((HERE / "report.typ").read_bytes(), root=str(HERE), font_paths=_fonts())
    try:
        return compiler.compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=at // 1000,
        )
    except typst.TypstError as error:
        raise ReportFailed(str(error)) from error
