"""`crisistafel series` and `crisistafel mirror`: what many sessions say together, here and elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import orjson
import typer

from game_server.console import Language
from game_server.console_journals import say_journal
from game_server.debrief.mirror import mirror_of, read_mirror
from game_server.debrief.series import File, NoSeries, joined
from game_server.debrief.series_words import say
from game_server.hosting.mirrors import MIRRORS, SERIES, files_in
from game_server.hosting.runtime import RealRuntime
from game_server.journal.series import Shelved
from game_server.settings import settings_of

SOURCE = "mirror.source"
app = typer.Typer(no_args_is_help=True, help="The mirror: how often each option was chosen, between installations.")
Data = Annotated[Path | None, typer.Option(help="folder of the journal, packs and keys (default: data)")]
Lang = Annotated[str, typer.Option(help="nl or en")]


@app.command("export")
def export_mirror(
    out: Annotated[Path, typer.Option(help="where to write it (JSON)")], data: Data = None, language: Lang = "nl"
) -> None:
    """Write what this installation's rooms chose: only in groups of ten rooms, and of rooms that chose to be in it."""
    told = _language(language)
    folder = _data(data)
    try:
        mirror = mirror_of(files_in(folder / SERIES), _source(folder))
        out.write_bytes(orjson.dumps(mirror, option=orjson.OPT_INDENT_2))
    except NoSeries as error:
        _fail(say(told, error.code, detail=error.detail))
    except OSError as error:
        _fail(say_journal(told, "not_written", file=str(out), detail=str(error.strerror)))
    typer.echo(say_journal(told, "mirror_written", file=str(out), count=str(len(mirror["cells"]))))


@app.command("import")
def import_mirror(
    file: Annotated[Path, typer.Argument(help="a mirror that another installation exported")],
    data: Data = None,
    language: Lang = "nl",
) -> None:
    """Take in another installation's mirror; a newer one takes the place of the one before."""
    told = _language(language)
    try:
        content = file.read_bytes()
        mirror = read_mirror(File(file.name, content))
        Shelved(_data(data) / MIRRORS).write(mirror["source"], orjson.dumps(mirror))
    except NoSeries as error:
        _fail(say(told, error.code, detail=error.detail))
    except OSError as error:
        _fail(say_journal(told, "not_read", file=str(file), detail=str(error.strerror)))
    typer.echo(say_journal(told, "mirror_taken_in", count=str(len(mirror["cells"]))))


def write_series(paths: list[Path], out: Path, language: Language) -> None:
    """Two pages and a sheet of the counts in these files; a folder stands for all in it."""
    from game_server.debrief.series_pages import series_pdf, series_xlsx

    try:
        files = [found for path in paths for found in (files_in(path) if path.is_dir() else [_file(path)])]
        series = joined(files, language)
    except NoSeries as error:
        _fail(say(language, error.code, detail=error.detail))
    except OSError as error:
        _fail(say_journal(language, "not_read", file=str(error.filename), detail=str(error.strerror)))
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "reeks.pdf").write_bytes(series_pdf(series, RealRuntime().now()))
        (out / "reeks.xlsx").write_bytes(series_xlsx(series))
    except OSError as error:
        _fail(say_journal(language, "not_written", file=str(out), detail=str(error.strerror)))
    typer.echo(say_journal(language, "reported", file=str(out)))


def _file(path: Path) -> File:
    return File(path.name, path.read_bytes())


def _source(folder: Path) -> str:
    """What tells this installation's mirrors from others'; drawn once."""
    place = folder / SOURCE
    if place.is_file():
        return place.read_text(encoding="ascii").strip()
    source = RealRuntime().new_secret().encode().hex()[:24]
    folder.mkdir(parents=True, exist_ok=True)
    place.write_text(source + "\n", encoding="ascii")
    return source


def _data(data: Path | None) -> Path:
    return settings_of(data).data


def _language(language: str) -> Language:
    return "en" if language == "en" else "nl"


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
