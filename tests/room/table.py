"""A table to play at: asks a room by hand, keeps its log, and checks with every step what must always hold."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from game_server.room.asked import Asked
from game_server.room.commands import (
    AddNote,
    DeskCommand,
    Inner,
    OpenRoom,
    SeatCommand,
    TakeDevice,
    TakeSeat,
    TeamWanted,
)
from game_server.room.decide import decide
from game_server.room.envelope import Event, decode, encode
from game_server.room.evolve import evolve, fold
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue, digest
from game_server.scenario.model import Scenario
from tests.scenario.packs import tiny_scenario

DESK: TypeAdapter[Any] = TypeAdapter(DeskCommand)
SEAT: TypeAdapter[Any] = TypeAdapter(SeatCommand)
START = 1_790_000_000_000
"""Wall time (ms) at which every table opens."""


class Table:
    """A room with a log; `ask` appends facts as a host would, and checks the house's standing promises."""

    def __init__(
        self, scenario: Scenario | None = None, teams: tuple[str, ...] = ("Natte Meren",), **opened: Any
    ) -> None:
        self.scenario = scenario or tiny_scenario()
        self.catalogue = Catalogue(self.scenario)
        self.room = Room()
        self.log: list[Event] = []
        self.now = START
        self._ids = 0
        self.ask("door", self._open(teams, opened))
        self.desk = f"desk:{self.ask('door', TakeDevice(kind='desk', pass_='desk', link='f'))['device']}"

    def _open(self, teams: tuple[str, ...], opened: dict[str, Any]) -> OpenRoom:
        fields: dict[str, Any] = {
            "code": "K7MP3XQ9",
            "scenario": self.scenario.id,
            "digest": digest(self.scenario),
            "language": "nl",
            "title": "Oefening",
            "teams": tuple(TeamWanted(name=name) for name in teams),
            "key": "k1",
            "links": ("f", "s", "o"),
            "minutes": 120,
        }
        return OpenRoom.model_validate({**fields, **opened})

    def ask(self, by: str, command: Any) -> dict[str, Any]:
        """Asks as `by`; raises Refused. Returns the answer's result."""
        cmd = getattr(command, "id", None)
        if cmd is not None and (by, cmd) in self.room.answers:
            return self.room.answers[by, cmd][1] or {}
        before = (self.room.version, len(self.log))
        try:
            facts, result = decide(Asked(by, self.now, command), self.room, self.catalogue)
        except Refused:
            assert before == (self.room.version, len(self.log)), "a refusal left a trace"
            raise
        for order, fact in enumerate(facts, start=1):
            last = result if order == len(facts) else None
            event = Event(self.room.version + 1, self.now, by, fact, cmd, last)
            assert decode(encode(event)) == event, "an event does not survive JSON"
            self.log.append(event)
            evolve(self.room, event)
        self.facts = list(facts)
        return result or {}

    def check(self) -> None:
        """What is folded anew is what was evolved."""
        assert fold(decode(encode(event)) for event in self.log) == self.room

    def _id(self) -> str:
        self._ids += 1
        return f"c{self._ids}"

    def at_desk(self, type_: str, **fields: Any) -> dict[str, Any]:
        """A desk's command; `from_` stands for the wire's `from`."""
        return self.ask(fields.pop("by", self.desk), self.parse(DESK, type_, fields))

    def at_seat(self, seat: str, type_: str, **fields: Any) -> dict[str, Any]:
        """A seat's command."""
        return self.ask(f"seat:{seat}", self.parse(SEAT, type_, fields))

    def parse(self, adapter: TypeAdapter[Any], type_: str, fields: dict[str, Any]) -> Any:
        """The command as it would come over the wire."""
        renamed = {key.rstrip("_"): value for key, value in fields.items()}
        return adapter.validate_python({"id": self._id(), "type": type_, **renamed})

    def sit(self, role: str, team: str = "t1", name: str | None = None, pass_: str | None = None) -> str:
        """Takes a chair; returns the seat."""
        self._ids += 1
        wanted = TakeSeat(pass_=pass_ or f"pass{self._ids}", name=name or f"Naam {self._ids}", team=team, role=role)
        return str(self.ask("door", wanted)["seat"])

    def inner(self, command: Inner, by: str = "door") -> dict[str, Any]:
        """What the server itself asks."""
        return self.ask(by, command)

    def note(self, text: str, by: str) -> dict[str, Any]:
        """A note of an observer."""
        return self.ask(by, AddNote(id=self._id(), type="note.add", text=text))

    def wait(self, seconds: float) -> None:
        """Lets wall time pass."""
        self.now += round(seconds * 1000)


def refusal(act: Any) -> str:
    """The code with which `act()` is refused; "" when it is accepted."""
    try:
        act()
    except Refused as refused:
        return refused.code
    return ""
