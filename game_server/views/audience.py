"""Who looks, what they see, and whom a batch of events can concern: the way out of the room."""

from __future__ import annotations

from typing import Any, cast

from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.views.facilitator import desk_view, rows_view
from game_server.views.hall import is_hall
from game_server.views.lens import Audience, Book, Lens
from game_server.views.observer import observer_view
from game_server.views.own import own_view
from game_server.views.participant import participant_view
from game_server.views.screen import screen_view
from game_server.views.shapes import Own
from game_server.views.shapes_conversation import Lookback
from game_server.views.touched import Touched, touched

__all__ = ["Audience", "Touched", "is_hall", "own", "past_view", "seat_audience", "touched", "view"]


def seat_audience(room: Room, seat: str, language: str) -> Audience:
    """The audience of a chair, where it is now."""
    found = room.seats[seat]
    return Audience("seat", language, found.team, found.role)


def view(audience: Audience, room: Room, catalogue: Catalogue) -> dict[str, Any]:
    """The whole view, in the form of `shapes`: a function of the room and the scenario, not of the time.

    Parts of it may be shared between views: whoever gets it only reads it.
    """
    lens = Lens(room, Book(catalogue, audience.language))
    team = room.teams[audience.team] if audience.team is not None else None
    match audience.kind:
        case "seat":
            if team is None or audience.role is None:
                raise ValueError("a seat's audience has a team and a role")
            return cast("dict[str, Any]", participant_view(lens, team, audience.role))
        case "desk":
            return cast("dict[str, Any]", desk_view(lens))
        case "rows":
            if team is None:
                raise ValueError("rows are those of a team")
            return cast("dict[str, Any]", rows_view(lens, team))
        case "screen":
            return cast("dict[str, Any]", screen_view(lens, team))
        case "observer":
            return cast("dict[str, Any]", observer_view(lens))


def past_view(audience: Audience, room: Room, catalogue: Catalogue, mark: Lookback) -> dict[str, Any]:
    """What a screen's view was when the room was so, marked as looking back."""
    return {**view(audience, room, catalogue), "lookback": mark}


def own(seat: str, room: Room) -> Own:
    """What only this seat sees."""
    return own_view(room, room.seats[seat])
