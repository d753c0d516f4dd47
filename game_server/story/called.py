"""What a piece of news is called where it stands without its body."""

from __future__ import annotations

BEGINNING = 50
"""The most characters of a message that stand for a subject."""


def called(sender: str, subject: str, body: str) -> str:
    """Its sender with its subject; without a subject with how its body begins, as far as that is given."""
    if subject:
        return f"{sender}: {subject}"
    begins = _beginning(body)
    return f"{sender}: ‘{begins}’" if begins else sender


def _beginning(body: str) -> str:
    """The first words that were said: whole words, `BEGINNING` characters at most, without who said them."""
    first = next((one.strip() for one in body.splitlines() if one.strip()), "")
    speaker, colon, words = first.partition(": ")
    said = words if colon and len(speaker) < 40 else first
    if len(said) <= BEGINNING:
        return said.rstrip(".")
    cut = said[:BEGINNING].rsplit(" ", 1)[0].rstrip(" ,.;:–")
    return f"{cut}…"
