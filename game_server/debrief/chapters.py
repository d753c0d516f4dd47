"""A report's timeline: what happened, by phase and minute, with things of one sort taken together."""

from __future__ import annotations

from dataclasses import replace

from game_server.debrief import shape
from game_server.debrief.names import Names
from game_server.debrief.words import session_time
from game_server.story.tell import Story
from game_server.story.timeline import Kind, Moment

SORTS: dict[Kind, str] = {
    "paused": "session",
    "incident": "session",
    "resumed": "session",
    "forked": "session",
    "phase_back": "session",
    "released": "news",
    "skipped": "session",
    "shared": "shared",
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


def chapters(story: Story, teams: set[str], names: Names, several: bool | None = None) -> list[shape.Chapter]:
    """The moments of these teams, and of the room. Without phases there is nothing to tell.

    `several`: whether a line says whose it is; by default where there are several teams.
    """
    several = len(teams) > 1 if several is None else several
    out: list[shape.Chapter] = []
    for told in story.moments:
        if told.team is not None and told.team not in teams:
            continue
        if told.kind == "phase":
            out.append(_chapter(told, names))
        elif told.kind in SORTS:
            if not out:
                out.append({"title": names.say("before_play"), "time": session_time(told.session), "entries": []})
            _add(out[-1], told, several, names)
    everyone = ", ".join(names.team(one) for one in names.room.teams.values() if one.id in teams)
    for chapter in out:
        for line in (line for entry in chapter["entries"] for line in entry["lines"]):
            line["team"] = "" if line["team"] == everyone else line["team"]
    return [one for one in out if one["entries"]]


TOGETHER: tuple[Kind, ...] = ("released", "phase_back", "paused", "incident", "resumed")
"""What a timeline of many tables tells."""


def hall_chapters(story: Story, teams: set[str], names: Names) -> list[shape.Chapter]:
    """As `chapters`, of many tables: each piece of common news once, when it first came, and nothing of one table."""
    seen: set[str | None] = set()
    moments = []
    for told in story.moments:
        if told.kind == "phase":
            moments.append(told)
        elif told.kind in TOGETHER and (told.team is None or told.team in teams):
            if told.kind == "released" and (told.thing in seen or _is_private(told, names) or _is_own(told, names)):
                continue
            seen.add(told.thing if told.kind == "released" else None)
            moments.append(replace(told, team=None) if told.kind != "released" else told)
    return chapters(replace(story, moments=moments), teams, names, several=False)


def _is_private(told: Moment, names: Names) -> bool:
    return told.team is not None and bool(names.room.teams[told.team].news[told.thing or ""].roles)


def _is_own(told: Moment, names: Names) -> bool:
    return told.thing not in names.catalogue.injects


def _chapter(told: Moment, names: Names) -> shape.Chapter:
    phase = names.catalogue.phase(told.thing or "")
    return {"title": names.text(phase.title), "time": session_time(told.session), "entries": []}


def _add(chapter: shape.Chapter, told: Moment, several: bool, names: Names) -> None:
    line = _line(told, several, names)
    sort = SORTS[told.kind]
    if sort == "news" and _is_private(told, names):
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
    did = told.kind in ("shared", "settled", "climbed") and not names.counts
    who = names.short(told.role) if told.role is not None and did else ""
    text = ""
    if told.kind == "released" and told.team is not None and told.thing is not None:
        who = names.shorts(names.room.teams[told.team].news[told.thing].roles)
    key = f"t_{told.kind}"
    if told.kind == "settled" and told.thing is not None:
        text = names.option(told.thing, told.option) if told.option is not None else ""
        key = key if text else "t_settled_none"
    return {
        "text": names.say(key, thing=_thing(told, names), option=text),
        "who": who,
        "team": names.team(names.room.teams[told.team]) if several and told.team else "",
    }


def _thing(told: Moment, names: Names) -> str:
    if told.thing is None or told.kind in ("lights_out", "lights_on"):
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
