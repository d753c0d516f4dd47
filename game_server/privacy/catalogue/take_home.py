"""Stored about looking back: answers, reflections and what people take home."""

from __future__ import annotations

from collections.abc import Mapping

from game_server.privacy.inventory import Line, Seer

_OWN: tuple[Seer, ...] = ("self", "report")
"""Also the desk, once it fetches the report."""

_TWO: tuple[Seer, ...] = ("self", "colleague")

FIELDS: Mapping[str, Line] = {
    "MeasureAnswered.seat": Line(
        (
            "hoe iemand een stelling beantwoordde, vooraf en achteraf",
            "how a person answered a statement, before and after",
        ),
        "participant",
        "learn",
        ("self", "report"),
    ),
    "ReflectionWritten.seat": Line(
        ("welke vraag iemand beantwoordde", "which question a person answered"), "participant", "learn", _OWN
    ),
    "ReflectionWritten.text": Line(
        ("het antwoord in eigen woorden", "the answer in the person's own words"), "participant", "learn", _OWN
    ),
    "PracticeAnswered.seat": Line(
        (
            "of iets volgens iemand bij de eigen organisatie is geregeld",
            "whether something is arranged at home, says a person",
        ),
        "participant",
        "learn",
        ("self", "team", "desk", "report"),
    ),
    "PracticeReleased.seat": Line(
        ("wie die antwoorden met andere teams deelde", "who shared those answers with other teams"),
        "participant",
        "learn",
        ("team", "desk"),
    ),
    "ResolutionWritten.seat": Line(
        ("dat iemand een voornemen opschreef", "that a person wrote a resolution"), "participant", "take_home", _OWN
    ),
    "ResolutionWritten.text": Line(("het voornemen", "the resolution"), "participant", "take_home", _OWN),
    "ResolutionWritten.with_": Line(
        ("met wie iemand dat wil doen", "with whom the person means to do it"), "participant", "take_home", _OWN
    ),
    "ResolutionWritten.by_": Line(("voor wanneer", "by when"), "participant", "take_home", _OWN),
    "ResolutionWritten.first_step": Line(("de eerste stap", "the first step"), "participant", "take_home", _OWN),
    "MeetingProposed.seat": Line(
        ("wie een collega een datum voorstelde", "who proposed a date to a colleague"), "participant", "take_home", _TWO
    ),
    "MeetingAccepted.seat": Line(
        ("wie met die datum instemde", "who agreed to that date"), "participant", "take_home", _TWO
    ),
    "MeetingDeclined.seat": Line(("wie vriendelijk bedankte", "who kindly declined"), "participant", "take_home", _TWO),
    "MeetingDeclined.word": Line(
        ("een vriendelijk woord daarbij", "a kind word with that"), "participant", "take_home", _TWO
    ),
    "ReportShared.seat": Line(
        ("wie namens het team instemde met een gezamenlijk verslag", "who agreed to a joint report for the team"),
        "participant",
        "take_home",
        ("team", "desk"),
    ),
    "ForewordWritten.text": Line(
        ("het voorwoord van de gespreksleider", "the facilitator's foreword"),
        "facilitator",
        "learn",
        ("desk", "report"),
    ),
    "WordsStruck.seat": Line(
        ("welke eigen woorden iemand uit het verslag houdt", "which own words a person keeps out of the report"),
        "participant",
        "take_home",
        ("self",),
    ),
    "WordsRestored.seat": Line(
        ("welke eigen woorden iemand weer toelaat", "which own words a person lets in again"),
        "participant",
        "take_home",
        ("self",),
    ),
}
