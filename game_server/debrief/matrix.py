"""The two pictures that people remember, and *bij ons?*: who knew what, the curves, and the spread by role."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from game_server.debrief.names import news_name
from game_server.debrief.words import say, session_time
from game_server.room.mandate import seats_of
from game_server.room.state import Room, Team
from game_server.scenario.catalogue import Catalogue
from game_server.story.knowledge import Cell, Knowledge, Row
from game_server.story.tell import Point, Story


def matrix(known: Knowledge, catalogue: Catalogue, room: Room, language: str) -> dict[str, Any]:
    """Rows of private news against columns of roles; a cell is one of sent, opened, heard, none, stand_in."""
    return {
        "roles": [catalogue.text(catalogue.role(role).short, language) for role in known.roles],
        "rows": [
            {
                "name": news_name(row.inject, room, catalogue, language),
                "cells": [_sign(row.cells[role]) for role in known.roles],
                "shared": _shared(row, catalogue, room, language),
                "used": _used(row, catalogue, language),
            }
            for row in known.rows
        ],
    }


def _sign(cell: Cell) -> str:
    if cell.stand_in:
        return "stand_in" if cell.mark == "held" else "none"
    if cell.mark == "never":
        return "none"
    if not cell.sent:
        return "heard"
    return "opened" if cell.mark == "opened" else "sent"


def _shared(row: Row, catalogue: Catalogue, room: Room, language: str) -> str:
    if row.shared_at is None or row.shared_by is None:
        return say(language, "never")
    role = catalogue.text(catalogue.role(row.shared_by).short, language)
    return f"{session_time(max(0, row.shared_at - row.released))} · {role}"


def _used(row: Row, catalogue: Catalogue, language: str) -> str:
    if not row.used:
        return ""
    titles = ", ".join(catalogue.text(catalogue.decision(one)[1].title, language) for one in row.used)
    return say(language, "used", decisions=titles)


def curves(story: Story, team: Team, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    """Each indicator as points (0 to 1 of the session, 0 to 100), with a text alternative and what moved it."""
    length = max(1, story.session)
    out = []
    for key, points in story.curves[team.id].items():
        indicator = catalogue.indicator(key)
        name = catalogue.text(indicator.name, language)
        start, end = points[0].value, points[-1].value
        out.append(
            {
                "name": name,
                "meaning": catalogue.text(indicator.meaning, language),
                "start": start,
                "end": end,
                "points": [[point.session / length, point.value] for point in points],
                "moves": _moves(points, catalogue, language),
                "alt": say(language, "curves_alt", name=name, start=start, end=end, moves=len(points) - 1),
            }
        )
    return out


def _moves(points: list[Point], catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    rows = []
    for before, point in pairwise(points):
        kind, _, rest = (point.because or "").partition(":")
        thing = rest.partition(":")[0]
        names = {
            "decision": lambda t=thing: catalogue.text(catalogue.decision(t)[1].title, language),
            "clock": lambda t=thing: catalogue.text(catalogue.clock(t).name, language),
            "inject": lambda t=thing: catalogue.text(catalogue.inject(t)[1].sender, language),
        }
        rows.append(
            {
                "time": session_time(point.session),
                "points": f"{point.value - before.value:+d}".replace("-", "−"),
                "because": names[kind]() if kind in names else "",
            }
        )
    return rows


def practice(room: Room, team: Team, catalogue: Catalogue, language: str) -> list[dict[str, Any]]:
    """*Bij ons?*: for each decision that asks it, the answers by role."""
    out = []
    for decision in catalogue.decisions:
        found = catalogue.decision(decision)[1]
        run = team.decisions.get(decision)
        if found.practice is None or run is None or run.state != "effective":
            continue
        answers = []
        for role in catalogue.scenario.roles:
            for seat in seats_of(room, team.id, role):
                if (value := seat.practice.get(decision)) is not None:
                    short = catalogue.text(catalogue.role(role).name, language)
                    answers.append({"who": short, "value": value, "word": say(language, value)})
        out.append({"text": catalogue.text(found.practice, language), "answers": answers})
    return out
