"""How a team came to its main decisions: picture, judgement, decision, and whether it could explain itself."""

from __future__ import annotations

from collections import Counter

from game_server.debrief.decisions import FEW
from game_server.debrief.names import Names
from game_server.debrief.shape_summary import BobRow
from game_server.room.state import DecisionRun, Team
from game_server.story.tell import Story
from game_server.story.timeline import Kind

KINDS = ("fact", "assumption", "unknown", "action")
SURE = 4
"""From this confidence on (of 5) somebody was sure."""


def bob(story: Story, team: Team, names: Names) -> list[BobRow]:
    """A row for each main decision that was voted on, in the order of the session."""
    rows: list[BobRow] = []
    for _, decision in sorted((run.order, one) for one, run in team.decisions.items() if run.rounds):
        if names.catalogue.decision(decision)[1].kind != "main":
            continue
        run = team.decisions[decision]
        rows.append(
            {
                "title": names.decision(decision),
                "picture": _picture(story, team, decision, names),
                "judgement": _judgement(run, names),
                "decision": _decision(run, names),
                "explained": explained(run, names),
            }
        )
    return rows


def _at(story: Story, team: Team, decision: str, kind: Kind) -> tuple[int, int] | None:
    """Session ms and version of the first such moment."""
    mine = (one for one in story.moments if (one.kind, one.team, one.thing) == (kind, team.id, decision))
    found = next(mine, None)
    return (found.session, found.version) if found is not None else None


def _picture(story: Story, team: Team, decision: str, names: Names) -> list[str]:
    """What lay on the picture when the vote opened, and how long the team took for it."""
    opened = _at(story, team, decision, "opened")
    if opened is None:
        return []
    lines = Counter(item.kind for item in team.picture.values() if item.order <= opened[1] and not item.struck)
    said = [names.say(f"bob_{kind}", n=lines[kind]) for kind in KINDS if lines[kind]] or [names.say("bob_no_picture")]
    began = _at(story, team, decision, "picture")
    return [*said, *_minutes(opened[0] - began[0] if began else 0, names)]


def _judgement(run: DecisionRun, names: Names) -> list[str]:
    last = run.rounds[-1]
    if not last.revealed or len(last.votes) < (FEW if names.counts else 1):
        return []
    votes = list(last.votes.values())
    given = [vote.confidence for vote in votes if vote.confidence]
    said = [names.say("bob_options", n=len({vote.option for vote in votes}))]
    if given:
        said.append(names.say("bob_sure", n=sum(1 for one in given if one >= SURE), of=len(given)))
    if len(run.rounds) > 1:
        said.append(names.say("bob_again", n=len(run.rounds)))
    return [*said, *(_minutes(run.talk, names, "bob_talk"))]


def _decision(run: DecisionRun, names: Names) -> list[str]:
    settled, last = run.settled, run.rounds[-1]
    if settled is None:
        return [names.say("unclosed")]
    said = [names.say("bob_owner" if settled.owner else "bob_no_owner")]
    said.append(names.say("bob_statement" if settled.statement else "bob_no_statement"))
    if last.revealed and len(last.votes) >= (FEW if names.counts else 1):
        other = sum(1 for vote in last.votes.values() if vote.option != settled.option)
        said.append(names.say("bob_minority", n=other, of=len(last.votes)))
    return said


def explained(run: DecisionRun, names: Names) -> list[str]:
    """The marks on *leg het uit*, as counts; once their speaker showed them, and never of so few that it tells who."""
    settled = run.settled
    if settled is None or not settled.marks_released or len(settled.marks) < (FEW if names.counts else 1):
        return []
    marks = list(settled.marks.values())
    return [
        names.say("bob_clear", n=sum(mark.clear for mark in marks), of=len(marks)),
        names.say("bob_credible", n=sum(mark.credible for mark in marks), of=len(marks)),
    ]


def _minutes(ms: int, names: Names, key: str = "bob_minutes") -> list[str]:
    return [names.say(key, n=round(ms / 60_000))] if ms >= 30_000 else []
