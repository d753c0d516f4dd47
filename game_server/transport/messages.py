"""Stable codes to sentences in the reader's language, and pydantic's errors to one field and one sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from game_server.room.refusals import Refused
from game_server.transport import messages_en, messages_nl
from game_server.transport.wire import Did, FieldProblem, Language, NotAccepted

_CATALOGUES: Final = {"nl": messages_nl, "en": messages_en}
_MOST = re.compile(r"longer than (\d+) characters")
_KINDS: Final = {
    "missing": "missing",
    "extra_forbidden": "extra",
    "string_too_short": "empty",
    "string_too_long": "long",
    "too_long": "many",
    "too_short": "many",
    "literal_error": "choice",
    "enum": "choice",
    "union_tag_invalid": "choice",
    "union_tag_not_found": "missing",
    "greater_than_equal": "range",
    "less_than_equal": "range",
}


def sentence(code: str, language: Language, field: str = "", did: tuple[str, str] | None = None) -> str:
    """What to tell a person about `code`; an unknown code reads as `internal`."""
    words = _CATALOGUES[language]
    who, what = did or ("", "")
    template: str = words.MESSAGES.get(code, words.MESSAGES["internal"])
    return template.format(
        field=words.FIELDS.get(field, field),
        who=words.WHO.get(who.partition(":")[0], words.WHO[""]),
        what=words.DEEDS.get(what, words.DEEDS[""]),
    )


def asked_language(header: str | None, fallback: Language = "nl") -> Language:
    """The first of our languages in an `Accept-Language` header; weights are not looked at."""
    for part in (header or "").split(","):
        wanted = part.strip()[:2].lower()
        if wanted == "nl":
            return "nl"
        if wanted == "en":
            return "en"
    return fallback


def refusal(error: Refused, language: Language, by: str = "") -> NotAccepted:
    """A rule's refusal as an ack to `by`, an actor: of two desks one is the other."""
    did = Did(by=error.did[0].partition(":")[0], what=error.did[1]) if error.did else None
    message = sentence(_told(error, by), language, error.field or "", error.did)
    return NotAccepted(code=error.code, message=message, field=error.field, did=did)


def _told(error: Refused, by: str) -> str:
    if error.code != "stale" or error.did is None or not (by.startswith("desk:") and error.did[0].startswith("desk:")):
        return error.code
    return "stale_own" if error.did[0] == by else "stale_desk"


def failure(code: str, language: Language, field: str | None = None) -> NotAccepted:
    """An ack for what went wrong before or beside the rules."""
    return NotAccepted(code=code, message=sentence(code, language, field or ""), field=field)


def field_problems(errors: Iterable[Mapping[str, Any]], language: Language) -> list[FieldProblem]:
    """One line for each of pydantic's errors; what the person typed is never repeated."""
    lines = _CATALOGUES[language].PROBLEMS
    found = []
    for error in errors:
        kind, most = _kind(error)
        found.append(FieldProblem(field=_field(error["loc"]), message=lines[kind].format(most=most)))
    return found


def _kind(error: Mapping[str, Any]) -> tuple[str, str]:
    told = str(error.get("msg", ""))
    if error["type"] == "value_error":
        if most := _MOST.search(told):
            return "long", most[1]
        if "must not be empty" in told:
            return "empty", ""
        return ("characters" if "characters" in told else "shape"), ""
    return _KINDS.get(error["type"], "shape"), str((error.get("ctx") or {}).get("max_length", ""))


def _field(place: Sequence[str | int]) -> str:
    """`teams.0.name` of (`body`, `teams`, 0, `name`); the tag of a union is left out."""
    parts = [str(part) for part in place if part not in ("body", "path", "query", "header")]
    if parts and "." in parts[0]:
        parts = parts[1:]
    return ".".join(parts).removesuffix("_")
