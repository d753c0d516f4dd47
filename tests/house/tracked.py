"""Which files belong to the project: those that git holds, or, outside a work tree, those that lie here."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NOT_OURS = {".venv", ".git", "node_modules", "static", "paraglide", "data", "dist", "cache", "__pycache__"}


def tracked(*folders: str) -> list[Path]:
    """Paths relative to the root, of files that exist, in these folders (all, when none is named)."""
    return [path for path in _all() if not folders or any(path.is_relative_to(folder) for folder in folders)]


@cache
def _all() -> tuple[Path, ...]:
    found = _held_by_git() or _lying_here()
    return tuple(sorted(path for path in found if (ROOT / path).is_file()))


def _held_by_git() -> list[Path]:
    if shutil.which("git") is None:
        return []
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [Path(name) for name in listed.stdout.split("\0") if name]


def _lying_here() -> Iterator[Path]:
    for folder, inside, names in os.walk(ROOT):
        inside[:] = [name for name in inside if name not in _NOT_OURS and not name.endswith("_cache")]
        for name in names:
            if not name.endswith(".pyc"):
                yield (Path(folder) / name).relative_to(ROOT)
