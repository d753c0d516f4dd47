"""Whatever people type, a report is made, and it shows what they typed and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_server.debrief.glyphs import MOST, clean_text, glyphs
from game_server.debrief.pdf import render_pdf
from game_server.room.envelope import Event
from game_server.room.marked import marked
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story, tell
from tests.conftest import PROOF
from tests.debrief.reading import flat, opened, pages, text
from tests.debrief.sessions import Sitting
from tests.scenario.packs import tiny_scenario

LITERAL = [
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '#import "@preview/cetz:0.3.4"',
    '#eval("1 + 1") #sys.inputs #panic("no")',
    "`raw` ```rust fn main() {}```",
    "$ sum_(i=0)^n i $ \\ *bold* _italic_ ~ @label <label>",
    "= Kop == Kop // geen commentaar /* ook niet */",
    "]] ]) }}; #[#] \\u{1F600} \\#",
    "<script>alert(1)</script> &amp; {{ 7 * 7 }} ${7 * 7}",
    "{n} {title} {counts} {low} {reason} %s %(x)s",
    '"); system.exit() //',
    "../../../../etc/passwd",
]
STRANGE = [
    "😀👩🏽‍🚒🇳🇱",
    "机密 こんにちは 안녕",
    "مرحبا بالعالم",
    "שלום",
    "a\u0301\u0323\u0489 Z̷̧̢a̶l̴g̸o",
    "\u202egnirts\u202c\u2066x\u2069\u200e",
    "nul \x00 bel \x07 esc \x1b del \x7f",
    "\ud7ff\ue000\ufffe\uffff",
    "ﬁ ﬂ Ⅷ ½ ﷽ ㎏ ế ǆ",
    "\u00ad\u200b\u200d\u2060\ufeff",
    "\n\n\n",
    " ",
    "",
    "W" * 10_000,
    "woord " * 2_000,
    "donaudampfschiffahrtsgesellschaftskapitän" * 20,
    "a/" * 3_000,
    "regel\n" * 1_500,
    "https://example.org/" + "x" * 500,
]


@cache
def played() -> tuple[tuple[Event, ...], Catalogue]:
    sitting = Sitting((("mayor", "ciso"),), scenario=tiny_scenario(), named=True).play()
    sitting.table.at_desk("note.add", text="Waarneming")
    return tuple(sitting.events), sitting.catalogue


def told(said: Callable[[str], str]) -> tuple[Story, Catalogue]:
    """The small session with every text that a person typed replaced, whatever the rules would say of it."""
    events, catalogue = played()
    return tell([with_words(event, said) for event in events], catalogue), catalogue


def printed(said: Callable[[str], str]) -> bytes:
    story, catalogue = told(said)
    return render_pdf(story, catalogue, "nl", notes=True)


def with_words(event: Event, said: Callable[[str], str]) -> Event:
    fact = event.fact
    names = marked(type(fact), "personal")
    words: dict[str, Any] = {name: said(getattr(fact, name)) for name in names if getattr(fact, name) is not None}
    if hasattr(fact, "teams"):
        words["teams"] = tuple(team.model_copy(update={"name": said(team.name)}) for team in fact.teams)
    return replace(event, fact=fact.model_copy(update=words))


@pytest.mark.parametrize("typed", LITERAL)
def test_markup_is_printed_as_it_was_typed(typed: str) -> None:
    document = printed(lambda _: typed)
    said = text(document)
    assert said.count(flat(clean_text(typed))) >= 8
    assert "root:x:0" not in said
    with opened(document) as pdf:
        assert not pdf.attachments


@pytest.mark.parametrize("typed", STRANGE, ids=lambda typed: ascii(typed[:12]))
def test_no_text_breaks_a_report(typed: str) -> None:
    document = printed(lambda _: typed)
    with opened(document) as pdf:
        assert len(pdf.pages) < 60
        assert not pdf.attachments
    if len(typed) < 1_000:
        assert all("OEFENING" in page for page in pages(document))


def test_long_words_are_broken() -> None:
    lines = "\n".join(pages(printed(lambda _: "W" * 100))).splitlines()
    assert max(line.count("W") for line in lines) < 70


@given(st.data())
@settings(max_examples=60 if PROOF else 8)
def test_any_text_in_any_field_makes_a_report(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.text(max_size=400), min_size=1, max_size=20))
    turn = iter(range(10_000))
    document = printed(lambda _: words[next(turn) % len(words)])
    assert document.startswith(b"%PDF-")


@given(st.text(max_size=300))
def test_clean_text_has_only_characters_with_a_glyph(typed: str) -> None:
    cleaned = clean_text(typed)
    assert set(cleaned) <= glyphs() | {"\n", "\u200b"}
    assert clean_text(cleaned) == cleaned


@given(st.text(alphabet=st.sampled_from(sorted(glyphs())), max_size=36))
def test_what_has_glyphs_stays_as_it_is(typed: str) -> None:
    assert normalize("NFC", clean_text(typed)) == normalize("NFC", typed)


def test_what_has_no_glyph_is_named() -> None:
    assert clean_text("😀") == "[grinning face]"
    assert clean_text("中") == "[U+4E2D]"
    assert clean_text("Nguyễn") == "Nguyê\u0303n"
    assert clean_text("Trần Ặ") == "Trâ\u0300n A"
    assert clean_text("ﬁets №") == "fiets No"
    assert clean_text("a\u202eb\x00c\u0301") == "abć"
    assert clean_text("x" * 5 + " y" * MOST).endswith("…")
