"""What is printed the day before: the poster for the wall, tent cards, role cards and the card pack.

All of it for a desk alone: the card pack holds every secret of the scenario.
"""

from __future__ import annotations

import io
from typing import Any

import segno

from game_server.debrief.glyphs import clean, clean_text
from game_server.debrief.names import Names
from game_server.debrief.paper_cards import rounds
from game_server.debrief.paper_words import labels, say
from game_server.debrief.pdf import typeset
from game_server.debrief.words import line, moment
from game_server.room.state import News, Room, Team
from game_server.scenario.catalogue import Catalogue


def poster_pdf(room: Room, catalogue: Catalogue, language: str, base: str) -> bytes:
    """One A4 for the wall: a large QR code and the code itself. `base`: what this server's links start with.

    This and the other makers raise ReportFailed; each takes under a second of one core: call it in a thread.
    """
    return _set("poster.typ", room, catalogue, language, base, qr=_qr(room, base))


def tents_pdf(room: Room, catalogue: Catalogue, language: str, base: str) -> bytes:
    """An A4 for each team, to be folded into a tent; its QR fills in code and team."""
    return _set("tents.typ", room, catalogue, language, base, qrs={team: _qr(room, base, team) for team in room.teams})


def roles_pdf(room: Room, catalogue: Catalogue, language: str, base: str) -> bytes:
    """An A5 for each role: what it decides, may not, and always asks."""
    return _set("roles.typ", room, catalogue, language, base)


def cards_pdf(room: Room, catalogue: Catalogue, language: str, base: str) -> bytes:
    """All news and decisions as cards in order, by round and role, with the facilitator's run sheets."""
    return _set("cards.typ", room, catalogue, language, base, rounds=rounds(Names(room, catalogue, language)))


def named(room: Room) -> Room:
    """A room of the same name, date, teams and own words, in which nothing else happened: all that a sheet tells."""
    teams = {team.id: Team(team.id, team.name, team.order, news=_own_words(room, team)) for team in room.teams.values()}
    return Room(
        code=room.code,
        title=room.title,
        language=room.language,
        opened_at=room.opened_at,
        when=room.when,
        minutes=room.minutes,
        teams=teams,
        composed=dict(room.composed),
        phases=list(room.phases),
    )


def _own_words(room: Room, team: Team) -> dict[str, News]:
    """What a facilitator edited or wrote for this team."""
    return {
        inject: News(at=news.at, roles=news.roles, edited=news.edited)
        for inject, news in team.news.items()
        if news.edited is not None or inject in room.composed
    }


def _set(template: str, room: Room, catalogue: Catalogue, language: str, base: str, **more: Any) -> bytes:
    drawn: dict[str, Any] = {key: more.pop(key) for key in ("qr", "qrs") if key in more}
    data = {**_sheet(room, catalogue, language, base), **more}
    return typeset({**clean(data), **drawn}, room.opened_at, template)


def _sheet(room: Room, catalogue: Catalogue, language: str, base: str) -> dict[str, Any]:
    names = Names(room, catalogue, language)
    address = base.split("://", 1)[-1]
    return {
        "language": language,
        "labels": labels(language),
        "title": line(room.title),
        "scenario": names.text(catalogue.scenario.title),
        "code": shown(room.code),
        "address": address,
        "when": "" if room.when is None else moment(room.when, language),
        "type": say(language, "poster_type", address=address),
        "qr_alt": say(language, "qr_alt", address=address),
        "teams": [
            {"id": team.id, "name": clean_text(line(team.name)) or str(team.order)} for team in room.teams.values()
        ],
        "roles": [_role(names, role) for role in catalogue.scenario.roles],
    }


def _role(names: Names, role: str) -> dict[str, Any]:
    found = names.catalogue.role(role)
    return {
        "name": names.text(found.name),
        "summary": names.text(found.summary),
        "decides": [names.text(one) for one in found.card.decides],
        "may_not": [names.text(one) for one in found.card.may_not],
        "asks": [names.text(one) for one in found.card.asks],
    }


def shown(code: str) -> str:
    """`K7MP-3XQ9`, as people type it."""
    return f"{code[:4]}-{code[4:]}"


def join_address(room: Room, base: str, team: str | None = None) -> str:
    """The code stands in the fragment, so that it never reaches a log."""
    return f"{base}/#code={shown(room.code)}" + (f"&team={team}" if team else "")


def _qr(room: Room, base: str, team: str | None = None) -> str:
    out = io.BytesIO()
    segno.make(join_address(room, base, team), error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, border=0, dark="#14213d", light="#ffffff"
    )
    return out.getvalue().decode()
