"""The documents that a data protection officer can sign, from the running settings and the event models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from game_server.privacy.beside import BESIDE
from game_server.privacy.catalogue import CATALOGUE
from game_server.privacy.facts import Facts
from game_server.privacy.inventory import stored_fields
from game_server.privacy.paper import plain, table
from game_server.privacy.tables import ENTRY, RESULTS, RISKS, SETTINGS
from game_server.privacy.words import KEEPS, SEEN, WHOSE, WHY, Language, Pair

NAMES: Mapping[str, Pair] = {
    "notice": ("privacyverklaring", "privacy-notice"),
    "inventory": ("inventaris", "inventory"),
    "dpia": ("dpia", "dpia"),
    "register": ("register", "record-of-processing"),
    "processor": ("verwerkersovereenkomst", "processor-agreement"),
    "accessibility": ("toegankelijkheid", "accessibility"),
}
"""Each document by its id, with the name of its file in Dutch and English. The first is what everyone should read."""
SHORT: Mapping[str, Pair] = {
    "notice": ("Privacyverklaring", "Privacy notice"),
    "inventory": ("Inventaris", "Inventory"),
    "dpia": ("DPIA", "DPIA"),
    "register": ("Register", "Register"),
    "processor": ("Verwerkersovereenkomst", "Processor agreement"),
    "accessibility": ("Toegankelijkheid", "Accessibility"),
}
_TEXTS = Path(__file__).parent / "texts"


def document(name: str, facts: Facts) -> str:
    """The document as Markdown, without what `about` says of them all."""
    make = _PARTS.get(name)
    more = {} if make is None else make(facts)
    return _text(name, facts.language).format(**(facts.filled() | more))


def about(facts: Facts) -> str:
    """What goes before every document: where it comes from, and who must look at it."""
    return _text("about", facts.language).format(**facts.filled())


@cache
def _text(name: str, language: Language) -> str:
    return (_TEXTS / language / f"{name}.md").read_text(encoding="utf-8")


def _fields(facts: Facts) -> dict[str, str]:
    say = facts.say
    rows = [
        (
            plain(say(line.what)),
            say(WHOSE[line.whose]),
            say(WHY[line.why]),
            say(KEEPS[line.keeps]),
            ", ".join(say(SEEN[seer]) for seer in line.seen),
            plain(stored.name),
        )
        for stored in stored_fields()
        for line in (CATALOGUE[stored.name],)
    ]
    beside = [[say(part) for part in (one.where, one.what, one.why, one.keeps, one.seen)] for one in BESIDE]
    return {
        "keeps": say(KEEPS["room"]),
        "fields": table(map(say, _HEAD), rows),
        "beside": table(map(say, _BESIDE_HEAD), beside),
    }


_HEAD: tuple[Pair, ...] = (
    ("Wat", "What"),
    ("Van wie", "Whose"),
    ("Waarom", "Why"),
    ("Hoelang", "How long"),
    ("Wie ziet het", "Who sees it"),
    ("Veld", "Field"),
)
_BESIDE_HEAD: tuple[Pair, ...] = (
    ("Waar", "Where"),
    ("Wat", "What"),
    ("Waarom", "Why"),
    ("Hoelang", "How long"),
    ("Wie ziet het", "Who sees it"),
)


def _dpia(facts: Facts) -> dict[str, str]:
    head = (facts.say(("Risico", "Risk")), facts.say(("Maatregel", "Measure")))
    risks = [[facts.say(part) for part in row] for row in RISKS]
    return {"risks": table(head, risks), "fields": str(len(stored_fields()))}


def _register(facts: Facts) -> dict[str, str]:
    head = (facts.say(("Onderdeel", "Part")), facts.say(("Inhoud", "Content")))
    rows = [(facts.say(part), facts.say(content).format(**facts.filled())) for part, content in ENTRY]
    return {"entry": table(head, rows)}


def _processor(facts: Facts) -> dict[str, str]:
    head = [
        facts.say(one)
        for one in (("Opstelling", "Setting"), ("Verantwoordelijke", "Controller"), ("Verwerker", "Processor"))
    ]
    return {"settings": table(head, [[facts.say(part) for part in row] for row in SETTINGS])}


def _accessibility(facts: Facts) -> dict[str, str]:
    head = (facts.say(("Onderzoek", "Examination")), facts.say(("Uitkomst", "Outcome")))
    return {"results": table(head, [[facts.say(part) for part in row] for row in RESULTS])}


_PARTS: Mapping[str, Callable[[Facts], dict[str, str]]] = {
    "inventory": _fields,
    "dpia": _dpia,
    "register": _register,
    "processor": _processor,
    "accessibility": _accessibility,
}
