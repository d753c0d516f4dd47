"""The report as a page: the same words as the PDF for a screen reader, a phone or a printer, without any script.

It is built as a tree and written by the standard library, so that no text can ever be read as markup.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from typing import Final, assert_never
from xml.etree.ElementTree import Element, SubElement, tostring

from game_server.debrief import shape
from game_server.debrief.blocks import Block, Cell, Course, Heading, Items, Link, Section, Signed, Table, Words
from game_server.debrief.document import sections
from game_server.debrief.words import labels

WIDTH: Final = 600
HEIGHT: Final = 90


def twin(report: shape.Report, stylesheet: str) -> bytes:
    """A whole HTML document in UTF-8. `stylesheet`: its address."""
    say = labels(report["language"])
    root = Element("html", lang=report["language"])
    head = SubElement(root, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "meta", name="robots", content="noindex")
    _add(head, "title", f"{say['report']}: {report['title']}")
    SubElement(head, "link", rel="stylesheet", href=stylesheet)
    body = SubElement(root, "body")
    _add(body, "a", say["skip"], href="#summary").set("class", "skip")
    found = sections(report)
    _banner(body, report, say)
    nav = SubElement(body, "nav")
    nav.set("aria-label", say["contents"])
    listed = SubElement(nav, "ol")
    for section in found:
        _add(SubElement(listed, "li"), "a", section.title, href=f"#{section.id}")
    main = SubElement(body, "main")
    for section in found:
        _section(main, section)
    foot = SubElement(body, "footer")
    _add(foot, "p", say["rehearsed"] if report["rehearsal"] else say["exercise"]).set("class", "exercise")
    _add(foot, "p", f"Crisistafel · {report['date']}. {say['not_affiliated']}")
    written: bytes = tostring(root, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + written


def _banner(body: Element, report: shape.Report, say: dict[str, str]) -> None:
    banner = SubElement(body, "header")
    _add(banner, "p", say["rehearsed"] if report["rehearsal"] else say["exercise"]).set("class", "exercise")
    _add(banner, "p", say["report"]).set("class", "kind")
    _add(banner, "h1", report["title"])
    teams = " · ".join(team["name"] for team in report["teams"])
    _add(banner, "p", " · ".join(part for part in (teams, report["scenario"], report["date"]) if part))
    readers = _add(banner, "p", "")
    readers.set("class", "readers")
    _add(readers, "strong", say["who_reads"] + ": ").tail = _shown(report["readers"])


def _section(main: Element, section: Section) -> None:
    made = SubElement(main, "section", id=section.id)
    _add(made, "h2", section.title, id=f"{section.id}-title")
    for block in section.blocks:
        _block(made, block)


def _block(to: Element, block: Block) -> None:
    match block:
        case Heading():
            _add(to, "h3", block.text)
        case Words():
            _words(to, block)
        case Items():
            listed = SubElement(to, "ul")
            for text in block.texts:
                _add(listed, "li", text)
        case Table():
            _table(to, block)
        case Course():
            _course(to, block)
        case Link():
            line = SubElement(to, "p")
            line.set("class", "source")
            if block.address:
                _add(line, "a", block.text, href=block.address, rel="noreferrer")
            else:
                line.text = _shown(block.text)
        case _:
            assert_never(block)


def _words(to: Element, words: Words) -> None:
    """A text of several lines becomes several paragraphs."""
    lines = [line for line in words.text.split("\n") if line.strip()] or [""]
    inside = SubElement(to, "blockquote") if words.quoted else to
    for place, line in enumerate(lines):
        made = SubElement(inside, "p")
        if words.label and place == 0:
            _add(made, "strong", f"{words.label}: " if line else words.label).tail = _shown(line)
        elif line:
            made.text = _shown(line)


def _table(to: Element, table: Table) -> None:
    """In a frame of its own, that can be scrolled with the keyboard on a narrow screen."""
    frame = SubElement(to, "div", tabindex="0", role="region")
    frame.set("class", "table")
    frame.set("aria-label", _shown(table.caption))
    made = SubElement(frame, "table")
    _add(made, "caption", table.caption)
    first = SubElement(SubElement(made, "thead"), "tr")
    for text in table.head:
        _add(first, "th", text, scope="col")
    body = SubElement(made, "tbody")
    for row in table.rows:
        _row(SubElement(body, "tr"), row)


def _row(line: Element, row: Sequence[Cell]) -> None:
    for place, cell in enumerate(row):
        made = SubElement(line, "th", scope="row") if place == 0 else SubElement(line, "td")
        match cell:
            case Signed():
                symbol = _add(made, "span", cell.symbol)
                symbol.set("aria-hidden", "true")
                _add(made, "span", cell.words).set("class", "words")
            case int():
                made.set("class", "number")
                made.text = str(cell)
            case str():
                made.text = _shown(cell)
            case _:
                assert_never(cell)


def _course(to: Element, course: Course) -> None:
    curve = course.curve
    figure = SubElement(to, "figure")
    caption = SubElement(figure, "figcaption")
    _add(caption, "strong", curve["name"]).tail = f" {curve['start']} → {curve['end']} ({curve['change']})"
    picture = SubElement(figure, "svg", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")
    picture.set("aria-label", _shown(curve["alt"]))
    start = _height(curve["start"], course)
    SubElement(picture, "line", x1="0", x2=str(WIDTH), y1=start, y2=start).set("class", "start")
    SubElement(picture, "polyline", points=" ".join(_steps(course))).set("class", "course")


def _steps(course: Course) -> list[str]:
    points = course.curve["points"]
    out = [f"0,{_height(points[0][1], course)}"]
    for before, (place, level) in itertools.pairwise(points):
        x = f"{place * WIDTH:.1f}"
        out += [f"{x},{_height(before[1], course)}", f"{x},{_height(level, course)}"]
    return [*out, f"{WIDTH},{_height(points[-1][1], course)}"]


def _height(level: int, course: Course) -> str:
    return f"{HEIGHT - 6 - (level - course.low) / max(1, course.high - course.low) * (HEIGHT - 12):.1f}"


def _add(to: Element, tag: str, text: str, **attributes: str) -> Element:
    made = SubElement(to, tag, attributes)
    made.text = _shown(text)
    return made


def _shown(text: str) -> str:
    """Without the control and direction characters that no page may hold."""
    return "".join(
        char
        for char in text
        if char in "\n\t" or (unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co") and char not in _BIDI)
    )


_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
