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
        ("self",),
    ),
    "PriorityAnswered.seat": Line(
        (
            "hoe hoog digitale veiligheid op iemands lijst staat, vooraf en achteraf",
            "how high digital safety stands on a person's list, before and after",
        ),
        "participant",
        "learn",
        ("self",),
    ),
    "GradeGiven.seat": Line(
        ("welk cijfer iemand de sessie gaf", "what grade a person gave the session"), "participant", "learn", ("self",)
    ),
    "GradeGiven.text": Line(
        (
            "de zin bij dat cijfer; in het verslag alleen als de schrijver dat goedvindt, zonder naam",
            "the sentence with that grade; in the report only if its writer agrees, without a name",
        ),
        "participant",
        "learn",
        ("self", "report", "public"),
    ),
    "LessonWritten.text": Line(
        (
            "een les, zonder naam; anderen lezen haar pas als de gespreksleider haar doorlaat",
            "a lesson, without a name; others read it only once the facilitator lets it through",
        ),
        "participant",
        "learn",
        ("self", "desk", "room", "report"),
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
