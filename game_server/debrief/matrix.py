"""Two pictures of a report: who knew what and when, and *bij ons?* by role."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from game_server.debrief import shape
from game_server.debrief.decisions import FEW
from game_server.debrief.names import Names
from game_server.room.mandate import seats_of
from game_server.room.practice import width
from game_server.room.state import Team
from game_server.scenario.model import Decision
from game_server.story.knowledge import Knowledge, Row
from game_server.story.tell import Story


def matrix(story: Story, known: Knowledge, names: Names) -> shape.Matrix:
    """Rows of private news against columns of roles, by the phase in which the news came."""
    groups: dict[str, list[Row]] = {}
    for row in known.rows:
        groups.setdefault(_phase(story, row), []).append(row)
    rows = {phase: [_row(story, row, known, names) for row in found] for phase, found in groups.items()}
    signs = {sign for found in rows.values() for row in found for sign in row["signs"]}
    shared = len(known.rows) - known.never_shared
    columns = () if names.counts else known.roles
    return {
        "roles": [names.short(role) for role in columns],
        "role_names": [names.role(role) for role in columns],
        "signs": [sign for sign in get_args(shape.Sign) if sign in signs],
        "groups": [_group(phase, found, names) for phase, found in rows.items()],
        "shared": shared,
        "all": len(known.rows),
        "headline": _headline(shared, len(known.rows), names),
        "line": names.say("shared_line", shared=shared, all=len(known.rows)) if known.rows else "",
    }


def _headline(shared: int, of: int, names: Names) -> str:
    if shared == of:
        return names.say("matrix_all", all=of)
    return names.say("matrix_line", shared=shared, all=of, rest=of - shared)


def _phase(story: Story, row: Row) -> str:
    begun = [span.phase for span in story.phases if span.at <= row.released]
    return begun[-1] if begun else ""


def _group(phase: str, rows: list[shape.NewsRow], names: Names) -> shape.NewsGroup:
    shared = sum(1 for row in rows if row["on_table"])
    return {
        "title": names.text(names.catalogue.phase(phase).title) if phase else names.say("before_play"),
        "count": names.say("group_count", shared=shared, all=len(rows)),
        "rows": rows,
    }


def _row(story: Story, row: Row, known: Knowledge, names: Names) -> shape.NewsRow:
    return {
        "game": names.story(_told_at(story, row, known.team)),
        "name": names.news(row.inject, names.room.teams[known.team]),
        "signs": [] if names.counts else [_sign(row, role) for role in known.roles],
        "knew": _knew(row, known, names),
        "on_table": row.shared_at is not None,
        "shared": _shared(row, names),
        "used": names.say("used", decisions=", ".join(map(names.decision, row.used))) if row.used else "",
    }


def _told_at(story: Story, row: Row, team: str) -> float | None:
    """The story minute at which it came."""
    mine = (one for one in story.moments if (one.kind, one.team, one.thing) == ("released", team, row.inject))
    return next((one.game for one in mine), None)


def _sign(row: Row, role: str) -> shape.Sign:
    cell = row.cells[role]
    if row.shared_by == role:
        return "shared"
    if cell.mark == "never":
        return "stand_in" if cell.stand_in else "none"
    if not cell.sent:
        return "heard"
    return "opened" if cell.mark == "opened" else "sent"


def _knew(row: Row, known: Knowledge, names: Names) -> str:
    knew = sum(1 for role in known.roles if row.cells[role].mark != "never" or row.shared_by == role)
    return names.say("knew", n=knew, of=len(known.roles))


def _shared(row: Row, names: Names) -> str:
    if row.shared_at is None:
        return names.say("never")
    minutes = round(max(0, row.shared_at - row.released) / 60_000)
    return names.say("after", minutes=minutes) if minutes else names.say("at_once")


# ---------------------------------------------------------------- is this arranged at home?


def practice(team: Team, names: Names) -> shape.Practice:
    """*Bij ons?*: for each decision that asks it, the answers by role, and where they differ most."""
    roles = [role for role in names.catalogue.scenario.roles if seats_of(names.room, team.id, role)]
    rows = [
        _statement(team, found, roles, names)
        for decision in names.catalogue.decisions
        if (found := names.catalogue.decision(decision)[1]).practice is not None
        and decision in team.decisions
        and team.decisions[decision].state == "effective"
    ]
    widest = max((row for row in rows if row["wide"]), key=lambda row: row["gap"], default=None)
    return {
        "roles": [] if names.counts else [names.short(role) for role in roles],
        "rows": rows,
        "widest": widest["text"] if widest else "",
        "widest_who": _who_said(widest, [names.short(role) for role in roles], names) if widest else "",
    }


def _statement(team: Team, decision: Decision, roles: list[str], names: Names) -> shape.PracticeRow:
    cells: list[list[shape.PracticeCell]] = []
    for role in roles:
        seats = seats_of(names.room, team.id, role)
        values = [seat.practice[decision.id] for seat in seats if decision.id in seat.practice]
        cells.append([{"value": value, "word": names.say(value)} for value in _answers(values)])
    said = [cell["value"] for row in cells for cell in row]
    few = names.counts and 0 < len(said) < FEW
    return {
        "decision": names.say("practice_after", decision=names.text(decision.title)),
        "text": names.text(decision.practice or {}),
        "cells": [] if names.counts else cells,
        "counts": names.say("few_answered") if few else _counts(said, names),
        "wide": "yes" in said and "no" in said and not few,
        "gap": width(said),
    }


def _counts(said: list[shape.Answer], names: Names) -> str:
    counted = Counter(said)
    return " · ".join(f"{counted[value]} {names.say(value)}" for value in get_args(shape.Answer) if value in counted)


def _answers(values: list[str]) -> list[shape.Answer]:
    return [known for known in get_args(shape.Answer) for value in values if value == known]


def _who_said(row: shape.PracticeRow, roles: list[str], names: Names) -> str:
    if names.counts:
        return row["counts"]

    def those(value: shape.Answer) -> str:
        return ", ".join(
            role for role, cell in zip(roles, row["cells"], strict=True) if any(one["value"] == value for one in cell)
        )

    return names.say("gap_who", yes=those("yes"), no=those("no"))
