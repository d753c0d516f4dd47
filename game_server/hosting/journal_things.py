"""What an event may name and say: things that its scenario and its room have, in text that a person could type."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel

from game_server.room.events import (
    AnyFact,
    IndicatorMoved,
    PictureAdded,
    PictureChanged,
    PracticeReleased,
    RoomOpened,
    ScreenShown,
)
from game_server.room.marked import marked
from game_server.room.marks import Fact
from game_server.room.state import Room
from game_server.room.words import Limit
from game_server.scenario.catalogue import Catalogue

_TYPED = Limit(4000, newlines=True, blank=True)
_NAME = Limit(400, blank=True)
Known: TypeAlias = Callable[[Room, Catalogue], Collection[str]]

_KNOWN: dict[str, Known] = {
    "team": lambda room, _: room.teams,
    "role": lambda _, catalogue: catalogue.scenario.roles,
    "stand_in": lambda _, catalogue: catalogue.scenario.roles,
    "roles": lambda _, catalogue: catalogue.scenario.roles,
    "phase": lambda _, catalogue: catalogue.phase_order,
    "decision": lambda _, catalogue: catalogue.decisions,
    "inject": lambda room, catalogue: {*catalogue.injects, *room.composed},
    "indicator": lambda _, catalogue: catalogue.scenario.indicators,
    "clock": lambda _, catalogue: catalogue.scenario.clocks,
    "rung": lambda _, catalogue: [rung.id for rung in catalogue.scenario.ladder],
}
"""Field of an event → what it may name."""
_MAKES = {"inject_composed": ("inject",)}
"""Events that bring a thing into being, by the fields that name it."""


def strange_text(fact: AnyFact | BaseModel) -> str | None:
    """The first field that holds what nobody could have typed: control characters, or far too much of it."""
    for name in type(fact).model_fields:
        for value in _inside(getattr(fact, name)):
            if isinstance(value, BaseModel):
                if (found := strange_text(value)) is not None:
                    return found
            elif isinstance(value, str) and not _could_be_typed(value, name in _personal(type(fact))):
                return name
    return None


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [one for key, each in value.items() for one in (key, *_inside(each))]
    if isinstance(value, list | tuple | set | frozenset):
        return [one for each in value for one in _inside(each)]
    return [value]


@cache
def _personal(kind: type[Any]) -> frozenset[str]:
    return marked(kind, "personal") if issubclass(kind, Fact) else frozenset()


def _could_be_typed(text: str, personal: bool) -> bool:
    try:
        (_TYPED if personal else _NAME)(text)
    except ValueError:
        return False
    return True


def strange_thing(fact: AnyFact, room: Room, catalogue: Catalogue) -> str | None:
    """The first thing that this event names although neither its scenario nor its room, as it is before it, has it."""
    made = _MAKES.get(fact.type, ())
    for name in type(fact).model_fields:
        if name not in _KNOWN or name in made:
            continue
        named = [one for one in _inside(getattr(fact, name)) if isinstance(one, str)]
        known = _KNOWN[name](room, catalogue) if named else ()
        if strange := [one for one in named if one not in known]:
            return strange[0]
    return _strange_option(fact, catalogue) or _strange_item(fact, room) or _strange_pointer(fact, room, catalogue)


def _strange_option(fact: AnyFact, catalogue: Catalogue) -> str | None:
    option, decision = getattr(fact, "option", None), getattr(fact, "decision", None)
    if option is None or decision is None:
        return None
    return None if option in {one.id for one in catalogue.decision(decision)[1].options} else str(option)


def _strange_item(fact: AnyFact, room: Room) -> str | None:
    if isinstance(fact, PictureChanged) and fact.item not in room.teams[fact.team].picture:
        return fact.item
    if isinstance(fact, PictureAdded) and fact.item in room.teams[fact.team].picture:
        return fact.item
    return None


def _strange_pointer(fact: AnyFact, room: Room, catalogue: Catalogue) -> str | None:
    """What points at a thing in a text of its own form."""
    match fact:
        case RoomOpened():
            known = [*catalogue.scenario.indicators, *catalogue.scenario.roles]
            return next((one for one in (*fact.indicators, *fact.seats) if one not in known), None)
        case PracticeReleased():
            return next((role for role in fact.answers if role not in catalogue.scenario.roles), None)
        case IndicatorMoved():
            return None if _is_cause(fact.because, room, catalogue) else fact.because
        case ScreenShown():
            return None if _can_be_shown(fact.what, room, catalogue) else fact.what
        case _:
            return None


def _is_cause(because: str, room: Room, catalogue: Catalogue) -> bool:
    kind, _, rest = because.partition(":")
    thing, _, option = rest.partition(":")
    if kind not in ("decision", "inject", "clock", "rung") or thing not in _KNOWN[kind](room, catalogue):
        return False
    return kind != "decision" or option in {one.id for one in catalogue.decision(thing)[1].options}


def _can_be_shown(what: str, room: Room, catalogue: Catalogue) -> bool:
    kind, _, rest = what.partition(":")
    match kind:
        case "inject":
            return rest in _KNOWN["inject"](room, catalogue)
        case "statement":
            team, _, decision = rest.partition(":")
            return team in room.teams and decision in room.teams[team].decisions
        case _:
            return not rest
