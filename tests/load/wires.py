"""The two wires that the load generator speaks: the bare server's three events, and Crisistafel's own."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from tests.load.generator import Client, Crowd, body, call, fetch

ROLES = ("mayor", "secretary", "ciso", "dpo", "public-safety")


class Bare(Crowd):
    """Joins a Socket.IO room; everything is an event with an acknowledgement."""

    def __init__(self, port: int, many: int, _: str) -> None:
        super().__init__(port, many)

    def connected(self, client: Client) -> None:
        client.emit("join", {"room": "r"}, 0)

    def heard(self, client: Client, payload: bytes, now: float) -> None:
        if payload.startswith(b'42["inject"'):
            self.receipt(now)

    async def join_all(self) -> None:
        await in_parallel(self.many, lambda _: self._join())

    async def _join(self) -> None:
        self.clients.append(await self.open(b"40"))

    async def inject(self, number: int) -> None:
        self.clients[0].emit("inject", {"room": "r", "p": {"id": number, "body": body(1400, number)}}, 2)

    def vote(self, client: Client, option: str) -> None:
        client.emit("vote", {"decision": "d", "option": option, "reason": "Eerst de feiten op een rij"}, 1)


class Crisistafel(Crowd):
    """Takes a chair over HTTP, connects with its pass, votes in secret in an open decision."""

    def __init__(self, port: int, many: int, key: str) -> None:
        super().__init__(port, many)
        self._key = key
        self._desk: Client | None = None
        self._code = self._desk_pass = ""
        self._commands = 0

    def connected(self, client: Client) -> None:
        """In only once the first whole view is there: see `heard`."""

    def heard(self, client: Client, payload: bytes, now: float) -> None:
        if not payload.startswith(b'42["view"'):
            return
        if not client.ready.done():
            client.ready.set_result(None)
        elif client is not self._desk and self.left > 0 and b'"Bericht ' in payload:
            self.receipt(now)

    async def _desk_asks(self, type_: str, **fields: Any) -> Any:
        assert self._desk is not None
        self._commands += 1
        answer = await self._desk.ask("command", {"id": f"c{self._commands}", "type": type_, **fields})
        if not answer["ok"]:
            raise RuntimeError(f"{type_}: {answer}")
        return answer

    async def _open_room(self) -> None:
        seats = dict.fromkeys(ROLES, self.many)
        opened = await asyncio.to_thread(
            call,
            self.port,
            "POST",
            "/api/rooms",
            self._key,
            {"scenario": "natte-meren", "teams": [{"name": "Natte Meren"}], "settings": {"seats": seats}},
        )
        self._code, self._desk_pass = str(opened["code"]), secrets.token_urlsafe(16)
        secret = parse_qs(opened["links"]["facilitator"].partition("#")[2])["link"][0]
        desk = {"pass": self._desk_pass, "link": secret}
        await asyncio.to_thread(call, self.port, "POST", f"/api/rooms/{self._code}/desks", "", desk)
        self._desk = await self._connect(self._desk_pass)

    async def _connect(self, pass_: str) -> Client:
        return await self.open(f"40{json.dumps({'pass': pass_})}".encode())

    async def join_all(self) -> None:
        await self._open_room()

        async def join(number: int) -> None:
            pass_ = secrets.token_urlsafe(16)
            wanted = {"pass": pass_, "name": f"Naam {number}", "role": ROLES[number % len(ROLES)]}
            await asyncio.to_thread(call, self.port, "POST", f"/api/rooms/{self._code}/seats", "", wanted)
            self.clients.append(await self._connect(pass_))

        await in_parallel(self.many, join)
        await self._desk_asks("room.start")

    async def inject(self, number: int) -> None:
        await self._desk_asks("inject.compose", channel="mail", **{"from": "Pers"}, body=body(1400, number))

    async def open_ballot(self) -> None:
        for phase in ("welkom", "rollen"):
            await self._desk_asks("phase.next", **{"from": phase})
        await self._desk_asks("decision.picture", decision="stekker", **{"from": "planned"})
        await self._desk_asks("decision.open", decision="stekker", **{"from": "picture"})

    def vote(self, client: Client, option: str) -> None:
        self._commands += 1
        chosen = {"first": "alles-uit", "second": "deel-afsluiten"}[option]
        vote = {
            "id": f"v{self._commands}",
            "type": "vote.cast",
            "decision": "stekker",
            "option": chosen,
            "reason": "Eerst de feiten op een rij",
        }
        client.emit("command", vote, 1)

    def stored(self) -> int:
        """Votes in the room's exported journal."""
        path = f"/api/rooms/{self._code}/journal.jsonl"
        return sum(b'"vote_cast"' in line for line in fetch(self.port, path, self._desk_pass).splitlines())


async def in_parallel(many: int, one: Callable[[int], Any], at_once: int = 50) -> None:
    numbers = iter(range(many))

    async def work() -> None:
        for number in numbers:
            await one(number)

    await asyncio.gather(*(work() for _ in range(min(many, at_once))))


KINDS: dict[str, Callable[[int, int, str], Crowd]] = {"bare": Bare, "crisistafel": Crisistafel}
