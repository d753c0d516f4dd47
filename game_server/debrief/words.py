"""How a report says things: its sentences, its times and its dates."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names

from game_server.debrief import words_en, words_measures, words_nl
from game_server.room.marks import ERASED

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CATALOGUES = {"nl": words_nl.WORDS | words_measures.NL, "en": words_en.WORDS | words_measures.EN}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def say(language: str, key: str, **names: object) -> str:
    """A sentence of the report. Raises KeyError for a key that the catalogue does not have."""
    return CATALOGUES.get(language, CATALOGUES["nl"])[key].format(**names)


def labels(language: str) -> dict[str, str]:
    """All sentences of the report, for the typesetter, which fills in its own numbers."""
    return CATALOGUES.get(language, CATALOGUES["nl"])


def typed(text: str | None) -> str:
    """What a person typed; empty when nothing was, or when it was erased."""
    return "" if text is None or text == ERASED else text


def line(text: str | None) -> str:
    """What a person typed, on one line."""
    return " ".join(typed(text).split())


def session_time(ms: int) -> str:
    """Hours and minutes of the session: `0:42`."""
    return f"{ms // 3_600_000}:{ms // 60_000 % 60:02d}"


def story_time(minute: float | None, first_weekday: str, language: str) -> str:
    """Weekday and time in the story: `vr 15.42` or `Fri 15:42`; empty without a game clock."""
    if minute is None:
        return ""
    day = (_WEEKDAYS.index(first_weekday) + int(minute) // 1440) % 7
    names = get_day_names("abbreviated", locale=language)
    point = "." if language == "nl" else ":"
    return f"{names[day].rstrip('.')} {int(minute) // 60 % 24:02d}{point}{int(minute) % 60:02d}"


def long_date(at: int, language: str) -> str:
    """A wall time (ms) as a date in Amsterdam: `23 november 2026`."""
    return format_date(datetime.fromtimestamp(at / 1000, AMSTERDAM), format="long", locale=language)


def moment(at: int, language: str) -> str:
    """A wall time (ms) in Amsterdam: `maandag 23 november 2026, 13.30 uur` or `Monday 23 November 2026, 13:30`."""
    there = datetime.fromtimestamp(at / 1000, AMSTERDAM)
    day = format_date(there, format="EEEE d MMMM y", locale=language)
    return f"{day}, {there:%H.%M} uur" if language == "nl" else f"{day}, {there:%H:%M}"


def written_date(iso: str, language: str) -> str:
    """`2026-11-23` as `23 november 2026`; anything else as it stands."""
    try:
        return format_date(date.fromisoformat(iso), format="long", locale=language)
    except ValueError:
        return iso


def points(number: int) -> str:
    """With a sign: `+4`, `−8` or `0`."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def duration(ms: int, language: str) -> str:
    """A length in words: `1 uur en 52 minuten`."""
    minutes = max(0, round(ms / 60_000))
    if minutes < 60:
        return say(language, "minutes", minutes=minutes)
    return say(language, "hours", hours=minutes // 60, minutes=minutes % 60)
