"""Reading a `journal.jsonl` that anyone may have written: everything is looked at before anything is believed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

import orjson

from game_server.debrief.content import report
from game_server.hosting.erasure import without_words
from game_server.hosting.journal_file import FORMAT, KIND, exported
from game_server.hosting.journal_things import strange_text, strange_thing
from game_server.room.envelope import Event, NewerEvent, decode
from game_server.room.events import RoomOpened, SeatErased
from game_server.room.evolve import evolve
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue, from_json, to_json
from game_server.story.tell import tell
from game_server.views import Audience, view

MOST_BYTES = 64_000_000
MOST_PROBLEMS = 50
_BY = re.compile(r"door|server|(seat|desk|observer):[A-Za-z0-9_-]{1,64}")
_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{8}")
_CMD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LATEST = 8_640_000_000_000_000

Why: TypeAlias = Literal[
    "too_large",
    "empty",
    "not_json",
    "not_a_journal",
    "newer_format",
    "no_pack",
    "wrong_pack",
    "not_an_event",
    "newer_event",
    "out_of_order",
    "back_in_time",
    "wrong_author",
    "no_opening",
    "opened_twice",
    "wrong_code",
    "wrong_text",
    "unknown_thing",
    "does_not_fold",
    "cannot_be_told",
]
"""Each has a sentence in `console`."""


class Problem(NamedTuple):
    """What is wrong in a line (counted from 1), with a word that the line itself gave or lacks."""

    line: int
    why: Why
    detail: str = ""


class BrokenJournal(Exception):
    """The file cannot be read; `problems` says where and why, in the order of its lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems, the first in line {problems[0].line}: {problems[0].why}")
        self.problems = tuple(problems)


class Read(NamedTuple):
    """A file that holds together: its scenario, as JSON and as catalogue, and its events without any live device."""

    pack: bytes
    digest: str
    catalogue: Catalogue
    events: list[Event]
    room: Room


def read_journal(data: bytes, known_pack: Callable[[str], bytes | None] = lambda _: None) -> Read:
    """Reads a whole file; `known_pack` gives a scenario by its digest, for a file without one.

    Who was erased stays erased, also where a file forgot it; no hash in it opens anything. Raises BrokenJournal.
    """
    if len(data) > MOST_BYTES:
        raise BrokenJournal([Problem(1, "too_large")])
    head, *lines = data.rstrip(b"\n").split(b"\n")
    if not head.strip():
        raise BrokenJournal([Problem(1, "empty")])
    pack, digest = _scenario(_object(head), known_pack)
    try:
        catalogue = Catalogue(from_json(pack))
    except ValueError:
        raise BrokenJournal([Problem(1, "wrong_pack")]) from None
    events = _events(lines)
    _check_opening(events, digest)
    events = exported(events)
    for seat in dict.fromkeys(one.fact.seat for one in events if isinstance(one.fact, SeatErased)):
        events = without_words(events, seat)
    room = _folded(events, catalogue)
    _told(events, catalogue)
    return Read(pack, digest, catalogue, events, room)


def _object(head: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(head)
    except orjson.JSONDecodeError as error:
        raise BrokenJournal([Problem(1, "not_json", str(error))]) from None
    if not isinstance(found, dict) or found.get("crisistafel") != KIND or not isinstance(found.get("format"), int):
        raise BrokenJournal([Problem(1, "not_a_journal")])
    if found["format"] > FORMAT:
        raise BrokenJournal([Problem(1, "newer_format", str(found["format"]))])
    return found


def _scenario(head: dict[str, Any], known_pack: Callable[[str], bytes | None]) -> tuple[bytes, str]:
    """The scenario's bytes and their digest, which must be the one that the head names."""
    digest = head.get("pack")
    if not isinstance(digest, str):
        raise BrokenJournal([Problem(1, "not_a_journal")])
    if "scenario" not in head:
        pack = known_pack(digest)
        if pack is None:
            raise BrokenJournal([Problem(1, "no_pack", str(head.get("scenario_id", "")))])
        return pack, digest
    written = orjson.dumps(head["scenario"])
    for pack in (written, _written_here(written)):
        if hashlib.sha256(pack).hexdigest() == digest:
            return pack, digest
    raise BrokenJournal([Problem(1, "wrong_pack")])


def _written_here(pack: bytes) -> bytes:
    """The same scenario as this program writes it: numbers can be spelled in two ways."""
    try:
        return to_json(from_json(pack)).encode()
    except ValueError:
        return b""


def _events(lines: Sequence[bytes]) -> list[Event]:
    events: list[Event] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=2):
        found = _event(line, number, events[-1].at if events else 0)
        if isinstance(found, Event):
            events.append(found)
        else:
            problems.append(found)
        if len(problems) == MOST_PROBLEMS:
            break
    if not lines:
        problems.append(Problem(2, "no_opening"))
    if problems:
        raise BrokenJournal(problems)
    return events


def _event(line: bytes, number: int, before: int) -> Event | Problem:
    try:
        why = _strange_envelope(orjson.loads(line), number, before)
        if why is not None:
            return Problem(number, why, str(number - 1))
        event = decode(line)
    except orjson.JSONDecodeError as error:
        return Problem(number, "not_json", str(error))
    except NewerEvent as newer:
        return Problem(number, "newer_event", str(newer))
    except ValueError:
        return Problem(number, "not_an_event")
    strange = strange_text(event.fact)
    return event if strange is None else Problem(number, "wrong_text", strange)


def _strange_envelope(record: Any, number: int, before: int) -> Why | None:
    """Where and when it happened, and who asked: nothing looks at these again."""
    if not isinstance(record, dict) or not _is_number(record.get("schema")):
        return "not_an_event"
    if record.get("version") != number - 1 or not _is_number(record["version"]):
        return "out_of_order"
    if not _is_number(record.get("at")) or not before <= record["at"] <= _LATEST:
        return "back_in_time"
    by, cmd = record.get("by"), record.get("cmd", "0")
    if not isinstance(by, str) or not _BY.fullmatch(by):
        return "wrong_author"
    is_sound = isinstance(cmd, str) and _CMD.fullmatch(cmd) and isinstance(record.get("result", {}), dict)
    return None if is_sound else "not_an_event"


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _check_opening(events: Sequence[Event], digest: str) -> None:
    opened = events[0].fact
    if not isinstance(opened, RoomOpened):
        raise BrokenJournal([Problem(2, "no_opening")])
    if not _CODE.fullmatch(opened.code):
        raise BrokenJournal([Problem(2, "wrong_code")])
    if opened.digest != digest:
        raise BrokenJournal([Problem(2, "wrong_pack")])
    again = next((one.version for one in events[1:] if isinstance(one.fact, RoomOpened)), None)
    if again is not None:
        raise BrokenJournal([Problem(again + 1, "opened_twice")])


def _folded(events: Sequence[Event], catalogue: Catalogue) -> Room:
    room = Room()
    for event in events:
        strange = strange_thing(event.fact, room, catalogue)
        if strange is not None:
            raise BrokenJournal([Problem(event.version + 1, "unknown_thing", strange)])
        try:
            evolve(room, event)
        except Exception:
            raise BrokenJournal([Problem(event.version + 1, "does_not_fold", event.fact.type)]) from None
    return room


def _told(events: Sequence[Event], catalogue: Catalogue) -> None:
    """What nobody foresaw shows where a report is made; the line is that of the first event after which none can be."""
    if _can_be_told(events, catalogue):
        return
    good, bad = 1, len(events)
    while bad - good > 1:
        middle = (good + bad) // 2
        if _can_be_told(events[:middle], catalogue):
            good = middle
        else:
            bad = middle
    raise BrokenJournal([Problem(bad + 1, "cannot_be_told", events[bad - 1].fact.type)])


def _can_be_told(events: Sequence[Event], catalogue: Catalogue) -> bool:
    try:
        story = tell(events, catalogue)
        report(story, catalogue, story.room.language, notes=True)
        view(Audience("desk", story.room.language), story.room, catalogue)
    except Exception:
        return False
    return True
