"""One player at its connection: looks, thinks as long as its kind does, says one thing, and looks again."""

from __future__ import annotations

from collections.abc import Callable

from game_server.hosting.runtime import Runtime
from game_server.rehearsal.ear import Ear, Line, View, speed_of
from game_server.rehearsal.intention import Intention

Think = Callable[[Ear], list[Intention]]
AGAIN = ("not_stored", "too_fast", "internal")
"""Answers after which the same thing is said once more, a little later."""
SOON = 0.001
"""Session seconds that are not worth waiting for: less than a clock may tell apart."""
SHOWN, REFUSED = 5.0, 60.0
"""Real seconds in which what was said is not said again: until it must have been seen, or may be allowed by then."""


class Player:
    """`refused`: what it said that was not accepted, as (command, answer); a race is the only good reason for one."""

    def __init__(self, line: Line, runtime: Runtime, think: Think) -> None:
        self.refused: list[tuple[View, View]] = []
        self._line, self._runtime, self._think = line, runtime, think
        self._done: dict[str, float] = {}

    async def play(self) -> None:
        """Until the server says goodbye, or the room is closed."""
        ear = self._line.ear
        while ear.gone is None and ear.view.get("room", {}).get("status") != "closed":
            wanted = self._wanted()
            if not wanted:
                await ear.listen()
            elif await self._hesitates(wanted[0]):
                await self._say(wanted[0])

    def _wanted(self) -> list[Intention]:
        ear, now = self._line.ear, self._runtime.monotonic()
        return [one for one in self._think(ear) if self._done.get(one.key, now) <= now] if ear.version >= 0 else []

    async def _hesitates(self, wanted: Intention) -> bool:
        """Takes its time; False when it is not wanted any more."""
        ear, left = self._line.ear, wanted.seconds
        while left > SOON:
            began, speed = self._runtime.monotonic(), speed_of(ear.view)
            await ear.listen(left / speed)
            left -= (self._runtime.monotonic() - began) * speed
            still = [one for one in self._wanted() if one.key == wanted.key] if ear.gone is None else []
            if not still:
                return False
        return True

    async def _say(self, wanted: Intention) -> None:
        answer = await self._line.say({"id": self._runtime.new_id(), **wanted.command})
        if answer.get("code") in AGAIN:
            await self._runtime.sleep(1.0)
            return
        self._done[wanted.key] = self._runtime.monotonic() + (SHOWN if answer["ok"] else REFUSED)
        if not answer["ok"]:
            self.refused.append((wanted.command, answer))
