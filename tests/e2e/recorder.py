"""All that one page hears, says and complains of; and the views that its frames add up to, by the wire's rule."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, Request, WebSocket

_EVENT = re.compile(r"^42(\d*)(\[.*)$", re.DOTALL)
_ACK = re.compile(r"^43(\d+)(\[.*)$", re.DOTALL)
_NETWORK = ("Failed to load resource", "WebSocket connection to", "net::ERR_")


def merged(old: Any, patch: Any) -> Any:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    held = dict(old) if isinstance(old, dict) else {}
    for key, value in patch.items():
        if value is None:
            held.pop(key, None)
        else:
            held[key] = merged(held.get(key), value)
    return held


@dataclass
class Stream:
    """One stream as a client of the wire keeps it."""

    name: str = ""
    version: int = -1
    view: dict[str, Any] = field(default_factory=dict)

    def take(self, frame: dict[str, Any]) -> None:
        whole, same = "base" not in frame, frame["stream"] == self.name
        if same and frame["version"] <= self.version:
            return
        if whole or (same and frame["base"] == self.version):
            self.view = frame["view"] if whole else merged(self.view, frame["view"])
            self.name, self.version = frame["stream"], frame["version"]


@dataclass
class Command:
    body: dict[str, Any]
    answer: dict[str, Any] | None = None


class Recorder:
    """Attach it before the page goes anywhere."""

    def __init__(self, page: Page, who: str) -> None:
        self.who = who
        self.heard: list[str] = []
        self.said: list[str] = []
        self.answers: list[tuple[str, str]] = []
        """What came over HTTP: (address, body)."""
        self.commands: dict[str, Command] = {}
        self.view, self.own = Stream(), Stream()
        self.presence: dict[str, str] = {}
        self.problems: list[str] = []
        self.trouble = False
        """While true the network may fail: the test made it so."""
        self.documents = 0
        """How many documents the page has loaded: a reload would show here."""
        page.on("websocket", self._socket)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{who}: {error}"))
        page.on("requestfinished", self._finished)
        page.on("domcontentloaded", lambda _: self._loaded())

    def _loaded(self) -> None:
        self.documents += 1

    def _socket(self, socket: WebSocket) -> None:
        waiting: dict[str, Command] = {}
        socket.on("framesent", lambda frame: self._said(str(frame), waiting))
        socket.on("framereceived", lambda frame: self._heard(str(frame), waiting))

    def _said(self, frame: str, waiting: dict[str, Command]) -> None:
        self.said.append(frame)
        found = _EVENT.match(frame)
        if not found or not found[1]:
            return
        name, *rest = json.loads(found[2])
        if name == "command":
            command = waiting[found[1]] = self.commands.setdefault(rest[0]["id"], Command(rest[0]))
            command.answer = None

    def _heard(self, frame: str, waiting: dict[str, Command]) -> None:
        self.heard.append(frame)
        if found := _ACK.match(frame):
            if found[1] in waiting:
                waiting[found[1]].answer = json.loads(found[2])[0]
            return
        if not (found := _EVENT.match(frame)):
            return
        name, *rest = json.loads(found[2])
        if name == "view":
            self.view.take(rest[0])
        elif name == "own":
            self.own.take(rest[0])
        elif name == "presence":
            self.presence = rest[0]["seats"]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        if self.trouble and any(word in message.text for word in _NETWORK):
            return
        self.problems.append(f"{self.who}: {message.text} ({message.location.get('url', '')})")

    def _finished(self, request: Request) -> None:
        if "/api/" not in request.url and "/socket.io" not in request.url:
            return
        try:
            response = request.response()
            if response is not None and "pdf" not in response.headers.get("content-type", ""):
                self.answers.append((request.url, response.text()))
        except Error:
            pass  # The page went on before its body could be read.

    def all_heard(self) -> str:
        """Every frame and every answer, to search in."""
        return "\n".join(self.heard + [body for _, body in self.answers])

    def acked(self, kind: str) -> list[dict[str, Any]]:
        """The commands of this type that were accepted."""
        return [
            command.body
            for command in self.commands.values()
            if command.body["type"] == kind and command.answer is not None and command.answer.get("ok")
        ]
