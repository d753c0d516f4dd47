"""Which files belong to the project: those that git holds, or, outside a work tree, those that lie here."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NOT_OURS = {".venv", "node_modules", "static", "paraglide", "__pycache__", ".git", "data"}


def tracked(*folders: str) -> list[Path]:
    """Paths relative to the root, of files that exist, in these folders (all, when none is named)."""
    return [path for path in _all() if not folders or any(path.is_relative_to(folder) for folder in folders)]


@cache
def _all() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        found = [Path(name) for name in listed.stdout.split("\0") if name]
    else:
        found = [path.relative_to(ROOT) for path in ROOT.rglob("*") if not _NOT_OURS & set(path.parts)]
    return tuple(sorted(path for path in found if (ROOT / path).is_file()))
