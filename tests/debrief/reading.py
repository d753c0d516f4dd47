"""Reading a report back: its text as a person would see it, and its structure as a screen reader would."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pikepdf
from pypdf import PdfReader


@lru_cache(maxsize=16)
def pages(document: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)


def text(document: bytes) -> str:
    """All text as one line: line breaks, hyphens at line ends and spaces do not count."""
    return flat(" ".join(pages(document)))


def flat(words: str) -> str:
    """Words without spaces, hyphens and soft breaks, as the lines of a page may have broken them."""
    return "".join(char for char in words if not char.isspace() and char not in "-\u00ad\u200b\u2010")


def opened(document: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(document))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure tree, in reading order."""
    yield from _below(pdf.Root.StructTreeRoot)


def _below(node: Any) -> Iterator[Any]:
    children = node.get("/K")
    if children is None:
        return
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _below(child)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf)]
