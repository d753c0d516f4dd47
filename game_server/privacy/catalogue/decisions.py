"""Stored about deciding: votes, reasons, the choice that was settled, and what the table thinks of its explanation."""

from __future__ import annotations

from collections.abc import Mapping

from game_server.privacy.inventory import Line, Seer

_VOTE: tuple[Seer, ...] = ("self", "desk", "team", "report")
"""The desk at once, behind a cover; the team from the reveal on."""

FIELDS: Mapping[str, Line] = {
    "DecisionOpened.reason": Line(
        ("waarom er opnieuw gestemd werd", "why a vote was held again"),
        "facilitator",
        "decide",
        ("team", "desk", "report"),
    ),
    "VoteCast.seat": Line(
        ("wat iemand stemde, hoe zeker, en wanneer", "how a person voted, how sure, and when"),
        "participant",
        "decide",
        _VOTE,
    ),
    "VoteCast.reason": Line(
        ("de reden die iemand bij de stem gaf", "the reason that a person gave with the vote"),
        "participant",
        "decide",
        _VOTE,
    ),
    "DecisionSettled.seat": Line(
        ("wie de knoop doorhakte", "who settled the decision"),
        "participant",
        "decide",
        ("self", "team", "desk", "report"),
    ),
    "DecisionSettled.reason": Line(
        ("waarom van het mandaat werd afgeweken", "why the mandate was overruled"),
        "facilitator",
        "decide",
        ("team", "desk", "report"),
    ),
    "DecisionSettled.owner": Line(
        ("wie het besluit gaat uitvoeren, zoals ingevuld", "who will carry the decision out, as it was typed"),
        "participant",
        "decide",
        ("team", "desk", "observer", "report"),
    ),
    "DecisionSettled.statement": Line(
        ("de zin die het besluit uitlegt", "the sentence that explains the decision"),
        "participant",
        "decide",
        ("team", "room", "report"),
    ),
    "StatementMarked.seat": Line(
        ("wat iemand van die uitleg vond", "what a person thought of that explanation"),
        "participant",
        "learn",
        ("self", "report"),
    ),
    "StatementMarked.missing": Line(
        ("wat iemand in de uitleg miste", "what a person missed in the explanation"),
        "participant",
        "learn",
        ("self", "team", "report"),
    ),
    "MarksReleased.seat": Line(
        ("wie de oordelen aan het team liet zien", "who showed the marks to the team"),
        "participant",
        "learn",
        ("team", "desk"),
    ),
}
