"""`python -m game_server.rehearsal URL CODE`: bots over real sockets, in a room that is open somewhere."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from game_server.hosting.runtime import RealRuntime
from game_server.rehearsal.over_sockets import NotSeated, play_over_sockets


def main(
    url: Annotated[str, typer.Argument(help="the server, e.g. http://127.0.0.1:8000")],
    code: Annotated[str, typer.Argument(help="the room's code")],
    bots: Annotated[int, typer.Option(min=1, max=600)] = 5,
    seed: str = "1",
    link: Annotated[str | None, typer.Option(help="the facilitator's secret: one of them leads too")] = None,
) -> None:
    """Let bots play in a room until it is closed."""
    try:
        asyncio.run(_play(url.rstrip("/"), code, bots, seed, link))
    except NotSeated as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        pass  # how a person ends it


async def _play(url: str, code: str, bots: int, seed: str, link: str | None) -> None:
    runtime = RealRuntime(threads=20)
    company = await play_over_sockets(url, code, bots, seed, runtime, link=link)
    try:
        await company.ends()
    finally:
        await company.close()
        await runtime.close()


if __name__ == "__main__":
    typer.run(main)
