"""Before, after and the grade in a report's words; and the lessons that a table takes home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from game_server.debrief import shape_measures as shape
from game_server.debrief.names import Names
from game_server.debrief.words import line, typed
from game_server.room.state import Team
from game_server.story.lessons import lessons
from game_server.story.measures import Asked, Shift, measures

FIVE = (1, 2, 3, 4, 5)
PLACES = (*FIVE, 6)
TEN = tuple(range(1, 11))
YES_NO = (5, 1)


def measured(names: Names, team: Team | None) -> shape.Measures:
    """Of one team, or of the whole room."""
    told = measures(names.room, names.catalogue, team)
    place: shape.Measure = {
        "text": names.say("place_asked"),
        "values": [*map(str, FIVE), names.say("place_below")],
        "rows": [
            _row("m_before", told.place_before, PLACES, names),
            _row("m_after", told.place_after, PLACES, names),
        ],
        "shift": _shifted("place_shift", told.places, names),
    }
    return {
        "line": names.say("measured_line", before=told.before, after=told.after),
        "statements": [_statement(one, names) for one in told.statements],
        "place": place,
        "grades": _counts(told.grades, TEN),
        "grades_said": _in_words(told.grades, TEN, names),
        "quotes": [line(quote) for quote in told.quotes if typed(quote)],
    }


def _statement(asked: Asked, names: Names) -> shape.Measure:
    found = next(one for one in names.catalogue.scenario.statements if one.id == asked.statement)
    if found.yes_no:
        row = _row("m_before", asked.before, YES_NO, names)
        return {
            "text": names.text(found.text),
            "values": [names.say("yes"), names.say("no")],
            "rows": [row],
            "shift": "",
        }
    rows = [("m_before", asked.before), ("m_then", asked.then), ("m_after", asked.after)]
    return {
        "text": names.text(found.text),
        "values": [str(value) for value in FIVE],
        "rows": [_row(key, counts, FIVE, names) for key, counts in rows],
        "shift": _shifted("measure_shift", asked.shift, names),
    }


def _row(key: str, counts: dict[int, int], values: Sequence[int], names: Names) -> shape.MeasureRow:
    return {"label": names.say(key), "counts": _counts(counts, values), "said": _in_words(counts, values, names)}


def _counts(counts: dict[int, int], values: Sequence[int]) -> list[int]:
    return [counts.get(value, 0) for value in values] if counts else []


def _in_words(counts: dict[int, int], values: Sequence[int], names: Names) -> str:
    if not counts:
        return names.say("m_few")
    return ", ".join(
        names.say("m_count", people=counts[value], value=value) for value in values if counts.get(value, 0) > 0
    )


def _shifted(key: str, shift: Shift, names: Names) -> str:
    if not shift.people:
        return ""
    return names.say(key, higher=shift.higher, same=shift.same, lower=shift.lower, people=shift.people)


def learned(names: Names, team: Team | None) -> list[shape.Lesson]:
    """The most starred first; of one team in its own words."""
    return [
        {
            "kind": cast('Literal["keep", "change", "ask"]', one.kind),
            "word": names.say(f"lesson_{one.kind}"),
            "text": line(one.text),
            "stars": one.stars,
        }
        for one in lessons(names.room, team)
        if typed(one.text)
    ]
