"""What is private stays so: in every frame, answer and file that a page can get, for each chair and the screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.harness import Devices, Secrets, Table, mark_secrets
from tests.e2e.packs import SHIPPED
from tests.e2e.plans import SideBySide
from tests.e2e.secrets import STATIC, marks_in

TITLE = "Natte Meren: een lange vrijdag met merken"
FIVE = {
    "mayor": "Burgemeester",
    "secretary": "Gemeentesecretaris",
    "ciso": "CISO",
    "dpo": "Functionaris gegevensbescherming",
    "public-safety": "Adviseur openbare orde en veiligheid",
}
THREE = {role: FIVE[role] for role in ("mayor", "secretary", "dpo")}


@pytest.fixture(scope="module")
def marks(folder: Path) -> dict[str, Any]:
    return mark_secrets(SHIPPED / "natte-meren", folder / "data" / "scenarios" / "gemerkt", TITLE)


def test_a_stranger_with_the_code_and_every_file_learns_nothing_of_the_story(
    devices: Devices, marks: dict[str, Any]
) -> None:
    table = Table(devices)
    code = table.desk.open_room(TITLE)
    stranger = devices.make("stranger")
    for path in (f"/#code={code}", "/deelnemer", "/scherm", "/regie", "/waarnemer"):
        stranger.goto(path)
        stranger.page.get_by_role("heading", level=1).wait_for()
    assert stranger.recorder.answers, "the join page asked about the room"
    assert marks_in(stranger.recorder) == set()
    assert set(json.loads(stranger.recorder.answers[0][1])) <= {
        "code",
        "title",
        "municipality",
        "status",
        "named",
        "language",
        "languages",
        "door",
        "admission",
        "counted",
        "join",
        "privacy",
        "retention_days",
        "teams",
        "roles",
    }
    private = ["Er logt iemand in als beheerder", "Om kwart voor vijf is het stil in de serverruimte"]
    shipped = [path.read_bytes() for path in STATIC.rglob("*") if path.is_file()]
    assert [words for words in private if any(words.encode() in text for text in shipped)] == []


@pytest.mark.proof
@pytest.mark.timeout(2400)
def test_a_whole_evening_of_two_teams_leaks_nothing(table: Table, marks: dict[str, Any]) -> None:
    desk = table.desk
    desk.open_room(TITLE, teams=("Natte Meren", "Drogenbroek"))
    table.screen.open(desk.link("screen"))
    table.seat_all(FIVE, "Natte Meren")
    table.seat_all(THREE, "Drogenbroek")
    names = {team: part["name"] for team, part in desk.view["teams"].items()}
    plan = SideBySide(Secrets(marks, table), names, "Natte Meren")
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    plan.leaks += plan.secrets.leaks()
    assert sorted(set(plan.leaks)) == []
