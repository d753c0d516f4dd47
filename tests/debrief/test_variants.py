"""What each variant of a report may hold, and that whoever wrote something can keep it out of all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from game_server.debrief.content import report
from game_server.debrief.markdown import markdown
from game_server.debrief.pdf import report_pdf
from game_server.debrief.shape import Report
from game_server.debrief.twin import twin
from game_server.room.envelope import Event
from game_server.room.events import GradeGiven
from game_server.room.own_words import own_words
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import tell
from tests.debrief.phrases import marks
from tests.debrief.reading import flat, text
from tests.debrief.sessions import FIVE, THREE, Sitting, Whole
from tests.debrief.test_hostile import with_words

CANARY = "Kanarie"


@cache
def marked(named: bool = True) -> tuple[tuple[Event, ...], Catalogue]:
    """Two teams in which every typed text says who wrote it; a foreword, marks and notes too."""
    sitting = Whole((FIVE, THREE), seed=5, words=marks, named=named).play()
    sitting.table.at_desk("report.foreword", text=f"{CANARY} vooraf")
    return tuple(sitting.events), sitting.catalogue


def told(events: tuple[Event, ...], pack: Catalogue, *, public: bool = False, **wanted: Any) -> Report:
    return report(tell(events, pack, wordless=public), pack, wanted.pop("language", "nl"), **wanted)


def forms(whole: Report) -> Iterator[str]:
    """The same report in every form, as one line of text each."""
    yield flat(json.dumps(whole, ensure_ascii=False))
    yield flat(twin(whole, "/report.css").decode())
    yield flat(markdown(whole).replace("\\", ""))
    yield text(report_pdf(whole, 1_790_000_000_000))


# ---------------------------------------------------------------- public


@pytest.mark.parametrize("team", ["t1", None])
def test_a_public_report_holds_no_name_and_nothing_that_a_person_typed(team: str | None) -> None:
    events, pack = marked()
    planted = tuple(with_words(event, lambda words: words if words == "[gewist]" else CANARY) for event in events)
    full = told(planted, pack, team=team, notes=True)
    assert all(CANARY in form for form in forms(full)), "the canary would be seen"
    public = told(planted, pack, public=True, team=team, notes=True)
    assert public["variant"] == "public"
    for measures in [*public["together"], *(one["measures"] for one in public["teams"])]:
        assert set(measures["quotes"]) <= {CANARY}, "sentences that their writers released"
        measures["quotes"] = []
    for form in forms(public):
        assert CANARY not in form
        assert flat("[gewist]") not in form


def test_a_public_report_tells_counts_and_no_roles() -> None:
    events, pack = marked()
    (team,) = told(events, pack, public=True, team="t1")["teams"]
    for page in team["decisions"]:
        assert page["votes"] == []
        assert all(option["roles"] == [] for option in page["options"])
    assert sum(option["count"] for option in team["decisions"][0]["options"]) == 5
    assert (team["matrix"]["roles"], team["practice"]["roles"]) == ([], [])
    assert all(not row["signs"] and row["knew"] for group in team["matrix"]["groups"] for row in group["rows"])
    assert (team["resolutions"], team["resolution_count"]) == ([], 5)
    assert all(not one["answers"] and one["count"] for one in team["reflections"])
    assert [person["persons"] for person in team["people"]] == ["1 persoon"] * 5


def test_of_fewer_than_three_votes_the_public_sees_only_the_choice() -> None:
    sitting = Sitting((("mayor", "ciso"),), seed=5).play()
    (team,) = told(tuple(sitting.events), sitting.catalogue, public=True)["teams"]
    voted = [
        page
        for page in team["decisions"]
        if page["turnout"] == "Minder dan drie mensen stemden: hier staat alleen het besluit."
    ]
    assert voted
    assert all(option["count"] == 0 for page in voted for option in page["options"])
    assert all(row["counts"] in ("", "te weinig antwoorden om te tellen") for row in team["practice"]["rows"])


# ---------------------------------------------------------------- who may read it


def test_all_teams_together_are_the_desks_alone_until_each_agreed() -> None:
    sitting = Sitting((FIVE, THREE), words=marks)
    events = tuple(sitting.events)
    assert told(events, sitting.catalogue)["reader"] == "desk"
    for team in ("t1", "t2"):
        mayor = next(seat for seat in sitting.room.seats.values() if (seat.team, seat.role) == (team, "mayor"))
        sitting.table.at_seat(mayor.id, "report.share", joint=True)
    joint = told(tuple(sitting.events), sitting.catalogue)
    assert joint["reader"] == "joint"
    assert joint["readers"].startswith("Voor Natte Meren, Drogenbroek.")
    assert told(events, sitting.catalogue, team="t1")["reader"] == "team"
    assert told(events, sitting.catalogue, public=True)["readers"].startswith("Voor iedereen.")


# ---------------------------------------------------------------- struck words and the foreword


def test_struck_words_are_in_no_variant_and_everything_else_is() -> None:
    sitting = Sitting((FIVE,), seed=5, words=marks).play()
    seat = next(iter(sitting.room.seats.values()))
    before = told(tuple(sitting.events), sitting.catalogue, notes=True)
    mine = own_words(sitting.room, seat)
    assert len(mine) > 3
    for key in mine:
        sitting.table.at_seat(seat.id, "words.strike", words=key)
    after = told(tuple(sitting.events), sitting.catalogue, notes=True)
    assert all(f"/{seat.id}@" in form for form in forms(before))
    assert all(f"/{seat.id}@" not in form for form in forms(after))
    counts = [
        [len(page["votes"]) for page in team["decisions"]] for whole in (before, after) for team in whole["teams"]
    ]
    assert counts[0] == counts[1], "a vote without its reason still counts"
    for key in mine:
        sitting.table.at_seat(seat.id, "words.restore", words=key)
    assert told(tuple(sitting.events), sitting.catalogue, notes=True) == before


def test_the_foreword_stands_in_every_variant_but_the_public_one() -> None:
    events, pack = marked()
    for form in forms(told(events, pack, team="t1")):
        assert flat(f"{CANARY} vooraf") in form
    assert told(events, pack, public=True)["foreword"] == ""


def test_a_released_sentence_stands_in_public_and_one_that_was_not_in_no_report() -> None:
    events, pack = marked()
    grades = [event.fact for event in events if isinstance(event.fact, GradeGiven)]
    released = {fact.text for fact in grades if fact.quotable}
    kept = {fact.text for fact in grades if not fact.quotable} - released
    assert released
    for public in (False, True):
        (together,) = told(events, pack, public=public)["together"]
        assert set(together["quotes"]) == released
        assert not kept & set(together["quotes"])
