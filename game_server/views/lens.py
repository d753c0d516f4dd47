"""Who looks, and with what: the room, and its scenario in the audience's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision, Text
from game_server.story.called import called


@dataclass(frozen=True, slots=True)
class Audience:
    """All who see the same. A seat's has `team` and `role`; a screen's has `team` when it is that team's own.

    `rows`: a desk that has opened this team.
    """

    kind: Literal["seat", "desk", "rows", "screen", "observer"]
    language: str
    team: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A scenario in one language. What is built from a book alone is built once: equal books are one key."""

    catalogue: Catalogue
    language: str

    def text(self, text: Text) -> str:
        words = text.get(self.language)  # type: ignore[call-overload]  # the audience's language may be any
        return words if words is not None else self.catalogue.text(text, self.language)

    def texts(self, texts: tuple[Text, ...]) -> list[str]:
        return [self.text(text) for text in texts]

    def decision(self, decision: str) -> Decision:
        return self.catalogue.decision(decision)[1]


@dataclass(frozen=True, slots=True)
class Lens:
    """A room, read with its book. Nothing here knows what time it is."""

    room: Room
    book: Book

    @property
    def catalogue(self) -> Catalogue:
        return self.book.catalogue

    @property
    def language(self) -> str:
        return self.book.language

    def text(self, text: Text) -> str:
        return self.book.text(text)

    def decision(self, decision: str) -> Decision:
        return self.book.decision(decision)

    def inject_title(self, inject: str, team: Team) -> str:
        """What a piece of news is called in a team's list: its subject, else who sent it."""
        news = team.news.get(inject)
        own = self.room.composed.get(inject) or (news.edited if news is not None else None)
        return own.subject or own.sender if own is not None else title_of(self.book, inject)

    def inject_called(self, inject: str, team: Team) -> str:
        """Who sent a team this news, and what it was about: two of one sender are told apart."""
        news = team.news.get(inject)
        own = self.room.composed.get(inject) or (news.edited if news is not None else None)
        if own is not None:
            return called(own.sender, own.subject or "", own.body)
        found = self.catalogue.inject(inject)[1]
        subject = self.text(found.subject) if found.subject else ""
        return called(self.text(found.sender), subject, self.text(found.body))

    def title_in(self, inject: str, teams: Iterable[Team]) -> str:
        """As `inject_title`, where these teams call it the same; else as the scenario calls it."""
        titles = {self.inject_title(inject, team) for team in teams}
        return titles.pop() if len(titles) == 1 else title_of(self.book, inject)


def title_of(book: Book, inject: str) -> str:
    """As `Lens.inject_title`, for news of the scenario."""
    found = book.catalogue.inject(inject)[1]
    return book.text(found.subject or found.sender)
