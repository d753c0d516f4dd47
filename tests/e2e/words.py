"""The Dutch words on the screens, by their keys: what a person, or a screen reader, finds a button by."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_MESSAGES = Path(__file__).resolve().parents[2] / "web" / "messages"
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def _all() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for file in sorted(_MESSAGES.glob("*/nl.json")):
        found |= json.loads(file.read_text(encoding="utf-8"))
    return found


def say(key: str, **fill: object) -> str:
    """The words of this key, filled in. Plural forms have no single text: use `like`."""
    text = _all()[key]
    assert isinstance(text, str), f"{key} has forms"
    return _SLOT.sub(lambda slot: str(fill[slot[1]]), text)


def like(key: str) -> re.Pattern[str]:
    """What matches the words of this key whatever is filled in."""
    text = _all()[key]
    forms = [text] if isinstance(text, str) else list(text[0]["match"].values())
    parts = ["".join(".+" if _SLOT.fullmatch(bit) else re.escape(bit) for bit in _split(form)) for form in forms]
    return re.compile("^(?:" + "|".join(parts) + ")$")


def _split(text: str) -> list[str]:
    return re.split(r"(\{\w+\})", text)
