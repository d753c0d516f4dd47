"""Tests of `game_server/scenario/`."""
