"""A report's timeline: what happened, by phase and minute, with things of one sort taken together."""

from __future__ import annotations

from game_server.debrief import shape
from game_server.debrief.names import Names
from game_server.debrief.words import line as one_line
from game_server.debrief.words import session_time
from game_server.story.tell import Story
from game_server.story.timeline import Kind, Moment

SORTS: dict[Kind, str] = {
    "started": "session",
    "paused": "session",
    "incident": "session",
    "resumed": "session",
    "debrief": "session",
    "closed": "session",
    "forked": "session",
    "joined": "session",
    "phase_back": "session",
    "released": "news",
    "skipped": "session",
    "shared": "shared",
    "opened": "decision",
    "reopened": "decision",
    "settled": "settled",
    "decision_skipped": "decision",
    "clock_started": "term",
    "clock_stopped": "term",
    "clock_lapsed": "term",
    "climbed": "settled",
    "lights_out": "session",
    "lights_on": "session",
}
"""What a timeline tells; closing, revealing and carrying out stand on the decision's own page."""


def chapters(story: Story, teams: set[str], names: Names) -> list[shape.Chapter]:
    """The moments of these teams, and of the room. Without phases there is nothing to tell."""
    out: list[shape.Chapter] = []
    for told in story.moments:
        if told.team is not None and told.team not in teams:
            continue
        if told.kind == "phase":
            out.append(_chapter(told, names))
        elif told.kind in SORTS and not (told.kind == "joined" and not out):
            if not out:
                out.append({"title": names.say("before_play"), "time": session_time(told.session), "entries": []})
            _add(out[-1], told, len(teams) > 1, names)
    everyone = ", ".join(one_line(one.name) for one in names.room.teams.values() if one.id in teams)
    for chapter in out:
        for line in (line for entry in chapter["entries"] for line in entry["lines"]):
            line["team"] = "" if line["team"] == everyone else line["team"]
    return [one for one in out if one["entries"]]


def _chapter(told: Moment, names: Names) -> shape.Chapter:
    phase = names.catalogue.phase(told.thing or "")
    return {"title": names.text(phase.title), "time": session_time(told.session), "entries": []}


def _add(chapter: shape.Chapter, told: Moment, several: bool, names: Names) -> None:
    line = _line(told, several, names)
    sort = SORTS[told.kind]
    if sort == "news" and told.team is not None and names.room.teams[told.team].news[told.thing or ""].roles:
        sort = "private"
    time, game = session_time(told.session), names.story(told.game)
    same = [one for one in chapter["entries"] if (one["time"], one["sort"]) == (time, sort)]
    if not same:
        chapter["entries"].append({"time": time, "game": game, "sort": sort, "lines": [line]})
        return
    lines = same[-1]["lines"]
    for other in lines:
        if (other["text"], other["who"]) == (line["text"], line["who"]):
            other["team"] = ", ".join(part for part in (other["team"], line["team"]) if part)
            return
    lines.append(line)


def _line(told: Moment, several: bool, names: Names) -> shape.Line:
    who = names.short(told.role) if told.role is not None and told.kind in ("shared", "settled", "climbed") else ""
    text = ""
    if told.kind == "joined" and told.thing is not None:
        who = names.role(told.role) if told.role else ""
    if told.kind == "released" and told.team is not None and told.thing is not None:
        who = names.shorts(names.room.teams[told.team].news[told.thing].roles)
    key = f"t_{told.kind}"
    if told.kind == "settled" and told.thing is not None:
        text = names.option(told.thing, told.option) if told.option is not None else ""
        key = key if text else "t_settled_none"
    return {
        "text": names.say(key, thing=_thing(told, names), option=text),
        "who": who,
        "team": one_line(names.room.teams[told.team].name) if several and told.team else "",
    }


def _thing(told: Moment, names: Names) -> str:
    if told.thing is None or told.kind in ("joined", "lights_out", "lights_on"):
        return ""
    if told.kind in ("released", "skipped", "shared"):
        return names.news(told.thing, names.room.teams[told.team] if told.team else None, brief=True)
    if told.kind == "climbed":
        return names.text(names.catalogue.rung(told.thing).name)
    if told.kind == "phase_back":
        return names.text(names.catalogue.phase(told.thing).title)
    if told.kind.startswith("clock_"):
        return names.text(names.catalogue.clock(told.thing).name)
    return names.decision(told.thing)
