"""What a chair of one team and role may see."""

from __future__ import annotations

from functools import partial

from game_server.room.state import Team
from game_server.views import shapes
from game_server.views.decisions import decision_parts
from game_server.views.lens import Lens
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
    term_parts,
    told_because,
)
from game_server.views.sight import is_seen_by_role, role_news


def participant_view(lens: Lens, team: Team, role: str) -> shapes.ParticipantView:
    view = shapes.ParticipantView(
        room=room_part(lens),
        team=shapes.TeamPart(id=team.id, name=team.name, seats=seat_lines(lens.room, team.id)),
        role=_own_role(lens, role),
        roles=role_names(lens),
        news={inject: news_item(lens, team, inject) for inject in role_news(team, role, lens.catalogue)},
        picture=picture_lines(lens.room, team),
        decisions=decision_parts(lens, team, role),
        indicators=indicator_parts(lens, team, told_because(lens, partial(_may_tell, lens, team, role))),
        clocks=term_parts(lens, team, role),
        glossary=glossary(lens),
    )
    if is_debriefing(lens):
        view["debrief"] = debrief_part(lens)
    return view


def _own_role(lens: Lens, role: str) -> shapes.OwnRole:
    found = lens.catalogue.role(role)
    return shapes.OwnRole(
        id=role,
        name=lens.text(found.name),
        short=lens.text(found.short),
        summary=lens.text(found.summary),
        card=shapes.RoleCard(
            decides=lens.texts(found.card.decides),
            may_not=lens.texts(found.card.may_not),
            asks=lens.texts(found.card.asks),
        ),
    )


def _may_tell(lens: Lens, team: Team, role: str, kind: str, thing: str) -> bool:
    """May this role know that this decision, inject or clock moved an indicator?"""
    match kind:
        case "decision":
            return True
        case "inject":
            return is_seen_by_role(team, thing, role, lens.catalogue)
        case "clock":
            return may_see_clock(lens, thing, role)
        case _:
            return False
