"""The report as flat tables, one row a fact, for those who count further."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game_server.debrief import shape
from game_server.debrief.words import labels

Value: TypeAlias = str | int
Say = Mapping[str, str]
Row: TypeAlias = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name`: what its tab says."""

    name: str
    head: Sequence[str]
    rows: Sequence[Row]


def sheets(report: shape.Report) -> list[Sheet]:
    """An empty one is left out, but for the first."""
    say = labels(report["language"])
    first = Sheet(say["one_page"], [say["what"], say["notes_text"]], list(_overview(report, say)))
    told = [Sheet(say[name], [say[key] for key in head], list(rows(report, say))) for name, head, rows in _TOLD]
    return [first, *(one for one in [*told, *_halls(report, say)] if one.rows)]


def _overview(report: shape.Report, say: Say) -> Iterator[Row]:
    yield (say["report"], report["title"])
    yield (say["exercise"], say["rehearsed"] if report["rehearsal"] else say["exercise"])
    yield (say["who_reads"], report["readers"])
    yield (say["scenario"], say["scenario_line"].format(scenario=report["scenario"], version=report["version"]))
    yield (say["date"], report["date"])
    yield (say["length"], report["length"])
    if report["foreword"]:
        yield (say["foreword"], report["foreword"])
    for team in report["teams"]:
        for person in team["people"]:
            yield (f"{team['name']}: {person['role']}", person["persons"])
    for lesson in report["summary"]["lessons"]:
        yield (say["lessons_three"], lesson)
    yield (say["home"], report["summary"]["home_count"])
    yield (say["legal"], report["legal"])


def _decisions(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for page in team["decisions"]:
            done = page["settled"]
            yield (
                team["name"],
                page["title"],
                page["phase"],
                page["time"],
                page["choice"],
                done["by"],
                done["owner"],
                done["statement"],
                done["reason"],
                page["turnout"],
            )


def _options(report: shape.Report, say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for page in team["decisions"]:
            for one in page["options"]:
                yield (
                    team["name"],
                    page["title"],
                    one["letter"],
                    one["label"],
                    one["count"],
                    say["yes"] if one["chosen"] else "",
                )


def _votes(report: shape.Report, say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for page in team["decisions"]:
            for one in page["votes"]:
                yield (
                    team["name"],
                    page["title"],
                    one["who"],
                    one["letter"],
                    one["option"],
                    one["confidence"] or "",
                    one["reason"],
                    say["yes"] if one["paper"] else "",
                )


def _news(report: shape.Report, say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        known = team["matrix"]
        for group in known["groups"]:
            for row in group["rows"]:
                about = (team["name"], group["title"], row["game"], row["name"])
                for role, sign in zip(known["role_names"], row["signs"], strict=True):
                    yield (*about, role, say[f"key_{sign}"], row["knew"], row["shared"])
                if not row["signs"]:
                    yield (*about, "", "", row["knew"], row["shared"])


def _curves(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for one in team["curves"]["curves"]:
            yield (team["name"], one["name"], one["start"], one["end"], one["end"] - one["start"])


def _shifts(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        found = team["curves"]
        for shift in found["shifts"]:
            for curve, moved in zip(found["curves"], shift["points"], strict=True):
                if moved:
                    yield (team["name"], shift["time"], shift["because"], curve["name"], int(moved.replace("−", "-")))


def _timeline(report: shape.Report, say: Say) -> Iterator[Row]:
    for chapter in report["timeline"]:
        for entry in chapter["entries"]:
            for one in entry["lines"]:
                yield (
                    chapter["title"],
                    entry["time"],
                    entry["game"],
                    say[f"l_{entry['sort']}"],
                    one["text"],
                    one["who"],
                    one["team"],
                )


def _practice(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        found = team["practice"]
        for row in found["rows"]:
            for role, cell in zip(found["roles"], row["cells"], strict=True):
                yield from ((team["name"], row["text"], role, one["word"]) for one in cell)
            if not row["cells"]:
                yield (team["name"], row["text"], "", row["counts"])


def _reflections(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for one in team["reflections"]:
            yield from ((team["name"], one["question"], said["text"], said["who"]) for said in one["answers"])
            if not one["answers"]:
                yield (team["name"], one["question"], one["count"], "")


def _resolutions(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for one in team["resolutions"]:
            yield (team["name"], one["who"], one["text"], one["with_"], one["by"], one["first_step"])


def _plan(report: shape.Report, _say: Say) -> Iterator[Row]:
    for one in report["plan"]:
        yield (one["issue"], one["basis"], one["action"], one["owner"], one["by"])


def _measures(report: shape.Report, say: Say) -> Iterator[Row]:
    told = [(say["measures_together"], one) for one in report["together"]]
    for name, measures in [*told, *((team["name"], team["measures"]) for team in report["teams"])]:
        for measure in (*measures["statements"], measures["place"]):
            for row in measure["rows"]:
                for value, count in zip(measure["values"], row["counts"], strict=False):
                    yield (name, measure["text"], row["label"], value, count)
        for grade, count in enumerate(measures["grades"], start=1):
            yield (name, say["grades"], "", str(grade), count)


def _lessons(report: shape.Report, _say: Say) -> Iterator[Row]:
    for team in report["teams"]:
        for one in team["lessons"]:
            yield (team["name"], one["word"], one["text"], one["stars"])


def _notes(report: shape.Report, _say: Say) -> Iterator[Row]:
    for one in report["notes"]:
        yield (one["time"], one["about"], one["text"])


_Rows: TypeAlias = Callable[[shape.Report, Say], Iterator[Row]]
_TOLD: tuple[tuple[str, tuple[str, ...], _Rows], ...] = (
    (
        "decisions",
        (
            "team",
            "decision",
            "phase",
            "session_time",
            "hall_choice",
            "decided",
            "owner",
            "statement",
            "reason",
            "turnout_head",
        ),
        _decisions,
    ),
    ("options", ("team", "decision", "letter", "hall_choice", "hall_votes", "chosen"), _options),
    ("votes", ("team", "decision", "by_whom", "letter", "vote", "confidence", "why", "paper"), _votes),
    ("matrix", ("team", "phase", "story_time", "news", "by_whom", "sign", "knew_head", "on_table"), _news),
    ("curves", ("team", "indicator", "start", "end", "shift"), _curves),
    ("shifts", ("team", "session_time", "moment", "indicator", "shift"), _shifts),
    ("timeline", ("phase", "session_time", "story_time", "sort", "what", "by_whom", "team"), _timeline),
    ("practice", ("team", "statement_practice", "by_whom", "answers"), _practice),
    ("reflections", ("team", "question", "answers", "by_whom"), _reflections),
    ("resolutions", ("team", "by_whom", "resolution", "with", "by", "first_step"), _resolutions),
    ("lessons", ("team", "sort", "lessons", "stars"), _lessons),
    ("measures", ("team", "statement_practice", "moment", "m_value", "persons"), _measures),
    ("plan", ("plan_issue", "plan_basis", "plan_action", "plan_owner", "plan_by"), _plan),
    ("notes", ("session_time", "about_what", "notes"), _notes),
)
"""Name, head and rows of each table; the words are keys of the catalogue."""


def _halls(report: shape.Report, say: Say) -> Iterator[Sheet]:
    for hall in report["hall"]:
        options = [
            (one["title"], option["letter"], option["label"], option["tables"], option["votes"])
            for one in hall["decisions"]
            for option in one["options"]
        ]
        yield Sheet(
            say["hall"],
            [say["decision"], say["letter"], say["hall_choice"], say["hall_tables"], say["hall_votes"]],
            options,
        )
        news = [(one["phase"], one["name"], one["shared"], one["tables"], one["after"]) for one in hall["news"]]
        yield Sheet(
            say["on_table"], [say["phase"], say["news"], say["on_table"], say["hall_tables"], say["session_time"]], news
        )
        levels = [(one["name"], level["low"], level["tables"]) for one in hall["curves"] for level in one["levels"]]
        yield Sheet(say["curves"], [say["indicator"], say["end"], say["hall_tables"]], levels)
        answers = [(one["text"], one["yes"], one["partly"], one["no"], one["unknown"]) for one in hall["practice"]]
        yield Sheet(
            say["practice"], [say["statement_practice"], say["yes"], say["partly"], say["no"], say["unknown"]], answers
        )
        rows: list[Row] = [(one["name"], one["people"], *one["choices"], one["shared"]) for one in hall["rows"]]
        yield Sheet(say["hall_rows"], [say["hall_table"], say["persons"], *hall["columns"], say["hall_shared"]], rows)
