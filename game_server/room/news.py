"""News: releasing, holding and skipping it, composing it, opening and sharing it, and the team's picture."""

from __future__ import annotations

from game_server.room import cards, lights
from game_server.room.asked import Asked, Decided, in_teams, playing, seat_of, team_of
from game_server.room.clocks import planned_game
from game_server.room.commands import (
    AddToPicture,
    ChangePicture,
    ComposeInject,
    MoveInject,
    ReadInject,
    ShareInject,
    StrikeFromPicture,
)
from game_server.room.conditions import holds
from game_server.room.consequences import Consequences
from game_server.room.events import (
    AnyFact,
    InjectComposed,
    InjectHeld,
    InjectRead,
    InjectReleased,
    InjectSkipped,
    PictureAdded,
    PictureChanged,
    PictureStruck,
)
from game_server.room.mandate import taken_roles
from game_server.room.refusals import Refused
from game_server.room.state import News, PictureItem, Room, Seat, Team
from game_server.scenario.catalogue import Catalogue, receivers
from game_server.scenario.model import Inject


def possible(room: Room, team: Team, inject: Inject, now: int) -> bool:
    """Whether this news may come to this team: unlocked, not cancelled, and its condition holds."""
    news = team.news.get(inject.id, News())
    return (not inject.locked or news.unlocked) and not news.cancelled and holds(inject.when, room, team, now)


def may_see(team: Team, seat: Seat, inject: str, catalogue: Catalogue) -> bool:
    """Whether released news has reached this chair."""
    return sees(team.news.get(inject), seat.role, inject, catalogue)


def sees(news: News | None, role: str, inject: str, catalogue: Catalogue) -> bool:
    """Whether released news has reached this role: sent to it, sent to everyone, or shared."""
    if news is None or news.state != "released":
        return False
    if not news.roles or role in news.roles or news.shared is not None:
        return True
    return inject in catalogue.injects and role in catalogue.inject(inject)[1].to


def begun(room: Room, phase: str, catalogue: Catalogue) -> bool:
    """Whether the session has reached this phase."""
    order = catalogue.phase_order
    return room.phase is not None and order.index(phase) <= order.index(room.phase.id)


def move(command: MoveInject, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Releases, holds or skips news in one team or in all."""
    playing(room)
    if command.inject not in catalogue.injects:
        raise Refused("unknown_inject", field="inject")
    phase, inject = catalogue.inject(command.inject)
    if not begun(room, phase.id, catalogue):
        raise Refused("not_yet")

    def act(team: Team) -> list[AnyFact]:
        news = team.news.get(inject.id, News())
        if news.state != command.from_:
            raise Refused("stale", did=news.moved_by)
        if command.type == "inject.hold":
            if news.state == "held":
                return []
            return [InjectHeld(team=team.id, inject=inject.id)]
        if command.type == "inject.skip":
            return [InjectSkipped(team=team.id, inject=inject.id)]
        if not possible(room, team, inject, asked.at):
            raise Refused("not_possible")
        return let_go(room, team, inject, catalogue, Consequences(room, team, catalogue, asked.at), asked.at)

    return in_teams(room, command.team, act)


def let_go(room: Room, team: Team, inject: Inject, catalogue: Catalogue, out: Consequences, now: int) -> list[AnyFact]:
    """The release of news in one team and what it does; `out` counts what else happens to this team meanwhile."""
    got = receivers(inject, taken_roles(room, team.id)) if inject.to else ()
    stand_in = inject.to[0] if inject.to and not got else None
    roles = (stand_in,) if stand_in else got
    before = len(out.facts)
    out.move(inject.effects, f"inject:{inject.id}")
    out.start(inject.starts, planned_game(catalogue.inject(inject.id)[0], inject))
    released = InjectReleased(team=team.id, inject=inject.id, roles=roles, stand_in=stand_in)
    return [released, *out.facts[before:], *lights.fall(room, team, inject, now)]


def compose(command: ComposeInject, room: Room, catalogue: Catalogue) -> Decided:
    """The facilitator's own news, released at once. It is named after its version, which no other thing has."""
    playing(room)
    for role in command.to:
        if role not in catalogue.scenario.roles:
            raise Refused("unknown_role", field="to")
    inject = f"x{room.version + 1}"
    words = InjectComposed(
        inject=inject, channel=command.channel, sender=command.from_, subject=command.subject, body=command.body
    )
    named = command.teams or ((command.team,) if command.team is not None else tuple(room.teams))
    teams = list(dict.fromkeys(team_of(room, team).id for team in named))
    released = [InjectReleased(team=team, inject=inject, roles=tuple(command.to)) for team in teams]
    return Decided([words, *released], {"done": teams, "refused": {}, "inject": inject})


def read(command: ReadInject, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """A chair opened a message."""
    seat = seat_of(asked, room)
    if not may_see(room.teams[seat.team], seat, command.inject, catalogue):
        raise Refused("unknown_inject", field="inject")
    if command.inject in seat.read:
        return Decided([])
    return Decided([InjectRead(seat=seat.id, inject=command.inject)])


def share(command: ShareInject, asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """Shares private news with the whole team; when is journaled. Sharing by one of a role is sharing.

    Its card lands on the team's picture.
    """
    seat = seat_of(asked, room)
    playing(room)
    team = room.teams[seat.team]
    if not may_see(team, seat, command.inject, catalogue):
        raise Refused("unknown_inject", field="inject")
    news = team.news[command.inject]
    if news.shared is not None:
        return Decided([])
    if not news.roles:
        raise Refused("not_private", field="inject")
    return Decided(cards.shared(team, command.inject, seat.role, seat.id, room, catalogue))


def add(command: AddToPicture, asked: Asked, room: Room) -> Decided:
    """A line on the team's picture, named after its version."""
    seat = seat_of(asked, room)
    playing(room)
    item = f"p{room.version + 1}"
    fact = PictureAdded(
        team=seat.team, item=item, seat=seat.id, kind=command.kind, text=command.text, source=command.source
    )
    return Decided([fact], {"item": item})


def _item(seat: Seat, room: Room, item: str) -> PictureItem:
    found = room.teams[seat.team].picture.get(item)
    if found is None:
        raise Refused("unknown_item", field="item")
    return found


def change(command: ChangePicture, asked: Asked, room: Room) -> Decided:
    """Anyone in the team may mend a line: an assumption becomes a fact with its source."""
    seat = seat_of(asked, room)
    playing(room)
    item = _item(seat, room, command.item)
    if item.struck:
        raise Refused("struck", field="item")
    kind, text = command.kind or item.kind, command.text or item.text
    source = command.source if command.source is not None else item.source
    if (kind, text, source) == (item.kind, item.text, item.source):
        return Decided([])
    fact = PictureChanged.model_validate(
        {"team": seat.team, "item": item.id, "seat": seat.id, "kind": kind, "text": text, "source": source}
    )
    return Decided([fact])


def strike(command: StrikeFromPicture, asked: Asked, room: Room) -> Decided:
    """Strikes a line out; it stays readable."""
    seat = seat_of(asked, room)
    playing(room)
    item = _item(seat, room, command.item)
    return Decided([] if item.struck else [PictureStruck(team=seat.team, item=item.id, seat=seat.id)])
