"""The load generator: many Socket.IO clients written by hand on picows, cheap enough to measure the server.

Talks to 127.0.0.1 only, is bounded in count and time, prints one JSON object and ends. Run by `__main__`.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import random
import time
import urllib.error
import urllib.request
from typing import Any

import uvloop
from picows import WSListener, WSMsgType, ws_connect

from tests.load.accounts import Accounts, percentile

WORDS = (
    *("redactie", "medewerker", "systemen", "gemeente", "misschien", "gegevens", "raadsleden", "inwoners", "hoort"),
    *("burgemeester", "woordvoerder", "leverancier", "herstel", "wachtwoord", "melding", "toezichthouder", "balie"),
)
PATIENCE = 60.0


def body(size: int, seed: int) -> str:
    """About `size` bytes of Dutch-looking text, another for every seed."""
    chance = random.Random(seed)
    text = f"Bericht {seed}."
    while len(text) < size:
        text += " " + chance.choice(WORDS)
    return text


class Client(WSListener):
    """One socket: answers pings, knows when it is in, counts what it hears."""

    def __init__(self, crowd: Crowd, hello: bytes) -> None:
        super().__init__()
        self.crowd, self._hello = crowd, hello
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.transport: Any = None
        self.sent_at = 0.0
        self.answers: dict[int, asyncio.Future[Any]] = {}
        self.next_id = 10

    def on_ws_connected(self, transport: Any) -> None:
        self.transport = transport  # the first frames may be read before `ws_connect` has returned

    def on_ws_frame(self, transport: Any, frame: Any) -> None:
        now = time.perf_counter()
        payload = frame.get_payload_as_bytes()
        if payload[:1] == b"2":
            transport.send(WSMsgType.TEXT, b"3")
        elif payload[:1] == b"0":
            transport.send(WSMsgType.TEXT, self._hello)
        elif payload[:2] == b"42":
            self.crowd.heard(self, payload, now)
        elif payload[:2] == b"43":
            self._answered(payload, now)
        elif payload[:2] == b"40":
            self.crowd.connected(self)
        elif payload[:2] == b"44":
            self.ready.set_exception(ConnectionError(payload.decode()))

    def _answered(self, payload: bytes, now: float) -> None:
        end = payload.index(b"[")
        number = int(payload[2:end])
        waiting = self.answers.pop(number, None)
        if waiting is not None:
            waiting.set_result(json.loads(payload[end:])[0])
        elif number == 1 and self.sent_at:
            self.crowd.voted(now - self.sent_at, b'"ok":true' in payload)
            self.sent_at = 0.0
        elif number == 0 and not self.ready.done():
            self.ready.set_result(None)

    def on_ws_disconnected(self, transport: Any) -> None:
        self.crowd.lost += 1
        if not self.ready.done():
            self.ready.set_exception(ConnectionError("closed before it was in"))

    def emit(self, event: str, data: Any, number: int) -> None:
        text = json.dumps([event, data], separators=(",", ":"))
        self.transport.send(WSMsgType.TEXT, f"42{number}{text}".encode())

    async def ask(self, event: str, data: Any) -> Any:
        """Emits and waits for the acknowledgement."""
        self.next_id += 1
        answer = self.answers[self.next_id] = asyncio.get_running_loop().create_future()
        self.emit(event, data, self.next_id)
        return await asyncio.wait_for(answer, PATIENCE)


class Crowd:
    """All clients of one run, on either server; the subclasses know the two wires."""

    def __init__(self, port: int, many: int) -> None:
        self.port, self.many = port, many
        self.clients: list[Client] = []
        self.latencies: list[float] = []
        self.votes: list[float] = []
        self.accepted = self.lost = self.delivered = 0
        self.left = 0
        self.fired = 0.0
        self.all_heard: asyncio.Future[None] | None = None
        self.all_voted: asyncio.Future[None] | None = None

    async def open(self, hello: bytes) -> Client:
        client = Client(self, hello)
        url = f"ws://127.0.0.1:{self.port}/socket.io/?EIO=4&transport=websocket"
        await ws_connect(lambda: client, url, websocket_handshake_timeout=PATIENCE)
        await asyncio.wait_for(client.ready, PATIENCE)
        return client

    def receipt(self, now: float) -> None:
        """One client has the inject in flight."""
        self.delivered += 1
        self.latencies.append(now - self.fired)
        self.left -= 1
        if self.left == 0 and self.all_heard is not None:
            self.all_heard.set_result(None)

    def voted(self, latency: float, accepted: bool) -> None:
        self.votes.append(latency)
        self.accepted += accepted
        if len(self.votes) == len(self.clients) and self.all_voted is not None:
            self.all_voted.set_result(None)

    async def broadcast(self, times: int, gap: float) -> None:
        """One inject after another, the next after everyone has the last."""
        for number in range(times):
            self.all_heard = asyncio.get_running_loop().create_future()
            self.left = len(self.clients)
            self.fired = time.perf_counter()
            await self.inject(number)
            await asyncio.wait_for(self.all_heard, PATIENCE)
            await asyncio.sleep(gap)

    async def vote_all(self, spread: float, option: str) -> None:
        """Everyone votes once at a random moment within `spread` seconds; waits for every answer."""
        self.votes.clear()
        self.all_voted = asyncio.get_running_loop().create_future()
        moments = sorted(random.random() * spread for _ in self.clients)
        start = time.perf_counter()
        for client, moment in zip(random.sample(self.clients, len(self.clients)), moments, strict=True):
            while time.perf_counter() - start < moment:
                await asyncio.sleep(0.001)
            client.sent_at = time.perf_counter()
            self.vote(client, option)
        await asyncio.wait_for(self.all_voted, PATIENCE)

    # what a wire has to say

    def connected(self, client: Client) -> None:
        raise NotImplementedError

    def heard(self, client: Client, payload: bytes, now: float) -> None:
        raise NotImplementedError

    async def join_all(self) -> None:
        raise NotImplementedError

    async def inject(self, number: int) -> None:
        raise NotImplementedError

    async def open_ballot(self) -> None:
        """Whatever has to happen before a vote counts."""

    def vote(self, client: Client, option: str) -> None:
        raise NotImplementedError

    def stored(self) -> int | None:
        """How many votes the server says it keeps; None where it keeps nothing."""
        return None


def call(port: int, method: str, path: str, bearer: str, data: Any = None) -> Any:
    """One HTTP call to the server under test."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}",
        method=method,
        data=None if data is None else json.dumps(data).encode(),
        headers={"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def fetch(port: int, path: str, bearer: str) -> bytes:
    """One document of the server under test."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {bearer}"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return bytes(answer.read())


async def measure(crowd: Crowd, accounts: Accounts, a: argparse.Namespace) -> dict[str, Any]:
    """One run: joins, injects, a burst and a flash of votes."""
    out: dict[str, Any] = {"many": crowd.many}
    memory, cpu, start = accounts.memory(), accounts.cpu(), time.perf_counter()
    await crowd.join_all()
    wall, used = time.perf_counter() - start, accounts.cpu() - cpu
    await asyncio.sleep(1.0)
    out["joins_per_s"] = round(crowd.many / wall)
    out["joins_per_cpu_s"] = round(crowd.many / used)
    out["kib_per_connection"] = round((accounts.memory() - memory) / crowd.many / 1024, 1)
    gc.collect()
    gc.freeze()
    gc.disable()
    await crowd.broadcast(3, a.gap)
    crowd.latencies.clear()
    crowd.delivered, cpu = 0, accounts.cpu()
    await crowd.broadcast(a.injects, a.gap)
    out["inject_cpu_us"] = round((accounts.cpu() - cpu) / crowd.delivered * 1e6, 2)
    out["inject_p50_ms"], out["inject_p99_ms"] = (percentile(crowd.latencies, q) for q in (0.5, 0.99))
    await crowd.open_ballot()
    await crowd.vote_all(1.0, "first")
    cpu = accounts.cpu()
    for option in ("second", "first"):
        await crowd.vote_all(1.0, option)
    out["vote_cpu_us"] = round((accounts.cpu() - cpu) / (2 * len(crowd.clients)) * 1e6, 1)
    out["burst_p99_ms"] = percentile(crowd.votes, 0.99)
    await asyncio.sleep(0.5)
    flashes: list[float] = []
    for option in ("second", "first", "second"):
        await crowd.vote_all(0.0, option)
        flashes.append(percentile(crowd.votes, 0.99))
        await asyncio.sleep(0.5)
    out["flash_p99_ms"] = sorted(flashes)[1]
    out["acked"], out["lost"] = crowd.accepted, crowd.lost
    if (stored := await asyncio.to_thread(crowd.stored)) is not None:
        out["stored"] = stored
    return out


def main() -> None:
    """`python -m tests.load.generator --kind bare|crisistafel --port P --pid P --many N`."""
    from tests.load.wires import KINDS

    parser = argparse.ArgumentParser()
    parser.add_argument("--kind", choices=sorted(KINDS), required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--many", type=int, default=30)
    parser.add_argument("--key", default="")
    parser.add_argument("--injects", type=int, default=40)
    parser.add_argument("--gap", type=float, default=0.08)
    a = parser.parse_args()

    async def run() -> None:
        crowd = KINDS[a.kind](a.port, a.many, a.key)
        print(json.dumps(await measure(crowd, Accounts(a.pid), a)), flush=True)

    uvloop.run(run())


if __name__ == "__main__":
    main()
