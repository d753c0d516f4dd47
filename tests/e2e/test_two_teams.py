"""Two municipalities side by side, of five and of three people, that choose differently and see only their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.harness import ROLES, Secrets, Step, Table, mark_secrets, say, text_of
from tests.e2e.plans import SideBySide, team_of

TITLE = "Gemerkte proef"
BIG, SMALL = "Natte Meren", "Drogenbroek"
FEW = {role: ROLES[role] for role in ("mayor", "secretary", "ciso")}


class Waiting(SideBySide):
    """Before anyone has voted the desk waits for both."""

    def __init__(self, secrets: Secrets, teams: dict[str, str], first: str) -> None:
        super().__init__(secrets, teams, first)
        self.waited: list[str] = []

    def before(self, table: Table, step: Step) -> None:
        super().before(table, step)
        if step["action"] == "decision.close":
            desk = table.desk
            expect(desk.primary_button).to_contain_text(say("facilitator_waits_more", count=2))
            desk.primary()
            dialog = desk.page.get_by_role("dialog")
            self.waited.append(dialog.get_by_role("heading").inner_text())
            desk.close_dialog()


def _mark(table: Table, first: str) -> None:
    """Each CISO says what is missing; the first team's mayor shows it to the table, the other keeps it."""
    for phone in table.phones:
        if phone.role == "ciso":
            phone.mark("unplug", missing=f"gemis{phone.team}")
    for mayor in (phone for phone in table.phones if phone.role == "mayor"):
        mayor.device.until(lambda mayor=mayor: mayor.decision("unplug")["marks"]["given"] == 1, "a mark")  # type: ignore[misc]
        mayor.open_decision("unplug")
        expect(mayor.page.get_by_text(f"gemis{mayor.team}")).to_be_visible()
    table.seated("mayor", first).show_marks("unplug")
    for phone in table.phones:
        if phone.role == "secretary":
            if phone.team == first:
                phone.device.until(lambda phone=phone: "marks" in phone.decision("unplug"), "marks that are shown")  # type: ignore[misc]
            assert (f"gemis{phone.team}" in phone.device.recorder.all_heard()) is (phone.team == first)


def _at_home(table: Table) -> None:
    mayors = [phone for phone in table.phones if phone.role == "mayor"]
    for phone in table.phones:
        phone.reaches("unplug", "effective")
        phone.practice("unplug", "yes" if phone.role == "mayor" else "no")
    for phone in table.phones[:3]:
        phone.look_up("AVG")
    mayors[0].show_practice("unplug")
    assert mayors[0].decision("unplug")["spread"]["others"] == {}
    assert mayors[1].decision("unplug")["spread"]["others"] == {}
    mayors[1].show_practice("unplug")
    for mine, other in (mayors, mayors[::-1]):
        mine.device.until(
            lambda mine=mine, other=other: other.team in mine.decision("unplug")["spread"]["others"],  # type: ignore[misc]
            "the other municipality's answers",
        )


@pytest.fixture(scope="module")
def marks(folder: Path) -> dict[str, Any]:
    scenarios = folder / "data" / "scenarios"
    return mark_secrets(scenarios / "korte-proef", scenarios / "gemerkte-proef", TITLE)


@pytest.mark.proof
def test_two_teams_see_each_others_counts_and_nothing_else(
    table: Table, marks: dict[str, Any], subtests: pytest.Subtests
) -> None:
    desk, screen = table.desk, table.screen
    desk.open_room(TITLE, teams=(BIG, SMALL))
    screen.open(desk.link("screen"))
    table.seat_all(ROLES, BIG)
    table.seat_all(FEW, SMALL)
    names = {team: part["name"] for team, part in desk.view["teams"].items()}
    plan = Waiting(Secrets(marks, table), names, BIG)
    table.play(plan, stop=lambda step: step["action"] == "decision.apply" and step["thing"] == "unplug")
    with subtests.test("the joint reveal stands in columns on the screen"):
        for name, counts in ((BIG, "5"), (SMALL, "3")):
            column = screen.page.get_by_role("region", name=name)
            column.wait_for()
            chosen = column.get_by_role("listitem").filter(has_text=say("shared_chosen"))
            assert counts in chosen.inner_text()
    with subtests.test("a team's marks are its speaker's first, and never another's"):
        _mark(table, plan.first)
    table.play(plan, stop=lambda step: step["action"] != "decision.apply")
    with subtests.test("how it is at home is shown when both want that"):
        _at_home(table)
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    with subtests.test("a word that three looked up stands in the debrief"):
        assert all(list(phone.view["debrief"]["terms"]) == ["AVG"] for phone in table.phones)
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
            for kind in ("geheim", "uitleg", "gemis"):
                words = f"{kind}{phone.team}"
                outside = [each for each in table.phones if each.team != phone.team]
                heard = {who for each in outside if words in each.device.recorder.all_heard() for who in (each.role,)}
                assert heard == set()
                assert words not in screen.device.recorder.all_heard()
                assert kind == "gemis" or words in phone.device.recorder.all_heard()
    with subtests.test("the primary button waits for the slower team, and can be overridden"):
        assert plan.waited == [say("facilitator_waits_title")]
    desk.step()
    with subtests.test("a phone's report is its own team's"):
        told = text_of(table.seated("mayor", team_of(names, SMALL)).report())
        assert "Kijk een nacht mee" in told
        assert f"geheim{team_of(names, BIG)}" not in told
    with subtests.test("a joint report takes the word of both mayors"):
        for team in names:
            page = table.seated("mayor", team).page
            page.get_by_role("button", name=say("participant_joint_agree")).click()
            page.get_by_text(say("participant_joint_agreed")).wait_for()
        desk.device.until(lambda: all(part["joint"] for part in desk.view["teams"].values()), "both agree")
        told = text_of(table.seated("mayor", team_of(names, SMALL)).report())
        assert f"geheim{team_of(names, BIG)}" in told
