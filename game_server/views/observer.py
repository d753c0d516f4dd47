"""What an observer sees: the room's screen, plus what each team shares at its own table."""

from __future__ import annotations

from game_server.room.state import Note, Room
from game_server.views import shapes_desk, shapes_screen
from game_server.views.lens import Lens
from game_server.views.parts import news_item, picture_lines
from game_server.views.screen import is_tables, screen_view
from game_server.views.sight import common_news


def observer_view(lens: Lens) -> shapes_screen.ObserverView:
    """The notes are those of observers: a facilitator's may tell what is private."""
    screen = screen_view(lens, None)
    told = screen["news"] if is_tables(list(lens.room.teams.values())) else {}
    return {
        **screen,
        "shared": {
            team.id: shapes_screen.ObserverTeam(
                news={inject: news_item(lens, team, inject) for inject in common_news(team) if inject not in told},
                picture=picture_lines(lens.room, team),
            )
            for team in lens.room.teams.values()
        },
        "notes": note_lines(lens.room, [note for note in lens.room.notes.values() if not note.by.startswith("desk:")]),
    }


def note_lines(room: Room, notes: list[Note]) -> dict[str, shapes_desk.NoteLine]:
    return {note.id: _note_line(room, order, note) for order, note in enumerate(notes)}


def _note_line(room: Room, order: int, note: Note) -> shapes_desk.NoteLine:
    line = shapes_desk.NoteLine(
        order=order, at=note.at, by="desk" if note.by.startswith("desk:") else "observer", text=note.text
    )
    device = room.devices.get(note.by.partition(":")[2])
    if device is not None and device.name is not None:
        line["who"] = device.name
    if note.phase is not None:
        line["phase"] = note.phase
    if note.about is not None:
        line["about"] = note.about
    return line
