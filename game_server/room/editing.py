"""Other words for an inject of the scenario, until it is released."""

from __future__ import annotations

from game_server.room.asked import Decided, in_teams
from game_server.room.commands import EditInject, RestoreInject
from game_server.room.events import AnyFact, InjectEdited, InjectRestored
from game_server.room.refusals import Refused
from game_server.room.state import News, Room, Team
from game_server.room.state_pressure import Edited
from game_server.scenario.catalogue import Catalogue

BEFORE = ("planned", "held")
"""The states in which the words of an inject may still change."""


def edit(command: EditInject, room: Room, catalogue: Catalogue) -> Decided:
    """Keeps the pack's words in the pack and the new ones in the journal."""
    words = Edited(command.from_, command.body, command.subject)
    if words == _own_words(command.inject, room, catalogue):
        return restore(
            RestoreInject(id=command.id, type="inject.restore", inject=command.inject, team=command.team),
            room,
            catalogue,
        )

    def act(team: Team) -> list[AnyFact]:
        if _editable(team, command.inject).edited == words:
            return []
        fact = InjectEdited(
            team=team.id, inject=command.inject, sender=words.sender, subject=words.subject, body=words.body
        )
        return [fact]

    return in_teams(room, command.team, act)


def restore(command: RestoreInject, room: Room, catalogue: Catalogue) -> Decided:
    """Back to the pack's words."""
    _own_words(command.inject, room, catalogue)

    def act(team: Team) -> list[AnyFact]:
        edited = _editable(team, command.inject).edited
        return [] if edited is None else [InjectRestored(team=team.id, inject=command.inject)]

    return in_teams(room, command.team, act)


def _own_words(inject: str, room: Room, catalogue: Catalogue) -> Edited:
    """The pack's, in the room's language. Raises Refused when there is nothing (more) to edit."""
    if room.status == "debrief":
        raise Refused("not_running")
    if inject not in catalogue.injects:
        raise Refused("unknown_inject", field="inject")
    found = catalogue.inject(inject)[1]
    subject = None if found.subject is None else catalogue.text(found.subject, room.language)
    return Edited(catalogue.text(found.sender, room.language), catalogue.text(found.body, room.language), subject)


def _editable(team: Team, inject: str) -> News:
    news = team.news.get(inject, News())
    if news.state not in BEFORE:
        raise Refused("stale", did=news.moved_by)
    return news
