"""What people may type: NFC, no control or bidi characters, and lengths counted in graphemes (UAX #29)."""

from __future__ import annotations

import unicodedata
from typing import Annotated, TypeAlias

import regex
from pydantic import AfterValidator, StringConstraints

_GRAPHEME = regex.compile(r"\X")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PILE = regex.compile(r"\p{M}{31}")
"""More marks on one character than any script needs: normalising a long pile takes quadratic time."""
_UNSEEN = regex.compile(r"[\p{Cf}\p{Z}\p{M}\s\u115f\u1160\u2800\u3164\uffa0]*")
"""Nothing that a person can see, although it has a length."""


def graphemes(text: str) -> int:
    """How many characters a person sees in `text`."""
    return len(text) if text.isascii() else sum(1 for _ in _GRAPHEME.finditer(text))


def _clean(text: str, *, newlines: bool) -> str:
    if _PILE.search(text):
        raise ValueError("so many marks on one of the characters are not allowed")
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()
    for char in text:
        bad = char in _BIDI or unicodedata.category(char) in ("Cc", "Cs", "Cn", "Zl", "Zp")
        if bad and not (newlines and char in "\n\t\u2028\u2029"):
            raise ValueError("control or direction characters are not allowed")
    return text


def seen(name: str) -> str:
    """A name as people tell it from others: without case, and without characters that nobody sees (Cf)."""
    return "".join(char for char in name.casefold() if unicodedata.category(char) != "Cf")


class Limit:
    """Checks a text: cleaned, not empty unless `blank`, and at most `most` graphemes."""

    def __init__(self, most: int, *, newlines: bool = False, blank: bool = False) -> None:
        self.most, self.newlines, self.blank = most, newlines, blank

    def __call__(self, text: str) -> str:
        text = _clean(text, newlines=self.newlines)
        if not self.blank and _UNSEEN.fullmatch(text):
            raise ValueError("must not be empty")
        if graphemes(text) > self.most:
            raise ValueError(f"is longer than {self.most} characters")
        return text


Name: TypeAlias = Annotated[str, StringConstraints(max_length=480), AfterValidator(Limit(40))]
Reason: TypeAlias = Annotated[str, StringConstraints(max_length=3400), AfterValidator(Limit(280, newlines=True))]
Item: TypeAlias = Annotated[str, StringConstraints(max_length=3400), AfterValidator(Limit(280, newlines=True))]
Statement: TypeAlias = Annotated[str, StringConstraints(max_length=7200), AfterValidator(Limit(600, newlines=True))]
Note: TypeAlias = Annotated[str, StringConstraints(max_length=24000), AfterValidator(Limit(2000, newlines=True))]
Body: TypeAlias = Annotated[str, StringConstraints(max_length=48000), AfterValidator(Limit(4000, newlines=True))]
Title: TypeAlias = Annotated[str, StringConstraints(max_length=960), AfterValidator(Limit(80))]
