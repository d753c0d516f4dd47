"""What stands in a report: a story turned into plain, language-ready data for the typesetter and for `debrief.json`."""

from __future__ import annotations

from game_server.debrief import shape
from game_server.debrief.chapters import chapters
from game_server.debrief.curves import curves
from game_server.debrief.decisions import decision_pages
from game_server.debrief.matrix import matrix, practice
from game_server.debrief.names import Names
from game_server.debrief.words import duration, line, long_date, session_time, typed, written_date
from game_server.room.answers import often_looked_up
from game_server.room.state import Room, Seat, Team
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story

SHOWN = ("revealed", "settled", "effective", "skipped")
"""The states in which a decision has been revealed, or never will be."""


def report(
    story: Story, catalogue: Catalogue, language: str, team: str | None = None, notes: bool = False
) -> shape.Report:
    """The report as JSON-ready data; see `shape`.

    `team`: that team's own report, which holds of the others only what a joint reveal showed; None: every team (for
    the desk). `notes`: with the facilitator's and observers' notes. Names appear only in a room opened as `named`.
    """
    room, scenario = story.room, catalogue.scenario
    names = Names(room, catalogue, language)
    teams = [one for one in room.teams.values() if team in (None, one.id)]
    return {
        "language": language,
        "reader": "desk" if team is None and len(teams) > 1 else "team",
        "title": line(room.title) or names.text(scenario.title),
        "scenario": names.text(scenario.title),
        "version": scenario.version,
        "code": f"{room.code[:4]}-{room.code[4:]}",
        "date": long_date(room.opened_at, language),
        "length": duration(story.session, language),
        "named": room.named,
        "rehearsal": room.rehearsal,
        "teams": [_team(story, one, names) for one in teams],
        "others": _others(teams, names) if team is not None else [],
        "timeline": chapters(story, {one.id for one in teams}, names),
        "notes": _notes(story, names) if notes else [],
        "terms": _looked_up(names),
        "references": _sources(teams, names),
        "sources": list(scenario.sources),
        "legal": names.say("legal_checked", date=written_date(scenario.card.legal_checked, language)),
    }


def _team(story: Story, team: Team, names: Names) -> shape.TeamPart:
    return {
        "name": line(team.name),
        "people": _people(team, names),
        "decisions": decision_pages(story, team, names),
        "matrix": matrix(story, story.matrices[team.id], names),
        "curves": curves(story, team, names),
        "practice": practice(team, names),
        "reflections": _reflections(team, names),
        "resolutions": _resolutions(team, names),
    }


def sat(room: Room, team: Team) -> list[Seat]:
    """Everyone who sat at this table to the end, or left it after having had a say. Not who was erased."""
    voted = {seat for run in team.decisions.values() for ballot in run.rounds for seat in ballot.votes}
    return [
        seat
        for seat in room.seats.values()
        if seat.team == team.id and not seat.erased and (not seat.removed or seat.id in voted)
    ]


def _people(team: Team, names: Names) -> list[shape.Person]:
    rows: list[shape.Person] = []
    for role in names.catalogue.scenario.roles:
        seats = [seat for seat in sat(names.room, team) if seat.role == role]
        count = names.say("person_one") if len(seats) == 1 else names.say("person_more", n=len(seats))
        called = ", ".join(line(seat.name) for seat in seats if names.is_named(seat))
        persons = called or count if seats else names.say("nobody")
        rows.append({"role": names.role(role), "short": names.short(role), "persons": persons, "empty": not seats})
    return rows


def _reflections(team: Team, names: Names) -> list[shape.Reflection]:
    asked: list[shape.Reflection] = []
    for question in names.catalogue.scenario.debrief:
        answers: list[shape.Said] = [
            {"who": names.person(seat), "text": text}
            for seat in sat(names.room, team)
            if (text := typed(seat.reflections.get(question.id)))
        ]
        if answers:
            asked.append({"question": names.text(question.text), "answers": answers})
    return asked


def _resolutions(team: Team, names: Names) -> list[shape.Resolution]:
    return [
        {
            "who": names.person(seat),
            "text": text,
            "with_": line(seat.resolution.get("with")),
            "by": line(seat.resolution.get("by")),
            "first_step": line(seat.resolution.get("first_step")),
        }
        for seat in sat(names.room, team)
        if (text := typed(seat.resolution.get("text")))
    ]


def _notes(story: Story, names: Names) -> list[shape.NoteLine]:
    """Each with the session time at which it was written."""
    at = {one.thing: one.session for one in story.moments if one.kind == "note"}
    return [
        {"time": session_time(at.get(note.id, 0)), "text": text, "about": names.about(note.about)}
        for note in names.room.notes.values()
        if (text := typed(note.text))
    ]


def _looked_up(names: Names) -> list[shape.LookedUp]:
    opened = often_looked_up(names.room)
    glossary = [term for term in names.catalogue.scenario.glossary if term.term in opened]
    return [{"term": term.term, "meaning": names.text(term.meaning)} for term in glossary]


def _sources(teams: list[Team], names: Names) -> list[shape.Sources]:
    """Of every decision that one of these teams carried out."""
    out: list[shape.Sources] = []
    for decision in names.catalogue.decisions:
        found = names.catalogue.decision(decision)[1]
        done = any(decision in team.decisions and team.decisions[decision].state == "effective" for team in teams)
        if done and found.references:
            given = [part.strip() for one in found.references for part in one.source.split(" ; ")]
            out.append({"title": names.text(found.title), "sources": list(dict.fromkeys(given))})
    return out


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
            out.append({"name": line(team.name), "choices": choices})
    return out


def _joint(decision: str, names: Names) -> bool:
    if not names.catalogue.decision(decision)[1].anchor:
        return False
    runs = [team.decisions.get(decision) for team in names.room.teams.values()]
    return all(run is not None and run.state in SHOWN for run in runs)
