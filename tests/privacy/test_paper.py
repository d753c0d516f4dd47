"""Documents as Markdown and HTML: what somebody typed stays text."""

from __future__ import annotations

import pytest

from game_server.privacy.paper import html, plain, standalone, table

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) **vet** | `a` \\ # kop\n- lijst"


def test_hostile_words_are_shown_as_they_are() -> None:
    made = html(f"{plain(HOSTILE)}\n\n{table(('a', 'b'), [(plain(HOSTILE), plain(HOSTILE))])}")
    assert "<script" not in made
    assert "<strong" not in made
    assert "href" not in made
    assert made.count("**vet** | `a` \\ # kop - lijst") == 3
    assert "<h" not in made.replace("<thead", "")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//elders.example", "data:text/html,x", 'https://a"onclick="x']
)
def test_a_link_that_is_no_plain_address_stays_text(link: str) -> None:
    assert "<a" not in html(f"[x]({link})") or 'onclick="' not in html(f"[x]({link})")
    assert "javascript:" not in html(f"[x]({link})").replace("[x](javascript:alert(1))", "")


def test_headings_lists_tables_and_emphasis() -> None:
    made = html(
        "# Kop\n\nEen *schuin* en **vet** [woord](https://a.example/b).\n\n"
        "- één\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    assert '<h1 id="kop">Kop</h1>' in made
    assert '<p>Een <em>schuin</em> en <strong>vet</strong> <a href="https://a.example/b">woord</a>.</p>' in made
    assert "<ul><li>één</li><li>twee</li></ul>" in made
    assert '<th scope="col">b</th>' in made
    assert '<th scope="row">1</th><td data-label="b">2</td>' in made


def test_a_file_names_its_language_and_escapes_its_title() -> None:
    assert '<html lang="en">' in standalone("<b>", "en", "")
    assert "<title>&lt;b&gt;</title>" in standalone("<b>", "en", "")
