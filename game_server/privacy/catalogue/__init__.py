"""The words of every stored field, by `<event class>.<field>`; a new event brings a file, or lines in one of these."""

from __future__ import annotations

from collections.abc import Mapping

from game_server.privacy.catalogue import decisions, people, play, take_home
from game_server.privacy.inventory import Line

_PARTS: tuple[Mapping[str, Line], ...] = (people.FIELDS, play.FIELDS, decisions.FIELDS, take_home.FIELDS)
CATALOGUE: Mapping[str, Line] = {name: line for part in _PARTS for name, line in part.items()}
