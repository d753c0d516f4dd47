"""A whole table: desk, screen and phones that play a game together, step by step, through the desk's primary button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.e2e.desk import Desk, without_waits
from tests.e2e.devices import DESK, SCREEN, Device, Devices
from tests.e2e.phone import Phone
from tests.e2e.projector import Projector

Step = dict[str, Any]


class Plan:
    """How the people at the table choose, and what else they do; a test changes what it is about."""

    def vote(self, decision: str, options: list[str], phone: Phone) -> str | None:
        """None: this phone does not vote; somebody enters it, or it stays out."""
        return options[len(phone.seat + decision) % len(options)]

    def reason(self, decision: str, phone: Phone) -> str:
        """Its one line why."""
        del decision, phone
        return ""

    def settle(self, decision: str, options: list[str], team: str) -> str:
        del decision, team
        return options[0]

    def statement(self, decision: str, team: str) -> str:
        """The sentence for the outside world."""
        del decision, team
        return ""

    def aloud(self, decision: str) -> bool:
        """Whether the mandated role says it aloud, so that the desk enters it."""
        del decision
        return False

    def before(self, table: Table, step: Step) -> None:
        """Before the desk takes this step."""

    def voted(self, table: Table, decision: str) -> None:
        """Everyone who votes by phone has voted, and nothing is revealed."""


class Table:
    """The devices of one room."""

    def __init__(self, devices: Devices) -> None:
        self.devices = devices
        self.desk = Desk(devices.make("desk", DESK))
        self.screen = Projector(devices.make("screen", SCREEN))
        self.phones: list[Phone] = []

    def phone(self, who: str, **options: Any) -> Phone:
        """Another phone; its owner has yet to join."""
        phone = Phone(self.devices.make(who, **options))
        self.phones.append(phone)
        return phone

    def seat_all(self, roles: dict[str, str], team: str | None = None) -> list[Phone]:
        """A phone for each role; the name of each person is `N.` and the role."""
        came = []
        for name in roles.values():
            phone = self.phone(f"{team or 'phone'} {name}")
            phone.join(self.desk.code, f"{team[-1] if team else 'N'}. {name}"[:40], name, team=team)
            came.append(phone)
        self.desk.device.until(lambda: len(self.desk.seats()) == len(self.phones), "everyone on the desk")
        return came

    def seated(self, role: str, team: str | None = None) -> Phone:
        """Whose chair this is."""
        return next(phone for phone in self.phones if phone.role == role and team in (None, phone.team))

    def play(self, plan: Plan, stop: Callable[[Step], bool] = lambda _step: False) -> list[str]:
        """Presses on until `stop` says so or the room waits to be closed. The actions, in order."""
        done: list[str] = []
        while True:
            step = self.desk.next
            if stop(step) or step["action"] in ("room.close", "none"):
                return done
            plan.before(self, step)
            if step["action"] in ("decision.close", "decision.reveal"):
                self.vote(plan, step["thing"])
            if step["action"] == "decision.settle":
                self.settle(plan, step)
            else:
                self.desk.step()
            done.append(step["action"])

    def vote(self, plan: Plan, decision: str) -> None:
        """Everyone whose team votes now."""
        came = False
        for phone in self.phones:
            if self.desk.decision(decision, phone.team).get("state") != "open":
                continue
            phone.reaches(decision, "open")
            if decision in phone.own["votes"]:
                continue
            came = True
            option = plan.vote(decision, _ordered(phone.decision(decision)), phone)
            if option is not None:
                phone.vote(decision, option, reason=plan.reason(decision, phone))
        for team in {phone.team for phone in self.phones}:
            cast = sum(bool(phone.voted(decision)) for phone in self.phones if phone.team == team)
            self.desk.device.until(
                lambda team=team, cast=cast: self.desk.decision(decision, team).get("cast", 0) >= cast,  # type: ignore[misc]
                "votes that the desk has counted",
            )
        if came:
            plan.voted(self, decision)

    def settle(self, plan: Plan, step: Step) -> None:
        """By the phone of the mandated role, or on its word."""
        decision, team = step["thing"], step["team"]
        part = self.desk.decision(decision, team)
        option = plan.settle(decision, _ordered(part), team)
        role, words = part["mandate"].get("role"), plan.statement(decision, team)
        speakers = [phone for phone in self.phones if phone.role == role and phone.team == team]
        if not speakers or plan.aloud(decision):
            name = self.desk.view["teams"][team]["name"]
            self.desk.settle_on_word(part["options"][option]["label"], statement=words, team=name)
            return
        speakers[0].reaches(decision, "revealed")
        speakers[0].settle(decision, option, statement=words)
        self.desk.device.until(
            lambda: without_waits(self.desk.next) != without_waits(step), "a settled decision on the desk"
        )


def _ordered(decision: dict[str, Any]) -> list[str]:
    options = decision["options"]
    return sorted(options, key=lambda option: int(options[option]["order"]))


def same_person(phone: Phone, device: Device) -> Phone:
    """The same person on another device."""
    moved = Phone(device)
    moved.role, moved.seat = phone.role, phone.seat
    return moved
