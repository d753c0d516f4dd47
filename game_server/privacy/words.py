"""The few words with which the inventory is told, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from game_server.privacy.inventory import Keeps, Seer, Whose, Why

Language: TypeAlias = Literal["nl", "en"]
Pair: TypeAlias = tuple[str, str]

WHOSE: Mapping[Whose, Pair] = {
    "participant": ("deelnemer", "participant"),
    "waiting": ("wie aan de deur wacht", "who waits at the door"),
    "facilitator": ("gespreksleider of waarnemer", "facilitator or observer"),
    "organisation": ("geen persoon: de sessie of organisatie", "no person: the session or organisation"),
}
WHY: Mapping[Why, Pair] = {
    "seat": ("iemand een stoel geven en terugkennen", "to give a person a chair and know them again"),
    "play": ("samen een beeld maken", "to make a picture together"),
    "decide": ("besluiten en het besluit uitleggen", "to decide and explain the decision"),
    "learn": ("nabespreken en ervan leren", "to look back and learn"),
    "take_home": ("meenemen naar het werk", "to take home to work"),
    "lead": ("de sessie leiden", "to lead the session"),
    "access": ("alleen dit toestel toegang geven", "to give access to this device alone"),
}
KEEPS: Mapping[Keeps, Pair] = {
    "room": ("tot de sessie gewist is", "until the session is erased"),
}
SEEN: Mapping[Seer, Pair] = {
    "self": ("de persoon zelf", "the person"),
    "colleague": ("de collega om wie het gaat", "the colleague it is with"),
    "team": ("het eigen team", "the own team"),
    "room": ("iedereen in de zaal", "everyone in the room"),
    "desk": ("de gespreksleider", "the facilitator"),
    "observer": ("waarnemers", "observers"),
    "report": ("wie het volledige verslag krijgt", "who gets the full report"),
    "public": ("wie het openbare verslag leest", "who reads the public report"),
    "nobody": ("niemand; de server vergelijkt het alleen", "nobody; the server only compares it"),
}


def told(pair: Pair, language: Language) -> str:
    return pair[1] if language == "en" else pair[0]
