"""What a chair of one team and role may see."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache, partial

from game_server.room.mandate import report_role
from game_server.room.state import Team
from game_server.views import shapes
from game_server.views.conversation import Sight, conversation
from game_server.views.decisions import REVEALED, decision_parts, run_of
from game_server.views.hall import HALL
from game_server.views.lens import Book, Lens
from game_server.views.measures import asked_before
from game_server.views.parts import (
    debrief_part,
    glossary,
    indicator_parts,
    is_debriefing,
    may_see_clock,
    news_item,
    picture_lines,
    role_names,
    room_part,
    seat_lines,
    speaks_for,
    term_parts,
    told_because,
)
from game_server.views.pressure import ladder_lines, lights_part
from game_server.views.sight import is_seen_by_role, role_news
from game_server.views.take_home import coffee_part


def participant_view(lens: Lens, team: Team, role: str) -> shapes.ParticipantView:
    view = shapes.ParticipantView(
        room=room_part(lens),
        team=_own_team(lens, team),
        role=_own_role(lens.book, role),
        roles=role_names(lens.book),
        news={inject: news_item(lens, team, inject) for inject in role_news(team, role, lens.catalogue)},
        picture=picture_lines(lens.room, team),
        decisions=decision_parts(lens, team, role),
        indicators=indicator_parts(lens, team, told_because(lens, team, partial(_may_tell, lens, team, role))),
        clocks=term_parts(lens, team, role),
        glossary=glossary(lens.book),
    )
    if lens.room.ladder:
        view["ladder"] = ladder_lines(lens, team)
    lights = lights_part(lens.room, team)
    if lights is not None:
        view["lights"] = lights
    if is_debriefing(lens):
        view["debrief"] = debrief_part(lens)
        view["debrief"]["coffee"] = coffee_part(lens, team)
        if len(lens.room.teams) > 1:
            view["debrief"]["joint"] = _joint(lens, team, role)
    elif lens.room.status != "closed":
        view["before"] = asked_before(lens)
    if lens.room.status == "debrief":
        view["conversation"] = conversation(_sight(lens, team, role))
    return view


def _sight(lens: Lens, team: Team, role: str) -> Sight:
    return Sight(
        lens,
        {team.id: told_because(lens, team, partial(_may_tell, lens, team, role))},
        lambda decision: run_of(team, decision.id).state in REVEALED,
        lambda decision: run_of(team, decision.id).state == "effective",
        role=role,
    )


def _own_team(lens: Lens, team: Team) -> shapes.TeamPart:
    part = shapes.TeamPart(id=team.id, name=team.name, seats={})
    if len(team.seats) < HALL:
        part["seats"] = seat_lines(lens.room, team.id)
    else:
        part["chairs"] = dict(Counter(seat.role for seat in team.seats.values()))
    speaks = speaks_for(lens.room, team)
    if speaks is not None:
        part["spokesperson"] = speaks.id
    return part


def _joint(lens: Lens, team: Team, role: str) -> shapes.Joint:
    decisions = tuple(lens.decision(decision) for decision in lens.catalogue.decisions)
    return shapes.Joint(agreed=team.joint, may=report_role(lens.room, team, decisions) == role)


@lru_cache(maxsize=512)
def _own_role(book: Book, role: str) -> shapes.OwnRole:
    found = book.catalogue.role(role)
    return shapes.OwnRole(
        id=role,
        name=book.text(found.name),
        short=book.text(found.short),
        summary=book.text(found.summary),
        card=shapes.RoleCard(
            decides=book.texts(found.card.decides),
            may_not=book.texts(found.card.may_not),
            asks=book.texts(found.card.asks),
        ),
    )


def _may_tell(lens: Lens, team: Team, role: str, kind: str, thing: str) -> bool:
    """May this role know that this decision, inject or clock moved an indicator?"""
    match kind:
        case "decision" | "rung":
            return True
        case "inject":
            return is_seen_by_role(team, thing, role, lens.catalogue)
        case "clock":
            return may_see_clock(lens, thing, role)
        case _:
            return False
