"""What people do beside the game's own steps: look up a word, get called away, scale up. Drawn from the seed too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game_server.rehearsal.character import Character
from game_server.rehearsal.ear import View
from game_server.rehearsal.intention import Intention, in_order
from game_server.room.ladder import PLAYED

LOOKS_UP = 0.25
CALLED_AWAY = 0.06
SCALES_UP = 0.4


def looks_up(view: View, inject: str, me: Character) -> Iterator[Intention]:
    """One word of this unread news that this chair does not know."""
    item = view["news"][inject]
    text = f"{item.get('subject', '')} {item['body']}"
    for term in sorted(view["glossary"]):
        if me.draw("term", term) < LOOKS_UP and re.search(rf"\b{re.escape(term)}\b", text):
            yield Intention(f"term/{inject}", me.seconds(2, 8, "term", term), {"type": "term.open", "term": term})
            return


def leaves(view: View, me: Character) -> Iterator[Intention]:
    """Called away while a picture is made; of who holds the mandate, the next in the row has it meanwhile."""
    for decision in _called_away(view, me):
        yield Intention(f"away/{decision}", me.seconds(10, 60, "away", decision), {"type": "seat.away"})


def comes_back(view: View, me: Character) -> Iterator[Intention]:
    """As soon as there is something to vote on."""
    if view["room"]["status"] != "running" or not list(_called_away(view, me)):
        yield Intention("back", me.seconds(3, 20, "back"), {"type": "seat.back"})


def _called_away(view: View, me: Character) -> Iterator[str]:
    for decision, part in in_order(view["decisions"]):
        if part["state"] == "picture" and me.draw("called away", decision) < CALLED_AWAY:
            yield decision


def scales_up(view: View, me: Character) -> Iterator[Intention]:
    """The next step of the ladder, where it is this chair's to decide and nothing else is needed first."""
    rungs = in_order(view.get("ladder", {}))
    now = next((rung for rung, line in rungs if line["state"] == "now"), None)
    ahead = next(((rung, line) for rung, line in rungs if line["state"] == "ahead"), None)
    decided = any(part["state"] == "effective" for part in view["decisions"].values())
    if ahead is None or not decided or view["room"]["phase"]["kind"] not in PLAYED:
        return
    rung, line = ahead
    if line.get("decides") != view["role"]["id"] or "needs" in line or me.draw("climbs", rung) >= SCALES_UP:
        return
    command: View = {"type": "ladder.climb", "rung": rung} | ({"from": now} if now is not None else {})
    yield Intention(f"climb/{rung}", me.seconds(30, 180, "climb", rung), command)
