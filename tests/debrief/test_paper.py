"""What is printed the day before: who gets which card, and that no name breaks a sheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from game_server.debrief.names import Names
from game_server.debrief.paper import cards_pdf, join_address, named, poster_pdf, roles_pdf, tents_pdf
from game_server.debrief.paper_cards import rounds
from game_server.debrief.paper_words import WORDS
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from tests.debrief.reading import elements, flat, opened, pages, tags, text
from tests.debrief.sessions import Sitting, natte_meren
from tests.debrief.test_hostile import LITERAL, STRANGE

BASE = "https://spel.example"
NOON = 1_795_518_000_000
Sheet = Callable[[Room, Catalogue, str, str], bytes]
SHEETS: tuple[Sheet, ...] = (poster_pdf, tents_pdf, roles_pdf, cards_pdf)


@cache
def prepared() -> tuple[Room, Catalogue]:
    sitting = Sitting((("mayor",), ("ciso",)))
    sitting.room.when = NOON
    return named(sitting.room), sitting.catalogue


@cache
def made(sheet: Sheet, language: str = "nl") -> bytes:
    return sheet(*prepared(), language, BASE)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_page_is_accessible_and_bears_the_exercise(sheet: Sheet) -> None:
    with opened(made(sheet)) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert tags(pdf).count("/H1") >= 1
        assert all(str(one.get("/Alt", "")) for one in elements(pdf) if str(one.S) == "/Figure")
    assert all("OEFENING" in page for page in pages(made(sheet)))
    assert "EXERCISE" in text(made(sheet, "en"))


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_name_breaks_a_sheet(sheet: Sheet) -> None:
    room, catalogue = prepared()
    hostile = named(room)
    for words in (*LITERAL, *STRANGE) if sheet is tents_pdf else (LITERAL[0] + STRANGE[0],):
        hostile.title = words[:80]
        for team in hostile.teams.values():
            team.name = words[:80]
        assert sheet(hostile, catalogue, "nl", BASE).startswith(b"%PDF"), words


def test_the_same_room_gives_the_same_bytes() -> None:
    assert tents_pdf(*prepared(), "nl", BASE) == made(tents_pdf)


def test_the_poster_tells_how_to_come_in() -> None:
    (page,) = pages(made(poster_pdf))
    assert "K7MP-3XQ9" in page
    assert "spel.example" in page
    assert "dinsdag 24 november 2026, 12.00 uur" in page


def test_a_team_has_a_tent_of_its_own_with_its_own_link() -> None:
    found = pages(made(tents_pdf))
    assert [name for name in ("Natte Meren", "Drogenbroek") for page in found if name in page][0::2]
    assert len(found) == 2
    assert join_address(prepared()[0], BASE, "t2") == f"{BASE}/#code=K7MP-3XQ9&team=t2"
    with opened(made(tents_pdf)) as pdf:
        figures = [str(one.Alt) for one in elements(pdf) if str(one.S) == "/Figure"]
    assert [figure.rsplit(", ", 1)[-1] for figure in figures] == ["Natte Meren", "Drogenbroek"]


def test_a_role_has_a_card_of_its_own() -> None:
    scenario, found = natte_meren(), pages(made(roles_pdf))
    assert len(found) == len(scenario.roles)
    for page, role in zip(found, scenario.roles.values(), strict=True):
        for line in (*role.card.decides, *role.card.may_not, *role.card.asks):
            assert flat(line["nl"]) in flat(page)


def test_the_pack_holds_every_message_and_decision_in_order() -> None:
    words = text(made(cards_pdf))
    for phase in natte_meren().phases:
        for inject in phase.injects:
            speech = [line.partition(":")[2] or line for line in inject.body["nl"].splitlines()]
            assert all(flat(line) in words for line in speech), inject.id
        for decision in phase.decisions:
            assert flat(decision.question["nl"]) in words
            for option in decision.options:
                assert words.count(flat(option.label["nl"])) >= 2
                assert flat(option.consequence["nl"]) in words
    assert words.index("2.01") < words.index("3.01") < words.index("4.01")


def test_private_news_is_on_the_pages_of_its_own_roles_alone() -> None:
    scenario, found = natte_meren(), [flat(page) for page in pages(made(cards_pdf))]
    heads = {flat(role.name["nl"]): id_ for id_, role in scenario.roles.items()}
    private = [one for phase in scenario.phases for one in phase.injects if one.to]
    for inject in private:
        longest = flat(max((line.partition(": ")[2] or line for line in inject.body["nl"].splitlines()), key=len))
        where = [page for page in found if longest in page]
        owners = {role for name, role in heads.items() if any(f"·{name}" in page[:80] for page in where)}
        assert not any("·Vooriedereen" in page[:80] for page in where), inject.id
        assert owners <= set(inject.to), inject.id
        assert all("Alleenvoor" in page for page in where)


def own_words() -> Sitting:
    """A sitting of two tables in its second phase with news: one inject edited for all, one for one table, one own."""
    sitting = Sitting((("mayor",), ("ciso",)))
    table, phases = sitting.table, sitting.catalogue.scenario.phases
    common, other = [one.id for phase in phases for one in phase.injects if not one.to][:2]
    table.at_desk("inject.edit", inject=common, from_="De Merenbode", subject="Overal anders", body="Eerste versie.")
    table.at_desk("inject.edit", inject=other, from_="Iemand", body="Alleen hier anders.", team="t2")
    table.at_desk("room.start")
    while not sitting.room.phase or not sitting.catalogue.phase(sitting.room.phase.id).injects:
        table.at_desk("phase.next", from_=sitting.room.phase.id if sitting.room.phase else "")
    table.wait(180)
    fields = {
        "channel": "chat",
        "from_": "Raadslid De Wit",
        "body": "Raadslid: Ik hoor dit nu pas.",
        "to": ["ciso"],
        "teams": [],
    }
    table.at_desk("inject.compose", **fields)
    return sitting


def test_the_pack_tells_what_the_facilitator_made_of_it() -> None:
    sitting = own_words()
    told = rounds(Names(named(sitting.room), sitting.catalogue, "nl"))
    cards = [card for part in told for pile in part["piles"] for card in pile["cards"]]
    assert [card["turns"][0]["words"] for card in cards if card["subject"] == "Overal anders"] == ["Eerste versie."]
    (apart,) = [card for card in cards if card["turns"][0]["words"] == "Alleen hier anders."]
    (planned,) = [card for card in cards if card["number"] == apart["number"] and card is not apart]
    assert (apart["only"], planned["only"]) == ("Alleen voor Drogenbroek", "Alleen voor Natte Meren")
    (own,) = [card for card in cards if card["sender"] == "Raadslid De Wit"]
    here = next(part for part in told if part["sheet"][-1]["number"] == own["number"])
    assert own["only"] == "Alleen voor CISO"
    assert (here["sheet"][-1]["what"], here["sheet"][-1]["minute"]) == ("Raadslid De Wit: ‘Ik hoor dit nu pas’", "3")
    assert "Eigenberichtvandegespreksleider" in flat(
        text(cards_pdf(named(sitting.room), sitting.catalogue, "nl", BASE))
    )


def test_a_copy_of_the_room_has_nobody_in_it() -> None:
    room, _ = prepared()
    assert (room.seats, room.devices, room.passes, room.links) == ({}, {}, {}, ("", "", ""))


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["nl"].keys() == WORDS["en"].keys()
