"""Texts that the report's fonts can show: under PDF/UA one character without a glyph makes the whole report fail."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
MOST = 2_400
"""The most characters of one text that a report prints (a note has 2,000); longer ones end in an ellipsis."""
BREAK = "\u200b"
"""A place where a line may break; the typesetter draws nothing for it."""
_UNBROKEN = re.compile(r"[^\s/\u200b-]{37,}")
"""So long that it would run off the page, if it were one word."""
_SINGLE = 12


@cache
def glyphs() -> frozenset[str]:
    """The characters that every face of the text family has."""
    faces = [_characters(path) for path in sorted(FONTS.glob("Text-*.ttf"))]
    return frozenset(chr(code) for code in set.intersection(*faces))


def _characters(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


@cache
def _unknown() -> re.Pattern[str]:
    known = "".join(re.escape(char) for char in sorted(glyphs()))
    return re.compile(f"[^{known}\n]")


def clean(value: Any) -> Any:
    """The same data with every text as `clean_text` makes it."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return value


def clean_text(text: str) -> str:
    """In NFC, without control and direction characters, and with only characters that have a glyph.

    A letter without one keeps what can be shown of it; what is no letter is named, an emoji as `[grinning face]` and
    anything else by its code point, `[U+4E2D]`.
    """
    text = unicodedata.normalize("NFC", text)
    if len(text) > MOST:
        text = text[: MOST - 1] + "…"
    if _unknown().search(text):
        text = _unknown().sub(lambda found: _instead(found[0]), text)
    return _UNBROKEN.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return BREAK.join(word[at : at + _SINGLE] for at in range(0, len(word), _SINGLE))


@cache
def _instead(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category[0] == "C" or category in ("Mn", "Me", "Sk"):
        return ""
    if plain := _plainer(char):
        return plain
    if category == "So" and (name := unicodedata.name(char, "")):
        return f"[{name.lower()}]"
    return f"[U+{ord(char):04X}]"


def _plainer(char: str) -> str:
    """The nearest letters, digits or punctuation that have a glyph: `ễ` → `ê`, `ﬁ` → `fi`; empty if there are none."""
    parts = unicodedata.decomposition(char).split(" ")
    if parts[0].startswith("<"):
        parts = parts[1:]
    if not parts or not parts[0]:
        return ""
    near = [_nearest(chr(int(part, 16))) for part in parts]
    return "".join(one or "" for one in near) if None not in near else ""


def _nearest(char: str) -> str | None:
    """A mark without a glyph is left out; None for a letter that has nothing near."""
    if char in glyphs():
        return char
    return "" if unicodedata.category(char)[0] == "M" else _plainer(char) or None
