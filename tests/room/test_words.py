"""What people may type: refusals first."""

from __future__ import annotations

import time

import pytest
from pydantic import TypeAdapter, ValidationError

from game_server.room.words import Name, Note

NAME: TypeAdapter[str] = TypeAdapter(Name)
NOTE: TypeAdapter[str] = TypeAdapter(Note)


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u200b \ufeff", "\u3164", "\u2800", "\u0301", "\u00ad"])
def test_a_name_that_nobody_can_see_is_empty(name: str) -> None:
    with pytest.raises(ValidationError, match="must not be empty"):
        NAME.validate_python(name)


@pytest.mark.parametrize("name", ["a\u2028b", "a\nb", "a\x00b", "a\u202eb", "a\u2066b", "a" * 41])
def test_a_name_is_one_line_without_control_and_direction(name: str) -> None:
    with pytest.raises(ValidationError):
        NAME.validate_python(name)


def test_a_pile_of_marks_is_refused_before_it_costs_time() -> None:
    pile = "a" + "\u0301" * 12_000 + "\u0316" * 11_000
    began = time.process_time()
    with pytest.raises(ValidationError, match="marks"):
        NOTE.validate_python(pile)
    assert time.process_time() - began < 0.2


@pytest.mark.parametrize("name", ["Zoë", "Ĳsbrand", "नमस्ते", "👩‍👩‍👧", "José", "Ng\u0323\u0302\u0301a", "x" * 40])
def test_names_of_all_scripts_are_welcome(name: str) -> None:
    assert NAME.validate_python(name)
