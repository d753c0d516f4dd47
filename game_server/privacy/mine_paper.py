"""What is held about one person as a file: JSON for a machine, HTML to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import orjson

from game_server.privacy.mine import Held, readable
from game_server.privacy.paper import html, plain, standalone, table
from game_server.privacy.words import Language, Pair, told
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

_TITLE: Pair = ("Mijn gegevens", "My data")
_INTRO: Pair = (
    (
        "Dit is alles wat deze server over u bewaart: {count} regels uit het journaal van de sessie. Een "
        "controlegetal van uw toegangspas staat er ook, maar daar valt niets uit af te lezen. "
        "Aantekeningen die een gespreksleider of waarnemer over u schreef, staan hier niet in: vraag ernaar."
    ),
    (
        "This is all that this server keeps about you: {count} lines of the session's journal. A check number of "
        "your pass is kept too, but nothing can be read from it. "
        "Notes that a facilitator or observer wrote about you are not in here: ask the facilitator for those."
    ),
)
_KEPT: Pair = (
    (
        "De sessie wordt {days} dagen na het sluiten gewist. Eerder kan ook: kies op uw telefoon Mijn gegevens, en dan "
        "Wis mij."
    ),
    (
        "The session is erased {days} days after it closes. Sooner is possible: on your phone choose My data, and then "
        "Erase me."
    ),
)
_HEAD: tuple[Pair, ...] = (("Wanneer (UTC)", "When (UTC)"), ("Wat is bewaard", "What is kept"), ("Inhoud", "Content"))


def as_json(held: Sequence[Held], room: Room, seat: str) -> bytes:
    """`{room, seat, name, retention_days, held: [{version, at, type, what, values}]}`; `at` is UTC in ms."""
    return orjson.dumps(
        {
            "room": room.code,
            "title": room.title,
            "seat": seat,
            "name": room.seats[seat].name,
            "retention_days": room.retention_days,
            "held": [
                {"version": one.version, "at": one.at, "type": one.type, "what": one.what, "values": dict(one.values)}
                for one in held
            ],
        },
        option=orjson.OPT_INDENT_2,
    )


def as_html(held: Sequence[Held], room: Room, seat: str, catalogue: Catalogue, language: Language) -> bytes:
    title = told(_TITLE, language)
    person = room.seats[seat]
    role = catalogue.text(catalogue.role(person.role).name, language)
    rows = [
        (
            datetime.fromtimestamp(one.at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S"),
            plain(one.what),
            plain(" · ".join(f"{name}: {value}" for name, value in readable(one, catalogue, language))) or "–",
        )
        for one in held
    ]
    parts = [
        f"# {title}",
        ", ".join(map(plain, (person.name, role, room.title))),
        told(_INTRO, language).format(count=len(held)),
        told(_KEPT, language).format(days=room.retention_days),
        table((told(one, language) for one in _HEAD), rows),
    ]
    return standalone(f"{title} · Crisistafel", language, html("\n\n".join(parts))).encode()
