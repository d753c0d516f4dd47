"""The sentences of a series' two pages and its sheet, in Dutch and English."""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "nl": {
        "exercise": "OEFENING",
        "title": "Reeksverslag",
        "lead": "Dit verslag telt sessies op. Het noemt geen namen, en van een antwoord dat minder dan tien mensen "
        "gaven, staat hier niets.",
        "period": "Periode",
        "sessions": "sessies",
        "teams": "gemeenten aan tafel",
        "people": "mensen",
        "scenarios": "Wat er is gespeeld",
        "times": "{count} keer",
        "roles": "Wie er zaten",
        "role": "Rol",
        "statements": "Voor en na",
        "statements_how": "Hoeveel mensen gaven elk antwoord, van 1 (helemaal niet) tot 5 (helemaal wel). "
        "Terugkijkend: wat mensen achteraf vinden dat zij vooraf wisten.",
        "statement": "Stelling",
        "moment": "Wanneer",
        "before": "vooraf",
        "then": "terugkijkend",
        "after": "achteraf",
        "answered": "mensen",
        "too_few": "minder dan tien mensen",
        "places": "Hoe hoog digitale veiligheid op de eigen lijst staat",
        "place": "{place}e",
        "place_below": "lager",
        "grades": "Cijfer voor de sessie",
        "average": "gemiddeld {average}, van {people} mensen",
        "grade": "Cijfer",
        "resolutions": "Goede voornemens",
        "made": "genomen",
        "done": "gedaan",
        "begun": "begonnen",
        "not": "niet gedaan",
        "unheard": "niets van gehoord",
        "quotes": "Wat deelnemers wilden doorgeven",
        "no_quotes": "Niemand gaf een zin vrij, of de zinnen zijn met hun sessie gewist.",
        "more_quotes": "De andere zinnen staan in het rekenblad.",
        "scale": "Van 1 tot 5",
        "overview": "Overzicht",
        "what": "Wat",
        "number": "Aantal",
        "made_from": "Geteld uit wat gesloten sessies achterlieten, omdat zij daarvoor kozen. Natte Meren bestaat "
        "niet.",
        "page": "Bladzijde",
        "not_counts": "{detail} is geen bestand met aantallen van een sessie.",
        "newer_counts": "Een nieuwere versie schreef {detail}. Werk Crisistafel bij.",
        "not_a_mirror": "{detail} is geen spiegelbestand.",
        "mirror_too_small": "{detail} telt groepen van minder dan tien sessies. Zo’n spiegel nemen we niet op.",
        "too_few_rooms": "Een reeks begint bij drie sessies die ervoor kozen mee te tellen.",
    },
    "en": {
        "exercise": "EXERCISE",
        "title": "Series report",
        "lead": "This report adds sessions up. It names nobody, and of an answer that fewer than ten people gave it "
        "says nothing.",
        "period": "Period",
        "sessions": "sessions",
        "teams": "municipalities at the table",
        "people": "people",
        "scenarios": "What was played",
        "times": "{count} times",
        "roles": "Who sat there",
        "role": "Role",
        "statements": "Before and after",
        "statements_how": "How many people gave each answer, from 1 (not at all) to 5 (fully). Looking back: what "
        "people afterwards think they knew beforehand.",
        "statement": "Statement",
        "moment": "When",
        "before": "before",
        "then": "looking back",
        "after": "after",
        "answered": "people",
        "too_few": "fewer than ten people",
        "places": "How high digital safety stands on one’s own list",
        "place": "no. {place}",
        "place_below": "lower",
        "grades": "Mark for the session",
        "average": "{average} on average, of {people} people",
        "grade": "Mark",
        "resolutions": "Resolutions",
        "made": "made",
        "done": "done",
        "begun": "begun",
        "not": "not done",
        "unheard": "not heard of",
        "quotes": "What participants wanted to pass on",
        "no_quotes": "Nobody released a sentence, or the sentences were erased with their session.",
        "more_quotes": "The other sentences are in the spreadsheet.",
        "scale": "From 1 to 5",
        "overview": "Overview",
        "what": "What",
        "number": "Number",
        "made_from": "Counted from what closed sessions left behind, because they chose to. Natte Meren does not "
        "exist.",
        "page": "Page",
        "not_counts": "{detail} is no file with the counts of a session.",
        "newer_counts": "A newer version wrote {detail}. Update Crisistafel.",
        "not_a_mirror": "{detail} is no mirror.",
        "mirror_too_small": "{detail} counts groups of fewer than ten sessions. We do not take in such a mirror.",
        "too_few_rooms": "A series begins with three sessions that chose to be counted.",
    },
}


def say(language: str, key: str, **filled: object) -> str:
    return WORDS["en" if language == "en" else "nl"][key].format(**filled)


def labels(language: str) -> dict[str, str]:
    """All of them, for the typesetter."""
    return WORDS["en" if language == "en" else "nl"]
