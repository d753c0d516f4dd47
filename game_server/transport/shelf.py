"""The scenarios that a room can be opened on: whole packs, read once at the start."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game_server.journal.base import SCENARIO_FILE
from game_server.scenario.catalogue import Catalogue, digest, to_json
from game_server.scenario.load import PackError, load_pack
from game_server.scenario.model import Scenario

_log = logging.getLogger(__name__)
_MEDIA = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".mp3", ".ogg", ".m4a", ".mp4", ".webm", ".pdf")
_MOST_MEDIA = 32_000_000


@dataclass(frozen=True)
class Pack:
    """A scenario with what a room keeps of it."""

    scenario: Scenario
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.scenario)

    @property
    def digest(self) -> str:
        return digest(self.scenario)


@dataclass(frozen=True)
class Shelf:
    """Packs by id; `broken` holds a folder's name and how many problems it has."""

    packs: Mapping[str, Pack]
    broken: tuple[tuple[str, str], ...] = ()


def read_shelf(folders: Sequence[Path]) -> Shelf:
    """Every pack in these folders; a later folder's pack replaces an earlier one of the same id."""
    packs: dict[str, Pack] = {}
    broken: list[tuple[str, str]] = []
    for folder in folders:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not (path / "scenario.yaml").is_file():
                continue
            try:
                pack = read(path)
            except PackError as error:
                broken.append((str(path), f"{len(error.problems)} problems, the first: {error.problems[0]}"))
            except OSError as error:
                broken.append((str(path), str(error.strerror)))
            else:
                packs[pack.scenario.id] = pack
    return Shelf(packs, tuple(broken))


def read(path: Path) -> Pack:
    """One pack with its media. Raises PackError, OSError."""
    scenario = load_pack(path)
    files = {SCENARIO_FILE: to_json(scenario).encode()}
    room = _MOST_MEDIA
    for found in sorted(path.rglob("*")):
        if found.is_file() and not found.is_symlink() and found.suffix.lower() in _MEDIA:
            room -= found.stat().st_size
            if room < 0:
                _log.warning("pack %s has more than 32 MB of media; the rest is left out", path.name)
                break
            files[found.relative_to(path).as_posix()] = found.read_bytes()
    return Pack(scenario, files)
