"""The rows of the tables in the documents: risks, the register's entry, who is controller where, and examinations."""

from __future__ import annotations

from game_server.privacy.words import Pair

RISKS: tuple[tuple[Pair, Pair], ...] = (
    (
        ("een stem of reden komt bij wie die niet hoort te zien", "a vote or reason reaches who should not see it"),
        (
            "elk scherm krijgt een eigen beeld, opgebouwd vanaf niets; proeven zoeken geheimen in elk ander beeld",
            "each screen gets a view of its own, built up from nothing; tests look for secrets in every other view",
        ),
    ),
    (
        ("iemand voelt zich beoordeeld", "a person feels judged"),
        (
            "geen scores en geen ranglijsten; het verslag noemt rollen, en namen alleen als dat vooraf is gezegd",
            "no scores and no rankings; the report names roles, and people only when that was said beforehand",
        ),
    ),
    (
        ("gegevens blijven te lang staan", "data stay too long"),
        (
            "een sessie sluit en wist zichzelf; de gespreksleider kan meteen wissen; er is een bewijs van wissen",
            "a session closes and erases itself; the facilitator can erase at once; there is a receipt",
        ),
    ),
    (
        ("iemand wil niet meer meedoen", "a person no longer wants to take part"),
        (
            "wissen kan op de eigen telefoon, zonder iemand iets te vragen",
            "erasing is possible on one's own phone, without asking anybody",
        ),
    ),
    (
        ("een buitenstaander komt binnen", "an outsider gets in"),
        (
            "een code van acht tekens, een rem op raden, een deur die dicht kan en zo nodig toelating per persoon",
            "a code of eight characters, a brake on guessing, a door that can be shut, admission one by one if wanted",
        ),
    ),
    (
        ("het verslag wordt openbaar (Woo)", "the report becomes public (Woo)"),
        (
            "elke deelnemer kan eigen woorden uit het verslag schrappen; zet geen echte kwetsbaarheden in de oefening",
            "every participant can strike their own words from it; put no real vulnerabilities in the exercise",
        ),
    ),
    (
        ("logregels verraden iets", "log lines give something away"),
        (
            "logregels bevatten geen namen, teksten of passen; een proef zoekt ernaar",
            "log lines hold no names, texts or passes; a test looks for them",
        ),
    ),
)

ENTRY: tuple[tuple[Pair, Pair], ...] = (
    (
        ("Verantwoordelijke en contact", "Controller and contact"),
        ("[vul in]; beheerder van de server: {operator}", "[fill in]; operator of the server: {operator}"),
    ),
    (("FG", "DPO"), ("[vul in]", "[fill in]")),
    (
        ("Doel", "Purpose"),
        (
            "oefenen, nabespreken en leren van besluiten in een digitale crisis",
            "to practise, look back on and learn from decisions in a digital crisis",
        ),
    ),
    (
        ("Betrokkenen", "Data subjects"),
        ("deelnemers, gespreksleiders en waarnemers", "participants, facilitators and observers"),
    ),
    (
        ("Gegevens", "Data"),
        (
            "naam of schuilnaam, team, rol, handelingen in het spel, getypte teksten, controlegetallen van passen",
            "name or pseudonym, team, role, actions in the game, typed texts, check numbers of passes",
        ),
    ),
    (
        ("Ontvangers", "Recipients"),
        (
            "het eigen team, de gespreksleider, wie het verslag krijgt; de beheerder van de server (bestanden)",
            "the own team, the facilitator, who gets the report; the operator of the server can reach the files",
        ),
    ),
    (
        ("Doorgifte buiten de EU", "Transfer outside the EU"),
        (
            "door het programma: geen. Plaats van de server: [vul in]",
            "by the program: none. Place of the server: [fill in]",
        ),
    ),
    (
        ("Termijn", "Time limit"),
        (
            "{days} dagen na het sluiten van een sessie (per sessie 0 tot 365); bewijzen van wissen 365 dagen",
            "{days} days after a session closes (for each session 0 to 365); receipts of erasure 365 days",
        ),
    ),
    (
        ("Beveiliging", "Security"),
        (
            "alleen controlegetallen van passen; beeld per scherm; versleutelde verbinding: {tls}; wissen overschrijft",
            "check numbers of passes only; a view for each screen; encrypted connection: {tls}; overwriting on erasure",
        ),
    ),
)

SETTINGS: tuple[tuple[Pair, Pair, Pair], ...] = (
    (
        ("één gemeente aan tafel, op de eigen server", "one municipality at a table, on its own server"),
        ("die gemeente", "that municipality"),
        ("geen", "none"),
    ),
    (
        ("twee gemeenten samen", "two municipalities together"),
        (
            "elk voor de eigen deelnemers, of samen; leg vast wie vragen beantwoordt",
            "each for its own participants, or jointly; put down who answers questions",
        ),
        ("de gemeente of partij die de server draait", "the municipality or party that runs the server"),
    ),
    (
        ("op de server van een gastheer, zoals een congres", "on a host's server, such as a conference"),
        (
            "wie de oefening organiseert en bepaalt wat ermee gebeurt; meestal de gastheer",
            "who organises the exercise and decides what happens with it; mostly the host",
        ),
        ("wie de server voor die gastheer draait", "who runs the server for that host"),
    ),
)

RESULTS: tuple[tuple[Pair, Pair], ...] = (
    (
        (
            "axe op elk soort scherm van een hele gespeelde sessie, licht en donker",
            "axe on every kind of screen of a whole played session, light and dark",
        ),
        (
            "de proef faalt bij één melding; stand bij deze versie: geen",
            "the test fails on one finding; at this version: none",
        ),
    ),
    (
        ("een hele sessie met alleen het toetsenbord", "a whole session with the keyboard alone"),
        ("gespeeld van meedoen tot verslag", "played from joining to report"),
    ),
    (
        (
            "320 pixels breed, 200% vergroot en ruimere letterafstand",
            "320 pixels wide, 200% zoom and wider text spacing",
        ),
        ("niets valt weg en niets schuift opzij", "nothing is lost and nothing scrolls sideways"),
    ),
    (
        ("nieuwe berichten voor een schermlezer", "new messages for a screen reader"),
        ("elk bericht één keer, zonder de aandacht te verplaatsen", "each message once, without moving the focus"),
    ),
    (
        ("PDF-verslag met veraPDF (PDF/UA-1)", "PDF report with veraPDF (PDF/UA-1)"),
        ("voldoet; ook met vijandige teksten", "compliant; also with hostile texts"),
    ),
)
