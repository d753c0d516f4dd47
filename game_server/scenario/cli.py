"""`crisistafel scenario …`: check a pack, list the rules, print the schema of its files."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from game_server.scenario.check import RULES, examine, has_errors
from game_server.scenario.figures import figures
from game_server.scenario.load import read_pack
from game_server.scenario.model import Scenario
from game_server.scenario.plan import PhasePlan, plan, talk_needed
from game_server.scenario.problems import Problem
from game_server.scenario.schema import schema_text

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Make and check scenario packs.")

Pack = Annotated[Path, typer.Argument(help="A pack's folder, or its scenario.yaml.")]
Json = Annotated[bool, typer.Option("--json", help="Print problems, plan and figures as JSON.")]
Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Tell the age of legal references from this day, not from the pack's own."),
]


@app.command("check")
def check_pack(path: Pack, as_json: Json = False, today: Today = None) -> None:
    """Print every problem of a pack, then how its minutes add up. Exit code 1 when there is an error."""
    loaded = read_pack(path)
    checked = examine(loaded, today.date() if today else None)
    problems = checked.problems
    rows = plan(loaded.scenario, checked.paths) if loaded.scenario and checked.paths else ()
    if as_json:
        typer.echo(json.dumps(_report(loaded.scenario, problems, rows), ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            typer.echo(str(problem))
        if loaded.scenario is not None:
            _print_plan(loaded.scenario, rows)
        typer.echo(_verdict(problems))
    raise typer.Exit(1 if has_errors(problems) else 0)


@app.command("rules")
def list_rules() -> None:
    """Print the rules of `check` and why each is there."""
    for rule in RULES:
        typer.echo(f"{rule.name} ({rule.level})\n    {rule.why}")


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of a pack's files, as kept in scenarios/scenario.schema.json."""
    typer.echo(schema_text(), nl=False)


def _report(scenario: Scenario | None, problems: list[Problem], rows: tuple[PhasePlan, ...]) -> dict[str, object]:
    report: dict[str, object] = {"problems": [problem.as_dict() for problem in problems]}
    if scenario is not None:
        report["plan"] = [asdict(row) for row in rows]
        report["figures"] = asdict(figures(scenario))
    return report


def _print_plan(scenario: Scenario, rows: tuple[PhasePlan, ...]) -> None:
    table = Table(title=f"{scenario.id} {scenario.version}, {scenario.minutes} minutes")
    table.add_column("phase")
    for heading in ("planned", "decisions", "reading", "talk", "slack"):
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(row.phase, *_minutes(row.planned, row.decisions, row.reading, row.talk, row.slack))
    table.add_section()
    sums = [sum(values) for values in zip(*(list(asdict(row).values())[1:] for row in rows), strict=True)]
    table.add_row("together", *_minutes(*sums))
    Console().print(table)
    count = figures(scenario)
    typer.echo(
        f"{count.injects} injects, {count.private} private ({count.narrow} to one or two roles), "
        f"{count.conditional} conditional, {count.channels} channels; "
        f"{count.main} main and {count.quick} quick decisions, {count.anchors} anchors; "
        f"at least {talk_needed(scenario):.0f} minutes of talk asked"
    )


def _minutes(*values: float) -> list[str]:
    return [f"{value:.1f}" for value in values]


def _verdict(problems: list[Problem]) -> str:
    errors = sum(problem.level == "error" for problem in problems)
    return f"{errors} errors, {len(problems) - errors} warnings"
