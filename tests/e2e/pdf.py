"""Reading what is taken home."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """The words of a PDF, every stretch of space one space, words that end a line with a hyphen put together."""
    raw = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", raw.replace("\u00ad", "").replace("-\n", "-"))
