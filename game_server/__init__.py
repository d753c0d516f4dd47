"""Crisistafel: a multiplayer crisis game for the leadership of Dutch municipalities."""
