"""A report's decision pages: the dilemma, the votes by role against the settled choice, and what came of it."""

from __future__ import annotations

from string import ascii_uppercase
from urllib.parse import urlsplit

from game_server.debrief import shape
from game_server.debrief.names import Names
from game_server.debrief.shape_summary import Move
from game_server.debrief.words import line, points, session_time, typed, written_date
from game_server.room.mandate import tally
from game_server.room.state import DecisionRun, Round, Settled, Team
from game_server.scenario.model import Decision, Option, Reference
from game_server.story.tell import Story
from game_server.story.timeline import Moment

FEW = 3
"""Fewer votes than these are not counted out loud where a report tells no roles."""


def decision_pages(story: Story, team: Team, names: Names) -> list[shape.DecisionPage]:
    """One page for each decision that this team was asked, in the order of the session.

    Votes that were never revealed to the table are not told here either.
    """
    asked = sorted((run.order, decision) for decision, run in team.decisions.items() if run.rounds)
    return [_page(story, team, decision, names) for _, decision in asked]


def _page(story: Story, team: Team, decision: str, names: Names) -> shape.DecisionPage:
    phase, found = names.catalogue.decision(decision)
    run = team.decisions[decision]
    began = opened(story, team, decision)
    effective = run.state == "effective"
    option = next((one for one in found.options if run.settled and one.id == run.settled.option), None)
    last = run.rounds[-1]
    few = names.counts and len(last.votes) < FEW
    return {
        "title": names.text(found.title),
        "kind": found.kind,
        "phase": names.text(phase.title),
        "time": session_time(began.session) if began else "",
        "game": names.story(began.game) if began else "",
        "question": names.text(found.question),
        "context": names.text(found.context),
        "values": [names.text(value) for value in found.values],
        "options": _options(last, found, names, option.id if option else None, few),
        "turnout": names.say("few_voted") if few and last.votes else _turnout(last, names),
        "votes": [] if names.counts else _votes(last, found, names, option.id if option else None),
        "earlier": _earlier(run, found, names),
        "settled": _settled(run.settled, names.text(option.label) if option else "", names),
        "used": _used(run, names),
        "effective": effective,
        "choice": names.text(option.label) if option else names.say(_open_end(run)),
        "consequence": names.text(option.consequence) if effective and option else "",
        "moves": moves(team, found, names) if effective else [],
        "references": [_reference(one, names) for one in found.references] if effective else [],
    }


def opened(story: Story, team: Team, decision: str) -> Moment | None:
    mine = (one for one in story.moments if (one.kind, one.team, one.thing) == ("opened", team.id, decision))
    return next(mine, None)


def _open_end(run: DecisionRun) -> str:
    return "by_no_consensus" if run.settled is not None else "unclosed"


def _turnout(ballot: Round, names: Names) -> str:
    if not ballot.votes:
        return names.say("nobody_voted")
    if not ballot.revealed:
        return names.say("not_revealed")
    return names.say("turnout", cast=len(ballot.votes), of=ballot.of or len(ballot.votes))


def letter(decision: Decision, option: str) -> str:
    return ascii_uppercase[[one.id for one in decision.options].index(option)]


def _options(
    ballot: Round, decision: Decision, names: Names, chosen: str | None, few: bool = False
) -> list[shape.Option]:
    counts = tally(ballot if ballot.revealed and not few else None)
    return [
        {
            "letter": letter(decision, option.id),
            "label": names.text(option.label),
            "count": counts[option.id],
            "chosen": option.id == chosen,
            "roles": _voters(ballot, option, names),
        }
        for option in decision.options
    ]


def _voters(ballot: Round, option: Option, names: Names) -> list[str]:
    if not ballot.revealed or names.counts:
        return []
    order = list(names.catalogue.scenario.roles)
    roles = sorted((vote.role for vote in ballot.votes.values() if vote.option == option.id), key=order.index)
    return [names.short(role) for role in roles]


def _votes(ballot: Round, decision: Decision, names: Names, chosen: str | None) -> list[shape.Vote]:
    if not ballot.revealed:
        return []
    labels = {option.id: names.text(option.label) for option in decision.options}
    order = list(names.catalogue.scenario.roles)
    return [
        {
            "who": names.person(names.room.seats[vote.seat], vote.role),
            "letter": letter(decision, vote.option),
            "option": labels[vote.option],
            "as_settled": vote.option == chosen,
            "confidence": vote.confidence or 0,
            "reason": typed(vote.reason),
            "paper": vote.paper,
        }
        for vote in sorted(ballot.votes.values(), key=lambda one: order.index(one.role))
    ]


def _earlier(run: DecisionRun, decision: Decision, names: Names) -> list[shape.Earlier]:
    """The rounds before the last that were revealed, each with why it was voted again."""
    return [
        {
            "reason": typed(after.reason),
            "options": _options(before, decision, names, None, names.counts and len(before.votes) < FEW),
        }
        for before, after in zip(run.rounds, run.rounds[1:], strict=False)
        if before.revealed or typed(after.reason)
    ]


def _settled(settled: Settled | None, choice: str, names: Names) -> shape.Settled:
    if settled is None:
        return {"by": names.say("unclosed"), "choice": "", "reason": "", "owner": "", "statement": ""}
    role = names.role(settled.role) if settled.role else ""
    if settled.seat is not None and settled.role is not None:
        role = names.person(names.room.seats[settled.seat], settled.role)
    return {
        "by": names.say(f"by_{settled.way}", role=names.with_article(role)),
        "choice": choice,
        "reason": typed(settled.reason),
        "owner": line(settled.owner),
        "statement": typed(settled.statement),
    }


def _used(run: DecisionRun, names: Names) -> str:
    if run.settled is None:
        return ""
    minutes = max(0, run.settled.at - run.rounds[0].opened_at) / 60_000
    return names.say("minutes_used", minutes=max(1, round(minutes)))


def moves(team: Team, decision: Decision, names: Names) -> list[Move]:
    prefix = f"decision:{decision.id}:"
    return [
        {"name": names.text(indicator.name), "points": points(move.points)}
        for key, indicator in names.catalogue.scenario.indicators.items()
        for move in team.moves.get(key, {}).values()
        if move.because.startswith(prefix)
    ]


def _reference(found: Reference, names: Names) -> shape.Reference:
    checked = written_date(found.checked, names.language) if found.checked else ""
    return {
        "kind": names.say(found.kind),
        "text": names.text(found.text),
        "source": found.source,
        "site": site(found.source),
        "checked": names.say("checked", date=checked) if checked else "",
    }


def site(source: str) -> str:
    """The names of the sites that it points to; a source without an address as it stands."""
    sites = [urlsplit(part.strip()).hostname or part.strip() for part in source.split(" ; ")]
    return ", ".join(dict.fromkeys(site.removeprefix("www.") for site in sites))
