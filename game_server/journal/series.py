"""Counts that rooms left, and mirrors of other installations: small files beside the journal, which outlive a room."""

from __future__ import annotations

import os
import re
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{8,64}")


class Shelved:
    """A folder of small JSON files by name; it is made with the first one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, content: bytes) -> None:
        """On disk when it returns. Raises OSError."""
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.folder / f"{name}.new"
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / f"{name}.json")

    def read(self, name: str) -> bytes | None:
        """None when there is none by this name."""
        try:
            return (self.folder / f"{name}.json").read_bytes()
        except OSError:
            return None

    def all(self) -> list[bytes]:
        """In the order of their names."""
        return [file.read_bytes() for file in sorted(self.folder.glob("*.json"))] if self.folder.is_dir() else []

    def count(self) -> int:
        return len(list(self.folder.glob("*.json"))) if self.folder.is_dir() else 0
