"""The ladder, dark phones and changed words, as views tell them."""

from __future__ import annotations

from typing import Literal, cast

from game_server.room.conditions import holds
from game_server.room.mandate import first_present
from game_server.room.state import Room, Team
from game_server.room.state_pressure import Edited
from game_server.views import shapes_pressure as shapes
from game_server.views.lens import Book, Lens


def ladder_lines(lens: Lens, team: Team) -> dict[str, shapes.RungLine]:
    """Every rung, as the own team sees it."""
    order = [rung.id for rung in lens.catalogue.scenario.ladder]
    stands = order.index(team.rung) if team.rung is not None else -1
    lines: dict[str, shapes.RungLine] = {}
    for place, rung in enumerate(order):
        state: Literal["below", "now", "ahead"] = "ahead" if place > stands else "now" if place == stands else "below"
        line = lines[rung] = _rung_line(lens.book, rung, place, state)
        decides = first_present(lens.room, team.id, lens.catalogue.rung(rung).decides)
        if decides is not None:
            line["decides"] = decides
        taken = team.rungs.get(rung)
        if taken is not None:
            line["at"], line["way"] = taken.at, cast('Literal["role", "word", "empty_chair"]', taken.way)
            if taken.role is not None:
                line["role"] = taken.role
    return lines


def desk_ladder(lens: Lens, team: Team) -> dict[str, shapes.RungLine]:
    """As `ladder_lines`, with what is possible now: only a desk is told of everything that could change that."""
    lines = ladder_lines(lens, team)
    for rung, line in lines.items():
        line["possible"] = holds(lens.catalogue.rung(rung).when, lens.room, team, lens.room.at)
    return lines


def _rung_line(book: Book, rung: str, order: int, state: Literal["below", "now", "ahead"]) -> shapes.RungLine:
    found = book.catalogue.rung(rung)
    line = shapes.RungLine(
        order=order,
        name=book.text(found.name),
        meaning=book.text(found.meaning),
        cost=book.text(found.cost),
        state=state,
    )
    if found.needs is not None:
        line["needs"] = book.text(found.needs)
    return line


def hall_ladder(book: Book) -> dict[str, shapes.HallRung]:
    """Its steps alone: how many tables stand where, the desk counts."""
    rungs = book.catalogue.scenario.ladder
    return {rung.id: shapes.HallRung(order=order, name=book.text(rung.name)) for order, rung in enumerate(rungs)}


def rung_name(lens: Lens, team: Team) -> shapes.RungName | None:
    """Where the team stands, once it took a step."""
    if not lens.room.ladder or team.rung is None:
        return None
    order = [rung.id for rung in lens.catalogue.scenario.ladder]
    name = lens.text(lens.catalogue.rung(team.rung).name)
    return shapes.RungName(name=name, order=order.index(team.rung) + 1, of=len(order))


def lights_part(room: Room, team: Team) -> shapes.Lights | None:
    """Only while the game is played."""
    if team.dark is None or room.status not in ("running", "paused"):
        return None
    return shapes.Lights(since=team.dark.since, until=team.dark.until)


def edited_words(edited: Edited) -> shapes.EditedWords:
    words = shapes.EditedWords(sender=edited.sender, body=edited.body)
    if edited.subject is not None:
        words["subject"] = edited.subject
    return words


def chosen(room: Room) -> shapes.Chosen:
    return shapes.Chosen(ladder=room.ladder, lights_out=room.lights_out, all_statements=room.all_statements)
