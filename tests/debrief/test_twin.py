"""The page: headings in order, tables with headers, no script, and no text read as markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from game_server.debrief.content import report
from game_server.debrief.twin import twin
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story
from tests.debrief.sessions import small_hall, table_session, tiny, two_teams
from tests.debrief.test_hostile import LITERAL, STRANGE, told

TEXT = {"a", "p", "h1", "h2", "h3", "strong", "ol", "ul", "li", "span", "blockquote"}
PARTS = {"html", "head", "meta", "title", "link", "body", "header", "nav", "main", "section", "div", "footer"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
PICTURES = {"figure", "figcaption", "svg", "line", "polyline"}
TAGS = TEXT | PARTS | TABLES | PICTURES


class Read(HTMLParser):
    """Every tag with its attributes, in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def page(told_: Callable[[], tuple[Story, Catalogue]], language: str = "nl") -> bytes:
    story, catalogue = told_()
    return twin(report(story, catalogue, language, notes=True), "/report.css")


@pytest.mark.parametrize("told_", [table_session, two_teams, small_hall, tiny])
def test_headings_descend_and_every_section_is_named(told_: Callable[[], tuple[Story, Catalogue]]) -> None:
    read = Read(page(told_))
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] or "" for tag, attributes in read.tags if tag == "a"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_tables_have_headers_and_pictures_words() -> None:
    read = Read(page(table_session))
    names = [tag for tag, _ in read.tags]
    assert names.count("table") == names.count("caption") == names.count("thead") >= 20
    assert all(attributes.get("scope") in ("row", "col") for tag, attributes in read.tags if tag == "th")
    assert all(attributes["aria-label"] for tag, attributes in read.tags if tag == "svg")
    assert ("html", {"lang": "nl"}) in read.tags


def test_it_needs_no_script_and_no_style_of_its_own() -> None:
    read = Read(page(two_teams, "en"))
    assert {tag for tag, _ in read.tags} <= TAGS
    assert all(not name.startswith("on") and name != "style" for _, attributes in read.tags for name in attributes)
    assert ("html", {"lang": "en"}) in read.tags


@pytest.mark.parametrize("typed", [*LITERAL, *STRANGE[:13]], ids=lambda typed: ascii(typed[:12]))
def test_what_people_typed_is_never_markup(typed: str) -> None:
    story, catalogue = told(lambda _: typed)
    made = twin(report(story, catalogue, "nl", notes=True), "/report.css")
    assert {tag for tag, _ in Read(made).tags} <= TAGS
    assert b"\x00" not in made
