"""What people at a table might type: the words of the played sessions, drawn by chance, or a mark for each writer."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

Words: TypeAlias = Callable[[str, str, str], str]
"""(kind of text, team, seat or "desk") → what is typed."""

PHRASES: dict[str, tuple[str, ...]] = {
    "reason": (
        "Liever een avond ongemak dan een jaar spijt.",
        "Ik wil eerst weten wie hier last van heeft.",
        "We weten te weinig om alles stil te leggen. Een deel afsluiten koopt tijd, en de uitkeringen gaan door.",
        "Dit kan ik morgen aan een inwoner uitleggen.",
        "",
        "De gegevens van de kinderen wegen voor mij het zwaarst.",
        "Zonder advies van de IBD doe ik dit niet.",
        "Een verwerkersovereenkomstenregister hebben we niet; wie we moeten bellen, weet dus niemand.",
        "",
        (
            "Mijn gevoel zegt wachten, maar wachten is ook kiezen. Als het morgen misgaat, moeten we kunnen laten "
            "zien dat we dit hebben gewogen en wie er aan tafel zat."
        ),
    ),
    "owner": ("Gemeentesecretaris", "CISO, samen met systeembeheer", "Hoofd communicatie", "Teamleider Inkomen"),
    "statement": (
        "We kiezen voor de mensen die vanavond geld nodig hebben, en zeggen eerlijk wat we nog niet weten.",
        "We beschermen eerst wat niet te herstellen is. Daarom is onze balie morgen dicht.",
        "Wij vertellen u wat we weten, wat we niet weten en wanneer u weer van ons hoort. Dat is om acht uur morgen.",
    ),
    "overrule": ("De tafel was het eens, alleen de burgemeester niet. We spelen door met wat de tafel wilde.",),
    "reopened": ("Er kwam nieuws op tafel dat niemand had meegewogen: de kopie was al weken niet getest.",),
    "picture": (
        "Vreemde aanmelding om 02.10 uur",
        "De kopie van woensdag is teruggelezen",
        "Wie heeft er toegang tot de jeugddossiers?",
        "Om 18.00 uur gaan de uitkeringen weg",
    ),
    "reflection": (
        "Bij het briefje. Iedereen keek naar elkaar en niemand pakte de telefoon.",
        "Ik had iets in handen en dacht dat iedereen het wist.",
        "We vroegen niet door op het woord ‘waarschijnlijk’.",
        (
            "Dat we zo snel naar de oplossing gingen. Het beeld klopte niet en dat merkten we pas bij de tweede ronde, "
            "toen de FG hardop zei dat de 72 uur al liepen. Toen werd het stil."
        ),
        "De bellijst hangt achter een wachtwoord. Dat is maandag anders.",
        "Het tempo was goed. Ik miste de wethouder.",
    ),
    "resolution": (
        "Een kop koffie met de CISO: waar ligt u wakker van?",
        "De bellijst op papier, thuis en in de auto.",
        "Ik vraag in het college wie ’s nachts de systemen mag uitzetten, en ik laat het vastleggen.",
        "Ik oefen de eerste verklaring met communicatie, zonder te speculeren.",
        "Samen met de FG langs de drie afdelingen met de gevoeligste dossiers.",
    ),
    "with": ("de CISO", "de gemeentesecretaris", "de piketambtenaar crisisbeheersing", "het college"),
    "by": ("1 december", "vrijdag", "2026-12-11", "voor de kerst"),
    "first_step": ("Maandag een afspraak in de agenda zetten.", "Het nummer van de IBD opzoeken en opschrijven."),
    "note": (
        "Het werd stil toen de CISO de kopie noemde. Daarna pas vroeg iemand: sinds wanneer weten we dit?",
        "Mooi: de burgemeester vat samen wat zeker is en wat niet.",
        "Niemand keek naar de klok van de AP.",
    ),
    "sender": ("Gespreksleider",),
    "subject": ("Een telefoontje tussendoor",),
    "body": ("De commissaris van de Koning belt over tien minuten. Wat vertelt u?",),
}
NAMES = (
    "Anna de Wit",
    "Bram Ślusarczyk",
    "Carla van ’t Hof-Öztürk",
    "Daan Ijsselstein",
    "Esmée Nguyễn",
    "Fatima El A.",
)


def phrases(seed: int = 7) -> Words:
    """Texts drawn from the phrases, the same ones for the same seed."""
    chance = Random(seed)
    left: dict[str, list[str]] = {}

    def said(kind: str, _team: str, _seat: str) -> str:
        if not left.get(kind):
            left[kind] = chance.sample(PHRASES[kind], len(PHRASES[kind]))
        return left[kind].pop()

    return said


def marks(kind: str, team: str, seat: str) -> str:
    """A text that says who wrote it: `@reason/t1/s4@`; owner and such stay within 40 characters."""
    return f"@{kind}/{team}/{seat}@"
