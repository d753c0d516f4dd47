"""Rules on texts: complete in every language, short, understood, and nobody's address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game_server.scenario.addresses import real_addresses
from game_server.scenario.model import Scenario, Text
from game_server.scenario.walk import Finding, Location, decisions, injects, rungs, texts, words

_PLACEHOLDER = re.compile(r"(?i)^\W*(todo|tbd|fixme|xxx+|lorem ipsum\b.*|\.\.\.|…)\W*$")
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
_EVERYDAY = frozenset({"ICT", "IT", "PDF", "TV", "SMS", "USB", "EU", "OK", "PIN", "NL", "PC", "A4", "MB", "GB", "TB"})
_CHARACTERS = {"short": 14, "title": 48, "label": 72, "subject": 110}
_WORDS = {
    "body": 180,
    "question": 40,
    "context": 70,
    "detail": 45,
    "consequence": 90,
    "practice": 40,
    "cost": 40,
    "needs": 40,
    "summary": 80,
    "say": 80,
    "goal": 40,
    "advice": 60,
}


def empty_text(scenario: Scenario) -> Iterator[Finding]:
    """A text without a letter, or one that says *to do*, reaches a projector one day."""
    for where, text in texts(scenario):
        for language, said in text.items():
            if _PLACEHOLDER.match(said) or not any(sign.isalnum() for sign in said):
                yield Finding((*where, language), f"this says nothing: {said!r}")


def missing_language(scenario: Scenario) -> Iterator[Finding]:
    """A pack that promises a language gives it everywhere; otherwise half a sentence of another one turns up midway."""
    for where, text in texts(scenario):
        for language in scenario.languages:
            if language not in text:
                yield Finding(where, f"there is no {language!r} here, which `languages` promises")
        for language in text:
            if language not in scenario.languages:
                yield Finding((*where, language), f"`languages` does not name {language!r}")


def too_long(scenario: Scenario) -> Iterator[Finding]:
    """News of more than a minute is not read at a crisis table, and a label of two lines breaks a phone's button."""
    for where, text in texts(scenario):
        field = next((step for step in reversed(where) if isinstance(step, str)), "")
        field = "advice" if "advice" in where else field
        for language, said in text.items():
            if len(said) > _CHARACTERS.get(field, len(said)):
                yield Finding((*where, language), f"{len(said)} characters; at most {_CHARACTERS[field]}")
            elif words({language: said}) > _WORDS.get(field, len(said)):
                yield Finding((*where, language), f"{words({language: said})} words; at most {_WORDS[field]}")


def real_address(scenario: Scenario) -> Iterator[Finding]:
    """An address or number in an exercise gets called. Only those that are set aside for nobody may stand in texts:
    .example, .invalid, .test and example.org, .com, .net; phone numbers that end in six zeros (0800 and 0900: four);
    IBANs that end in eight; accounts with `voorbeeld` or `oefening`; IP addresses of the documentation ranges.
    `sources` and a reference's `source` are public and may say where they are."""
    for where, said in _all_words(scenario):
        for kind, found in real_addresses(said):
            yield Finding(where, f"{found!r} could be somebody's {kind}; use one that is set aside for nobody")


def unknown_abbreviation(scenario: Scenario) -> Iterator[Finding]:
    """A table of officials is full of abbreviations, and nobody asks. Each one is in the glossary or is a role."""
    known = set(_EVERYDAY)
    for term in scenario.glossary:
        known |= set(_ABBREVIATION.findall(term.term))
    for role in scenario.roles.values():
        for text in (role.short, role.name):
            known |= {found for said in text.values() for found in _ABBREVIATION.findall(said)}
    for where, text in _read_by_players(scenario):
        for language, said in text.items():
            for line in said.splitlines():
                if line.upper() == line:
                    continue
                for found in _ABBREVIATION.findall(line):
                    if found not in known:
                        known.add(found)
                        yield Finding((*where, language), f"{found} is neither in the glossary nor the name of a role")


def _read_by_players(scenario: Scenario) -> Iterator[tuple[Location, Text]]:
    for where, _, inject in injects(scenario):
        yield (*where, "body"), inject.body
        if inject.subject is not None:
            yield (*where, "subject"), inject.subject
    for where, _, decision in decisions(scenario):
        yield (*where, "question"), decision.question
        yield (*where, "context"), decision.context
        for index, option in enumerate(decision.options):
            yield (*where, "options", index, "label"), option.label
            yield (*where, "options", index, "consequence"), option.consequence
            if option.detail is not None:
                yield (*where, "options", index, "detail"), option.detail
    for where, rung in rungs(scenario):
        yield (*where, "name"), rung.name
        yield (*where, "meaning"), rung.meaning
        yield (*where, "cost"), rung.cost
        if rung.needs is not None:
            yield (*where, "needs"), rung.needs


def _all_words(scenario: Scenario) -> Iterator[tuple[Location, str]]:
    for where, text in texts(scenario):
        for language, said in text.items():
            yield (*where, language), said
    for index, term in enumerate(scenario.glossary):
        yield ("glossary", index, "term"), term.term
    for where, _, inject in injects(scenario):
        if inject.counts is not None:
            yield (*where, "counts"), inject.counts
