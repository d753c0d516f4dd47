"""Nothing is stored of a person without saying what, whose, why, how long, and who sees it."""

from __future__ import annotations

from typing import Literal, get_args

import pytest

from game_server.privacy.catalogue import CATALOGUE
from game_server.privacy.inventory import Line, problems, stored_fields
from game_server.room.events import AnyFact

IDS = {
    "type", "code", "scenario", "digest", "language", "key", "id", "phase", "what", "note", "about", "seat", "team",
    "role", "claim", "knock", "device", "inject", "channel", "stand_in", "item", "decision", "option", "indicator",
    "because", "clock", "seats", "indicators", "roles", "answers", "statement", "question", "term", "rung",
    "words", "step", "thing",
    "lesson", "into",
    "of", "size",
    "with_seat", "writer", "other", "questions",
}  # fmt: skip
"""Fields of text that hold an id of the scenario or the room, which nobody types."""


def test_a_field_without_words_is_told_what_to_write() -> None:
    without = {name: line for name, line in CATALOGUE.items() if name != "VoteCast.reason"}
    (told,) = problems(without)
    assert told.startswith("VoteCast.reason is stored and not in the inventory. Add to a file of")
    assert '"VoteCast.reason": Line((' in told


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line(("", "a reason"), "participant", "decide", ("self",)), "in Dutch and in English"),
        (Line(("een reden", "a reason"), "participant", "decide", ()), "who sees it"),
    ],
)
def test_a_line_that_leaves_something_out_fails(line: Line, said: str) -> None:
    (told,) = problems({**CATALOGUE, "VoteCast.reason": line})
    assert said in told


def test_a_line_for_a_field_that_is_gone_fails() -> None:
    gone = Line(("iets", "something"), "participant", "play", ("self",))
    assert problems({**CATALOGUE, "VoteCast.colour": gone}) == [
        "VoteCast.colour stands in the catalogue, but no event has it: take its line out"
    ]


def test_a_hash_is_seen_by_nobody() -> None:
    shown = Line(("een pas", "a pass"), "participant", "access", ("desk",))
    assert "only the server compares" in problems({**CATALOGUE, "SeatTaken.pass_": shown})[0]


def test_marks_are_found_also_inside_parts_and_where_they_may_be_absent() -> None:
    found = {stored.name: stored.kind for stored in stored_fields()}
    assert found["TeamNamed.name"] == "personal"
    assert found["Links.observer"] == "secret"
    assert found["PictureAdded.source"] == "personal"
    assert found["VoteCast.seat"] == "person"
    assert "VoteCast.option" not in found


@pytest.mark.parametrize("kind", get_args(get_args(AnyFact)[0]), ids=lambda kind: kind.__name__)
def test_a_field_of_text_is_marked_or_an_id(kind: type) -> None:
    marked = {stored.name for stored in stored_fields() if stored.kind != "person"}
    for name, field in kind.model_fields.items():  # type: ignore[attr-defined]
        texts = field.annotation is str or str in get_args(field.annotation)
        if texts and field.annotation is not Literal and f"{kind.__name__}.{name}" not in marked:
            assert name in IDS, f"{kind.__name__}.{name} holds text: mark it Personal or Secret, or name it as an id"
