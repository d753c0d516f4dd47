"""A document as Markdown and as HTML: headings, paragraphs, lists, tables, emphasis and links, no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"\*(.+?)\*")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^\s)]+|[a-z?][a-z0-9?=&;.-]*)\)")
_RULE = re.compile(r"\|[-| ]+\|")
_CELL = re.compile(r"(?<!\\)\|")


def plain(text: object) -> str:
    """Somebody's words as Markdown that shows them as they are, on one line."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(str(text).split()))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; the cells are Markdown."""
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def html(markdown: str) -> str:
    """The document's body. Everything but the few marks above is escaped."""
    return "\n".join(_block(kind, lines) for kind, lines in _blocks(markdown))


def _blocks(markdown: str) -> Iterator[tuple[str, list[str]]]:
    for kind, lines in groupby(markdown.splitlines(), _kind):
        if kind == "heading":
            yield from ((kind, [line]) for line in lines)
        elif kind:
            yield kind, list(lines)


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if line.startswith("#"):
        return "heading"
    if line.startswith("- "):
        return "list"
    return "table" if line.startswith("|") else "paragraph"


def _block(kind: str, lines: list[str]) -> str:
    match kind:
        case "heading":
            marks, words = lines[0].split(" ", 1)
            level = len(marks)
            return f'<h{level} id="{_anchor(words)}">{_inline(words)}</h{level}>'
        case "list":
            return "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
        case "table":
            return _table([_cells(line) for line in lines if not _RULE.fullmatch(line)])
        case _:
            return f"<p>{_inline(' '.join(lines))}</p>"


def _table(rows: list[list[str]]) -> str:
    """Each cell knows its column's name, so that a narrow screen can show a row as a card."""
    head, *body = rows
    top = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in head)
    lines = "".join(
        "<tr>"
        f'<th scope="row">{_inline(row[0])}</th>'
        + "".join(
            f'<td data-label="{escape(label)}">{_inline(cell)}</td>'
            for label, cell in zip(head[1:], row[1:], strict=True)
        )
        + "</tr>"
        for row in body
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(line.strip()[1:-1])]


def _inline(text: str) -> str:
    kept = re.sub(r"\\([\\`*_\[\]<>#|])", lambda found: chr(0xE000 + ord(found[1])), text)
    bold = _BOLD.sub(r"<strong>\1</strong>", escape(kept))
    marked = _LINK.sub(r'<a href="\2">\1</a>', _EMPHASIS.sub(r"<em>\1</em>", bold))
    return re.sub("[\ue000-\ue07f]", lambda found: escape(chr(ord(found[0]) - 0xE000)), marked)


def _anchor(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


_STYLE = """
:root{color-scheme:light dark;--ground:#f7f4ee;--ink:#14213d;--soft:#4b5873;--line:#ddd6c8;--water:#0a5a85}
@media(prefers-color-scheme:dark){:root{--ground:#0c1526;--ink:#f5f1e8;--soft:#a9b5cb;--line:#2a3a58;--water:#74c4ea}}
body{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;color:var(--ink);background:var(--ground);
font:1.0625rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,sans-serif}
h1,h2,h3{line-height:1.2;overflow-wrap:anywhere}h2{margin-top:2.2em}a{color:var(--water)}
table{width:100%;border-collapse:collapse;font-size:.94rem}
th,td{padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top;border-top:1px solid var(--line);
overflow-wrap:anywhere}thead th{border:0;color:var(--soft)}
@media print{:root{--ground:#fff;--ink:#000;--line:#999}body{max-width:none;font-size:10pt}tr{break-inside:avoid}}
"""


def standalone(title: str, language: str, body: str) -> str:
    """A file that needs nothing beside it."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )
