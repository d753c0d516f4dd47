"""`journal.jsonl`: a whole room as lines of JSON, to be kept, read without a server, or taken in by another one.

The first line is its head: `{crisistafel: "journal", format, code, pack, scenario_id, scenario_version, epoch,
scenario?}`; `pack` is the digest of `scenario`, which stands there whole. Then one event a line. Hashes of passes and
links do not leave: a number stands in their place, so that the lines still fold; and who said what without a name, in
a lesson or an answer before and after, does not leave either (`room.unsigned`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import orjson

from game_server.room.envelope import Event, decode, encode
from game_server.room.events import RoomOpened
from game_server.room.marked import pass_hashes, without_secrets
from game_server.room.unsigned import unsigned

FORMAT = 1
"""The newest format that this code writes and reads."""
KIND = "journal"


def journal_file(digest: str, pack: bytes | None, epoch: int, lines: Sequence[bytes]) -> bytes:
    """The file of a room. Without its `pack` another installation can read it only when it has that pack itself."""
    events = [decode(line) for line in lines]
    head = _head(digest, pack, epoch, events)
    return b"\n".join([head, *map(encode, exported(events))]) + b"\n"


def exported(events: Sequence[Event]) -> list[Event]:
    """The events without a hash that opens anything, and without who spoke where no name was asked."""
    nameless = unsigned(events, _salt(events))
    facts = without_secrets(event.fact for event in nameless)
    return [replace(event, fact=fact) for event, fact in zip(nameless, facts, strict=True)]


def _salt(events: Sequence[Event]) -> bytes:
    """Of what does not leave: the same file every time, and nobody who has only the file can make it."""
    hashes = [one for event in events for one in pass_hashes(event.fact)]
    return sha256("".join(hashes).encode()).digest()


def _head(digest: str, pack: bytes | None, epoch: int, events: Sequence[Event]) -> bytes:
    opened = events[0].fact if events else None
    head: dict[str, object] = {"crisistafel": KIND, "format": FORMAT, "pack": digest, "epoch": epoch}
    if isinstance(opened, RoomOpened):
        head |= {"code": opened.code, "scenario_id": opened.scenario}
    if pack is None:
        return orjson.dumps(head)
    head["scenario_version"] = orjson.loads(pack).get("version", "")
    return orjson.dumps(head)[:-1] + b',"scenario":' + pack + b"}"
