"""A report's decision pages: the dilemma, the votes by role against the settled choice, and what came of it."""

from __future__ import annotations

from typing import Any

from game_server.debrief.words import say, session_time
from game_server.room.mandate import tally
from game_server.room.state import DecisionRun, Room, Round, Settled, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision, Reference
from game_server.story.tell import Story


def decision_pages(story: Story, team: Team, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    """One page for each decision that this team was asked, in the order of the session."""
    asked = [(run.order, decision, run) for decision, run in team.decisions.items() if run.rounds]
    return [
        _page(story.room, team, run, catalogue.decision(id_)[1], catalogue, language)
        for _, id_, run in sorted(asked, key=lambda one: one[0])
    ]


def _page(
    room: Room, team: Team, run: DecisionRun, decision: Decision, catalogue: Catalogue, language: str
) -> dict[str, Any]:
    ballot = run.rounds[-1]
    effective = run.state == "effective"
    chosen = run.settled.option if run.settled else None
    option = next((o for o in decision.options if o.id == chosen), None)
    return {
        "title": catalogue.text(decision.title, language),
        "kind": decision.kind,
        "question": catalogue.text(decision.question, language),
        "context": catalogue.text(decision.context, language),
        "values": [catalogue.text(value, language) for value in decision.values],
        "options": _options(room, ballot, decision, catalogue, language, chosen),
        "votes": _votes(room, ballot, decision, catalogue, language),
        "settled": _settled(run.settled, catalogue.text(option.label, language) if option else "", catalogue, language),
        "used": _used(ballot, run, language),
        "reopened": [one.reason for one in run.rounds if one.reason],
        "effective": effective,
        "choice": catalogue.text(option.label, language) if option else say(language, "by_no_consensus"),
        "consequence": catalogue.text(option.consequence, language) if effective and option else "",
        "moves": _moves(team, decision, catalogue, language) if effective else [],
        "references": [reference(one, catalogue, language) for one in decision.references] if effective else [],
    }


def _options(
    room: Room, ballot: Round, decision: Decision, catalogue: Catalogue, language: str, chosen: str | None
) -> list[dict[str, Any]]:
    counts = tally(ballot)
    most = max(counts.values(), default=0)
    return [
        {
            "label": catalogue.text(option.label, language),
            "count": counts[option.id],
            "share": counts[option.id] / most if most else 0,
            "chosen": option.id == chosen,
            "roles": [
                catalogue.text(catalogue.role(vote.role).short, language)
                for vote in ballot.votes.values()
                if vote.option == option.id
            ],
        }
        for option in decision.options
    ]


def _votes(room: Room, ballot: Round, decision: Decision, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    labels = {option.id: catalogue.text(option.label, language) for option in decision.options}
    rows = []
    order = list(catalogue.scenario.roles)
    for vote in sorted(ballot.votes.values(), key=lambda one: order.index(one.role)):
        seat = room.seats[vote.seat]
        role = catalogue.text(catalogue.role(vote.role).name, language)
        rows.append(
            {
                "who": f"{role} ({seat.name})" if room.named and not seat.erased else role,
                "option": labels[vote.option],
                "confidence": vote.confidence or 0,
                "reason": vote.reason or "",
            }
        )
    return rows


def _settled(settled: Settled | None, choice: str, catalogue: Catalogue, language: str) -> dict[str, Any]:
    if settled is None:
        return {"by": say(language, "unclosed"), "choice": "", "reason": "", "owner": "", "statement": ""}
    role = catalogue.text(catalogue.role(settled.role).name, language) if settled.role else ""
    return {
        "by": say(language, f"by_{settled.way}", role=role),
        "choice": choice,
        "reason": settled.reason or "",
        "owner": settled.owner or "",
        "statement": settled.statement or "",
    }


def _used(ballot: Round, run: DecisionRun, language: str) -> str:
    if run.settled is None:
        return ""
    return say(language, "minutes_used", minutes=session_time(max(0, run.settled.at - ballot.opened_at)))


def _moves(team: Team, decision: Decision, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    prefix = f"decision:{decision.id}:"
    return [
        {
            "name": catalogue.text(catalogue.indicator(key).name, language),
            "points": f"{move.points:+d}".replace("-", "−"),
        }
        for key in catalogue.scenario.indicators
        for move in team.moves.get(key, {}).values()
        if move.because.startswith(prefix)
    ]


def reference(found: Reference, catalogue: Catalogue, language: str) -> dict[str, Any]:
    """A law, guidance or case as the report prints it."""
    checked = say(language, "checked", date=found.checked) if found.checked else ""
    return {
        "kind": say(language, found.kind),
        "text": catalogue.text(found.text, language),
        "source": found.source,
        "checked": checked,
    }
