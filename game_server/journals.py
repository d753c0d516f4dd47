"""`crisistafel journal import` and `crisistafel report`: what can be done with a room that is a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NoReturn

import orjson
import typer

from game_server.console import Language, say
from game_server.console_journals import problem_line, say_journal
from game_server.hosting.importing import take_in
from game_server.hosting.journal_reading import MOST_BYTES, BrokenJournal, Problem, Read, read_journal
from game_server.hosting.runtime import RealRuntime
from game_server.journal.base import SCENARIO_FILE, NotStored
from game_server.journal.folder import NotWritable, Occupied, running_server
from game_server.keys import OpenedJournal, ask_server
from game_server.paths import scenarios_dir
from game_server.room.refusals import Refused
from game_server.series import write_series
from game_server.settings import Settings, settings_of
from game_server.transport.shelf import read_shelf

app = typer.Typer(no_args_is_help=True, help="Journals: a whole room as a file.")
_SECONDS = 60.0


@app.callback()
def journals() -> None:
    """A callback keeps `import` a command of its own."""


@app.command("import")
def import_journal(
    file: Annotated[Path, typer.Argument(help="a journal.jsonl, as the desk downloads it")],
    key: Annotated[str | None, typer.Option(help="name of the key that the room will belong to")] = None,
    data: Annotated[Path | None, typer.Option(help="folder of the journal, packs and keys (default: data)")] = None,
    language: Annotated[str, typer.Option(help="nl or en")] = "nl",
) -> None:
    """Take in a room from a file: as it was, without any device. Nothing is written when anything in it is wrong."""
    told: Language = "en" if language == "en" else "nl"
    settings = settings_of(data)
    read = read_file(file, settings, told)
    server = running_server(settings.data)
    try:
        if server is None:
            owner = asyncio.run(_take_in(read, key, settings))
        else:
            body: dict[str, Any] = {"path": str(file.resolve()), **({} if key is None else {"key": key})}
            status, answer = ask_server(server, "POST", "/admin/journals", body, _SECONDS)
            owner = _owner(status, answer)
    except Refused as refused:
        fail(told, refused.code, room=read.room.code, key=key or "")
    except (Occupied, NotWritable, NotStored) as error:
        fail(told, "not_stored", detail=str(error))
    typer.echo(say_journal(told, "imported", room=f"{read.room.code[:4]}-{read.room.code[4:]}", key=owner))


async def _take_in(read: Read, key: str | None, settings: Settings) -> str:
    runtime = RealRuntime()
    own = ("environment",) if settings.facilitator_key is not None else ()
    async with OpenedJournal(settings.data, runtime) as journal:
        return await take_in(read, journal, key, own, runtime.now())


def _owner(status: int, answer: Any) -> str:
    """What the running server said. Raises Refused, NotStored."""
    if status == 201:
        return str(answer["key"])
    code = answer.get("code") if isinstance(answer, dict) else None
    if code not in ("unknown_key", "which_key", "room_exists", "room_outlived"):
        raise NotStored(f"the running server answered {status}")
    raise Refused(code)


def read_file(file: Path, settings: Settings, language: Language) -> Read:
    """The room in a file; ends the program with every problem of it, by line."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        fail(language, "not_read", file=str(file), detail=str(error.strerror))
    try:
        return read_journal(content, known_packs([scenarios_dir(), settings.data / "scenarios"]))
    except BrokenJournal as broken:
        _tell(broken.problems, file, language)
        raise typer.Exit(1) from None


def known_packs(folders: list[Path]) -> Callable[[str], bytes | None]:
    """This installation's own scenarios by digest; they are read when they are first asked for."""

    def known(digest: str) -> bytes | None:
        packs = read_shelf(folders).packs.values()
        return next((pack.files[SCENARIO_FILE] for pack in packs if pack.digest == digest), None)

    return known


def _tell(problems: tuple[Problem, ...], file: Path, language: Language) -> None:
    for problem in problems:
        typer.echo(f"{file.name}:{problem.line}: {problem_line(language, problem.why, problem.detail)}", err=True)
    typer.echo(say_journal(language, "nothing_written"), err=True)


def report(
    files: Annotated[list[Path], typer.Argument(help="a journal.jsonl; with --series counts of rooms, or a folder")],
    out: Annotated[Path, typer.Option(help="where to write it: a .pdf, .xlsx, .md or .json; with --series a folder")],
    language: Annotated[str, typer.Option(help="nl or en")] = "nl",
    variant: Annotated[str, typer.Option(help="full (for the organisation) or public")] = "full",
    team: Annotated[str | None, typer.Option(help="one team's own report, by its name or id (default: all)")] = None,
    series: Annotated[bool, typer.Option("--series", help="join the counts of three rooms or more")] = False,
) -> None:
    """Make the report of a room from its file, or with --series that of many; without a server."""
    told: Language = "en" if language == "en" else "nl"
    if series:
        write_series(files, out, told)
        return
    if len(files) != 1:
        fail(told, "which_files")
    if variant not in ("full", "public"):
        fail(told, "wrong_variant")
    read = read_file(files[0], Settings(), told)
    body = _document(read, told, variant, _team(read, team, told), out.suffix.lower())
    if body is None:
        fail(told, "wrong_kind", file=str(out))
    try:
        out.write_bytes(body)
    except OSError as error:
        fail(told, "not_written", file=str(out), detail=str(error.strerror))
    typer.echo(say_journal(told, "reported", file=str(out)))


def _team(read: Read, team: str | None, language: Language) -> str | None:
    if team is None:
        return None
    found = next((one.id for one in read.room.teams.values() if team.casefold() in (one.id, one.name.casefold())), None)
    if found is None:
        names = ", ".join(f"{one.name} ({one.id})" for one in read.room.teams.values())
        fail(language, "unknown_team", team=team, names=names)
    return found


def _document(read: Read, language: Language, variant: str, team: str | None, kind: str) -> bytes | None:
    """None for a kind of file that is not made."""
    from game_server.debrief.content import report as content
    from game_server.debrief.markdown import markdown
    from game_server.debrief.pdf import report_pdf
    from game_server.debrief.workbook import workbook
    from game_server.story.tell import tell

    story = tell(read.events, read.catalogue, variant == "public")
    data = content(story, read.catalogue, language, team, notes=True)
    match kind:
        case ".pdf":
            return report_pdf(data, story.room.at)
        case ".xlsx":
            return workbook(data, story.room.at)
        case ".md":
            return markdown(data).encode()
        case ".json":
            return orjson.dumps(data, option=orjson.OPT_INDENT_2)
        case _:
            return None


def fail(language: Language, code: str, **filled: str) -> NoReturn:
    if code == "not_stored":
        typer.echo(say(language, code, **filled), err=True)
    else:
        typer.echo(say_journal(language, code, **filled), err=True)
    raise typer.Exit(1)
