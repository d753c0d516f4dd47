"""Ways to play that more than one test takes."""

from __future__ import annotations

from tests.e2e.phone import Phone
from tests.e2e.secrets import Secrets
from tests.e2e.table import Plan, Step, Table


def team_of(names: dict[str, str], name: str) -> str:
    """The id of the team of this name."""
    return next(team for team, each in names.items() if each == name)


class SideBySide(Plan):
    """The first team takes first options, the other last ones; every vote has a reason that is looked for elsewhere."""

    def __init__(self, secrets: Secrets, teams: dict[str, str], first: str) -> None:
        self.secrets, self.first = secrets, team_of(teams, first)
        self.leaks: list[str] = []

    def vote(self, decision: str, options: list[str], phone: Phone) -> str:
        return options[0] if phone.team == self.first else options[-1]

    def reason(self, decision: str, phone: Phone) -> str:
        return f"geheim{phone.team}{phone.role}{decision}"

    def settle(self, decision: str, options: list[str], team: str) -> str:
        return options[0] if team == self.first else options[-1]

    def statement(self, decision: str, team: str) -> str:
        return f"uitleg{team}{decision}"

    def before(self, table: Table, step: Step) -> None:
        if step["action"] == "decision.picture":
            for phone in table.phones:
                if phone.team == self.first and phone.role == "ciso" and phone.private():
                    self.secrets.share(phone, phone.private()[0])
        if step["action"] == "decision.apply":
            self.leaks += self.secrets.leaks()
            self.secrets.effective(step["thing"])

    def voted(self, table: Table, decision: str) -> None:
        for phone in table.phones:
            words = self.reason(decision, phone)
            self.leaks += [f"{who} heard {words} too early" for who in self.secrets.heard_of(words, phone)]
