"""The inventory of stored fields: what, whose, why, how long and who sees it, held against the event models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from game_server.room.events import AnyFact
from game_server.room.marked import marked
from game_server.room.marks import Fact

Whose: TypeAlias = Literal["participant", "waiting", "facilitator", "organisation"]
Why: TypeAlias = Literal["seat", "play", "decide", "learn", "take_home", "lead", "access"]
Keeps: TypeAlias = Literal["room"]
Seer: TypeAlias = Literal["self", "colleague", "team", "room", "desk", "observer", "report", "public", "nobody"]
Kind: TypeAlias = Literal["personal", "secret", "person"]


@dataclass(frozen=True, slots=True)
class Line:
    """One stored field. `what`: Dutch and English; `seen`: everyone who can get to see it.

    The words of `whose`, `why`, `keeps` and `seen` stand in `privacy.words`.
    """

    what: tuple[str, str]
    whose: Whose
    why: Why
    seen: tuple[Seer, ...]
    keeps: Keeps = "room"


class Stored(NamedTuple):
    """A field of an event that is about a person: `personal` (words or a name), `secret` (a hash), or `person`.

    `person`: the event says what one person did; its field `seat` stands for all that is in it.
    """

    name: str
    kind: Kind


@cache
def stored_fields() -> tuple[Stored, ...]:
    """Every field of the event models that needs a line in the catalogue, by `<Class>.<field>`."""
    found = [stored for kind in get_args(get_args(AnyFact)[0]) for stored in _fields_of(kind)]
    return tuple(dict.fromkeys(found))


def _fields_of(kind: type[Fact]) -> Iterator[Stored]:
    personal, secret = marked(kind, "personal"), marked(kind, "secret")
    for name, field in kind.model_fields.items():
        if name in personal:
            yield Stored(f"{kind.__name__}.{name}", "personal")
        elif name in secret:
            yield Stored(f"{kind.__name__}.{name}", "secret")
        elif name == "seat":
            yield Stored(f"{kind.__name__}.seat", "person")
        for part in _parts(field.annotation):
            yield from _fields_of(part)


def _parts(annotation: Any) -> Iterator[type[Fact]]:
    if isinstance(annotation, type) and issubclass(annotation, Fact):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def problems(catalogue: Mapping[str, Line]) -> list[str]:
    """What the catalogue lacks or has too much, each a sentence that says what to write where."""
    names = {stored.name: stored.kind for stored in stored_fields()}
    found = [_missing(name, kind) for name, kind in names.items() if name not in catalogue]
    found += [
        f"{name} stands in the catalogue, but no event has it: take its line out"
        for name in catalogue
        if name not in names
    ]
    for name, line in catalogue.items():
        if not all(text.strip() for text in line.what):
            found.append(f"{name} does not say in Dutch and in English what is stored")
        if not line.seen:
            found.append(f"{name} does not say who sees it; write ('nobody',) when only the server compares it")
        if names.get(name) == "secret" and line.seen != ("nobody",):
            found.append(f"{name} is a hash that only the server compares: its `seen` is ('nobody',)")
    return found


def _missing(name: str, kind: Kind) -> str:
    about = {
        "personal": "the words or name that it holds",
        "secret": "whose pass or link it is a hash of",
        "person": "what this event records of the person in that seat",
    }[kind]
    return (
        f"{name} is stored and not in the inventory. Add to a file of game_server/privacy/catalogue/: "
        f'"{name}": Line(("<in het Nederlands: wat>", "<in English: {about}>"), <whose>, <why>, <seen>), '
        f"with whose one of {get_args(Whose)}, why one of {get_args(Why)}, seen any of {get_args(Seer)}."
    )
