"""Every view by name, for whoever publishes or checks their shapes."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from game_server.views.shapes import Own, ParticipantView
from game_server.views.shapes_desk import DeskRows, DeskView
from game_server.views.shapes_screen import ObserverView, ScreenView

VIEW_TYPES: dict[str, type] = {
    "ParticipantView": ParticipantView,
    "Own": Own,
    "DeskView": DeskView,
    "DeskRows": DeskRows,
    "ScreenView": ScreenView,
    "ObserverView": ObserverView,
}
AUDIENCE_VIEWS: dict[str, str] = {
    "seat": "ParticipantView",
    "desk": "DeskView",
    "rows": "DeskRows",
    "screen": "ScreenView",
    "observer": "ObserverView",
}
"""The kind of an audience → the name of its view."""


def view_schemas() -> dict[str, Any]:
    """JSON Schema of all views in one document, as they are sent."""
    inputs = [(name, "serialization", TypeAdapter[Any](shape)) for name, shape in VIEW_TYPES.items()]
    _, document = TypeAdapter.json_schemas(inputs, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    return document
