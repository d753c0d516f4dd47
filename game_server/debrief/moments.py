"""The moments of a session from which it can be played again: where a chapter, a vote or a choice began."""

from __future__ import annotations

from typing import NamedTuple

from game_server.debrief.names import Names
from game_server.debrief.words import line, session_time
from game_server.story.tell import Story
from game_server.story.timeline import Moment

_KINDS = ("phase", "opened", "reopened", "settled", "debrief")


class Beginning(NamedTuple):
    """`time` is the session's, as people read it; `phase`: a chapter begins."""

    version: int
    time: str
    text: str
    phase: bool


def beginnings(story: Story, names: Names) -> list[Beginning]:
    """In order; things that every team did at once stand there once."""
    out: list[Beginning] = []
    for told in story.moments:
        if told.kind not in _KINDS:
            continue
        found = Beginning(told.version, session_time(told.session), _text(told, names), told.kind == "phase")
        if not out or (out[-1].time, out[-1].text) != (found.time, found.text):
            out.append(found)
    return out


def _text(told: Moment, names: Names) -> str:
    thing = told.thing or ""
    match told.kind:
        case "phase":
            return names.text(names.catalogue.phase(thing).title)
        case "debrief":
            return names.say("t_debrief")
        case "settled":
            option = names.option(thing, told.option) if told.option else ""
            text = names.say("t_settled" if option else "t_settled_none", thing=names.decision(thing), option=option)
            team = names.room.teams.get(told.team or "")
            return f"{text} ({line(team.name)})" if team is not None and len(names.room.teams) > 1 else text
        case _:
            return names.say(f"t_{told.kind}", thing=names.decision(thing))
