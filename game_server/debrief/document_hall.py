"""The sections of a running text that tell of many tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game_server.debrief import shape
from game_server.debrief.blocks import Block, Heading, Section, Table, Words
from game_server.debrief.shape_hall import Hall


def sections(report: shape.Report, say: Mapping[str, str]) -> list[Section]:
    """None for a report that is not condensed."""
    return [
        Section("hall", say["hall"], [block for hall in report["hall"] for block in _decisions(hall, say)]),
        Section("knowledge", say["matrix"], [block for hall in report["hall"] for block in _news(hall, say)]),
        Section("curves", say["curves"], [block for hall in report["hall"] for block in _curves(hall, say)]),
        Section("practice", say["practice"], [block for hall in report["hall"] for block in _practice(hall, say)]),
        Section("tables", say["hall_rows"], [block for hall in report["hall"] for block in _rows(hall, say)]),
    ]


def _decisions(hall: Hall, say: Mapping[str, str]) -> Iterator[Block]:
    yield Words(say["hall_size"].format(tables=hall["tables"], people=hall["people"]))
    for one in hall["decisions"]:
        yield Heading(one["title"])
        yield Words(one["question"], one["phase"])
        yield Table(
            one["title"],
            [say["hall_choice"], say["hall_tables"], say["hall_votes"]],
            [(f"{option['letter']} {option['label']}", option["tables"], option["votes"]) for option in one["options"]],
        )
        yield Words(one["line"])


def _news(hall: Hall, say: Mapping[str, str]) -> Iterator[Block]:
    if hall["news"]:
        yield Words(say["hall_news"])
        yield Table(
            say["matrix"],
            [say["news"], say["on_table"], say["hall_tables"], say["session_time"]],
            [(one["name"], one["shared"], one["tables"], one["after"] or "–") for one in hall["news"]],
        )


def _curves(hall: Hall, say: Mapping[str, str]) -> Iterator[Block]:
    yield from (Words(one["alt"]) for one in hall["curves"])


def _practice(hall: Hall, say: Mapping[str, str]) -> Iterator[Block]:
    if hall["practice"]:
        yield Table(
            say["practice"],
            [say["statement_practice"], say["yes"], say["partly"], say["no"], say["unknown"]],
            [(one["text"], one["yes"], one["partly"], one["no"], one["unknown"]) for one in hall["practice"]],
        )


def _rows(hall: Hall, say: Mapping[str, str]) -> Iterator[Block]:
    if hall["rows"]:
        yield Words(say["hall_rows_intro"])
        yield Table(
            say["hall_rows"],
            [say["hall_table"], say["persons"], *hall["columns"], say["hall_shared"]],
            [(one["name"], one["people"], *one["choices"], one["shared"]) for one in hall["rows"]],
        )
