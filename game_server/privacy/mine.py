"""All that is held about one seat: the facts of its journal that are its own, with what they say, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game_server.hosting.erasure import about
from game_server.privacy.catalogue import CATALOGUE
from game_server.privacy.words import Language, told
from game_server.room.envelope import Event
from game_server.room.marked import marked
from game_server.room.marks import Fact
from game_server.scenario.catalogue import Catalogue

_BESIDE = ("type", "seat")


@dataclass(frozen=True, slots=True)
class Held:
    """One fact. `what`: what it records, in words; `values`: its fields as they are stored, without any hash."""

    version: int
    at: int
    type: str
    what: str
    values: Mapping[str, Any]


def held(events: Sequence[Event], seat: str, language: Language) -> list[Held]:
    """In the order in which it happened. Notes of others about this person are not among them."""
    is_its_own = about(events, seat)
    return [
        Held(event.version, event.at, event.fact.type, _what(event.fact, language), dict(_values(event.fact)))
        for event in events
        if is_its_own(event)
    ]


def _what(fact: Fact, language: Language) -> str:
    """The line of the person if there is one, else of the first field with words."""
    name = type(fact).__name__
    for field in ("seat", *type(fact).model_fields):
        if line := CATALOGUE.get(f"{name}.{field}"):
            return told(line.what, language)
    return name


def _values(fact: Fact) -> Iterator[tuple[str, Any]]:
    hidden = marked(type(fact), "secret")
    for name, value in fact.model_dump(mode="json", exclude_none=True).items():
        if name not in hidden and name not in _BESIDE:
            yield name.rstrip("_"), value


def readable(held: Held, catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str]]:
    """Field and value for a reader: ids of the scenario by their titles."""
    for name, value in held.values.items():
        yield name, _title(name, value, held.values, catalogue, language)


def _title(name: str, value: Any, values: Mapping[str, Any], catalogue: Catalogue, language: Language) -> str:
    match name:
        case "role" if value in catalogue.scenario.roles:
            return catalogue.text(catalogue.role(value).name, language)
        case "decision" if value in catalogue.decisions:
            return catalogue.text(catalogue.decision(value)[1].title, language)
        case "option" if values.get("decision") in catalogue.decisions:
            options = catalogue.decision(values["decision"])[1].options
            return next((catalogue.text(one.label, language) for one in options if one.id == value), str(value))
        case "inject" if value in catalogue.injects:
            found = catalogue.inject(value)[1]
            return catalogue.text(found.subject or found.sender, language)
        case _:
            return str(value)
