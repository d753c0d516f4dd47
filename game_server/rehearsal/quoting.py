"""A sentence from a message, as somebody would put it on the picture."""

from __future__ import annotations

import re

_ENDS = re.compile(r"(?<=[.!?])\s+")
_TURN = re.compile(r"^[^:\n]{1,40}: ")
_SHORTEST, _LONGEST = 20, 200


def quoted(body: str, chance: float) -> str:
    """One sentence of a mail, article or conversation; `chance` (0 to 1) picks it. Empty when none will do."""
    said = [_TURN.sub("", line) for line in body.splitlines() if not line.startswith(("U: ", "You: "))]
    sentences = [part.strip() for line in said for part in _ENDS.split(line)]
    fitting = [one for one in sentences if _SHORTEST <= len(one) <= _LONGEST and not one.endswith("?")]
    return fitting[int(chance * len(fitting))] if fitting else ""
