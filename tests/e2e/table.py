"""A whole table: desk, screen and phones that play a game together, step by step, through the desk's primary button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.desk import Desk
from tests.e2e.devices import DESK, SCREEN, Device, Devices
from tests.e2e.phone import Phone
from tests.e2e.projector import Projector

Step = dict[str, Any]


@dataclass
class Plan:
    """How the people at the table choose."""

    vote: Callable[[Step, Phone], str]
    """(decision, phone) → option."""
    settle: Callable[[Step, str], str]
    """(decision, team) → option."""
    aloud: Callable[[str], bool] = field(default=lambda _decision: False)
    """Whether the mandated role says it aloud, so that the desk enters it."""


class Table:
    """The devices of one room."""

    def __init__(self, devices: Devices) -> None:
        self.devices = devices
        self.desk = Desk(devices.make("desk", DESK))
        self.screen = Projector(devices.make("screen", SCREEN))
        self.phones: list[Phone] = []

    def phone(self, who: str, **options: Any) -> Phone:
        phone = Phone(self.devices.make(who, **options))
        self.phones.append(phone)
        return phone

    def seated(self, role: str, team: str | None = None) -> Phone:
        return next(phone for phone in self.phones if phone.role == role and team in (None, phone.view["team"]["id"]))

    def play(
        self,
        plan: Plan,
        *,
        before: Callable[[Step], None] | None = None,
        stop: Callable[[Step], bool] = lambda _step: False,
    ) -> list[str]:
        """Presses on until `stop` says so or the room waits to be closed. The actions, in order."""
        done: list[str] = []
        while True:
            step = self.desk.next
            if stop(step) or step["action"] in ("room.close", "none"):
                return done
            if before is not None:
                before(step)
            if step["action"] in ("decision.close", "decision.reveal"):
                self._vote(plan, step["thing"])
            if step["action"] == "decision.settle":
                self._settle(plan, step)
            else:
                self.desk.step()
            done.append(step["action"])

    def _vote(self, plan: Plan, decision: str) -> None:
        for phone in self.phones:
            if phone.state(decision) == "open" and decision not in phone.own["votes"]:
                phone.vote(decision, plan.vote(phone.decision(decision) | {"id": decision}, phone))

    def _settle(self, plan: Plan, step: Step) -> None:
        decision, team = step["thing"], step["team"]
        part = self.desk.decision(decision, team)
        option = plan.settle(part | {"id": decision}, team)
        role = part["mandate"].get("role")
        speaker = next(
            (phone for phone in self.phones if phone.role == role and phone.view["team"]["id"] == team), None
        )
        if speaker is None or plan.aloud(decision):
            name = self.desk.view["teams"][team]["name"]
            self.desk.settle_on_word(part["options"][option]["label"], team=name)
            return
        speaker.device.until(lambda: speaker.state(decision) == "revealed", "the votes")
        speaker.settle(decision, option)
        self.desk.device.until(lambda: self.desk.next != step, "a settled decision on the desk")


def with_device(phone: Phone, device: Device) -> Phone:
    """The same person on another device."""
    moved = Phone(device)
    moved.role, moved.seat = phone.role, phone.seat
    return moved
