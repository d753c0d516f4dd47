"""The privacy marks on facts, where the rooms' keepers look for them."""

from __future__ import annotations

from game_server.room.marked import blanked, marked, pass_hashes, without_secrets

__all__ = ["blanked", "marked", "pass_hashes", "without_secrets"]
