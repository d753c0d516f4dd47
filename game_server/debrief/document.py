"""A report as sections of plain blocks, in the order of the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game_server.debrief import document_hall, document_measures, document_team, shape
from game_server.debrief.blocks import Block, Heading, Items, Link, Section, Table, Words
from game_server.debrief.shape_summary import Choice
from game_server.debrief.words import labels

Say = Mapping[str, str]


def sections(report: shape.Report) -> list[Section]:
    """The whole report; what is empty is left out."""
    say = labels(report["language"])
    found = [
        Section("summary", say["one_page"], list(_summary(report, say))),
        Section("about", say["about"], list(_about(report, say))),
        Section("timeline", say["timeline"], list(_timeline(report, say))),
        *document_team.sections(report, say),
        *document_hall.sections(report, say),
        document_measures.section(report, say),
        Section("plan", say["plan"], list(_plan(report, say))),
        Section("notes", say["notes"], list(_notes(report))),
        Section("card", say["card"], list(_card(report, say))),
        Section("glossary", say["terms"], list(_terms(report, say))),
        Section("sources", say["sources"], list(_sources(report, say))),
    ]
    return [one for one in found if one.blocks]


def _summary(report: shape.Report, say: Say) -> Iterator[Block]:
    told = report["summary"]
    if told["chosen"]:
        rows = [(one["title"], one["spread"] or "; ".join(map(_choice, one["choices"]))) for one in told["chosen"]]
        yield Table(say["chose"], [say["decision"], say["hall_choice"]], rows)
    else:
        yield Words(say["no_choice"])
    if told["lessons"]:
        yield Heading(say["lessons_three"])
        yield Items(told["lessons"])
    yield from (Words(line, say["on_the_table"]) for line in told["on_the_table"])
    for gap in told["gaps"]:
        yield Words(f"{gap['team']} {gap['text']} ({gap['who']})".strip(), say["gap"])
    yield Words(told["home_count"], say["home"])
    if told["home"]:
        yield Items([f"{one['text']} ({one['who']})" for one in told["home"]])


def _choice(one: Choice) -> str:
    moves = ", ".join(f"{move['name']} {move['points']}" for move in one["moves"])
    said = f"{one['team']}: {one['choice']}" if one["team"] else one["choice"]
    return f"{said} ({moves})" if moves else said


def _about(report: shape.Report, say: Say) -> Iterator[Block]:
    yield Words(report["readers"], say["who_reads"])
    if report["foreword"]:
        yield Words(report["foreword"], say["foreword"], quoted=True)
    yield Words(say["aim_text"], say["aim"])
    yield Words(say["scenario_line"].format(scenario=report["scenario"], version=report["version"]), say["scenario"])
    yield Words(f"{report['date']} · {report['length']}", say["session"])
    for team in report["teams"]:
        yield Table(
            f"{say['people']}: {team['name']}",
            [say["role"], say["persons"]],
            [(one["role"], one["persons"]) for one in team["people"]],
        )
    for hall in report["hall"]:
        yield Table(
            say["people"], [say["role"], say["persons"]], [(one["name"], one["count"]) for one in hall["roles"]]
        )
    for other in report["others"]:
        rows = [(one["title"], one["choice"]) for one in other["choices"]]
        yield Table(f"{say['other_teams']}: {other['name']}", [say["decision"], say["hall_choice"]], rows)
    yield Words(f"{say['no_marks']} {say['named'] if report['named'] else say['unnamed']}")


def _timeline(report: shape.Report, say: Say) -> Iterator[Block]:
    for chapter in report["timeline"]:
        rows = [
            (entry["time"], entry["game"] or "–", say[f"l_{entry['sort']}"], line["text"], _whose(line))
            for entry in chapter["entries"]
            for line in entry["lines"]
        ]
        head = [say["session_time"], say["story_time"], say["sort"], say["what"], say["by_whom"]]
        yield Table(chapter["title"], head, rows)


def _whose(line: shape.Line) -> str:
    return " · ".join(one for one in (line["who"], line["team"]) if one) or "–"


def _plan(report: shape.Report, say: Say) -> Iterator[Block]:
    if report["plan"]:
        yield Words(say["plan_intro"])
        rows = [
            (
                one["issue"],
                one["basis"],
                *(text or say["plan_open"] for text in (one["action"], one["owner"], one["by"])),
            )
            for one in report["plan"]
        ]
        head = [say["plan_issue"], say["plan_basis"], say["plan_action"], say["plan_owner"], say["plan_by"]]
        yield Table(say["plan"], head, rows)


def _notes(report: shape.Report) -> Iterator[Block]:
    for one in report["notes"]:
        yield Words(one["text"], " · ".join(part for part in (one["time"], one["about"]) if part))


def _card(report: shape.Report, say: Say) -> Iterator[Block]:
    yield Words(say["card_intro"])
    head = [say["card_whom"], say["card_name"], say["card_number"]]
    yield Table(say["card"], head, [(one["whom"], "…", "…") for one in report["card"]])


def _terms(report: shape.Report, say: Say) -> Iterator[Block]:
    for one in report["terms"]:
        yield Words(one["meaning"], f"{one['term']} ({say['terms_mark']})" if one["often"] else one["term"])


def _sources(report: shape.Report, say: Say) -> Iterator[Block]:
    yield Words(report["legal"])
    for found in report["references"]:
        yield Heading(found["title"])
        yield from (Link(one["text"], one["address"]) for one in found["sources"])
    yield Heading(say["sources_scenario"])
    yield from (Link(one["text"], one["address"]) for one in report["sources"])
    yield Words(say["not_affiliated"])
