"""Tests mirror `game_server/`."""
