"""Two municipalities side by side, of five and of three people, that choose differently and see only their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.harness import ROLES, Secrets, Table, mark_secrets, say, text_of
from tests.e2e.plans import SideBySide, team_of

TITLE = "Gemerkte proef"
BIG, SMALL = "Natte Meren", "Drogenbroek"
FEW = {role: ROLES[role] for role in ("mayor", "secretary", "ciso")}


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
    plan = SideBySide(Secrets(marks, table), names, BIG)
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
