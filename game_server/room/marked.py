"""Which fields of a fact hold a person's words, and which a hash of a pass: read from the marks on their types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

from game_server.room.events import AnyFact
from game_server.room.marks import ERASED, Fact, Mark

_Part = TypeVar("_Part", bound=BaseModel)


@cache
def marked(kind: type[Fact], mark: Literal["personal", "secret"]) -> frozenset[str]:
    """The names of the fields of this class of facts that bear this mark, also where they may be absent."""
    fields = kind.model_fields.items()
    return frozenset(name for name, field in fields if _has(field.annotation, field.metadata, mark))


def _has(annotation: Any, metadata: list[Any], mark: str) -> bool:
    if any(isinstance(one, Mark) and one.kind == mark for one in metadata):
        return True
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _has(inner[0], list(inner[1:]), mark)
    return any(_has(one, [], mark) for one in inner)


def pass_hashes(fact: AnyFact) -> list[str]:
    """The hashes of passes that this fact brings into the room."""
    values = (getattr(fact, name) for name in sorted(marked(type(fact), "secret")))
    return [value for value in values if isinstance(value, str)]


def without_secrets(facts: Iterable[AnyFact]) -> Iterator[AnyFact]:
    """The same facts with a number in the place of every hash: the same one for the same hash, so that they fold."""
    numbers: dict[str, str] = {}
    for fact in facts:
        yield _numbered(fact, numbers)


def _numbered(fact: _Part, numbers: dict[str, str]) -> _Part:
    changed: dict[str, Any] = {}
    for name, field in type(fact).model_fields.items():
        value = getattr(fact, name)
        if isinstance(value, BaseModel):
            changed[name] = _numbered(value, numbers)
        elif isinstance(value, str) and _has(field.annotation, field.metadata, "secret"):
            changed[name] = numbers.setdefault(value, f"secret-{len(numbers) + 1}")
    return fact.model_copy(update=changed) if changed else fact


def blanked(fact: AnyFact) -> AnyFact:
    """The same fact with every word of a person replaced by the marker; what was absent stays absent."""
    return _blanked(fact) if marked(type(fact), "personal") else fact


def _blanked(part: _Part) -> _Part:
    changed: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            changed[name] = _blanked(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            changed[name] = tuple(_blanked(one) for one in value)
        elif value is not None and _has(field.annotation, field.metadata, "personal"):
            changed[name] = ERASED
    return part.model_copy(update=changed) if changed else part
