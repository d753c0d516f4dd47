"""The Markdown export: what people typed stands in it literally."""

from __future__ import annotations

import pytest

from game_server.debrief.content import report
from game_server.debrief.markdown import literal, markdown
from tests.debrief.sessions import small_hall, table_session
from tests.debrief.test_hostile import LITERAL, STRANGE, told


def test_it_has_the_whole_report_with_tables_of_one_width() -> None:
    for story, catalogue in (table_session(), small_hall()):
        said = markdown(report(story, catalogue, "nl", notes=True))
        assert said.startswith("# De lange vrijdag\n\n**OEFENING**")
        assert "## In één oogopslag" in said
        lines = said.splitlines()
        for place, line in enumerate(lines):
            if line.startswith("| --- "):
                width = line.count("---")
                assert lines[place - 1].replace("\\|", "").count("|") == width + 1


@pytest.mark.parametrize("typed", [*LITERAL, *STRANGE[:13]], ids=lambda typed: ascii(typed[:12]))
def test_markup_is_escaped(typed: str) -> None:
    story, catalogue = told(lambda _: typed)
    said = markdown(report(story, catalogue, "nl", notes=True))
    assert "\n<script" not in said
    assert "\x00" not in said
    assert "\n= Kop" not in said or "\\=" in said


def test_a_line_of_markup_is_words() -> None:
    assert literal("# kop *vet* `x` | [a](b) <i>") == r"\# kop \*vet\* \`x\` \| \[a\]\(b\) \<i\>"
    assert literal("1. een\n- twee") == r"1\. een \- twee"
