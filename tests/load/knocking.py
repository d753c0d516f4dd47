"""A hall that knocks: hundreds of phones wait to be let in and ask again and again, while a desk lets people in.

`python -m tests.load.knocking --tables 60 --people 500` prints one JSON object and ends. 127.0.0.1 only; every wait is
bounded, and the only process that is ended is the server that was started here.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any

import aiohttp
import uvloop

from tests.load.__main__ import server
from tests.load.accounts import Accounts, percentile
from tests.load.plenary import Plenary, frame_figures

MOST_SECONDS = 60.0
"""For everyone to be in once the desk lets all in."""


class Phone:
    """Asks as the waiting page does, and counts how long each answer took."""

    def __init__(self, number: int) -> None:
        self.wish = {"pass": secrets.token_urlsafe(16), "name": f"Naam {number}"}
        self.knock = ""
        self.inside = False

    async def ask(self, session: aiohttp.ClientSession, url: str) -> float:
        """How long the answer took."""
        start = time.perf_counter()
        async with session.post(url, json=self.wish) as answer:
            body = await answer.json()
        if answer.status not in (200, 201, 202):
            raise RuntimeError(f"{answer.status}: {body}")
        self.inside, self.knock = "seat" in body, body.get("knock", self.knock)
        return time.perf_counter() - start


class Hall:
    """All phones together."""

    def __init__(self, plenary: Plenary, many: int) -> None:
        self.url = f"http://127.0.0.1:{plenary.port}/api/rooms/{plenary.code}/seats"
        self.phones = [Phone(number) for number in range(many)]
        self.took: list[float] = []

    async def wait(self, phone: Phone, session: aiohttp.ClientSession) -> None:
        while not phone.inside:
            self.took.append(await phone.ask(session, self.url))
            if not phone.inside:
                await asyncio.sleep(2 + random.random())

    def figures(self, seconds: float, cpu: float) -> dict[str, Any]:
        return {
            "asked_per_s": round(len(self.took) / seconds, 1),
            "ask_p50_ms": percentile(self.took, 0.5),
            "ask_p99_ms": percentile(self.took, 0.99),
            "cpu_share": round(cpu / seconds, 3),
        }


async def measure(plenary: Plenary, accounts: Accounts, seconds: float) -> dict[str, Any]:
    """Everyone knocks within five seconds, waits, some are let in by hand, then all at once."""
    await plenary.open_room(admission=True)
    hall = Hall(plenary, plenary.many)
    out: dict[str, Any] = {"tables": plenary.tables, "people": plenary.many}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def come(phone: Phone) -> None:
            await asyncio.sleep(random.random() * 5)
            await hall.wait(phone, session)

        coming = [asyncio.create_task(come(phone)) for phone in hall.phones]
        for name, length in (("knocking", 6.0), ("waiting", seconds)):
            hall.took.clear()
            plenary.frames.clear()
            cpu, start = accounts.cpu(), time.perf_counter()
            await asyncio.sleep(length)
            passed = time.perf_counter() - start
            out[name] = hall.figures(passed, accounts.cpu() - cpu) | frame_figures(plenary.frames, passed)
        accepted: list[float] = []
        for phone in hall.phones[:20]:
            start = time.perf_counter()
            await plenary.asks("knock.accept", knock=phone.knock)
            accepted.append(time.perf_counter() - start)
        out["accept_p50_ms"], out["accept_p99_ms"] = percentile(accepted, 0.5), percentile(accepted, 0.99)
        start = time.perf_counter()
        await plenary.asks("admission.off")
        await asyncio.wait_for(asyncio.gather(*coming), MOST_SECONDS)
        out["all_in_s"] = round(time.perf_counter() - start, 1)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.load.knocking")
    parser.add_argument("--tables", type=int, default=60, choices=range(1, 61))
    parser.add_argument("--people", type=int, default=500, choices=range(1, 601))
    parser.add_argument("--seconds", type=float, default=20)
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, server("crisistafel", Path(folder)) as (port, pid):
        plenary = Plenary(port, a.tables, a.people)
        print(json.dumps(uvloop.run(measure(plenary, Accounts(pid), min(a.seconds, 120.0)))), flush=True)


if __name__ == "__main__":
    main()
