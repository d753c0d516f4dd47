"""What a report says: choices, reasons and names where they belong, and nothing that is another table's."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from game_server.debrief.content import report
from game_server.debrief.pdf import render_pdf
from game_server.debrief.shape import Report
from game_server.hosting.erasure import erased_journal
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story, tell
from tests.debrief.phrases import marks
from tests.debrief.reading import flat, text
from tests.debrief.sessions import FIVE, THREE, Sitting, Whole, table_session, twelve, two_teams
from tests.room.table import Table
from tests.scenario.packs import tiny_scenario
from tests.views.session import marked_scenario

MARK = re.compile(r"@([a-z_]+)/(t\d)/(\w+)@")


@cache
def marked() -> tuple[Story, Catalogue]:
    """Two teams in which every typed text says who wrote it."""
    sitting = Whole((FIVE, THREE), seed=5, words=marks, named=True).play()
    return sitting.story(), sitting.catalogue


def settled(room: Room, catalogue: Catalogue, team: str) -> dict[str, str]:
    """decision → label of what was settled."""
    found = {}
    for decision, run in room.teams[team].decisions.items():
        if run.settled is not None and run.settled.option is not None:
            options = catalogue.decision(decision)[1].options
            label = next(one.label for one in options if one.id == run.settled.option)
            found[decision] = catalogue.text(label, "nl")
    return found


# ---------------------------------------------------------------- what it says


def test_the_report_has_the_words_that_were_read_and_the_steps_that_were_taken() -> None:
    table = Table(teams=("Natte Meren", "Drogenbroek"), ladder=True, lights_out=True)
    for team in ("t1", "t2"):
        table.sit("mayor", team)
        table.sit("ciso", team)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    words = {"inject": "minister-visit", "from_": "Kabinet", "subject": "Bezoek vrijdag", "body": "Zij komt nu."}
    table.at_desk("inject.edit", team="t1", **words)
    table.at_desk("inject.release", inject="minister-visit", from_="planned")
    table.at_desk("ladder.climb", rung="team-room", team="t1", on_word_of="mayor")
    table.at_desk("lights.out", minutes=3, team="t1")
    told = tell(table.log, table.catalogue)
    mine, theirs = (json.dumps(report(told, table.catalogue, "nl", team=team)) for team in ("t1", "t2"))
    for words_of in ("Bezoek vrijdag", "Opgeschaald: Crisisteam bijeen", "De telefoons gaan uit"):
        assert words_of in mine and words_of not in theirs
    assert "Bezoek maandag" in theirs and "Bezoek maandag" not in mine
    assert render_pdf(told, table.catalogue, "nl")


def test_each_decision_shows_votes_against_the_choice_and_its_reason() -> None:
    story, catalogue = table_session()
    said = text(render_pdf(story, catalogue, "nl"))
    room = story.room
    for decision, label in settled(room, catalogue, "t1").items():
        run = room.teams["t1"].decisions[decision]
        assert flat(label) in said
        assert run.settled is not None
        assert run.settled.statement is not None
        assert flat(run.settled.statement) in said
        assert flat(run.settled.owner or "") in said
        for vote in run.rounds[-1].votes.values():
            assert flat(vote.reason or "") in said
    page = report(story, catalogue, "nl")["teams"][0]["decisions"][1]
    assert page["title"] == "Stekker eruit?"
    assert sum(option["count"] for option in page["options"]) == len(page["votes"]) == 5
    assert [vote["as_settled"] for vote in page["votes"]] == [
        vote["option"] == page["settled"]["choice"] for vote in page["votes"]
    ]
    assert page["earlier"][0]["reason"].startswith("Er kwam nieuws op tafel")


def test_the_ways_of_settling_are_told_apart() -> None:
    story, catalogue = table_session()
    said = {page["settled"]["by"] for page in report(story, catalogue, "nl")["teams"][0]["decisions"]}
    assert "Door de gespreksleider besloten, tegen de uitkomst aan tafel in." in said
    assert "Uitgesproken door de burgemeester, ingevoerd door de gespreksleider." in said
    assert "Besloten door de gemeentesecretaris." in said


def test_references_stand_with_their_decision_and_in_full_at_the_end() -> None:
    story, catalogue = table_session()
    whole = report(story, catalogue, "nl")
    said = text(render_pdf(story, catalogue, "nl"))
    for source in catalogue.decision("stekker")[1].references:
        assert flat(catalogue.text(source.text, "nl")) in said
    assert "nagekekenop23november2026" in said
    assert [one["title"] for one in whole["references"]][:2] == ["Wie bellen we eerst?", "Stekker eruit?"]
    assert flat("Crisistafel is niet verbonden aan de VNG of de IBD.") in said


def test_names_stand_in_it_only_when_the_room_was_opened_with_names() -> None:
    story, catalogue = table_session()
    for document in (text(render_pdf(story, catalogue, "nl")), json.dumps(report(story, catalogue, "nl"))):
        assert not [seat.name for seat in story.room.seats.values() if flat(seat.name) in document]
    named, catalogue = twelve()
    said = text(render_pdf(named, catalogue, "nl"))
    assert all(flat(seat.name) in said for seat in named.room.seats.values())
    assert flat("Deze kamer is geopend met namen") in said


def test_notes_stand_in_the_desks_copy_only() -> None:
    story, catalogue = table_session()
    note = flat(next(iter(story.room.notes.values())).text)
    assert note in text(render_pdf(story, catalogue, "nl", notes=True))
    assert note not in text(render_pdf(story, catalogue, "nl"))


def test_only_a_word_that_three_looked_up_is_told_and_nobody_with_it() -> None:
    sitting = Sitting((FIVE,))
    seats = list(sitting.room.seats)
    for seat in seats[:3]:
        sitting.table.at_seat(seat, "term.open", term="BOB")
    for seat in seats[:2]:
        sitting.table.at_seat(seat, "term.open", term="Gemaal")
    story = sitting.story()
    terms = report(story, sitting.catalogue, "nl")["terms"]
    assert [line["term"] for line in terms if line["often"]] == ["BOB"]
    assert terms[0]["term"] == "BOB"
    assert "Gemaal" in [line["term"] for line in terms]
    assert flat("vaak opgezocht") in text(render_pdf(story, sitting.catalogue, "nl"))


def test_it_is_plain_json() -> None:
    story, catalogue = two_teams()
    whole = report(story, catalogue, "nl", notes=True)
    assert json.loads(json.dumps(whole)) == json.loads(json.dumps(whole, allow_nan=False))
    assert set(whole) == set(Report.__required_keys__)


def test_the_widest_gap_is_between_a_yes_and_a_no() -> None:
    story, catalogue = table_session()
    practice = report(story, catalogue, "nl")["teams"][0]["practice"]
    wide = [row for row in practice["rows"] if row["wide"]]
    assert practice["widest"] in [row["text"] for row in wide]
    assert practice["widest_who"].startswith("ja: ")


# ---------------------------------------------------------------- what it does not say


def test_votes_that_were_never_revealed_are_not_told() -> None:
    sitting = Sitting((FIVE,), words=marks)
    table = sitting.table
    table.at_desk("room.start")
    for phase in ("welkom", "rollen"):
        table.at_desk("phase.next", from_=phase)
    table.at_desk("decision.open", decision="eerste-telefoontje", from_="planned")
    seat = next(iter(sitting.room.seats))
    table.at_seat(seat, "vote.cast", decision="eerste-telefoontje", option="ibd", reason="@reason/t1/hidden@")
    (page,) = report(sitting.story(), sitting.catalogue, "nl")["teams"][0]["decisions"]
    assert (page["votes"], {option["count"] for option in page["options"]}) == ([], {0})
    assert all(not option["roles"] for option in page["options"])
    assert page["turnout"] == "De stemmen zijn niet onthuld."
    assert "hidden" not in text(render_pdf(sitting.story(), sitting.catalogue, "nl", notes=True))


def test_a_team_report_holds_nothing_of_the_other_team() -> None:
    story, catalogue = marked()
    for own, other in (("t1", "t2"), ("t2", "t1")):
        whole = report(story, catalogue, "nl", team=own)
        data, printed = json.dumps(whole, ensure_ascii=False), text(render_pdf(story, catalogue, "nl", team=own))
        for document in (data, printed):
            found = {(kind, team) for kind, team, _ in MARK.findall(document)}
            assert {team for _, team in found} == {own}
            assert {"reason", "statement", "owner", "reflection", "resolution", "subject"} <= {
                kind for kind, _ in found
            }
        joint = {choice["title"]: choice["choice"] for one in whole["others"] for choice in one["choices"]}
        theirs = settled(story.room, catalogue, other)
        anchors = [one for one in theirs if catalogue.decision(one)[1].anchor]
        assert joint == {catalogue.text(catalogue.decision(one)[1].title, "nl"): theirs[one] for one in anchors}


def test_a_team_report_names_no_news_that_only_the_other_team_got() -> None:
    story, catalogue = two_teams()
    got = {
        team.id: {inject for inject, news in team.news.items() if news.state == "released"}
        for team in story.room.teams.values()
    }
    data = json.dumps(report(story, catalogue, "nl", team="t1"), ensure_ascii=False)
    only = got["t2"] - got["t1"]
    known = {catalogue.text(catalogue.inject(one)[1].sender, "nl") for one in got["t1"] if one in catalogue.injects}
    for inject in only & set(catalogue.injects):
        found = catalogue.inject(inject)[1]
        if found.subject is not None:
            assert catalogue.text(found.subject, "nl") not in data
        if (sender := catalogue.text(found.sender, "nl")) not in known:
            assert f"{sender}:" not in data
    assert only


def test_the_choice_on_a_decision_that_was_not_revealed_everywhere_stays_at_its_own_table() -> None:
    sitting = Sitting((FIVE, THREE), words=marks)
    table = sitting.table
    table.at_desk("room.start")
    for phase in ("welkom", "rollen"):
        table.at_desk("phase.next", from_=phase)
    table.at_desk("decision.picture", decision="stekker", from_="planned")
    table.at_desk("decision.open", decision="stekker", from_="picture")
    table.at_desk("decision.reveal", decision="stekker", from_="open", team="t2")
    table.at_desk("decision.settle", decision="stekker", option="meekijken", team="t2", reason="@reason/t2/desk@")
    whole = report(sitting.story(), sitting.catalogue, "nl", team="t1")
    assert whole["others"] == []
    assert "@reason/t2" not in json.dumps(whole)
    table.at_desk("decision.reveal", decision="stekker", from_="open", team="t1")
    shown: Any = report(sitting.story(), sitting.catalogue, "nl", team="t1")["others"]
    assert shown == [
        {
            "name": "Drogenbroek",
            "choices": [{"title": "Stekker eruit?", "choice": "Twaalf uur meekijken met experts"}],
        }
    ]


def test_the_words_of_who_was_erased_are_gone() -> None:
    sitting = Sitting((FIVE,), words=marks, named=True).play()
    seat = next(iter(sitting.room.seats.values()))
    events = erased_journal(sitting.events, seat.id, 2, sitting.room.at + 1, sitting.catalogue)
    story = tell(events, sitting.catalogue)
    for document in (
        json.dumps(report(story, sitting.catalogue, "nl", notes=True), ensure_ascii=False),
        text(render_pdf(story, sitting.catalogue, "nl", notes=True)),
    ):
        assert f"/{seat.id}@" not in document
        assert flat(seat.name) not in flat(document)
        assert "[gewist]" not in document
        assert "@reason/t1/" in document
    pages = report(story, sitting.catalogue, "nl")["teams"][0]["decisions"]
    assert all(len(page["votes"]) == 5 for page in pages), "an erased seat's votes still count"


def test_a_vote_from_paper_an_empty_chair_and_a_late_comer_are_told() -> None:
    sitting = Sitting((("mayor",),), scenario=tiny_scenario())
    sitting.table.at_desk("seat.add", team="t1", role="ciso", name="Zonder telefoon")
    sitting.play()
    (team,) = report(sitting.story(), sitting.catalogue, "nl")["teams"]
    assert {vote["who"]: vote["paper"] for vote in team["decisions"][0]["votes"]} == {
        "Burgemeester": False,
        "Chief information security officer": True,
    }
    assert "oppapier" in text(render_pdf(sitting.story(), sitting.catalogue, "nl"))

    made = Table(marked_scenario())
    made.sit("mayor")
    made.sit("ciso")
    made.at_desk("room.start")
    made.at_desk("phase.next", from_="welcome")
    made.at_desk("inject.release", inject="dpo-first", from_="planned")
    alone = report(tell(made.log, made.catalogue), made.catalogue, "nl")["teams"][0]
    assert alone["matrix"]["groups"][0]["rows"][0]["signs"] == ["none", "none", "stand_in"]
    made.wait(60)
    made.sit("dpo")
    whole = report(tell(made.log, made.catalogue), made.catalogue, "nl")
    assert whole["teams"][0]["matrix"]["groups"][0]["rows"][0]["signs"] == ["none", "none", "sent"]


def test_a_note_says_what_it_is_about_and_nothing_of_what_is_not_there() -> None:
    table = Table()
    seat = table.sit("mayor", name="Anna")
    pins = ["role:ciso", "decision:unplug", "inject:slow-desk", "phase:round-1", "team:t1", f"seat:{seat}", "role:gone"]
    for pin in pins:
        table.at_desk("note.add", text="Opgemerkt", about=pin)
    table.at_desk("note.add", text="Zomaar")
    told = report(tell(table.log, table.catalogue), table.catalogue, "nl", notes=True)["notes"]
    assert [line["about"] for line in told][1:2] == ["Stekker eruit?"]
    assert [bool(line["about"]) for line in told] == [True] * 6 + [False, False]
    assert "Anna" not in str(told)
