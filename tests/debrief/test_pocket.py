"""The pocket card: two sides, whatever was typed, and no number that nobody checked."""

from __future__ import annotations

import re
from functools import cache

import pytest

from game_server.debrief.pocket import pocket, pocket_pdf
from game_server.room.state import Room
from game_server.room.state_take_home import Meeting
from game_server.scenario.catalogue import Catalogue
from tests.debrief.reading import elements, flat, opened, pages, tags
from tests.debrief.sessions import Sitting
from tests.debrief.test_hostile import LITERAL, STRANGE

A6 = (298, 420)
FULL = {
    "text": "Ik drink koffie met de CISO en vraag waar zij wakker van ligt. ",
    "with": "Bram van de buurgemeente",
    "by": "voor 11 december",
    "first_step": "Vanmiddag een uitnodiging sturen.",
}


@cache
def seated() -> tuple[Room, Catalogue]:
    sitting = Sitting((("mayor", "ciso"),))
    for seat, value in zip(sitting.room.seats.values(), ("yes", "no"), strict=True):
        seat.practice = dict.fromkeys(list(sitting.catalogue.decisions), value)
    return sitting.room, sitting.catalogue


def card(seat: str | None, language: str = "nl", **resolution: str) -> bytes:
    room, catalogue = seated()
    if seat is not None:
        room.seats[seat].resolution = resolution
    return pocket_pdf(pocket(room, catalogue, seat, "t1", language), room.at)


def writer() -> str:
    return next(iter(seated()[0].seats))


def test_the_front_is_ones_own_and_the_back_has_blank_lines() -> None:
    made = card(writer(), **FULL)
    front, back = pages(made)
    for said in FULL.values():
        assert flat(said) in flat(front)
    practices = [seated()[1].decision(one)[1].practice for one in seated()[1].decisions]
    asked = [flat(one["nl"]) for one in practices if one is not None]
    assert sum(one in flat(front) for one in asked) == 3
    assert flat("Waar ligt u wakker van?") in flat(front)
    assert flat("IBD, hulp bij incidenten") in flat(back)
    assert not re.search(r"\d{3}", re.sub(r"20\d\d", "", back)), "no number is printed"


def test_it_is_two_sides_of_a6_and_accessible() -> None:
    with opened(card(writer(), **FULL)) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages] == [A6, A6]
        assert tags(pdf).count("/H1") == 2
        assert "/TH" in tags(pdf)
        assert all(str(one.get("/Alt", "")) for one in elements(pdf) if str(one.S) == "/Figure")
    assert all("OEFENING" in page for page in pages(card(writer(), **FULL)))
    assert all("EXERCISE" in page for page in pages(card(writer(), "en", **FULL)))


def test_without_a_resolution_it_is_for_a_pen() -> None:
    for seat in (None, writer()):
        front, back = pages(card(seat))
        assert flat("Ik neem mij voor") in flat(front)
        assert flat("Het eerste uur") in flat(back)


@pytest.mark.parametrize("words", [LITERAL[0] + STRANGE[0], "W" * 600, "lang woord " * 60, "\n".join("regels" * 20)])
def test_nothing_that_is_typed_makes_a_third_side(words: str) -> None:
    typed = {"text": words[:600], "with": words[:40], "by": words[:40], "first_step": words[:280]}
    made = card(writer(), **typed)
    assert len(pages(made)) == 2
    assert made == card(writer(), **typed)


def test_an_erased_colleague_is_a_role() -> None:
    room, catalogue = seated()
    mine, other = room.seats
    room.meetings[mine] = Meeting(mine, other, room.at + 1, mine, 1, "accepted")
    try:
        facts = [fact["said"] for fact in pocket(room, catalogue, mine, "t1", "nl")["facts"]]
        assert room.seats[other].name in facts[0]
        assert "uur" in facts[1]
        room.seats[other].name, kept = "[gewist]", room.seats[other].name
        assert pocket(room, catalogue, mine, "t1", "nl")["facts"][0]["said"] == catalogue.role("ciso").name["nl"]
        room.seats[other].name = kept
    finally:
        room.meetings.clear()
