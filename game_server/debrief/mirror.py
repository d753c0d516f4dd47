"""The mirror between installations: how often each option was chosen, and never by whom.

A cell is one decision of one version of a scenario, in one size class and quarter. It counts whole batches of ten
rooms, in the order in which they closed: two mirrors of one installation, however they are compared or subtracted,
differ in a cell by nothing or by ten rooms or more. No cell stands in another, so that no sum gives one away; there is
no least and no most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from game_server.debrief.series import File, NoSeries, read_left
from game_server.story.counts import Left, Tally

FORMAT = 1
BATCH = 10
"""So many rooms are the least that a cell tells of, and the least by which it changes."""
_MOST = 4_000_000
_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}", re.IGNORECASE)


class Cell(TypedDict):
    """`rooms` is a whole number of batches; `choices`: option → teams."""

    scenario: str
    version: str
    decision: str
    size: str
    quarter: str
    rooms: int
    choices: Tally


class Mirror(TypedDict):
    """What travels between installations. `source` tells one from another, and is not its name."""

    crisistafel: Literal["mirror"]
    format: int
    source: str
    cells: list[Cell]


class Seen(TypedDict):
    """One decision in all mirrors together: rooms, and option → teams."""

    rooms: int
    choices: Tally


_FILE: TypeAdapter[Mirror] = TypeAdapter(Mirror)


def mirror_of(files: Iterable[File], source: str) -> Mirror:
    """The mirror of the rooms that chose to be in it. Raises NoSeries for a file that holds no counts."""
    rooms = sorted(map(read_left, files), key=lambda left: (left["number"], left["id"]))
    found: defaultdict[tuple[str, str, str, str, str], list[Tally]] = defaultdict(list)
    for left in rooms:
        if "mirror" not in left:
            continue
        for decision, tally in left["mirror"]["choices"].items():
            found[_key(left, decision)].append(tally)
    cells = [_cell(key, tallies) for key, tallies in sorted(found.items()) if len(tallies) >= BATCH]
    return {"crisistafel": "mirror", "format": FORMAT, "source": source, "cells": cells}


def _key(left: Left, decision: str) -> tuple[str, str, str, str, str]:
    size = left["mirror"]["size"] if "mirror" in left else ""
    return left["scenario"], left["version"], decision, size, left["quarter"]


def _cell(key: tuple[str, str, str, str, str], tallies: Sequence[Tally]) -> Cell:
    scenario, version, decision, size, quarter = key
    rooms = len(tallies) // BATCH * BATCH
    total: Counter[str] = Counter()
    for tally in tallies[:rooms]:
        total.update(tally)
    return {
        "scenario": scenario,
        "version": version,
        "decision": decision,
        "size": size,
        "quarter": quarter,
        "rooms": rooms,
        "choices": dict(sorted(total.items())),
    }


def read_mirror(file: File) -> Mirror:
    """A mirror as another installation wrote it. Raises NoSeries for one that tells too much, or nothing."""
    if len(file.content) > _MOST:
        raise NoSeries("not_a_mirror", file.name)
    try:
        mirror = _FILE.validate_json(file.content)
    except ValidationError:
        raise NoSeries("not_a_mirror", file.name) from None
    if mirror["format"] > FORMAT:
        raise NoSeries("newer_counts", file.name)
    keys = [
        (cell["scenario"], cell["version"], cell["decision"], cell["size"], cell["quarter"]) for cell in mirror["cells"]
    ]
    if len(set(keys)) != len(keys) or not re.fullmatch(r"[0-9a-f]{24}", mirror["source"]):
        raise NoSeries("not_a_mirror", file.name)
    if not all(_is_sound(cell) for cell in mirror["cells"]):
        raise NoSeries("mirror_too_small", file.name)
    return mirror


def _is_sound(cell: Cell) -> bool:
    named = (cell["scenario"], cell["decision"], cell["size"], cell["quarter"], *cell["choices"])
    counts = cell["choices"].values()
    return (
        all(_ID.fullmatch(name) for name in named)
        and cell["rooms"] >= BATCH
        and cell["rooms"] % BATCH == 0
        and all(0 < count <= 1_000_000 for count in counts)
        and sum(counts) >= cell["rooms"]
    )


def seen_in(mirrors: Iterable[Mirror], scenario: str, version: str) -> dict[str, Seen]:
    """Decision → what all these mirrors say of it in this version of the scenario, over all sizes and quarters."""
    seen: dict[str, Seen] = {}
    for mirror in mirrors:
        for cell in mirror["cells"]:
            if (cell["scenario"], cell["version"]) != (scenario, version):
                continue
            so_far = seen.setdefault(cell["decision"], {"rooms": 0, "choices": {}})
            so_far["rooms"] += cell["rooms"]
            for option, count in cell["choices"].items():
                so_far["choices"][option] = so_far["choices"].get(option, 0) + count
    return seen
