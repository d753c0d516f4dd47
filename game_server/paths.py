"""Where the files live that come with the code: beside it in a wheel, at the repository's root in editable mode."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def static_dir() -> Path:
    """The built web client; the folder is absent when the project was installed with SKIP_WEB=1."""
    return _PACKAGE / "static"


def scenarios_dir() -> Path:
    """The shipped scenario packs."""
    shipped = _PACKAGE / "scenarios"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "scenarios"
