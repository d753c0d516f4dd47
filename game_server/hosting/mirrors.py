"""Where counts and mirrors lie beside the journal, and how they are read back."""

from __future__ import annotations

from pathlib import Path

from game_server.debrief.mirror import Mirror, read_mirror
from game_server.debrief.series import File, NoSeries
from game_server.journal.series import Shelved

SERIES, MIRRORS = "series", "mirror"
"""Folders in the data folder: what closed rooms left, and what came from other installations."""


def mirrors_in(folder: Path) -> list[Mirror]:
    """Those that this data folder took in; one that cannot be read is passed over."""
    found: list[Mirror] = []
    for content in Shelved(folder / MIRRORS).all():
        try:
            found.append(read_mirror(File("", content)))
        except NoSeries:
            continue
    return found


def files_in(folder: Path) -> list[File]:
    """Every JSON file of a folder, by name."""
    return [File(path.name, path.read_bytes()) for path in sorted(folder.glob("*.json"))] if folder.is_dir() else []
