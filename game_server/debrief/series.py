"""Three sessions or more in one: the counts that rooms left, joined, and nothing that so few people said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypedDict

from pydantic import TypeAdapter, ValidationError

from game_server.debrief.series_words import say
from game_server.scenario.model import Text
from game_server.story.counts import FORMAT, MOMENTS, Left, Moment, Tally

LEAST_ROOMS = 3
LEAST_PEOPLE = 10
"""What fewer people than this answered is not told."""
_FILE: TypeAdapter[Left] = TypeAdapter(Left)
_MOST = 1_000_000


class NoSeries(Exception):
    """These files make no series: `code` names a sentence, `detail` a file."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


class Line(TypedDict):
    """A name and how many."""

    name: str
    count: int


class Answers(TypedDict):
    """What people answered at one moment; `counts` is empty where fewer than `LEAST_PEOPLE` did."""

    moment: str
    people: int
    counts: list[int]


class Asked(TypedDict):
    text: str
    moments: list[Answers]


class Series(TypedDict):
    """All that the two pages and the sheet tell. `grades`: 1 to 10."""

    language: str
    period: str
    sessions: int
    teams: int
    people: int
    scenarios: list[Line]
    roles: list[Line]
    statements: list[Asked]
    places: list[Answers]
    grades: Answers
    average: str
    resolutions: dict[str, int]
    quotes: list[str]


class File(NamedTuple):
    """What a file is called, and what is in it."""

    name: str
    content: bytes


def read_left(file: File) -> Left:
    """One room's counts. Raises NoSeries for what is not that."""
    if len(file.content) > _MOST:
        raise NoSeries("not_counts", file.name)
    try:
        left = _FILE.validate_json(file.content)
    except ValidationError:
        raise NoSeries("not_counts", file.name) from None
    if left["format"] > FORMAT:
        raise NoSeries("newer_counts", file.name)
    if any(count < 0 for tally in _tallies(left) for count in tally.values()):
        raise NoSeries("not_counts", file.name)
    return left


def joined(files: Iterable[File], language: str) -> Series:
    """The series of these rooms; a room that was given twice counts once. Raises NoSeries."""
    rooms: dict[str, Left] = {}
    for file in files:
        left = read_left(file)
        if left["id"] not in rooms or "quotes" in left:
            rooms[left["id"]] = left
    counted = [left for left in rooms.values() if "series" in left]
    if len(counted) < LEAST_ROOMS:
        raise NoSeries("too_few_rooms")
    return _series(counted, language)


def _series(rooms: Sequence[Left], language: str) -> Series:
    parts = [left["series"] for left in rooms]
    people = _sum(part["people"] for part in parts)
    grades = _sum(part["grades"] for part in parts)
    quarters = sorted(left["quarter"] for left in rooms)
    told = _answers("", grades, 10)
    return {
        "language": language,
        "period": quarters[0] if quarters[0] == quarters[-1] else f"{quarters[0]} – {quarters[-1]}",
        "sessions": len(rooms),
        "teams": sum(part["teams"] for part in parts),
        "people": sum(people.values()),
        "scenarios": _scenarios(rooms, language),
        "roles": [{"name": _word(rooms, "role", role, language), "count": count} for role, count in people.items()],
        "statements": _statements(rooms, language),
        "places": [_answers(say(language, moment), _sum(_places(parts, moment)), 6) for moment in ("before", "after")],
        "grades": told,
        "average": _average(told["counts"], language),
        "resolutions": dict(_sum(part["resolutions"] for part in parts)),
        "quotes": sorted({quote for left in rooms for quote in left.get("quotes", [])}),
    }


def _scenarios(rooms: Sequence[Left], language: str) -> list[Line]:
    played = Counter((left["scenario"], left["version"]) for left in rooms)
    return [
        {"name": f"{_word(rooms, 'scenario', scenario, language)} ({version})", "count": count}
        for (scenario, version), count in sorted(played.items())
    ]


def _statements(rooms: Sequence[Left], language: str) -> list[Asked]:
    """In the order of the scenario, each with what was said at every moment at which anyone was asked."""
    ids = dict.fromkeys(one for left in rooms for one in left["words"].get("statement", {}))
    asked: list[Asked] = []
    for statement in ids:
        said = {moment: _sum(_said(rooms, statement, moment)) for moment in MOMENTS}
        if any(said.values()):
            moments = [_answers(say(language, moment), tally, 5) for moment, tally in said.items() if tally]
            asked.append({"text": _word(rooms, "statement", statement, language), "moments": moments})
    return asked


def _said(rooms: Sequence[Left], statement: str, moment: Moment) -> list[Tally]:
    return [left["series"]["statements"].get(statement, {}).get(moment, {}) for left in rooms]


def _places(parts: Iterable[Any], moment: str) -> list[Tally]:
    return [part["places"].get(moment, {}) for part in parts]


def _answers(moment: str, tally: Tally, most: int) -> Answers:
    people = sum(tally.values())
    counts = [tally.get(str(value), 0) for value in range(1, most + 1)] if people >= LEAST_PEOPLE else []
    return {"moment": moment, "people": people if counts else 0, "counts": counts}


def _average(counts: Sequence[int], language: str) -> str:
    if not counts:
        return ""
    average = sum(value * count for value, count in enumerate(counts, start=1)) / sum(counts)
    return f"{average:.1f}".replace(".", "," if language == "nl" else ".")


def _sum(tallies: Iterable[Tally]) -> Tally:
    total: Counter[str] = Counter()
    for tally in tallies:
        total.update(tally)
    return dict(total)


def _word(rooms: Sequence[Left], kind: str, id_: str, language: str) -> str:
    """What the newest file calls it, else its id."""
    found: list[Text] = [left["words"][kind][id_] for left in rooms if id_ in left["words"].get(kind, {})]
    texts: dict[Any, str] = dict(found[-1]) if found else {}
    return texts.get(language) or next(iter(texts.values()), id_)


def _tallies(left: Left) -> list[Tally]:
    part = left.get("series")
    found: list[Tally] = list(left["mirror"]["choices"].values()) if "mirror" in left else []
    if part is None:
        return found
    said = [tally for moments in part["statements"].values() for tally in moments.values()]
    return [*found, *said, part["people"], part["grades"], *part["places"].values(), part["resolutions"]]
