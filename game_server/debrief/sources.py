"""The back of a report: words explained, where things come from, and the first-hour card."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from game_server.debrief import shape
from game_server.debrief.names import Names
from game_server.debrief.shape_summary import Address, CardLine
from game_server.room.answers import often_looked_up
from game_server.room.state import Team


def glossary(names: Names) -> list[shape.LookedUp]:
    """The scenario's own words, those that several people looked up first."""
    opened = often_looked_up(names.room)
    found: list[shape.LookedUp] = [
        {"term": term.term, "meaning": names.text(term.meaning), "often": term.term in opened}
        for term in names.catalogue.scenario.glossary
    ]
    return sorted(found, key=lambda term: (not term["often"], term["term"].casefold()))


def card(names: Names) -> list[CardLine]:
    """Whom to call in the first hour, of this scenario; who and which number are written in by hand."""
    return [{"whom": names.text(text)} for text in names.catalogue.first_hour]


def references(teams: list[Team], names: Names) -> list[shape.Sources]:
    """Of every decision that one of these teams carried out."""
    out: list[shape.Sources] = []
    for decision in names.catalogue.decisions:
        found = names.catalogue.decision(decision)[1]
        done = any(decision in team.decisions and team.decisions[decision].state == "effective" for team in teams)
        if done and found.references:
            given = [part.strip() for one in found.references for part in one.source.split(" ; ")]
            out.append({"title": names.text(found.title), "sources": [address(one) for one in dict.fromkeys(given)]})
    return out


def address(source: str) -> Address:
    """An address reads without its scheme and with its letters as they are; other sources stand as written."""
    if not source.startswith(("https://", "http://")) or " " in source:
        return {"text": source, "address": ""}
    found = urlsplit(source)
    path = unquote(found.path).rstrip("/") + (f"?{unquote(found.query)}" if found.query else "")
    return {"text": found.netloc.removeprefix("www.") + path, "address": source}
