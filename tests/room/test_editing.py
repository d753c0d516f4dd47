"""Other words for an inject before it is released: refusals first."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.room.events import InjectEdited, InjectRestored
from game_server.views import Audience, view
from tests.room.table import Table, refusal

OTHER = {"inject": "minister-visit", "from_": "Kabinet", "subject": "Bezoek vrijdag", "body": "Zij komt nu."}


@pytest.fixture
def table() -> Table:
    """Two running teams: a mayor (s3) and a CISO (s4) in the first, a mayor (s5) in the second."""
    table = Table(teams=("Natte Meren", "Drogenbroek"))
    table.sit("mayor")
    table.sit("ciso")
    table.sit("mayor", "t2")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def seen(table: Table, team: str | None, role: str | None = "mayor") -> Any:
    audience = Audience("seat", "nl", team, role) if role is not None else Audience("screen", "nl", team)
    return view(audience, table.room, table.catalogue)["news"]


def test_only_news_of_the_scenario_can_be_edited(table: Table) -> None:
    assert refusal(lambda: table.at_desk("inject.edit", **{**OTHER, "inject": "zzz"})) == "unknown_inject"
    assert refusal(lambda: table.at_desk("inject.restore", inject="zzz")) == "unknown_inject"
    composed = table.at_desk("inject.compose", channel="mail", from_="Pers", body="Klopt het?")["inject"]
    assert refusal(lambda: table.at_desk("inject.edit", **{**OTHER, "inject": composed})) == "unknown_inject"


def test_what_is_out_or_skipped_keeps_its_words(table: Table) -> None:
    table.at_desk("inject.release", inject="minister-visit", from_="planned", team="t1")
    assert refusal(lambda: table.at_desk("inject.edit", **OTHER, team="t1")) == "stale"
    assert table.at_desk("inject.edit", **OTHER) == {"done": ["t2"], "refused": {"t1": "stale"}}
    table.at_desk("inject.skip", inject="slow-desk", from_="planned")
    assert refusal(lambda: table.at_desk("inject.restore", inject="slow-desk")) == "stale"


def test_after_the_game_nothing_is_edited(table: Table) -> None:
    table.at_desk("room.debrief")
    assert refusal(lambda: table.at_desk("inject.edit", **OTHER)) == "not_running"


def test_the_same_words_again_change_nothing_and_the_packs_words_restore(table: Table) -> None:
    table.at_desk("inject.edit", **OTHER, team="t1")
    table.at_desk("inject.edit", **OTHER, team="t1")
    assert table.facts == []
    own = {"from_": "Kabinet", "subject": "Bezoek maandag", "body": "De minister komt maandag. Gaat dat door?"}
    table.at_desk("inject.edit", inject="minister-visit", **own)
    assert table.facts == [InjectRestored(team="t1", inject="minister-visit")]
    table.at_desk("inject.restore", inject="minister-visit")
    assert table.facts == []


def test_everyone_who_gets_it_reads_the_edited_words_and_the_journal_keeps_them(table: Table) -> None:
    table.at_desk("inject.hold", inject="minister-visit", from_="planned")
    table.at_desk("inject.edit", **OTHER, team="t1")
    assert table.facts == [
        InjectEdited(
            team="t1", inject="minister-visit", sender="Kabinet", subject="Bezoek vrijdag", body="Zij komt nu."
        )
    ]
    table.at_desk("inject.release", inject="minister-visit", from_="held")
    assert seen(table, "t1")["minister-visit"]["body"] == "Zij komt nu."
    assert seen(table, "t2")["minister-visit"]["subject"] == "Bezoek maandag"
    table.at_seat("s3", "inject.share", inject="minister-visit")
    assert seen(table, "t1", "ciso")["minister-visit"]["subject"] == "Bezoek vrijdag"
    (card,) = table.room.teams["t1"].picture.values()
    assert card.text == "Bezoek vrijdag"
    table.check()


def test_an_undone_release_keeps_the_edited_words(table: Table) -> None:
    table.at_desk("inject.edit", **OTHER, team="t1")
    table.at_desk("inject.release", inject="minister-visit", from_="planned", team="t1")
    assert table.room.step is not None
    table.at_desk("step.undo", of=table.room.step.cmd)
    table.at_desk("inject.release", inject="minister-visit", from_="planned", team="t1")
    assert seen(table, "t1")["minister-visit"]["body"] == "Zij komt nu."


def test_the_rooms_screen_shows_only_what_every_team_read_in_the_same_words(table: Table) -> None:
    table.at_desk("inject.edit", inject="slow-desk", from_="Balie", body="Alles ligt plat.", team="t1")
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert "slow-desk" not in seen(table, None, None)
    assert seen(table, "t1", None)["slow-desk"]["body"] == "Alles ligt plat."
    table.at_desk("inject.edit", inject="minister-visit", from_="Balie", body="Alles.")
    table.at_desk("inject.release", inject="minister-visit", from_="planned")
    table.at_seat("s3", "inject.share", inject="minister-visit")
    assert "minister-visit" not in seen(table, None, None)
    table.at_seat("s5", "inject.share", inject="minister-visit")
    assert seen(table, None, None)["minister-visit"]["body"] == "Alles."


def test_the_desk_sees_both_words(table: Table) -> None:
    table.at_desk("inject.edit", **OTHER, team="t1")
    desk = view(Audience("desk", "nl"), table.room, table.catalogue)
    assert desk["letters"]["minister-visit"]["subject"] == "Bezoek maandag"
    assert desk["teams"]["t1"]["news"]["minister-visit"]["edited"]["subject"] == "Bezoek vrijdag"
    assert "edited" not in desk["teams"]["t2"]["news"]["minister-visit"]
