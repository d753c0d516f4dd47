"""How a report calls things: a small lens on one room in one language."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.debrief.words import say, story_time
from game_server.room.marks import ERASED
from game_server.room.state import Room, Seat
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Text


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a room's things in a report's language."""

    room: Room
    catalogue: Catalogue
    language: str

    def text(self, text: Text) -> str:
        return self.catalogue.text(text, self.language)

    def say(self, key: str, **names: object) -> str:
        return say(self.language, key, **names)

    def role(self, role: str) -> str:
        return self.text(self.catalogue.role(role).name)

    def short(self, role: str) -> str:
        return self.text(self.catalogue.role(role).short)

    def shorts(self, roles: tuple[str, ...]) -> str:
        return ", ".join(self.short(role) for role in roles)

    def decision(self, decision: str) -> str:
        return self.text(self.catalogue.decision(decision)[1].title)

    def option(self, decision: str, option: str) -> str:
        found = next(one for one in self.catalogue.decision(decision)[1].options if one.id == option)
        return self.text(found.label)

    def news(self, inject: str) -> str:
        """Its sender, and its subject if it has one."""
        if inject in self.room.composed:
            own = self.room.composed[inject]
            return f"{own.sender}: {own.subject}" if own.subject else own.sender
        found = self.catalogue.inject(inject)[1]
        sender = self.text(found.sender)
        return f"{sender}: {self.text(found.subject)}" if found.subject else sender

    def person(self, seat: Seat, role: str | None = None) -> str:
        """A role, with the person's name in a room opened as `named`. `role`: what it was at the time."""
        name = self.role(role or seat.role)
        return f"{name} ({seat.name})" if self.is_named(seat) else name

    def is_named(self, seat: Seat) -> bool:
        """Whether this person's name may stand in a report."""
        return self.room.named and not seat.erased and seat.name != ERASED

    def story(self, minute: float | None) -> str:
        return story_time(minute, self.catalogue.scenario.first_weekday, self.language)
