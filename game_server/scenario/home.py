"""What every pack takes home unless it says otherwise: questions for a cup of coffee, and whom to call first."""

from __future__ import annotations

from typing import Final

from game_server.scenario.model import Id, Text

COFFEE: Final[dict[Id, Text]] = {
    "awake": {"nl": "Waar ligt u wakker van?", "en": "What keeps you awake at night?"},
    "first-hour": {
        "nl": "Wie belt u in het eerste uur, en hoor ik daarbij?",
        "en": "Whom do you call in the first hour, and am I one of them?",
    },
    "need": {"nl": "Wat hebt u deze maand van mij nodig?", "en": "What do you need from me this month?"},
    "switch-off": {
        "nl": "Wat mag u zelf uitzetten, en waarvoor hebt u mij nodig?",
        "en": "What may you switch off yourself, and what do you need me for?",
    },
    "first-back": {
        "nl": "Welke twee diensten komen als eerste terug, en weet iedereen dat?",
        "en": "Which two services come back first, and does everybody know?",
    },
    "on-paper": {
        "nl": "Wat hebben we op papier als alle schermen zwart zijn?",
        "en": "What do we have on paper when every screen is black?",
    },
    "restored": {
        "nl": "Wanneer zetten we voor het laatst een back-up terug, en hoe lang duurde dat?",
        "en": "When did we last restore a backup, and how long did it take?",
    },
    "supplier": {
        "nl": "Welke leverancier kan ons stilleggen, en wat is daarover afgesproken?",
        "en": "Which supplier can bring us to a halt, and what was agreed about it?",
    },
    "breach": {
        "nl": "Wie besluit of we een datalek melden, en hoe snel weet die persoon ervan?",
        "en": "Who decides whether we report a data breach, and how soon does that person know?",
    },
    "unsaid": {
        "nl": "Wanneer hield u iets voor u, en wat had u nodig om het wel te zeggen?",
        "en": "When did you keep something to yourself, and what would have made you say it?",
    },
}
"""In the order in which they are proposed."""

FIRST_HOUR: Final[tuple[Text, ...]] = (
    {"nl": "Wie heeft de leiding?", "en": "Who takes the lead?"},
    {"nl": "Informatiebeveiliging (CISO)", "en": "Information security (CISO)"},
    {"nl": "Gemeentesecretaris", "en": "Municipal secretary"},
    {"nl": "Privacy (FG)", "en": "Privacy (data protection officer)"},
    {"nl": "Woordvoerder", "en": "Spokesperson"},
    {"nl": "ICT-leverancier, dag en nacht", "en": "IT supplier, day and night"},
    {"nl": "IBD, hulp bij incidenten", "en": "IBD, help with incidents"},
    {"nl": "Veiligheidsregio", "en": "Safety region"},
    {"nl": "Politie", "en": "Police"},
    {"nl": "Autoriteit Persoonsgegevens", "en": "Data protection authority"},
)
"""Each gets a line for one's own name and number: a number that nobody checked is worse than none."""
