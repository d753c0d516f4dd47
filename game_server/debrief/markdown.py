"""The report as Markdown, for those who must edit it; every typed text stands in it literally."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from game_server.debrief import shape
from game_server.debrief.blocks import Block, Cell, Course, Heading, Items, Link, Section, Signed, Table, Words
from game_server.debrief.document import sections
from game_server.debrief.words import labels

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$=-])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def markdown(report: shape.Report) -> str:
    """CommonMark with pipe tables."""
    say = labels(report["language"])
    exercise = say["rehearsed"] if report["rehearsal"] else say["exercise"]
    about = " · ".join(map(literal, (say["report"], report["scenario"], report["date"])))
    lines = [f"# {literal(report['title'])}", f"**{literal(exercise)}** · {about}"]
    for section in sections(report):
        lines += _section(section)
    return "\n\n".join(lines) + "\n"


def literal(text: str) -> str:
    """One line in which no character means anything to Markdown."""
    line = " ".join(_CONTROL.sub("", text).split())
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


def _section(section: Section) -> Iterator[str]:
    yield f"## {literal(section.title)}"
    for block in section.blocks:
        if said := _block(block):
            yield said


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"### {literal(block.text)}"
        case Words():
            return _words(block)
        case Items():
            return "\n".join(f"- {literal(text)}" for text in block.texts)
        case Table():
            return _table(block)
        case Course():
            return literal(block.curve["alt"])
        case Link():
            return f"<{block.address}>" if block.address else literal(block.text)
        case _:
            assert_never(block)


def _words(words: Words) -> str:
    lines = [literal(line) for line in words.text.split("\n") if line.strip()]
    if words.quoted:
        lines = [f"> {line}" for line in lines]
    text = "\n\n".join(lines)
    if not words.label:
        return text
    return f"**{literal(words.label)}:** {text}" if not words.quoted else f"**{literal(words.label)}**\n\n{text}"


def _table(table: Table) -> str:
    head = "| " + " | ".join(map(literal, table.head)) + " |"
    rows = ["| " + " | ".join(map(_cell, row)) + " |" for row in table.rows]
    return "\n".join([f"**{literal(table.caption)}**\n", head, "|" + " --- |" * len(table.head), *rows])


def _cell(cell: Cell) -> str:
    match cell:
        case Signed():
            return f"{cell.symbol} {literal(cell.words)}"
        case int():
            return str(cell)
        case str():
            return literal(cell)
        case _:
            assert_never(cell)
