"""The command line: `crisistafel …`."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console

from game_server import journals, series
from game_server.console import Language, greet, say
from game_server.journal.base import NewerStore, NotStored, Taken
from game_server.journal.folder import NotWritable, Occupied, running_server
from game_server.rehearse import rehearse
from game_server.scenario import cli as scenario_cli
from game_server.settings import Settings

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Crisistafel: a crisis game for municipalities.")
keys_app = typer.Typer(no_args_is_help=True, help="Facilitators' keys: who may open rooms on this server.")
app.add_typer(scenario_cli.app, name="scenario")
app.add_typer(keys_app, name="key")
app.add_typer(journals.app, name="journal")
app.add_typer(series.app, name="mirror")
app.command()(rehearse)
app.command()(journals.report)

Data = Annotated[Path | None, typer.Option(help="folder of the journal, packs and keys (default: data)")]
Lang = Annotated[str | None, typer.Option(help="nl or en (default: nl)")]


@app.command()
def version() -> None:
    """Print the installed version."""
    typer.echo(installed_version("crisistafel"))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="address to listen on (default: 0.0.0.0, every network)")] = None,
    port: Annotated[int | None, typer.Option(help="port to listen on; 0 picks a free one (default: 8000)")] = None,
    data: Data = None,
    public_url: Annotated[str | None, typer.Option(help="the address that people use, behind a proxy")] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="certificate (PEM) to serve https by itself")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="the certificate's private key (PEM)")] = None,
    language: Lang = None,
) -> None:
    """Serve the game. Every option is also a setting: CRISISTAFEL_PORT, …; `crisistafel serve` prints where to go."""
    from game_server import app as composed
    from game_server import logs

    settings = _settings(
        host=host, port=port, data=data, public_url=public_url, tls_cert=tls_cert, tls_key=tls_key, language=language
    )
    logs.set_up(settings.log_level)
    console = Console(highlight=False)
    try:
        _check_tls(settings)
        composed.run(settings, lambda started: greet(started, console))
    except KeyboardInterrupt:
        pass  # how a person ends it
    except composed.CannotServe as error:
        _fail(settings, error.code, detail=error.detail)
    except (Occupied, NotWritable, NotStored, NewerStore) as error:
        _fail_on_data(settings, error)
    typer.echo(say(settings.language, "stopped", data=str(settings.data)))


@app.command()
def privacy(
    out: Annotated[Path, typer.Option(help="folder to write the documents in")],
    language: Lang = None,
) -> None:
    """Write what a data protection officer needs, from the settings that a server started here would have."""
    from game_server.hosting.runtime import RealRuntime
    from game_server.privacy.files import write

    settings = _settings(language=language)
    today = datetime.fromtimestamp(RealRuntime().now() / 1000, UTC).date()
    try:
        made = write(out, settings, installed_version("crisistafel"), today)
    except OSError as error:
        _fail(settings, "not_written", detail=f"{out} ({error.strerror or error})")
    for path in made:
        typer.echo(str(path))


@keys_app.command("add")
def add_key(name: str, data: Data = None, language: Lang = None) -> None:
    """Make a key for another facilitator, and show it this once."""
    from game_server.keys import Keys

    settings = _settings(data=data, language=language)
    try:
        key = asyncio.run(Keys(settings.data).add(name))
    except Taken:
        _fail(settings, "key_taken", name=name)
    except (Occupied, NotWritable, NotStored, NewerStore) as error:
        _fail_on_data(settings, error)
    typer.echo(say(settings.language, "key_added", name=name))
    running = running_server(settings.data)
    base = settings.public_url or (running.url if running else f"http://localhost:{settings.port}")
    typer.echo(f"{base}/regie#key={key}")


@keys_app.command("list")
def list_keys(data: Data = None, language: Lang = None) -> None:
    """List the keys by name; the keys themselves are not kept."""
    from game_server.keys import Keys

    settings = _settings(data=data, language=language)
    try:
        lines = asyncio.run(Keys(settings.data).list())
    except (Occupied, NotWritable, NotStored, NewerStore) as error:
        _fail_on_data(settings, error)
    for name, revoked in lines:
        typer.echo(f"{name} ({say(settings.language, 'revoked')})" if revoked else name)
    if not lines:
        typer.echo(say(settings.language, "no_keys"))


@keys_app.command("revoke")
def revoke_key(name: str, data: Data = None, language: Lang = None) -> None:
    """End a key: it opens and sees nothing any more. Its rooms go on."""
    from game_server.keys import Keys

    settings = _settings(data=data, language=language)
    try:
        known = asyncio.run(Keys(settings.data).revoke(name))
    except (Occupied, NotWritable, NotStored, NewerStore) as error:
        _fail_on_data(settings, error)
    if not known:
        _fail(settings, "key_unknown", name=name)
    typer.echo(say(settings.language, "key_revoked", name=name))


def _settings(**given: Any) -> Settings:
    """What was given on the command line over what stands in the environment; ends the program when it cannot be."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        language: Language = "en" if given.get("language") == "en" else "nl"
        for problem in error.errors(include_url=False, include_input=False):
            place = ".".join(str(part) for part in problem["loc"])
            typer.echo(say(language, "bad_setting", detail=f"{place}: {problem['msg']}"), err=True)
        raise typer.Exit(2) from None


def _check_tls(settings: Settings) -> None:
    from game_server.app import CannotServe

    if (settings.tls_cert is None) != (settings.tls_key is None):
        raise CannotServe("bad_tls", "--tls-cert / --tls-key")
    if settings.tls_cert is not None:
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(settings.tls_cert, settings.tls_key)
        except (OSError, ssl.SSLError) as error:
            raise CannotServe("bad_tls", f"{settings.tls_cert} ({error.strerror or error})") from error


def _fail(settings: Settings, code: str, **filled: str) -> NoReturn:
    typer.echo(say(settings.language, code, **filled), err=True)
    raise typer.Exit(1)


def _fail_on_data(settings: Settings, error: Exception) -> NoReturn:
    match error:
        case Occupied():
            running = running_server(settings.data)
            _fail(settings, "occupied", detail=f"({running.url})" if running else "")
        case NotWritable():
            _fail(settings, "not_writable", detail=str(settings.data))
        case NewerStore():
            _fail(settings, "newer_store")
        case _:
            _fail(settings, "not_stored", detail=str(error))


if __name__ == "__main__":
    app()
