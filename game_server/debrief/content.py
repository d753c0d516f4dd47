"""What stands in a report: a story turned into plain, language-ready data for the typesetter."""

from __future__ import annotations

from typing import Any

from game_server.debrief.decisions import decision_pages
from game_server.debrief.matrix import curves, matrix, practice
from game_server.debrief.names import news_name
from game_server.debrief.words import long_date, say, session_time, story_time
from game_server.room.mandate import seats_of
from game_server.room.marks import ERASED
from game_server.room.state import Room, Seat, Team
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story
from game_server.story.timeline import Moment

LABELS = (
    "report",
    "exercise",
    "for_whom",
    "not_affiliated",
    "one_page",
    "chose",
    "no_choice",
    "home",
    "no_home",
    "people",
    "role",
    "persons",
    "timeline",
    "session_time",
    "story_time",
    "what",
    "decisions",
    "values",
    "votes",
    "option",
    "count",
    "by_whom",
    "confidence",
    "why",
    "nobody_voted",
    "decided",
    "owner",
    "statement",
    "reason",
    "consequence",
    "effects",
    "references",
    "practice",
    "matrix",
    "matrix_intro",
    "news",
    "on_table",
    "key_sent",
    "key_opened",
    "key_heard",
    "key_none",
    "key_stand_in",
    "no_private",
    "curves",
    "practice_page",
    "practice_intro",
    "nobody_answered",
    "reflections",
    "resolutions",
    "page",
    "of",
    "other_teams",
    "other_intro",
    "code",
    "scenario",
    "date",
    "notes",
    "with",
    "by",
    "first_step",
    "start",
    "unclosed",
)
"""The fixed words that the typesetter needs, by key of the catalogue."""


def report(story: Story, catalogue: Catalogue, language: str, team: str | None = None, notes: bool = False) -> Any:
    """The report as JSON-ready data.

    `team`: that team's own report, which holds of the others only what a joint reveal showed; None: every team (for
    the desk). `notes`: with the facilitator's and observers' notes. Names appear only in a room opened as `named`.
    """
    room, scenario = story.room, catalogue.scenario
    teams = [one for one in room.teams.values() if team in (None, one.id)]
    return {
        "language": language,
        "labels": {key: say(language, key) for key in LABELS},
        "title": room.title or catalogue.text(scenario.title, language),
        "scenario": catalogue.text(scenario.title, language),
        "version": scenario.version,
        "code": f"{room.code[:4]}-{room.code[4:]}",
        "date": long_date(room.opened_at, language),
        "teams": [_team(story, one, catalogue, language) for one in teams],
        "others": _others(room, teams, catalogue, language) if team is not None else [],
        "timeline": _timeline(story, {one.id for one in teams}, catalogue, language),
        "notes": [
            {"time": session_time(max(0, note.at - room.opened_at)), "text": note.text} for note in room.notes.values()
        ]
        if notes
        else [],
        "sources": list(scenario.sources),
        "legal_checked": scenario.card.legal_checked,
    }


def _team(story: Story, team: Team, catalogue: Catalogue, language: str) -> dict[str, Any]:
    room = story.room
    pages = decision_pages(story, team, catalogue, language)
    known = story.matrices[team.id]
    shared = len(known.rows) - known.never_shared
    return {
        "name": team.name,
        "people": _people(room, team, catalogue, language),
        "decisions": pages,
        "chosen": [page for page in pages if page["effective"]],
        "shared_line": say(language, "shared_line", shared=shared, all=len(known.rows)) if known.rows else "",
        "matrix": matrix(known, catalogue, room, language),
        "curves": curves(story, team, catalogue, language),
        "practice": practice(room, team, catalogue, language),
        "reflections": _reflections(room, team, catalogue, language),
        "resolutions": _resolutions(room, team, catalogue, language),
    }


def _seats(room: Room, team: str) -> list[Seat]:
    """Everyone who sat at this table, also who left; not who was erased."""
    return [seat for seat in room.seats.values() if seat.team == team and not seat.erased]


def _who(room: Room, seat: Seat, catalogue: Catalogue, language: str) -> str:
    role = catalogue.text(catalogue.role(seat.role).name, language)
    return f"{role} ({seat.name})" if room.named and seat.name != ERASED else role


def _people(room: Room, team: Team, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    rows = []
    for role in catalogue.scenario.roles:
        seats = seats_of(room, team.id, role)
        names = ", ".join(seat.name for seat in seats) if room.named else str(len(seats))
        rows.append(
            {
                "role": catalogue.text(catalogue.role(role).name, language),
                "persons": names if seats else say(language, "stand_in"),
            }
        )
    return rows


def _reflections(room: Room, team: Team, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    asked = []
    for question in catalogue.scenario.debrief:
        answers = [
            {"who": _who(room, seat, catalogue, language), "text": seat.reflections[question.id]}
            for seat in _seats(room, team.id)
            if seat.reflections.get(question.id, ERASED) != ERASED
        ]
        asked.append({"question": catalogue.text(question.text, language), "answers": answers})
    return [one for one in asked if one["answers"]]


def _resolutions(room: Room, team: Team, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    return [
        {"who": _who(room, seat, catalogue, language), **seat.resolution}
        for seat in _seats(room, team.id)
        if seat.resolution
    ]


def _others(room: Room, own: list[Team], catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    """What a joint reveal showed of the other teams: the settled choice on each anchor."""
    out = []
    for team in room.teams.values():
        if team in own:
            continue
        choices = []
        for decision, run in team.decisions.items():
            found = catalogue.decision(decision)[1]
            if not found.anchor or run.settled is None or run.settled.option is None:
                continue
            option = next(o for o in found.options if o.id == run.settled.option)
            choices.append(
                {
                    "title": catalogue.text(found.title, language),
                    "choice": catalogue.text(option.label, language),
                }
            )
        out.append({"name": team.name, "choices": choices})
    return [one for one in out if one["choices"]]


def _timeline(story: Story, teams: set[str], catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    several = len(story.room.teams) > 1
    rows: list[dict[str, Any]] = []
    for told in story.moments:
        if told.kind in ("joined", "note") or (told.team is not None and told.team not in teams):
            continue
        text = _told(told, story.room, catalogue, language)
        team = story.room.teams[told.team].name if told.team and several and len(teams) > 1 else ""
        game = ""
        if told.game is not None:
            game = story_time(told.game, catalogue.scenario.first_weekday, language)
        row = {"time": session_time(told.session), "game": game, "text": text, "team": team, "kind": told.kind}
        if rows and rows[-1]["text"] == text and rows[-1]["time"] == row["time"]:
            rows[-1]["team"] = ""
            continue
        rows.append(row)
    return rows


def _told(told: Moment, room: Room, catalogue: Catalogue, language: str) -> str:
    thing = option = role = ""
    key = f"t_{told.kind}"
    if told.role is not None:
        role = catalogue.text(catalogue.role(told.role).name, language)
    if told.thing is not None:
        thing = _name(told, room, catalogue, language)
    if told.kind == "settled" and told.thing is not None and told.option is not None:
        found = next(o for o in catalogue.decision(told.thing)[1].options if o.id == told.option)
        option = catalogue.text(found.label, language)
    if told.kind == "released" and told.team is not None and told.thing is not None:
        roles = room.teams[told.team].news[told.thing].roles
        if roles:
            key = "t_released_private"
            role = ", ".join(catalogue.text(catalogue.role(one).short, language) for one in roles)
    return say(language, key, thing=thing, role=role, option=option)


def _name(told: Moment, room: Room, catalogue: Catalogue, language: str) -> str:
    thing = told.thing or ""
    if told.kind in ("released", "skipped", "shared"):
        return news_name(thing, room, catalogue, language)
    if told.kind == "phase":
        return catalogue.text(catalogue.phase(thing).title, language)
    if told.kind.startswith("clock_"):
        return catalogue.text(catalogue.clock(thing).name, language)
    return catalogue.text(catalogue.decision(thing)[1].title, language)
