"""Two municipalities side by side, of five and of three people, that choose differently and see only their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.harness import ROLES, Phone, Plan, Secrets, Step, Table, mark_secrets, say, text_of

TITLE = "Gemerkte proef"
BIG, SMALL = "Natte Meren", "Drogenbroek"
FEW = {role: ROLES[role] for role in ("mayor", "secretary", "ciso")}


class SideBySide(Plan):
    """The first team switches everything off, the second waits and watches."""

    def __init__(self, secrets: Secrets, teams: dict[str, str]) -> None:
        self.secrets, self.teams = secrets, teams
        self.leaks: list[str] = []

    def vote(self, decision: str, options: list[str], phone: Phone) -> str:
        return options[0] if self.teams[phone.team] == BIG else options[-1]

    def reason(self, decision: str, phone: Phone) -> str:
        return f"geheim{phone.team}{phone.role}{decision}"

    def settle(self, decision: str, options: list[str], team: str) -> str:
        return options[0] if self.teams[team] == BIG else options[-1]

    def statement(self, decision: str, team: str) -> str:
        return f"uitleg{team}{decision}"

    def before(self, table: Table, step: Step) -> None:
        if step["action"] == "decision.picture":
            self.secrets.share(table.seated("ciso", _id(self.teams, BIG)), "strange-login")
        if step["action"] == "decision.apply":
            self.leaks += self.secrets.leaks()
            self.secrets.effective(step["thing"])

    def voted(self, table: Table, decision: str) -> None:
        for phone in table.phones:
            words = self.reason(decision, phone)
            self.leaks += [f"{who} heard {words} too early" for who in self.secrets.heard_of(words, phone)]


@pytest.fixture(scope="module")
def marks(folder: Path) -> dict[str, Any]:
    scenarios = folder / "data" / "scenarios"
    return mark_secrets(scenarios / "korte-proef", scenarios / "gemerkte-proef", TITLE)


def test_two_teams_see_each_others_counts_and_nothing_else(
    table: Table, marks: dict[str, Any], subtests: pytest.Subtests
) -> None:
    desk, screen = table.desk, table.screen
    desk.open_room(TITLE, teams=(BIG, SMALL))
    screen.open(desk.link("screen"))
    table.seat_all(ROLES, BIG)
    table.seat_all(FEW, SMALL)
    names = {team: part["name"] for team, part in desk.view["teams"].items()}
    plan = SideBySide(Secrets(marks, table), names)
    table.play(plan, stop=lambda step: step["action"] == "decision.apply" and step["thing"] == "unplug")
    with subtests.test("the joint reveal stands in columns on the screen"):
        for name, counts in ((BIG, "5"), (SMALL, "3")):
            column = screen.page.get_by_role("region", name=name)
            column.wait_for()
            chosen = column.get_by_role("listitem").filter(has_text=say("shared_chosen"))
            assert counts in chosen.inner_text()
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    with subtests.test("each team lives with its own consequences"):
        for phone in table.phones:
            big = names[phone.team] == BIG
            assert ("resident-post" in phone.view["news"]) is big
            assert phone.view["indicators"]["service"]["value"] == (48 if big else 75)
    with subtests.test("private news stays with its chair, unless its own team shared it"):
        plan.leaks += plan.secrets.leaks()
        assert sorted(set(plan.leaks)) == []
    with subtests.test("reasons and statements stay with the team, and off the screen"):
        for phone in table.phones:
            for kind in ("geheim", "uitleg"):
                words = f"{kind}{phone.team}"
                outside = [each for each in table.phones if each.team != phone.team]
                heard = {who for each in outside if words in each.device.recorder.all_heard() for who in (each.role,)}
                assert heard == set()
                assert words not in screen.device.recorder.all_heard()
                assert words in phone.device.recorder.all_heard()
    desk.step()
    with subtests.test("a phone's report is its own team's"):
        told = text_of(table.seated("mayor", _id(names, SMALL)).report())
        assert "Kijk een nacht mee" in told
        assert f"geheim{_id(names, BIG)}" not in told


def _id(names: dict[str, str], name: str) -> str:
    return next(team for team, each in names.items() if each == name)
