"""What a client of the wire holds: its view and its own part, kept up by the frames that it hears."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Protocol

from game_server.hosting.runtime import Runtime
from game_server.views.patch import merge

View = dict[str, Any]


@dataclass(slots=True)
class Held:
    """One stream as far as this client has heard it."""

    stream: str = ""
    version: int = -1
    view: View = field(default_factory=dict)

    def take(self, frame: View) -> bool:
        """Takes a frame by the rule of the wire; False when frames are missing in between."""
        patch = "base" in frame
        if frame["stream"] != self.stream:
            if patch:
                return True
        elif frame["version"] <= self.version:
            return True
        elif patch and frame["base"] != self.version:
            return False
        self.view = merge(self.view, frame["view"]) if patch else frame["view"]
        self.stream, self.version = frame["stream"], frame["version"]
        return True


class Ear:
    """Hears what one pass may hear. `gone`: why the server said goodbye; `gap`: it must ask for the whole."""

    def __init__(self, runtime: Runtime) -> None:
        self.gone: str | None = None
        self.gap = False
        self._runtime = runtime
        self._view, self._own = Held(), Held()
        self._news = asyncio.Event()
        self._now, self._at = 0, 0.0

    @property
    def view(self) -> View:
        return self._view.view

    @property
    def own(self) -> View:
        return self._own.view

    @property
    def version(self) -> int:
        """Of the newest view; -1 before the first."""
        return self._view.version

    def now(self) -> int:
        """Server time in ms, reckoned on from the last frame."""
        return self._now + int((self._runtime.monotonic() - self._at) * 1000)

    def hear(self, event: str, data: View) -> None:
        match event:
            case "view":
                self.gap |= not self._view.take(data)
            case "own":
                self.gap |= not self._own.take(data)
            case "bye":
                self.gone = str(data["code"])
            case _:
                pass
        if "now" in data:
            self._now, self._at = int(data["now"]), self._runtime.monotonic()
        self._news.set()

    async def listen(self, seconds: float | None = None) -> None:
        """Returns when something was heard since the last call, or after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()


class Line(Protocol):
    """How a player is connected: in this process, or over a socket."""

    @property
    def ear(self) -> Ear: ...

    async def say(self, command: View) -> View:
        """A command with its id; the answer as it comes over the wire."""


def speed_of(view: View) -> float:
    """How many session seconds pass in a real one: 1 but in a rehearsal that runs faster."""
    return float(view.get("room", {}).get("clock", {}).get("speed", 1))


def session_at(view: View, now: int) -> float:
    """Session milliseconds at server time `now`."""
    clock = view["room"]["clock"]
    passed = max(0, now - clock["since"]) if "since" in clock else 0
    return float(clock["base"]) + passed * speed_of(view)
