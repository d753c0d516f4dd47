"""Who may see what: views built up from nothing, one for each audience."""

from game_server.views.audience import Audience, Touched, is_hall, own, past_view, seat_audience, touched, view

__all__ = ["Audience", "Touched", "is_hall", "own", "past_view", "seat_audience", "touched", "view"]
