"""What stands in a report: a story turned into plain, language-ready data for the typesetter and for `debrief.json`."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from game_server.debrief import shape
from game_server.debrief.bob import bob
from game_server.debrief.chapters import chapters, hall_chapters
from game_server.debrief.coffee import gaps
from game_server.debrief.curves import curves
from game_server.debrief.decisions import decision_pages
from game_server.debrief.hall import CROWD, hall, is_hall, people_of
from game_server.debrief.matrix import matrix, practice
from game_server.debrief.measures import learned, measured
from game_server.debrief.names import Names
from game_server.debrief.shape_measures import Measures
from game_server.debrief.sources import address, card, glossary, references
from game_server.debrief.summary import plan, summary
from game_server.debrief.words import duration, line, long_date, session_time, typed, written_date
from game_server.room.own_words import without_struck
from game_server.room.state import Room, Seat, Team
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story

QUOTES = 12
"""So many released sentences at most stand in a report on several teams together."""
CHANGES = 3
"""So many lessons at most stand in the improvement plan."""
SHOWN = ("revealed", "settled", "effective", "skipped")
"""The states in which a decision has been revealed, or never will be."""


def report(
    story: Story, catalogue: Catalogue, language: str, team: str | None = None, notes: bool = False
) -> shape.Report:
    """The report as JSON-ready data; see `shape`.

    `team`: that team's own report, which holds of the others only what a joint reveal showed; None: every team.
    `notes`: the desk's own copy, with its and the observers' notes. A wordless story makes the public variant.
    Names appear only in a room opened as `named`. What its writer struck is in none.
    """
    story = replace(story, room=without_struck(story.room))
    room, scenario = story.room, catalogue.scenario
    teams = [one for one in room.teams.values() if team in (None, one.id)]
    people = people_of(room, teams)
    many = sum(map(len, people))
    names = Names(room, catalogue, language, counts=story.wordless or (len(teams) == 1 and many >= CROWD))
    halls = [hall(story, teams, people, names)] if is_hall(teams, many) else []
    parts = [] if halls else [_team(story, one, seats, names) for one, seats in zip(teams, people, strict=True)]
    ids = {one.id for one in teams}
    alone = teams[0] if len(teams) == 1 else None
    lessons = learned(names, alone)
    told = [f"{one['word']}: {one['text']}" for one in lessons]
    return {
        **_front(story, teams, names),
        "condensed": bool(halls),
        "summary": summary(parts, halls, told, names),
        "teams": parts,
        "hall": halls,
        "together": [_together(names, alone)] if halls or alone is None else [],
        "others": _others(teams, names) if team is not None else [],
        "timeline": hall_chapters(story, ids, names) if halls else chapters(story, ids, names),
        "plan": plan(parts, halls, [one["text"] for one in lessons if one["kind"] == "change"][:CHANGES], names),
        "notes": _notes(story, names) if notes and not story.wordless else [],
        "card": card(names),
        "terms": glossary(names),
        "references": references(teams, names),
        "sources": [address(one) for one in scenario.sources],
        "legal": names.say("legal_checked", date=written_date(scenario.card.legal_checked, language)),
    }


def _together(names: Names, team: Team | None) -> Measures:
    """Of the whole room; of many sentences the first ones."""
    found = measured(names, team)
    found["quotes"] = found["quotes"][:QUOTES]
    return found


def _front(story: Story, teams: list[Team], names: Names) -> shape.Front:
    room, scenario, language = story.room, names.catalogue.scenario, names.language
    reader = _reader(room, teams)
    return {
        "format": 1,
        "language": language,
        "variant": "public" if story.wordless else "full",
        "reader": reader,
        "readers": _readers(story, teams, reader, names),
        "foreword": typed(room.foreword),
        "title": line(room.title) or names.text(scenario.title),
        "scenario": names.text(scenario.title),
        "version": scenario.version,
        "code": "" if story.wordless else f"{room.code[:4]}-{room.code[4:]}",
        "date": long_date(room.opened_at, language),
        "length": duration(story.session, language),
        "named": room.named and not story.wordless,
        "rehearsal": room.rehearsal,
    }


def _reader(room: Room, teams: list[Team]) -> Literal["team", "joint", "desk"]:
    """All teams together are the desk's alone until each of them agreed to a joint report."""
    if len(teams) == 1:
        return "team"
    return "joint" if all(one.joint for one in room.teams.values()) else "desk"


def _readers(story: Story, teams: list[Team], reader: str, names: Names) -> str:
    if story.wordless:
        return names.say("for_public")
    return names.say(f"for_{reader}", teams=", ".join(map(names.team, teams)))


def _team(story: Story, team: Team, people: list[Seat], names: Names) -> shape.TeamPart:
    return {
        "name": names.team(team),
        "people": _people(people, names),
        "decisions": decision_pages(story, team, names),
        "bob": bob(story, team, names),
        "matrix": matrix(story, story.matrices[team.id], names),
        "curves": curves(story, team, names),
        "practice": practice(team, names),
        "reflections": _reflections(people, names),
        "resolutions": [] if names.counts else _resolutions(people, names),
        "agenda": [] if names.counts else gaps(names, team.id),
        "resolution_count": sum(1 for seat in people if seat.resolution),
        "measures": measured(names, team),
        "lessons": learned(names, team),
    }


def _people(people: list[Seat], names: Names) -> list[shape.Person]:
    rows: list[shape.Person] = []
    for role in names.catalogue.scenario.roles:
        seats = [seat for seat in people if seat.role == role]
        count = names.say("person_one") if len(seats) == 1 else names.say("person_more", n=len(seats))
        called = ", ".join(line(seat.name) for seat in seats if names.is_named(seat) and not names.counts)
        persons = called or count if seats else names.say("nobody")
        rows.append({"role": names.role(role), "short": names.short(role), "persons": persons, "empty": not seats})
    return rows


def _reflections(people: list[Seat], names: Names) -> list[shape.Reflection]:
    asked: list[shape.Reflection] = []
    for question in names.catalogue.scenario.debrief:
        given = [seat for seat in people if question.id in seat.reflections]
        answers: list[shape.Said] = [
            {"who": names.person(seat), "text": text}
            for seat in given
            if (text := typed(seat.reflections[question.id])) and not names.counts
        ]
        if given:
            count = names.say("answer_one") if len(given) == 1 else names.say("answer_more", n=len(given))
            asked.append({"question": names.text(question.text), "answers": answers, "count": count})
    return asked


def _resolutions(people: list[Seat], names: Names) -> list[shape.Resolution]:
    return [
        {
            "who": names.person(seat),
            "text": text,
            "with_": _with_role(seat, names) or line(seat.resolution.get("with")),
            "with_role": _with_role(seat, names) != "",
            "by": line(seat.resolution.get("by")),
            "first_step": line(seat.resolution.get("first_step")),
        }
        for seat in people
        if (text := typed(seat.resolution.get("text")))
    ]


def _with_role(seat: Seat, names: Names) -> str:
    """Whoever declined is not told of; who has not answered yet is the one it is with."""
    meeting = names.room.meetings.get(seat.id)
    if meeting is None or meeting.state == "declined":
        return ""
    return names.role(names.room.seats[meeting.other].role)


def _notes(story: Story, names: Names) -> list[shape.NoteLine]:
    """Each with the session time at which it was written."""
    at = {one.thing: one.session for one in story.moments if one.kind == "note"}
    return [
        {"time": session_time(at.get(note.id, 0)), "text": text, "about": names.about(note.about)}
        for note in names.room.notes.values()
        if (text := typed(note.text))
    ]


def _others(own: list[Team], names: Names) -> list[shape.OtherTeam]:
    """What a joint reveal showed of the other teams: the settled choice on each anchor that all had revealed."""
    out: list[shape.OtherTeam] = []
    for team in names.room.teams.values():
        if team in own:
            continue
        choices: list[shape.OtherChoice] = []
        for decision in names.catalogue.decisions:
            run = team.decisions.get(decision)
            if run is None or run.settled is None or run.settled.option is None or not _joint(decision, names):
                continue
            choices.append({"title": names.decision(decision), "choice": names.option(decision, run.settled.option)})
        if choices:
            out.append({"name": names.team(team), "choices": choices})
    return out


def _joint(decision: str, names: Names) -> bool:
    if not names.catalogue.decision(decision)[1].anchor:
        return False
    runs = [team.decisions.get(decision) for team in names.room.teams.values()]
    return all(run is not None and run.state in SHOWN for run in runs)
