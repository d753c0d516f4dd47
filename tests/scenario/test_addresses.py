"""What could be somebody's is refused; what is set aside for nobody, and what only looks like a number, is not."""

from __future__ import annotations

import pytest

from game_server.scenario.addresses import real_addresses

SOMEBODYS = [
    ("web address", "Kijk op https://www.gemeente.nl/melding voor meer."),
    ("web address", "Kijk op www.gemeente.nl."),
    ("web address", "natte-meren.nl"),
    ("web address", "http://93.184.216.34/login"),
    ("web address", "Betaal via abcdefghijklmnop.onion binnen 48 uur"),
    ("web address", "hxxp://slecht.ru"),
    ("web address", "https://example.org.evil.com/"),
    ("mail address", "Mail naar j.jansen@gemeente.nl vandaag"),
    ("mail address", "info@notexample.org"),
    ("account", "Volg @gemeentebode"),
    ("phone number", "Bel 06-12345678"),
    ("phone number", "Bel 06 12 34 56 78"),
    ("phone number", "Bel +31 6 1234 5678"),
    ("phone number", "Bel 0031612345678"),
    ("phone number", "Bel (0570) 61 23 45"),
    ("phone number", "Bel 0900-8844"),
    ("phone number", "Bel 088-1234567"),
    ("phone number", "Bel +32 470 12 34 56"),
    ("bank account", "NL91 ABNA 0417 1643 00"),
    ("bank account", "NL91ABNA0417164300"),
    ("bank account", "BE71 0961 2345 6769"),
    ("network address", "Verkeer naar 8.8.8.8 gezien"),
    ("wallet", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
    ("wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ("citizen service number", "BSN 111222333"),
    ("citizen service number", "BSN 1112.22.333"),
]

NOBODYS = [
    "Mail naar balie@nattemeren.example of meld@gemeente.test",
    "Kijk op https://nattemeren.example/melding en op www.example.org",
    "Bel 0570-000000, 06-00000000, +31 6 0000 0000 of 0800-0000",
    "Rekening NL00 BANK 0000 0000 00",
    "Volg @nattemeren_voorbeeld en @balie@social.example",
    "Verkeer van 10.0.0.12 naar 192.0.2.7 en 203.0.113.9",
    "De telling: 1.331 paspoorten, 730.000 bestanden, 50 BTC, €3.500.000.",
    "Het is 15:40, vrijdag 12-03-2027; op 06-12-2026 16:30 begint het weer.",
    "Zaaknummer 2026-001234, artikel 33, bel 112.",
    "Versie 2.4.1 en 999.1.2.3 draaien nog.",
    "Dat zei hij.Daarna ging hij weg. Zie bijlage.pdf en map/backup.old",
    "1.100 huishoudens, 48 uur, 60 GB, 4 x 24 uur",
]


@pytest.mark.parametrize(("kind", "text"), SOMEBODYS)
def test_what_could_be_somebodys_is_found_once(kind: str, text: str) -> None:
    assert [found for found, _ in real_addresses(text)] == [kind]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_nobodys_is_left_alone(text: str) -> None:
    assert list(real_addresses(text)) == []
