"""The rule of `wire.md`, "A client", as an independent client would write it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game_server.views.patch import merge


@dataclass
class Held:
    """What a client holds of one of its two streams."""

    stream: str = ""
    version: int = -1
    view: dict[str, Any] = field(default_factory=dict)

    @property
    def have(self) -> tuple[str, int] | None:
        return (self.stream, self.version) if self.stream else None


@dataclass
class Client:
    """Keeps `view` and `own` by what arrives, in whatever order; `resync` is true when it must ask for the whole."""

    view: Held = field(default_factory=Held)
    own: Held = field(default_factory=Held)
    resync: bool = False
    gone: str | None = None

    def hear(self, event: str, frame: dict[str, Any]) -> None:
        match event:
            case "view":
                self._take(self.view, frame)
            case "own":
                self._take(self.own, frame)
            case "tick":
                self._compare(frame)
            case "bye":
                self.gone = frame["code"]
            case _:
                pass

    def _take(self, mine: Held, frame: dict[str, Any]) -> None:
        patch = "base" in frame
        if frame["stream"] != mine.stream:
            if patch:
                return
        elif frame["version"] <= mine.version:
            return
        elif patch and frame["base"] != mine.version:
            self.resync = True
            return
        view = merge(mine.view, frame["view"]) if patch else frame["view"]
        mine.stream, mine.version, mine.view = frame["stream"], frame["version"], view

    def _compare(self, tick: dict[str, Any]) -> None:
        for event, mine in (("view", self.view), ("own", self.own)):
            if event in tick and mine.version < tick[event]:
                self.resync = True
