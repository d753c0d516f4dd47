"""What is kept beside the rooms' journals: in the store, the data folder, memory, browsers and logs."""

from __future__ import annotations

from typing import NamedTuple

from game_server.privacy.words import Pair


class Beside(NamedTuple):
    """One place. `tables`: the tables of the store that it tells of, with their columns."""

    where: Pair
    what: Pair
    why: Pair
    keeps: Pair
    seen: Pair
    tables: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 (a NamedTuple's default; never changed)


_WITH_ROOM: Pair = ("tot de sessie gewist is", "until the session is erased")
_SERVER: Pair = ("alleen de beheerder van de server", "only the operator of the server")

BESIDE: tuple[Beside, ...] = (
    Beside(
        ("lijst van sessies", "list of sessions"),
        (
            "code, het scenario, het aantal regels, en de naam van de sleutel waarmee de sessie werd geopend",
            "code, the scenario, the number of lines, and the name of the key that opened the session",
        ),
        ("de gespreksleider de eigen sessies laten zien", "to show facilitators their own sessions"),
        _WITH_ROOM,
        ("de gespreksleider met die sleutel", "the facilitator with that key"),
        {"rooms": ("id", "code", "key", "digest", "epoch", "last")},
    ),
    Beside(
        ("register van passen", "index of passes"),
        ("controlegetal van een pas, en bij welke sessie het hoort", "check number of a pass, and its session"),
        ("een toestel terugkennen", "to know a device again"),
        _WITH_ROOM,
        ("niemand", "nobody"),
        {"passes": ("hash", "room")},
    ),
    Beside(
        ("lijst van gewiste stoelen", "list of erased chairs"),
        ("het nummer van een stoel die zichzelf wiste", "the number of a chair that erased itself"),
        ("na een terugzetting opnieuw wissen", "to erase again after a restore"),
        _WITH_ROOM,
        ("niemand", "nobody"),
        {"erased": ("room", "seat")},
    ),
    Beside(
        ("scenario’s", "scenarios"),
        ("verzonnen verhalen met beeld en geluid; geen deelnemers", "made-up stories with media; no participants"),
        ("een oud verslag blijft kloppen", "an old report still holds"),
        ("tot geen sessie het scenario nog nodig heeft", "until no session needs it any more"),
        ("wie het scenario speelt", "who plays the scenario"),
        {"packs": ("digest", "name", "data")},
    ),
    Beside(
        ("sleutels van gespreksleiders", "facilitators’ keys"),
        ("de naam van een sleutel en een controlegetal", "a key’s name and a check number"),
        ("wie op deze server sessies mag openen", "who may open sessions on this server"),
        (
            "tot de beheerder de datamap wist, ook na intrekken",
            "until the operator erases the folder, also when revoked",
        ),
        _SERVER,
        {"keys": ("id", "name", "hash", "revoked")},
    ),
    Beside(
        ("aantallen van gesloten sessies", "counts of closed sessions"),
        (
            "van sessies die daarvoor kozen: mensen per rol, antwoorden en keuzes in aantallen; geen namen of teksten",
            "of sessions that chose it: people by role, answers and choices in numbers; no names or texts",
        ),
        ("een reeksverslag over drie sessies of meer", "a series report on three sessions or more"),
        ("tot de beheerder de map series wist", "until the operator erases the folder series"),
        _SERVER,
    ),
    Beside(
        ("spiegels van andere installaties", "mirrors of other installations"),
        (
            "hoe vaak elke keuze werd gemaakt, alleen in groepen van tien sessies of meer",
            "how often each option was chosen, only in groups of ten sessions or more",
        ),
        ("de eigen keuzes naast die van andere tafels leggen", "to lay one’s own choices beside those of other tables"),
        ("tot de beheerder de map mirror wist", "until the operator erases the folder mirror"),
        ("de gespreksleider", "the facilitator"),
    ),
    Beside(
        ("bewijzen van wissen", "receipts of erasure"),
        (
            "code, moment, aantallen en de naam van de sleutel; geen namen of teksten van deelnemers",
            "code, moment, counts and the key’s name; no names or texts of participants",
        ),
        ("laten zien dat op tijd gewist is", "to show that erasure was in time"),
        ("365 dagen", "365 days"),
        ("de gespreksleider met die sleutel", "the facilitator with that key"),
        {"receipts": ("id", "key", "at", "line")},
    ),
    Beside(
        ("vervolgtelling", "follow-up tally"),
        (
            "code, de naam van de sleutel, aantallen, en per vervolglink een controlegetal dat naar geen stoel leidt",
            "code, the key’s name, counts, and for each follow-up link a check number that leads to no chair",
        ),
        ("weten wat er na weken van kwam", "to know what came of it after weeks"),
        ("tot dertien weken na het sluiten", "until thirteen weeks after the closing"),
        ("de gespreksleider met die sleutel, alleen de aantallen", "the facilitator with that key, the counts only"),
    ),
    Beside(
        ("datamap, buiten de database", "data folder, beside the database"),
        (
            "de eerste sleutel, en zolang de server draait zijn adres en een beheerwoord",
            "the first key, and while the server runs its address and an operator’s token",
        ),
        ("de beheerder toegang geven", "to give the operator access"),
        ("zolang de server bestaat of draait", "as long as the server exists or runs"),
        _SERVER,
    ),
    Beside(
        ("geheugen van de server", "the server’s memory"),
        (
            "wie verbonden is, het netwerkadres van een verbinding en tellers per adres",
            "who is connected, a connection’s network address, and counters per address",
        ),
        ("aanwezigheid tonen en misbruik tegengaan", "to show presence and prevent abuse"),
        (
            "zolang de verbinding duurt; tellers een minuut of minder lang na het laatste gebruik",
            "while connected; counters about a minute",
        ),
        (
            "de gespreksleider ziet aanwezigheid; het adres ziet niemand",
            "the facilitator sees presence; nobody sees the address",
        ),
    ),
    Beside(
        ("browser van de deelnemer", "the participant’s browser"),
        (
            "de eigen pas met naam, rol en titel van de sessie; wat getypt en nog niet verstuurd is; voorkeuren",
            "the own pass with name, role and the session’s title; what was typed and not yet sent; preferences",
        ),
        ("na herladen verdergaan", "to go on after a reload"),
        (
            "de pas hooguit 60 dagen, concepten tot het tabblad sluit",
            "the pass 60 days at most, drafts until the tab closes",
        ),
        ("wie dat toestel gebruikt", "who uses that device"),
    ),
    Beside(
        ("browser van de gespreksleider", "the facilitator’s browser"),
        ("sleutel, passen van sessies en concepten van eigen nieuws", "key, passes of sessions and drafts of own news"),
        ("na herladen verdergaan", "to go on after a reload"),
        (
            "tot de gespreksleider ze wist; passen hooguit 60 dagen",
            "until the facilitator clears them; passes 60 days at most",
        ),
        ("wie dat toestel gebruikt", "who uses that device"),
    ),
    Beside(
        ("logregels van de server", "log lines of the server"),
        (
            "moment, soort fout en code van de sessie; nooit namen, teksten of passen",
            "moment, kind of error and code of the session; never names, texts or passes",
        ),
        ("storingen oplossen", "to mend faults"),
        ("zolang de beheerder logregels bewaart", "as long as the operator keeps log lines"),
        _SERVER,
    ),
)
