"""Facts about pressure: words of the scenario that were changed, steps up the ladder, and phones that go dark."""

from __future__ import annotations

from typing import Literal

from game_server.room.marks import Fact, Personal


class InjectEdited(Fact):
    """This team will get these words instead of the scenario's; the pack keeps its own."""

    type: Literal["inject_edited"] = "inject_edited"
    team: str
    inject: str
    sender: Personal
    subject: Personal | None = None
    body: Personal


class InjectRestored(Fact):
    """The scenario's own words again."""

    type: Literal["inject_restored"] = "inject_restored"
    team: str
    inject: str


class RungClimbed(Fact):
    """A step up the ladder. `role` decided it (absent: nobody who may was at the table), from `seat` or on its word."""

    type: Literal["rung_climbed"] = "rung_climbed"
    team: str
    rung: str
    way: Literal["role", "word", "empty_chair"]
    role: str | None = None
    seat: str | None = None


class LightsWentOut(Fact):
    """A team's phones cover themselves until a session time (ms); with `inject` because of that news."""

    type: Literal["lights_went_out"] = "lights_went_out"
    team: str
    until: int
    inject: str | None = None


class LightsCameBack(Fact):
    type: Literal["lights_came_back"] = "lights_came_back"
    team: str


class SeatSpared(Fact):
    """Whether this chair's phone stays lit when the others go dark."""

    type: Literal["seat_spared"] = "seat_spared"
    seat: str
    spared: bool
