"""The data folder belongs to one server at a time; whoever else has something to write asks that server."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK, SERVER = "server.lock", "server.json"


class Occupied(Exception):
    """Another server has this data folder; the message is a sentence for the person at the terminal."""


class NotWritable(Exception):
    """This data folder cannot be used; the message is a sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class RunningServer:
    """Where the server of a data folder listens. `token` opens its admin calls until it stops."""

    pid: int
    url: str
    token: str


class DataFolder:
    """Holds the folder's lock from `claim` to `release`; the operating system lets go of it when the process dies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[bytes] | None = None

    def claim(self) -> None:
        """Makes the folder if need be and locks it. Raises Occupied, NotWritable."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = (self.path / LOCK).open("ab")
        except OSError as error:
            raise NotWritable(
                f"The data folder {self.path} cannot be written ({error.strerror}). "
                "Choose another with --data, or mend its rights."
            ) from error
        try:
            _lock(lock)
        except OSError:
            lock.close()
            raise Occupied(self._sentence()) from None
        self._lock = lock
        (self.path / SERVER).unlink(missing_ok=True)  # of a server that was killed

    def _sentence(self) -> str:
        other = running_server(self.path)
        who = f"process {other.pid}, at {other.url}" if other else "another process"
        return (
            f"The data folder {self.path} is already in use by a running Crisistafel server ({who}). "
            "Stop that one first, or give this one a folder of its own with --data."
        )

    def announce(self, url: str, token: str) -> None:
        """Writes where this server can be reached on this machine, readable by its owner only."""
        place, draft = self.path / SERVER, self.path / (SERVER + ".new")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump({"pid": os.getpid(), "url": url, "token": token}, file)
        draft.replace(place)

    def release(self) -> None:
        """Idempotent."""
        lock, self._lock = self._lock, None
        if lock is not None:
            (self.path / SERVER).unlink(missing_ok=True)
            lock.close()


def running_server(path: Path) -> RunningServer | None:
    """The server that holds this folder now, if it said where it is."""
    try:
        found = json.loads((path / SERVER).read_text(encoding="utf-8"))
        server = RunningServer(int(found["pid"]), str(found["url"]), str(found["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return server if is_claimed(path) else None


def is_claimed(path: Path) -> bool:
    """Whether a live process holds the folder's lock."""
    try:
        with (path / LOCK).open("rb") as lock:
            _lock(lock)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _lock(file: IO[bytes]) -> None:
    """Raises OSError when another holds it; closing the file lets go."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
