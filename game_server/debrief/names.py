"""How a report calls things: a small lens on one room in one language."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.debrief.words import line, say, story_time, typed
from game_server.room.marks import ERASED
from game_server.room.state import Room, Seat, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Text
from game_server.story.called import called


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a room's things in a report's language.

    `counts`: rows that tell of single people give way to how many: in public, and at a very large table.
    """

    room: Room
    catalogue: Catalogue
    language: str
    counts: bool = False

    def text(self, text: Text) -> str:
        return self.catalogue.text(text, self.language)

    def say(self, key: str, **names: object) -> str:
        return say(self.language, key, **names)

    def role(self, role: str) -> str:
        return self.text(self.catalogue.role(role).name)

    def with_article(self, role: str) -> str:
        """A role within a sentence: `de burgemeester`, `de CISO`."""
        begins = role[:1].lower() + role[1:] if role[1:2].islower() else role
        return self.say("the", role=begins)

    def team(self, team: Team) -> str:
        """Its name, or its number where no names are told."""
        return line(team.name) or self.say("team_number", n=team.order)

    def short(self, role: str) -> str:
        return self.text(self.catalogue.role(role).short)

    def shorts(self, roles: tuple[str, ...]) -> str:
        return ", ".join(self.short(role) for role in roles)

    def decision(self, decision: str) -> str:
        return self.text(self.catalogue.decision(decision)[1].title)

    def option(self, decision: str, option: str) -> str:
        found = next(one for one in self.catalogue.decision(decision)[1].options if one.id == option)
        return self.text(found.label)

    def news(self, inject: str, team: Team | None, brief: bool = False) -> str:
        """Its sender with its subject, as `team` got it; without a subject and unless `brief`, with how it begins."""
        news = team.news.get(inject) if team is not None else None
        own = self.room.composed.get(inject) or (news.edited if news is not None else None)
        if own is not None:
            sender = line(own.sender) or self.say("own_news")
            return called(sender, line(own.subject), "" if brief else typed(own.body))
        found = self.catalogue.inject(inject)[1]
        subject = self.text(found.subject) if found.subject else ""
        return called(self.text(found.sender), subject, "" if brief else self.text(found.body))

    def about(self, pin: str | None) -> str:
        """What a note is pinned to; nothing where that is not (any more) in this game."""
        kind, _, id_ = (pin or "").partition(":")
        room, catalogue = self.room, self.catalogue
        match kind:
            case "role" if id_ in catalogue.scenario.roles:
                return self.role(id_)
            case "decision" if id_ in catalogue.decisions:
                return self.decision(id_)
            case "inject" if id_ in catalogue.injects or id_ in room.composed:
                return self.news(id_, None, brief=True)
            case "phase" if id_ in catalogue.phase_order:
                return self.text(catalogue.phase(id_).title)
            case "team" if id_ in room.teams:
                return self.team(room.teams[id_])
            case "seat" if id_ in room.seats:
                return self.person(room.seats[id_])
            case _:
                return ""

    def person(self, seat: Seat, role: str | None = None) -> str:
        """A role, with the person's name in a room opened as `named`. `role`: what it was at the time."""
        name = self.role(role or seat.role)
        return f"{name} ({line(seat.name)})" if self.is_named(seat) else name

    def is_named(self, seat: Seat) -> bool:
        """Whether this person's name may stand in a report."""
        return self.room.named and not seat.erased and seat.name != ERASED

    def story(self, minute: float | None) -> str:
        return story_time(minute, self.catalogue.scenario.first_weekday, self.language)
