"""Before and after, in running text: counts, and sentences that their writers released."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game_server.debrief import shape
from game_server.debrief.blocks import Block, Cell, Heading, Items, Section, Table, Words
from game_server.debrief.shape_measures import Measure, Measures

Say = Mapping[str, str]


def section(report: shape.Report, say: Say) -> Section:
    """Of the whole room first, then of each team."""
    found = Section("measures", say["measures"])
    told = [(say["measures_together"], one) for one in report["together"]]
    told += [(team["name"], team["measures"]) for team in report["teams"]]
    for name, measures in told:
        if blocks := list(_measured(measures, say)):
            found.blocks += [Heading(name), *blocks] if len(told) > 1 else blocks
    if found.blocks:
        found.blocks.insert(0, Words(say["measures_intro"]))
    return found


def _measured(measures: Measures, say: Say) -> Iterator[Block]:
    asked = [one for one in (*measures["statements"], measures["place"]) if any(row["counts"] for row in one["rows"])]
    if asked:
        yield Words(measures["line"])
    for one in asked:
        yield _table(one, say)
        yield Words(one["shift"])
    if measures["grades"]:
        yield Words(measures["grades_said"], say["grades"])
    if measures["quotes"]:
        yield Words(say["quotes_intro"], say["quotes"])
        yield Items(measures["quotes"])


def _table(measure: Measure, say: Say) -> Table:
    rows = [[row["label"], *_counts(row["counts"], len(measure["values"]), say)] for row in measure["rows"]]
    return Table(measure["text"], [say["m_value"], *measure["values"]], rows)


def _counts(counts: list[int], wide: int, say: Say) -> list[Cell]:
    """Where too few answered, words in the first cell and nothing in the others."""
    return [*counts] if counts else [say["m_few"], *[""] * (wide - 1)]
