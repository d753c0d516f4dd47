"""Facilitators' keys: the first one, kept so that a restart prints the same link, and those that are added later."""

from __future__ import annotations

import json
import os
import ssl
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from game_server.hosting.runtime import RealRuntime, Runtime
from game_server.journal.base import Journal, KeyLine, NotStored, Taken
from game_server.journal.folder import DataFolder, RunningServer, running_server
from game_server.journal.sqlite import SqliteJournal
from game_server.transport.passes import hashed, is_pass

FIRST = "facilitator.key"
FIRST_NAME = "eerste"


async def first_key(folder: Path, journal: Journal, runtime: Runtime) -> str | None:
    """The key in `facilitator.key`, made (mode 0600) when there is none. None when it was revoked."""
    place = folder / FIRST
    try:
        key = place.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        key = ""
    if not is_pass(key):
        key = runtime.new_secret()
        place.unlink(missing_ok=True)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(key + "\n")
    if await journal.find_key(hashed(key)) is not None:
        return key
    if any(line.hash == hashed(key) for line in await journal.keys()):
        return None
    await journal.add_key(await _free_name(journal), hashed(key))
    return key


async def _free_name(journal: Journal) -> str:
    taken = {line.name for line in await journal.keys()}
    return next(
        name for number in range(1, 10_000) if (name := FIRST_NAME + (f"-{number}" if number > 1 else "")) not in taken
    )


class Keys:
    """Adds, lists and revokes: through the server that has the folder, or in the journal itself when none runs.

    Each may raise Taken (`add`), NotWritable, Occupied or NotStored.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = running_server(folder)

    async def add(self, name: str) -> str:
        """The new key: shown this once."""
        if self._server is not None:
            status, answer = ask_server(self._server, "POST", "/admin/keys", {"name": name})
            if status == 409:
                raise Taken(name)
            return str(answer["key"])
        runtime = RealRuntime()
        key = runtime.new_secret()
        async with OpenedJournal(self._folder, runtime) as journal:
            await journal.add_key(name, hashed(key))
        return key

    async def list(self) -> list[tuple[str, bool]]:
        """(name, revoked), oldest first."""
        if self._server is not None:
            _, answer = ask_server(self._server, "GET", "/admin/keys")
            return [(str(line["name"]), bool(line["revoked"])) for line in answer]
        async with OpenedJournal(self._folder, RealRuntime()) as journal:
            lines: list[KeyLine] = await journal.keys()
        return [(line.name, line.revoked) for line in lines]

    async def revoke(self, name: str) -> bool:
        """False when there is no such key."""
        if self._server is not None:
            status, _ = ask_server(self._server, "DELETE", "/admin/keys/" + urllib.parse.quote(name, safe=""))
            return status == 204
        async with OpenedJournal(self._folder, RealRuntime()) as journal:
            return await journal.revoke_key(name)


class OpenedJournal:
    """The journal of a folder that no server has, for as long as the block lasts."""

    def __init__(self, folder: Path, runtime: RealRuntime) -> None:
        self._data, self._runtime = DataFolder(folder), runtime
        self._journal = SqliteJournal(folder, runtime)

    async def __aenter__(self) -> Journal:
        self._data.claim()
        await self._journal.open()
        return self._journal

    async def __aexit__(self, *_: object) -> None:
        await self._journal.close()
        self._data.release()
        await self._runtime.close()


def ask_server(
    server: RunningServer, method: str, path: str, body: dict[str, Any] | None = None, seconds: float = 5
) -> tuple[int, Any]:
    """Asks the running server on this machine; its certificate is for another name, and is not looked at.

    Gives the status and the JSON of the answer, if any. Raises NotStored.
    """
    request = urllib.request.Request(  # noqa: S310 (the address comes from our own data folder)
        server.url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {server.token}", "Content-Type": "application/json"},
    )
    context = ssl._create_unverified_context() if server.url.startswith("https") else None  # noqa: S323
    try:
        with urllib.request.urlopen(request, timeout=seconds, context=context) as answer:  # noqa: S310
            return answer.status, _json(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, _json(error.read())
    except OSError as error:
        raise NotStored(f"the server at {server.url} does not answer ({error})") from error


def _json(text: bytes) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
