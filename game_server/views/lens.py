"""Who looks, and with what: the room, its scenario and the audience's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision, Text


@dataclass(frozen=True, slots=True)
class Audience:
    """All who see the same. A seat's has `team` and `role`; a screen's has `team` when it is that team's own."""

    kind: Literal["seat", "desk", "screen", "observer"]
    language: str
    team: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """Two views through equal lenses are equal: nothing here knows what time it is."""

    room: Room
    catalogue: Catalogue
    language: str

    def text(self, text: Text) -> str:
        return self.catalogue.text(text, self.language)

    def texts(self, texts: tuple[Text, ...]) -> list[str]:
        return [self.text(text) for text in texts]

    def decision(self, decision: str) -> Decision:
        return self.catalogue.decision(decision)[1]

    def role_order(self, role: str) -> int:
        """The place of a role in the scenario; roles that it no longer has come last."""
        roles = list(self.catalogue.scenario.roles)
        return roles.index(role) if role in roles else len(roles)

    def inject_title(self, inject: str) -> str:
        """What a piece of news is called in a list: its subject, else who sent it."""
        composed = self.room.composed.get(inject)
        if composed is not None:
            return composed.subject or composed.sender
        found = self.catalogue.inject(inject)[1]
        return self.text(found.subject or found.sender)
