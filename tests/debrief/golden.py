"""Kept journals, and what their reports were: `python -m tests.debrief.golden` writes the hashes anew.

A journal that is there is never written again: it stands for all those that people keep. When a report changes on
purpose, the hashes change with it, in the same commit.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path

import orjson

from game_server.debrief.content import report
from game_server.hosting.journal_file import journal_file
from game_server.hosting.journal_reading import Read, read_journal
from game_server.room.envelope import encode
from game_server.scenario.catalogue import digest, to_json
from game_server.story.tell import tell
from tests.debrief.sessions import Sitting
from tests.scenario.packs import tiny_scenario

FOLDER = Path(__file__).parent / "golden"
HASHES = FOLDER / "reports.json"
TWO = ("mayor", "ciso")
TABLES = {"table": (TWO,), "peer": (TWO, TWO), "hall": (TWO,) * 6}


def hashes(read: Read) -> Iterator[tuple[str, str]]:
    """Of every variant: its name, and the hash of what it says."""
    teams = (None, "t1") if len(read.room.teams) > 1 else (None,)
    for public, team, language in product((False, True), teams, ("nl", "en")):
        story = tell(read.events, read.catalogue, wordless=public)
        said = report(story, read.catalogue, language, team, notes=not public)
        name = f"{'public' if public else 'full'}-{team or 'all'}-{language}"
        yield name, sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def golden(name: str) -> Read:
    """One of the kept journals."""
    return read_journal((FOLDER / f"{name}.jsonl").read_bytes())


def _play(name: str) -> bytes:
    scenario = tiny_scenario()
    sitting = Sitting(TABLES[name], seed=4, scenario=scenario, named=name == "table").play()
    seat = next(iter(sitting.room.seats))
    sitting.table.at_desk("report.foreword", text="Dank voor een eerlijke middag.")
    sitting.table.at_seat(seat, "words.strike", words="resolution")
    lines = [encode(event) for event in sitting.events]
    return journal_file(digest(scenario), to_json(scenario).encode(), 1, lines)


if __name__ == "__main__":
    for room in TABLES:
        if not (FOLDER / f"{room}.jsonl").exists():
            (FOLDER / f"{room}.jsonl").write_bytes(_play(room))
    found = {room: dict(hashes(golden(room))) for room in TABLES}
    HASHES.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n")
