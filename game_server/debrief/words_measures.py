"""What a report says of before and after, and of lessons, in Dutch and in English."""

from __future__ import annotations

from typing import Final

NL: Final[dict[str, str]] = {
    "measures": "Vooraf en achteraf",
    "measures_intro": (
        "Zo schatten mensen zichzelf in, van 1 (klopt niet) tot 5 (klopt helemaal). Het getal in een vak is het aantal "
        "mensen. Dit zijn ruwe aantallen: zij bewijzen niets, en zij gaan over niemand in het bijzonder."
    ),
    "measures_together": "Alle teams samen",
    "measured_line": "Vooraf antwoordden {before} mensen, na afloop {after}.",
    "m_before": "vooraf",
    "m_then": "achteraf over vooraf",
    "m_after": "na afloop",
    "m_few": "Minder dan drie antwoorden: niet getoond.",
    "m_count": "{people} × {value}",
    "m_value": "Antwoord",
    "measure_shift": "Van {people} mensen die beide keren antwoordden: {higher} hoger, {same} gelijk, {lower} lager.",
    "place_asked": "Hoe hoog staat digitale veiligheid op uw lijst? (1 is bovenaan)",
    "place_below": "lager",
    "place_shift": (
        "Van {people} mensen die beide keren antwoordden: {lower} hoger op de lijst, {same} gelijk, {higher} lager."
    ),
    "grades": "Cijfer voor de sessie",
    "grades_people": "Mensen",
    "quotes": "In eigen woorden",
    "quotes_intro": "Vrijgegeven door wie het schreef.",
    "lessons": "Wat we leerden",
    "lessons_intro": "Geschreven aan tafel, zonder naam. Achter elke les staat hoeveel mensen haar een ster gaven.",
    "lesson_keep": "Zo houden",
    "lesson_change": "Anders doen",
    "lesson_ask": "Nog vragen",
    "lesson_stars": "{n} sterren",
    "lesson_star": "1 ster",
}
EN: Final[dict[str, str]] = {
    "measures": "Before and after",
    "measures_intro": (
        "How people rated themselves, from 1 (not true) to 5 (quite true). The number in a cell is how many people. "
        "These are raw counts: they prove nothing, and they are about nobody in particular."
    ),
    "measures_together": "All teams together",
    "measured_line": "{before} people answered beforehand, {after} afterwards.",
    "m_before": "before",
    "m_then": "before, looking back",
    "m_after": "afterwards",
    "m_few": "Fewer than three answers: not shown.",
    "m_count": "{people} × {value}",
    "m_value": "Answer",
    "measure_shift": "Of {people} people who answered both times: {higher} higher, {same} the same, {lower} lower.",
    "place_asked": "How high is digital safety on your list? (1 is the top)",
    "place_below": "lower",
    "place_shift": (
        "Of {people} people who answered both times: {lower} higher on the list, {same} the same, {higher} lower."
    ),
    "grades": "Grade for the session",
    "grades_people": "People",
    "quotes": "In their own words",
    "quotes_intro": "Released by whoever wrote it.",
    "lessons": "What we learned",
    "lessons_intro": "Written at the table, without a name. Behind each lesson stands how many people starred it.",
    "lesson_keep": "Keep",
    "lesson_change": "Change",
    "lesson_ask": "Ask",
    "lesson_stars": "{n} stars",
    "lesson_star": "1 star",
}
