"""`crisistafel rehearse`: a whole session with bots, headless or on this computer's screens."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NoReturn

import typer

from game_server.console import Language, bases, say
from game_server.journal.base import SCENARIO_FILE
from game_server.paths import scenarios_dir
from game_server.rehearsal.simulate import Played, Wanted, chairs, opening, play
from game_server.rehearsal.summary import story_of, summary
from game_server.rehearsal.virtual import Stuck
from game_server.scenario.catalogue import digest, to_json
from game_server.scenario.load import PackError, load_pack
from game_server.scenario.model import Scenario
from game_server.settings import Settings
from game_server.transport.passes import hashed


def rehearse(
    scenario: Annotated[str, typer.Argument(help="a scenario's name, or a pack's folder")],
    teams: Annotated[int, typer.Option(min=1, max=60, help="how many teams")] = 1,
    bots: Annotated[
        int | None,
        typer.Option(min=1, max=600, help="how many bots in all (default: one for every role of every team)"),
    ] = None,
    speed: Annotated[
        float | None, typer.Option(min=1, help="session minutes in a real one (default, headless: as fast as it goes)")
    ] = None,
    seed: Annotated[str, typer.Option(help="the same seed gives the same game, headless")] = "1",
    headless: Annotated[bool, typer.Option("--headless", help="without a server: plays to the end, and tells")] = False,
    pdf: Annotated[Path | None, typer.Option(help="where to write the report")] = None,
    journal: Annotated[Path | None, typer.Option(help="where to write the journal (JSON lines)")] = None,
    language: Annotated[str, typer.Option(help="nl or en")] = "nl",
) -> None:
    """Play a scenario with bots: every chair, and a facilitator that keeps to the plan."""
    told: Language = "en" if language == "en" else "nl"
    pack = _pack(scenario, told)
    wanted = Wanted(teams, bots, seed, language, speed)
    if not headless:
        if pdf is not None or journal is not None:
            _fail(told, "rehearse_headless", 2)
        _on_screens(pack, wanted, told)
        return
    try:
        played = play(pack, wanted)
    except Stuck:
        _fail(told, "rehearse_stuck", 1)
    _write(played, pdf, journal, told)
    for line in summary(played, told):
        typer.echo(line)


def _on_screens(pack: Scenario, wanted: Wanted, language: Language) -> None:
    """Serves one rehearsal, whose data are gone at the end; a bot leads until the person at the desk takes over."""
    from game_server import app as composed
    from game_server import logs

    started: list[composed.Started] = []

    async def begin(game: composed.Game) -> None:
        new = game.runtime.new_secret
        link, others = new(), (hashed(new()), hashed(new()))
        order = opening(pack, wanted, game.runtime.new_code(), "rehearsal", (hashed(link), *others))
        host = await game.hub.open_room(order, {SCENARIO_FILE: to_json(pack).encode()})
        if game.parts.troupe is not None:
            await game.parts.troupe.fill(host, chairs(pack, wanted))
            await game.parts.troupe.lead(host, min(60, round(wanted.speed or 10)))
        near, far = bases(started[0])
        typer.echo(f"\n{say(language, 'rehearse_desk')}\n  {near}/regie#code={host.code}&link={link}")
        typer.echo(f"{say(language, 'join')}\n  {far}/#code={host.code}\n")
        typer.echo(say(language, "rehearse_gone"))

    with TemporaryDirectory(prefix="crisistafel-") as folder:
        settings = Settings(data=Path(folder), language=language)
        logs.set_up("warning")
        try:
            composed.run(settings, started.append, begin)
        except KeyboardInterrupt:
            pass  # how a person ends it
        except composed.CannotServe as error:
            _fail(language, error.code, 1, detail=error.detail)


def _pack(scenario: str, language: Language) -> Scenario:
    """Ends the program with 2 when there is no such pack, with 1 when it cannot be played."""
    shipped = scenarios_dir() / scenario
    path = shipped if (shipped / "scenario.yaml").is_file() else Path(scenario)
    if not path.exists():
        names = ", ".join(sorted(one.parent.name for one in scenarios_dir().glob("*/scenario.yaml")))
        _fail(language, "rehearse_unknown", 2, scenario=scenario, names=names)
    try:
        return load_pack(path)
    except (PackError, OSError) as error:
        for problem in error.problems if isinstance(error, PackError) else ():
            typer.echo(str(problem), err=True)
        _fail(language, "rehearse_broken", 1, path=str(path))


def _write(played: Played, pdf: Path | None, journal: Path | None, language: Language) -> None:
    try:
        if journal is not None:
            from game_server.hosting.journal_file import journal_file

            scenario = played.catalogue.scenario
            journal.write_bytes(journal_file(digest(scenario), to_json(scenario).encode(), played.epoch, played.lines))
        if pdf is not None:
            from game_server.debrief.pdf import render_pdf

            pdf.write_bytes(render_pdf(story_of(played), played.catalogue, language))
    except OSError as error:
        _fail(language, "rehearse_not_written", 1, detail=str(error))


def _fail(language: Language, code: str, status: int, **filled: str) -> NoReturn:
    typer.echo(say(language, code, **filled), err=True)
    raise typer.Exit(status)
