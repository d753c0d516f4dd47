"""Counts of many rooms: joined from three on, told from ten people on, and mirrored in whole batches of ten rooms."""

from __future__ import annotations

import io
from functools import cache
from itertools import combinations
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from game_server.debrief.mirror import BATCH, Mirror, mirror_of, read_mirror, seen_in
from game_server.debrief.series import File, NoSeries, joined
from game_server.debrief.series_pages import series_pdf, series_xlsx
from game_server.story.counts import Left, left_by, quarter
from tests.debrief.reading import opened, pages, tags, text
from tests.debrief.sessions import FIVE, Sitting, table_session

CANARY = "kanarie"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "\x00=1")


@cache
def played() -> Left:
    words = lambda *place: f"{CANARY} {' '.join(place)}"  # noqa: E731
    sitting = Sitting((FIVE, FIVE), words=words, names=(CANARY,), title=CANARY).play()
    return left_by(sitting.room, sitting.catalogue, series=True, mirror=True)


def room(number: int, **series: Any) -> dict[str, Any]:
    """A room like the one that was played; its own id and number."""
    left: dict[str, Any] = orjson.loads(orjson.dumps(played())) | {"id": f"{number:024x}", "number": number}
    left["series"] |= series
    return left


def files(*rooms: dict[str, Any]) -> list[File]:
    return [File(f"{one['number']}.json", orjson.dumps(one)) for one in rooms]


def refusal(given_files: list[File]) -> str:
    with pytest.raises(NoSeries) as refused:
        joined(given_files, "nl")
    return refused.value.code


# ---------------------------------------------------------------- what is refused


def test_fewer_than_three_rooms_are_no_series() -> None:
    assert refusal([]) == "too_few_rooms"
    assert refusal(files(room(1), room(2))) == "too_few_rooms"
    assert refusal(files(room(1), room(1), room(1))) == "too_few_rooms"
    only_mirrored = room(3)
    del only_mirrored["series"]
    assert refusal(files(room(1), room(2), only_mirrored)) == "too_few_rooms"


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"\xff", b'{"crisistafel":"journal"}', b"[" * 5000, b"x" * 1_000_001],
)
def test_a_file_that_is_none_is_named(content: bytes) -> None:
    with pytest.raises(NoSeries) as refused:
        joined([File("vreemd.json", content), *files(room(1), room(2), room(3))], "nl")
    assert (refused.value.code, refused.value.detail) == ("not_counts", "vreemd.json")


def test_counts_below_nought_are_none() -> None:
    assert refusal(files(room(1), room(2), room(3, people={"mayor": -1}))) == "not_counts"
    assert refusal(files(room(1), room(2), room(3) | {"format": 99})) == "newer_counts"


# ---------------------------------------------------------------- what is left, and told


def test_a_room_leaves_no_word_and_no_name() -> None:
    assert CANARY not in orjson.dumps(played()).decode()
    assert played()["series"]["people"] == dict.fromkeys(FIVE, 2)
    assert played()["series"]["teams"] == 2
    assert played()["quarter"] == quarter(1_790_000_000_000)


def test_people_and_choices_are_added_up() -> None:
    series = joined(files(room(1), room(2), room(3), room(3)), "nl")
    assert (series["sessions"], series["teams"], series["people"]) == (3, 6, 30)
    assert series["roles"][0] == {"name": "Burgemeester", "count": 6}


def test_an_answer_of_fewer_than_ten_people_is_not_told() -> None:
    few = {"weten": {"before": {"1": 2, "5": 1}, "after": {"4": 4}}}
    series = joined(files(*(room(n, statements=few) for n in range(1, 4))), "nl")
    assert series["statements"] == []
    statement = next(iter(played()["words"]["statement"]))
    asked = {statement: {"before": {"1": 2, "5": 1}, "after": {"4": 4}}}
    told = joined(files(*(room(n, statements=asked) for n in range(1, 4))), "nl")["statements"][0]["moments"]
    assert told == [
        {"moment": "vooraf", "people": 0, "counts": []},
        {"moment": "achteraf", "people": 12, "counts": [0, 0, 0, 12, 0]},
    ]


def rich() -> list[File]:
    ids = list(played()["words"]["statement"])
    asked = {
        one: {
            moment: {str(1 + (n + k) % 5): 1 + n for n in range(5)}
            for k, moment in enumerate(("before", "then", "after"))
        }
        for one in ids
    }
    more = {
        "statements": asked,
        "grades": {"6": 1, "7": 4, "8": 6, "9": 2},
        "places": {"before": {"1": 2, "4": 6, "6": 2}, "after": {"1": 6, "2": 3, "3": 1}},
        "resolutions": {"made": 9, "done": 4, "begun": 2, "not": 1},
    }
    quotes = {
        "quotes": [
            f"Dit doen wij volgend jaar weer, nummer {n}, en dan met de hele organisatie erbij. " * 4 for n in range(8)
        ]
    }
    return files(room(1, **more) | quotes, *(room(n, **more) for n in range(2, 5)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_two_pages_of_pdf_ua(language: str) -> None:
    document = series_pdf(joined(rich(), language), 1_790_000_000_000)
    with opened(document) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == language
        assert "/H1" in tags(pdf)
        assert tags(pdf).count("/TH") >= 10
    assert len(pages(document)) == 2
    assert ("OEFENING" if language == "nl" else "EXERCISE") in text(document)


def test_no_text_in_the_sheet_is_a_formula() -> None:
    hostile = room(1) | {"quotes": [*FORMULAS]}
    series = joined(files(hostile, room(2), room(3)), "nl")
    book = CalamineWorkbook.from_filelike(io.BytesIO(series_xlsx(series)))
    assert book.sheet_names[0] == "Overzicht"
    quotes = [row[0] for row in book.get_sheet_by_name("Wat deelnemers wilden doorgeven").to_python()[1:]]
    assert set(quotes) >= {"=1+1", "+1", "-1", "@SUM(A1)"}
    people = book.get_sheet_by_name("Wie er zaten").to_python()
    assert people[1] == ["Burgemeester", 6.0]


# ---------------------------------------------------------------- the mirror


def mirrored(count: int) -> Mirror:
    return mirror_of(files(*(room(n) for n in range(1, count + 1))), "a" * 24)


def test_fewer_than_ten_rooms_are_mirrored_nowhere() -> None:
    assert mirrored(BATCH - 1)["cells"] == []
    quiet = [room(n) for n in range(1, 11)]
    for one in quiet:
        del one["mirror"]
    assert mirror_of(files(*quiet), "a" * 24)["cells"] == []


def test_a_cell_counts_whole_batches() -> None:
    cells = mirrored(BATCH + 7)["cells"]
    assert cells
    assert {cell["rooms"] for cell in cells} == {BATCH}
    assert mirrored(2 * BATCH)["cells"][0]["rooms"] == 2 * BATCH


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=60), st.integers(1, 6))
def test_no_two_mirrors_differ_by_fewer_than_ten_rooms(sizes: list[int], step: int) -> None:
    names = ("small", "medium", "large")
    rooms = [room(n) for n in range(1, len(sizes) + 1)]
    for one, size in zip(rooms, sizes, strict=True):
        one["mirror"]["size"] = names[size]
    given_files = files(*rooms)
    mirrors = [mirror_of(given_files[:upto], "a" * 24) for upto in range(0, len(rooms) + 1, step)]
    for earlier, later in combinations(mirrors, 2):
        before = {_key(cell): cell["rooms"] for cell in earlier["cells"]}
        for cell in later["cells"]:
            difference = cell["rooms"] - before.get(_key(cell), 0)
            assert difference % BATCH == 0
            assert cell["rooms"] >= BATCH


def _key(cell: Any) -> tuple[str, ...]:
    return tuple(cell[name] for name in ("scenario", "version", "decision", "size", "quarter"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rooms": 9}, "mirror_too_small"),
        ({"rooms": 11}, "mirror_too_small"),
        ({"choices": {"a": 3}}, "mirror_too_small"),
        ({"choices": {"a": -1, "b": 20}}, "mirror_too_small"),
        ({"decision": "<b>"}, "mirror_too_small"),
        ({"rooms": "veel"}, "not_a_mirror"),
    ],
)
def test_a_mirror_that_tells_too_much_is_not_taken_in(change: dict[str, Any], code: str) -> None:
    mirror: Any = orjson.loads(orjson.dumps(mirrored(BATCH)))
    mirror["cells"][0] |= change
    with pytest.raises(NoSeries) as refused:
        read_mirror(File("x.json", orjson.dumps(mirror)))
    assert refused.value.code == code


def test_mirrors_are_seen_together() -> None:
    mirror = read_mirror(File("x.json", orjson.dumps(mirrored(BATCH))))
    other: Mirror = {**mirror, "source": "b" * 24}
    _, catalogue = table_session()
    seen = seen_in([mirror, other], catalogue.scenario.id, catalogue.scenario.version)
    decision = mirror["cells"][0]["decision"]
    assert seen[decision]["rooms"] == 2 * BATCH
    assert sum(seen[decision]["choices"].values()) >= 2 * BATCH
    assert seen_in([mirror], catalogue.scenario.id, "0.0.0") == {}
