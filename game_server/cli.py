"""The command line: `crisistafel …`."""

from __future__ import annotations

from importlib.metadata import version as installed_version

import typer

from game_server.scenario import cli as scenario_cli

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Crisistafel: a crisis game for municipalities.")
app.add_typer(scenario_cli.app, name="scenario")


@app.callback()
def main() -> None:
    """Keep `version` a subcommand while it is the only one."""


@app.command()
def version() -> None:
    """Print the installed version."""
    typer.echo(installed_version("crisistafel"))
