"""What the person at the terminal reads about a room that is a file."""

from __future__ import annotations

from typing import Final

from game_server.console import Language
from game_server.hosting.journal_reading import Why

WORDS: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "imported": "Sessie {room} staat op deze server, bij sleutel {key}. Maak in de regie nieuwe links om erin te "
        "komen.",
        "nothing_written": "Er is niets opgeslagen.",
        "not_read": "{file} kan niet worden gelezen: {detail}",
        "not_written": "{file} kan niet worden geschreven: {detail}",
        "reported": "Geschreven: {file}",
        "room_exists": "Sessie {room} staat al op deze server. Wis die eerst, als dit bestand ervoor in de plaats "
        "moet.",
        "room_outlived": "De bewaartermijn van sessie {room} is voorbij: deze server zou haar meteen weer wissen. Het "
        "verslag kan nog wel: crisistafel report BESTAND --out verslag.pdf",
        "unknown_key": "Er is geen sleutel {key}. Bekijk ze met: crisistafel key list",
        "which_key": "Bij welke sleutel hoort deze sessie? Geef --key NAAM. Bekijk ze met: crisistafel key list",
        "unknown_team": "Team {team} deed niet mee. Er zijn: {names}",
        "mirror_written": "Geschreven: {file}, met {count} groepen van tien sessies of meer.",
        "mirror_taken_in": "De spiegel is opgenomen, met {count} groepen van tien sessies of meer.",
        "which_files": "Geef een journal.jsonl, of met --series drie bestanden of meer.",
        "wrong_variant": "Kies --variant full of --variant public.",
        "wrong_kind": "Zo’n bestand kan niet worden gemaakt: {file}. Kies een naam op .pdf, .xlsx, .md of .json.",
    },
    "en": {
        "imported": "Session {room} is on this server, with key {key}. Make new links at the desk to get in.",
        "nothing_written": "Nothing was stored.",
        "not_read": "{file} cannot be read: {detail}",
        "not_written": "{file} cannot be written: {detail}",
        "reported": "Written: {file}",
        "room_exists": "Session {room} is on this server already. Erase that one first, if this file is to replace it.",
        "room_outlived": "Session {room} has outlived its retention: this server would erase it again at once. The "
        "report can still be made: crisistafel report FILE --out report.pdf",
        "unknown_key": "There is no key {key}. See them with: crisistafel key list",
        "which_key": "Which key does this session belong to? Give --key NAME. See them with: crisistafel key list",
        "unknown_team": "Team {team} did not take part. There are: {names}",
        "mirror_written": "Written: {file}, with {count} groups of ten sessions or more.",
        "mirror_taken_in": "The mirror was taken in, with {count} groups of ten sessions or more.",
        "which_files": "Give a journal.jsonl, or with --series three files or more.",
        "wrong_variant": "Choose --variant full or --variant public.",
        "wrong_kind": "Such a file cannot be made: {file}. Choose a name that ends in .pdf, .xlsx, .md or .json.",
    },
}
PROBLEMS: Final[dict[Language, dict[Why, str]]] = {
    "nl": {
        "too_large": "het bestand is te groot (meer dan 64 MB)",
        "empty": "het bestand is leeg",
        "not_json": "deze regel is geen JSON ({detail})",
        "not_a_journal": "dit is niet de eerste regel van een journaal van Crisistafel",
        "newer_format": "een nieuwere versie schreef dit bestand (vorm {detail}). Werk Crisistafel bij",
        "no_pack": "het scenario staat niet in het bestand, en deze installatie heeft het niet ({detail})",
        "wrong_pack": "het scenario is niet dat waarmee de sessie is gespeeld, of het is niet heel",
        "not_an_event": "deze regel is geen gebeurtenis",
        "newer_event": "een nieuwere versie schreef deze gebeurtenis ({detail}). Werk Crisistafel bij",
        "out_of_order": "hier hoort gebeurtenis {detail} te staan",
        "back_in_time": "de tijd kan niet, of is vroeger dan die van de regel ervoor",
        "wrong_author": "van wie deze gebeurtenis is, kan niet",
        "no_opening": "een journaal begint met het openen van de sessie",
        "opened_twice": "de sessie wordt een tweede keer geopend",
        "wrong_code": "de code van de sessie kan niet",
        "wrong_text": "in {detail} staat tekst die niemand kan typen, of veel te veel",
        "unknown_thing": "{detail} is er niet in dit scenario of deze sessie",
        "cannot_be_told": "na deze gebeurtenis kan het verslag niet worden gemaakt ({detail})",
        "does_not_fold": "deze gebeurtenis kan hier niet ({detail})",
    },
    "en": {
        "too_large": "the file is too large (more than 64 MB)",
        "empty": "the file is empty",
        "not_json": "this line is no JSON ({detail})",
        "not_a_journal": "this is not the first line of a journal of Crisistafel",
        "newer_format": "a newer version wrote this file (format {detail}). Update Crisistafel",
        "no_pack": "the scenario is not in the file, and this installation does not have it ({detail})",
        "wrong_pack": "the scenario is not the one that the session was played with, or it is not whole",
        "not_an_event": "this line is no event",
        "newer_event": "a newer version wrote this event ({detail}). Update Crisistafel",
        "out_of_order": "event {detail} should stand here",
        "back_in_time": "this time cannot be, or is before that of the line above",
        "wrong_author": "nobody can be the author of this event",
        "no_opening": "a journal begins with the opening of the session",
        "opened_twice": "the session is opened a second time",
        "wrong_code": "the session's code cannot be",
        "wrong_text": "{detail} holds text that nobody can type, or far too much of it",
        "unknown_thing": "{detail} is not in this scenario or this session",
        "cannot_be_told": "after this event the report cannot be made ({detail})",
        "does_not_fold": "this event cannot be here ({detail})",
    },
}


def say_journal(language: Language, code: str, **filled: str) -> str:
    return WORDS[language][code].format(**filled)


def problem_line(language: Language, why: Why, detail: str) -> str:
    """A sentence on one line, whatever the file said."""
    return PROBLEMS[language][why].format(detail=" ".join(detail.split())[:200])
