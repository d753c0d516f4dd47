"""The receipt of an erasure in words: what is gone and when, what stays, and what lies outside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from game_server.hosting.receipts import Receipt
from game_server.privacy.words import Language, Pair, told


class Told(NamedTuple):
    """`text` is the whole, to keep as a file."""

    title: str
    erased: tuple[str, ...]
    outside: tuple[str, ...]
    text: str


_ROOM: Pair = ("Bewijs van wissen", "Receipt of erasure")
_PERSON: Pair = ("Uw gegevens zijn gewist", "Your data have been erased")
_CAUSES = {
    "now": ("omdat iemand daarom vroeg", "because somebody asked for it"),
    "retention": ("omdat de bewaartermijn voorbij was", "because the retention had ended"),
    "unreadable": ("omdat de sessie niet meer te lezen was", "because the session could not be read any more"),
}
_GONE: tuple[Pair, ...] = (
    (
        "alle namen, teksten, stemmen en antwoorden van de sessie",
        "all names, texts, votes and answers of the session",
    ),
    ("de controlegetallen van alle passen en links", "the check numbers of all passes and links"),
    (
        "de vrijgekomen ruimte in het bestand, die is overschreven, en het logboek van de database",
        "the freed space in the file, which was overwritten, and the database's log",
    ),
    ("wat de server in het geheugen had", "what the server had in memory"),
)
_OUTSIDE: tuple[Pair, ...] = (
    (
        "wat iemand eerder heeft gedownload, geprint of gefotografeerd",
        "what people downloaded, printed or photographed",
    ),
    ("afspraken in agenda’s", "appointments in calendars"),
    (
        "hoe vaak een voornemen is gedaan, begonnen of niet, alleen aantallen, tot dertien weken na de sessie",
        "how many resolutions were done, begun or not, as counts only, until thirteen weeks after the session",
    ),
    (
        "reservekopieën van de server van voor dit moment; vraag de beheerder hoelang die blijven",
        "backups of the server from before this moment; ask the operator how long those stay",
    ),
    (
        "de pas op een telefoon of computer, die nergens meer toegang toe geeft en na 60 dagen verdwijnt",
        "the pass on a phone or computer, which opens nothing any more and goes after 60 days",
    ),
)
_COUNTS: Pair = (
    "aantallen zonder namen of teksten, als de sessie meetelt in een reeks of een vervolglink had",
    "counts without names or texts, if the session counts in a series or had a follow-up link",
)
_PERSON_GONE: tuple[Pair, ...] = (
    ("uw naam of schuilnaam", "your name or pseudonym"),
    ("alles wat u typte: redenen, regels in het beeld, antwoorden en uw voornemen", "all that you typed"),
    ("uw toegang: dit toestel en uw bewaarlink geven geen toegang meer", "your access: this device and your keep-link"),
)
_PERSON_STAYS: tuple[Pair, ...] = (
    (
        "wat uw rol koos en wanneer, zonder naam of tekst, zodat het verhaal van het team blijft kloppen",
        "what your role chose and when, without name or text, so that the team's story still holds",
    ),
    ("wat anderen zelf over u schreven", "what others wrote about you in their own words"),
)


def person_receipt(at: int, language: Language) -> Told:
    """For the person who was erased. `at`: UTC in ms."""
    return _told(_PERSON, at, (), _PERSON_GONE, (*_PERSON_STAYS, *_OUTSIDE), language)


def room_receipt(receipt: Receipt, language: Language) -> Told:
    """For the facilitator: it names no person."""
    return _told(_ROOM, receipt.at, _facts(receipt), _GONE, (_COUNTS, *_OUTSIDE), language)


def _facts(receipt: Receipt) -> tuple[Pair, ...]:
    code = f"{receipt.code[:4]}-{receipt.code[4:]}"
    cause = _CAUSES[receipt.cause]
    facts = [(f"sessie {code}, {cause[0]}", f"session {code}, {cause[1]}")]
    if receipt.events is not None and receipt.people is not None:
        one = receipt.people == 1
        people = (
            f"{receipt.people} deelnemer{'' if one else 's'}",
            f"{receipt.people} participant{'' if one else 's'}",
        )
        facts.append(
            (
                f"{receipt.events} regels in het journaal, van {people[0]}",
                f"{receipt.events} lines of the journal, of {people[1]}",
            )
        )
    return tuple(facts)


def _told(
    title: Pair, at: int, facts: tuple[Pair, ...], gone: tuple[Pair, ...], outside: tuple[Pair, ...], language: Language
) -> Told:
    moment = datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    erased = tuple(told(one, language) for one in (*facts, *gone))
    stays = tuple(told(one, language) for one in outside)
    head = told(title, language)
    when = told((f"Gewist op {moment}:", f"Erased at {moment}:"), language)
    not_gone = told(("Niet gewist, want het ligt buiten de server of is niet van u alleen:", "Not erased:"), language)
    lines = [head, "", "Crisistafel", "", when, *(f"- {one}" for one in erased), "", not_gone]
    return Told(head, erased, stays, "\n".join([*lines, *(f"- {one}" for one in stays)]) + "\n")
