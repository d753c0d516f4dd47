"""A day in what people type."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import get_month_names

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_SHORT = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?\b")
_WORDS = re.compile(r"\b(\d{1,2})\s+([^\W\d_]{3,12})\.?(?:\s+(\d{4}))?(?!\w)")


def day_in(text: str, today: date) -> date | None:
    """The first day that a text names: `2026-12-11`, `11-12`, `11-12-2026`, `1 december` or `1 December 2026`.

    Without a year it is the next such day from `today` on. None when it names none that exists.
    """
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.search(text):
        return _next(int(found[1]), int(found[2]), found[3], today)
    for found in _WORDS.finditer(text):
        if (month := _month(found[2])) is not None:
            return _next(int(found[1]), month, found[3], today)
    return None


def _month(word: str) -> int | None:
    """By its full name or its first three letters, in Dutch or English."""
    for language in ("nl", "en"):
        for number, name in get_month_names("wide", locale=language).items():
            if word.casefold() in (name.casefold(), name[:3].casefold()):
                return int(number)
    return {"mrt": 3}.get(word.casefold())


def _next(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _day(int(year), month, day)
    this = _day(today.year, month, day)
    return this if this is None or this >= today else _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
