"""How a report calls things."""

from __future__ import annotations

from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue


def news_name(inject: str, room: Room, catalogue: Catalogue, language: str) -> str:
    """How a report calls a message: its sender, and its subject if it has one."""
    if inject in room.composed:
        own = room.composed[inject]
        return f"{own.sender}: {own.subject}" if own.subject else own.sender
    found = catalogue.inject(inject)[1]
    sender = catalogue.text(found.sender, language)
    return f"{sender}: {catalogue.text(found.subject, language)}" if found.subject else sender
