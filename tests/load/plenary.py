"""A plenary on a server of its own: how fast a hall sits down, how soon everyone has the reveal, what the desk hears.

`python -m tests.load.plenary --tables 60 --people 300` prints one JSON object and ends. 127.0.0.1 only; every wait is
bounded, and the only process that is ended is the server that was started here.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import uvloop

from tests.load.__main__ import KEY, server
from tests.load.accounts import Accounts, percentile
from tests.load.generator import PATIENCE, Client, Crowd, call
from tests.load.wires import ROLES, in_parallel

DECISION, OPTIONS = "stekker", ("alles-uit", "deel-afsluiten")


class Plenary(Crowd):
    """People take at the emptiest table the first role that fewest have, as one tap on the join page does."""

    def __init__(self, port: int, tables: int, people: int) -> None:
        super().__init__(port, people)
        self.tables = tables
        self.desk: Client | None = None
        self.code = ""
        self.frames: list[tuple[float, int]] = []
        """(moment, bytes) of every frame of the desk's view."""
        self._commands = 0
        self._wanted = b""

    def connected(self, client: Client) -> None:
        """In only once the first whole view is there: see `heard`."""

    def heard(self, client: Client, payload: bytes, now: float) -> None:
        if not payload.startswith(b'42["view"'):
            return
        if client is self.desk:
            self.frames.append((now, len(payload)))
        if not client.ready.done():
            client.ready.set_result(None)
        elif client is not self.desk and self.left > 0 and self._wanted in payload:
            self.receipt(now)

    async def asks(self, type_: str, **fields: Any) -> Any:
        assert self.desk is not None
        self._commands += 1
        answer = await self.desk.ask("command", {"id": f"c{self._commands}", "type": type_, **fields})
        if not answer["ok"]:
            raise RuntimeError(f"{type_}: {answer}")
        return answer

    async def open_room(self, admission: bool = False) -> None:
        chairs = -(-self.many // self.tables // len(ROLES))
        order = {
            "scenario": "natte-meren",
            "teams": [{"name": f"Tafel {number}"} for number in range(1, self.tables + 1)],
            "settings": {"seats": dict.fromkeys(ROLES, max(1, chairs)), "admission": admission},
        }
        opened = await asyncio.to_thread(call, self.port, "POST", "/api/rooms", KEY, order)
        self.code, pass_ = str(opened["code"]), secrets.token_urlsafe(16)
        link = parse_qs(opened["links"]["facilitator"].partition("#")[2])["link"][0]
        desk = {"pass": pass_, "link": link}
        await asyncio.to_thread(call, self.port, "POST", f"/api/rooms/{self.code}/desks", "", desk)
        self.desk = await self._connect(pass_)

    async def _connect(self, pass_: str) -> Client:
        return await self.open(f"40{json.dumps({'pass': pass_})}".encode())

    async def join_all(self) -> None:
        async def join(number: int) -> None:
            pass_ = secrets.token_urlsafe(16)
            await asyncio.to_thread(call, self.port, "GET", f"/api/rooms/{self.code}", "")
            wanted = {"pass": pass_, "name": f"Naam {number}"}
            await asyncio.to_thread(call, self.port, "POST", f"/api/rooms/{self.code}/seats", "", wanted)
            self.clients.append(await self._connect(pass_))

        await in_parallel(self.many, join, at_once=20)

    def vote(self, client: Client, option: str) -> None:
        self._commands += 1
        vote = {"id": f"v{self._commands}", "type": "vote.cast", "decision": DECISION, "option": option}
        client.emit("command", vote, 1)

    async def reveal(self, from_: str) -> None:
        """Everybody hears it, or this raises TimeoutError."""
        self._wanted, self.left = b'"revealed"', len(self.clients)
        self.all_heard = asyncio.get_running_loop().create_future()
        self.fired = time.perf_counter()
        await self.asks("decision.reveal", decision=DECISION, **{"from": from_})
        await asyncio.wait_for(self.all_heard, PATIENCE)


def frame_figures(frames: list[tuple[float, int]], seconds: float) -> dict[str, Any]:
    """What the desk heard in these seconds."""
    sizes = [size for _, size in frames]
    return {
        "frames_per_s": round(len(sizes) / seconds, 1),
        "largest_kb": round(max(sizes, default=0) / 1000, 1),
        "kb_per_s": round(sum(sizes) / seconds / 1000, 1),
    }


async def measure(plenary: Plenary, accounts: Accounts, reveals: int) -> dict[str, Any]:
    """Joining, then rounds of everyone voting within three seconds and a reveal to all."""
    await plenary.open_room()
    cpu, start = accounts.cpu(), time.perf_counter()
    await plenary.join_all()
    wall = time.perf_counter() - start
    out: dict[str, Any] = {"tables": plenary.tables, "people": plenary.many}
    out |= {
        "joins_per_s": round(plenary.many / wall),
        "join_cpu_ms": round((accounts.cpu() - cpu) / plenary.many * 1e3, 2),
    }
    out["desk_while_joining"] = frame_figures(plenary.frames, wall)
    await plenary.asks("room.start")
    for phase in ("welkom", "rollen"):
        await plenary.asks("phase.next", **{"from": phase})
    await plenary.asks("decision.picture", decision=DECISION, **{"from": "planned"})
    await plenary.asks("decision.open", decision=DECISION, **{"from": "picture"})
    votes: list[float] = []
    for number in range(reveals):
        await asyncio.sleep(1)
        plenary.frames.clear()
        start = time.perf_counter()
        await plenary.vote_all(3.0, OPTIONS[number % 2])
        out["desk_while_voting"] = frame_figures(plenary.frames, time.perf_counter() - start)
        votes += plenary.votes
        await asyncio.sleep(0.5)
        await plenary.reveal("open")
        await asyncio.sleep(1)
        if number + 1 < reveals:
            await plenary.asks("decision.reopen", decision=DECISION, reason="Nog een keer, voor de meting")
    out["vote_p99_ms"] = percentile(votes, 0.99)
    out["reveal_p50_ms"], out["reveal_p99_ms"] = (percentile(plenary.latencies, q) for q in (0.5, 0.99))
    plenary.frames.clear()
    assert plenary.desk is not None
    plenary.desk.emit("resync", {}, 9)
    await asyncio.sleep(1)
    out["desk_whole_kb"] = round(max(size for _, size in plenary.frames) / 1000, 1)
    out["lost"] = plenary.lost
    return out


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.load.plenary")
    parser.add_argument("--tables", type=int, default=60, choices=range(1, 61))
    parser.add_argument("--people", type=int, default=300, choices=range(1, 1001))
    parser.add_argument("--reveals", type=int, default=5, choices=range(1, 21))
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, server("crisistafel", Path(folder)) as (port, pid):
        plenary = Plenary(port, a.tables, a.people)
        print(json.dumps(uvloop.run(measure(plenary, Accounts(pid), a.reveals))), flush=True)


if __name__ == "__main__":
    main()
