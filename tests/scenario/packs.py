"""A small valid pack to test with: two roles, one main and one quick decision, as files and as a `Scenario`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game_server.scenario.load import load_pack
from game_server.scenario.model import Scenario

MAIN = """\
# yaml-language-server: $schema=../scenario.schema.json
id: tiny
version: 1.0.0
languages: [nl]
title: {nl: Kleine proef}
theme: own_house
summary: {nl: Een vreemde inlog op vrijdagmiddag.}
minutes: 40
municipality: {nl: Natte Meren}
card:
  author: De makers
  licence: CC BY 4.0
  legal_checked: "2026-03-01"
resolution: {nl: "Een kop koffie met de CISO: waar ligt u wakker van?"}
roles:
  mayor:
    name: {nl: Burgemeester}
    short: {nl: Burgemeester}
    summary: {nl: U bent het gezicht naar buiten.}
    card:
      decides: [{nl: Wat de inwoners horen.}]
      may_not: [{nl: De techniek aansturen.}]
      asks: [{nl: "Wat weten wij zeker?"}]
  ciso:
    name: {nl: Chief information security officer}
    short: {nl: CISO}
    summary: {nl: U brengt het technische beeld.}
    card:
      decides: [{nl: Welk advies op tafel komt.}]
      may_not: [{nl: Alleen kiezen welke dienst eerst terugkomt.}]
      asks: [{nl: "Wie heeft dit nog meer gezien?"}]
indicators:
  trust: {name: {nl: Vertrouwen}, start: 60, icon: handshake, meaning: {nl: Inwoners geloven ons niet meer.}}
  service: {name: {nl: Dienstverlening}, start: 70, icon: building, meaning: {nl: De balie helpt niemand.}}
clocks:
  breach:
    name: {nl: Melding van het datalek}
    law: {nl: Artikel 33 AVG vraagt een melding binnen 72 uur.}
    hours: 72
    seen_by: [ciso]
    lapse_effects: {trust: -5}
    lapse_text: {nl: De termijn ging voorbij zonder melding.}
ladder:
  - id: team-room
    name: {nl: Crisisteam bijeen}
    meaning: {nl: De leiding zit bij elkaar.}
    cost: {nl: De afdelingen wachten op hun leiding.}
    decides: [mayor, ciso]
    effects: {service: -2}
  - id: region
    name: {nl: De regio denkt mee}
    meaning: {nl: Een ervaren leider komt helpen.}
    cost: {nl: Het verhaal gaat sneller rond.}
    decides: [mayor]
    effects: {trust: -3}
    unlock: [region-call]
    when: {level: {indicator: service, at_most: 69}}
    needs: {nl: Inwoners merken het al.}
debrief:
  - {id: facts, text: {nl: "Wat wisten wij zeker?"}}
statements:
  - {id: first-call, text: {nl: Ik weet wie ik in het eerste uur bel.}}
  - {id: my-role, text: {nl: Ik ken het verschil tussen mijn rol en die van de CISO.}}
  - {id: ask-aloud, text: {nl: Ik durf te zeggen dat ik iets niet begrijp.}}
pick: [first-call, my-role, ask-aloud]
glossary:
  - {term: AVG, meaning: {nl: De wet die persoonsgegevens beschermt.}}
sources: ["https://www.autoriteitpersoonsgegevens.nl/"]
parts: [rounds.yaml]
"""

ROUNDS = """\
# yaml-language-server: $schema=../scenario.schema.json
phases:
  - id: welcome
    kind: welcome
    title: {nl: Welkom}
    minutes: 5
    talk: 3
    goal: {nl: Iedereen zit en kent de afspraken.}
    say: [{nl: Wij oefenen het proces en beoordelen niemand.}]
  - id: round-1
    kind: round
    title: {nl: Ronde 1}
    minutes: 25
    talk: 1
    starts: {day: 0, time: "15:40"}
    pace: 4
    goal: {nl: Kiezen terwijl nog veel onzeker is.}
    say: [{nl: Lees eerst het nieuws op uw eigen scherm.}]
    injects:
      - id: slow-desk
        at: 0
        game: "15:40"
        channel: phone
        from: {nl: Balie}
        body: {nl: "Balie: Het systeem is traag vanmiddag.\\nU: Sinds wanneer?"}
      - id: strange-login
        at: 1
        game: "15:42"
        channel: chat
        from: {nl: Beheerder}
        to: [ciso]
        else: [mayor]
        body: {nl: "Beheerder: Ik zie een inlog die ik niet ken."}
        starts: [breach]
      - id: minister-visit
        at: 1
        game: "15:43"
        channel: mail
        from: {nl: Kabinet}
        to: [mayor]
        else: [ciso]
        subject: {nl: Bezoek maandag}
        body: {nl: "De minister komt maandag. Gaat dat door?"}
      - id: resident-post
        at: 16
        game: "16:40"
        channel: social
        from: {nl: Inwoner}
        counts: 12 reacties
        lights_out: 2
        when: {chosen: {decision: unplug, option: all-off}}
        body: {nl: "Alles ligt plat bij de gemeente. Waarom zegt niemand iets?"}
      - id: second-login
        at: 16
        game: "16:41"
        channel: note
        from: {nl: Beheerder}
        to: [ciso]
        else: [mayor]
        when: {any: [{chosen: {decision: unplug, options: [watch]}}, {level: {indicator: trust, at_most: 55}}]}
        body: {nl: De vreemde inlog is terug.}
      - id: expert-offer
        at: 20
        game: "16:55"
        channel: letter
        from: {nl: Onderzoeksbureau}
        locked: true
        body: {nl: Wij kunnen vanavond helpen. Dat kost geld.}
      - id: region-call
        at: 19
        game: "16:56"
        channel: note
        from: {nl: Regio}
        locked: true
        body: {nl: Onze leider is onderweg.}
    decisions:
      - id: unplug
        kind: main
        anchor: true
        at: 3
        minutes: 13
        talk: 10
        title: {nl: "Stekker eruit?"}
        question: {nl: "Halen wij de systemen van het net?"}
        context: {nl: Er is een vreemde inlog. Niemand weet nog wat het is.}
        values: [{nl: veiligheid van gegevens}, {nl: dienstverlening aan inwoners}]
        settles: {by: role, role: mayor, deputies: [ciso]}
        options:
          - id: all-off
            label: {nl: Zet alles uit}
            effects: {trust: 5, service: -20}
            consequence: {nl: De balie sluit. Het onderzoek kan beginnen.}
            acts_on: [strange-login]
          - id: part-off
            label: {nl: Zet een deel uit}
            effects: {trust: -5, service: -5}
            consequence: {nl: De balie werkt door op papier.}
            unlock: [expert-offer]
          - id: watch
            label: {nl: Kijk een nacht mee}
            effects: {trust: -10, service: 5}
            consequence: {nl: "De avond blijft rustig, maar de inlog komt terug."}
            acts_on: [minister-visit]
        references:
          - kind: law
            text: {nl: Artikel 33 AVG gaat over het melden van een datalek.}
            source: "AVG, artikel 33"
            checked: "2026-03-01"
        practice: {nl: Wij weten wie 's nachts de systemen mag uitzetten.}
        advice:
          mayor: {nl: Kies wat u morgen kunt uitleggen.}
          ciso: {nl: Sluit het deel af dat verdacht is.}
        talking_points: [{nl: "Wie belt u nu als eerste?"}]
      - id: tell-council
        kind: quick
        at: 21
        minutes: 3
        title: {nl: "De raad bellen?"}
        question: {nl: "Belt u vanavond de fractievoorzitters?"}
        context: {nl: Een raadslid vraagt wat er speelt.}
        values: [{nl: openheid}, {nl: rust}]
        votes: [mayor, ciso]
        settles: {by: majority, tie: mayor}
        seconds: 60
        options:
          - id: call-now
            label: {nl: Bel vanavond}
            effects: {trust: 5, service: -2}
            consequence: {nl: De raad is op de hoogte. Het team verliest een uur.}
            stop_clocks: [breach]
          - id: wait
            label: {nl: Wacht tot morgen}
            effects: {trust: -5}
            consequence: {nl: De raad hoort het via de krant.}
  - id: debrief
    kind: debrief
    title: {nl: Nabespreking}
    minutes: 8
    talk: 6
    goal: {nl: Samen terugkijken.}
    say: [{nl: "Wat gaat u maandag doen?"}]
  - id: close
    kind: close
    title: {nl: Afsluiting}
    minutes: 2
    goal: {nl: Iedereen gaat met een voornemen naar huis.}
    say: [{nl: Bedankt.}]
"""

FILES = {"scenario.yaml": MAIN, "rounds.yaml": ROUNDS}


def write_pack(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Writes the pack's files, or those given instead, into `folder` and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (FILES if files is None else files).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def changed(old: str, new: str) -> dict[str, str]:
    """The pack's files with one passage replaced; it stands exactly once in them."""
    assert sum(text.count(old) for text in FILES.values()) == 1, old
    return {name: text.replace(old, new) for name, text in FILES.items()}


@cache
def tiny_scenario() -> Scenario:
    """The small pack, loaded. Frozen, so one for all tests."""
    with TemporaryDirectory() as folder:
        return load_pack(write_pack(Path(folder)))


def with_quick(**fields: object) -> Scenario:
    """The tiny pack with its quick decision changed."""
    pack = tiny_scenario().model_dump(by_alias=True)
    quick = next(d for p in pack["phases"] for d in p["decisions"] if d["id"] == "tell-council")
    quick.update(fields)
    return Scenario.model_validate(pack)
