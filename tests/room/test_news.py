"""Private news, sharing, stand-ins and the picture: refusals first."""

from __future__ import annotations

import pytest

from game_server.room.events import InjectShared
from game_server.room.mandate import taken_roles
from tests.room.table import Table, refusal


@pytest.fixture
def table() -> Table:
    """A running round with a mayor (s3) and a CISO (s4)."""
    return running("mayor", "ciso")


def running(*roles: str) -> Table:
    table = Table()
    for role in roles:
        table.sit(role)
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    return table


def test_news_of_another_role_does_not_exist_for_you(table: Table) -> None:
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    for verb in ("inject.read", "inject.share"):
        assert refusal(lambda v=verb: table.at_seat("s3", v, inject="strange-login")) == "unknown_inject"
        assert refusal(lambda v=verb: table.at_seat("s3", v, inject="nothing")) == "unknown_inject"


def test_news_for_everyone_has_nothing_to_share(table: Table) -> None:
    table.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert refusal(lambda: table.at_seat("s3", "inject.share", inject="slow-desk")) == "not_private"


def test_sharing_twice_is_sharing_once_and_then_everyone_sees_it(table: Table) -> None:
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    table.at_seat("s4", "inject.share", inject="strange-login")
    table.at_seat("s4", "inject.share", inject="strange-login")
    assert table.facts == []
    table.at_seat("s3", "inject.read", inject="strange-login")
    assert "strange-login" in table.room.seats["s3"].read


def test_news_of_an_empty_chair_goes_down_its_else_row() -> None:
    table = running("mayor")
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    assert table.room.teams["t1"].news["strange-login"].roles == ("mayor",)


def test_news_that_no_chair_takes_goes_to_the_stand_in_who_shares_it_after_the_picture() -> None:
    table = running()
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    news = table.room.teams["t1"].news["strange-login"]
    assert (news.stand_in, news.roles) == ("ciso", ("ciso",)) and taken_roles(table.room, "t1") == set()
    table.at_desk("decision.picture", decision="unplug", from_="planned")
    table.at_desk("decision.open", decision="unplug", from_="picture")
    shared = [fact for fact in table.facts if isinstance(fact, InjectShared)]
    assert [(fact.inject, fact.role, fact.seat) for fact in shared] == [("strange-login", "ciso", None)]


def test_a_late_comer_sees_what_the_role_was_sent() -> None:
    table = running("mayor")
    table.at_desk("inject.release", inject="strange-login", from_="planned")
    seat = table.sit("ciso")
    table.at_seat(seat, "inject.read", inject="strange-login")


def test_news_moves_once_and_a_held_one_waits(table: Table) -> None:
    table.at_desk("inject.hold", inject="slow-desk", from_="planned")
    assert refusal(lambda: table.at_desk("inject.release", inject="slow-desk", from_="planned")) == "stale"
    table.at_desk("phase.next", from_="round-1")
    table.at_desk("phase.back", from_="debrief")
    table.at_desk("inject.release", inject="slow-desk", from_="held")
    assert refusal(lambda: table.at_desk("inject.skip", inject="slow-desk", from_="held")) == "stale"


def test_locked_and_conditional_news_waits_for_its_cause(table: Table) -> None:
    for inject in ("expert-offer", "resident-post", "second-login"):
        move = {"inject": inject, "from_": "planned"}
        assert refusal(lambda m=move: table.at_desk("inject.release", **m)) == "not_possible"
    assert refusal(lambda: table.at_desk("inject.release", inject="zzz", from_="planned")) == "unknown_inject"


def test_news_of_a_later_phase_has_to_wait() -> None:
    table = Table()
    table.at_desk("room.start")
    assert refusal(lambda: table.at_desk("inject.release", inject="slow-desk", from_="planned")) == "not_yet"


def test_a_batch_over_teams_says_where_it_could_not(table: Table) -> None:
    two = Table(teams=("A", "B"))
    two.at_desk("room.start")
    two.at_desk("phase.next", from_="welcome")
    two.at_desk("inject.release", inject="slow-desk", from_="planned", team="t1")
    done = two.at_desk("inject.release", inject="slow-desk", from_="planned")
    assert done == {"done": ["t2"], "refused": {"t1": "stale"}}
    assert refusal(lambda: two.at_desk("inject.release", inject="slow-desk", from_="planned")) == "stale"


def test_composed_news_goes_to_whom_it_names(table: Table) -> None:
    wrong = {"to": ["king"], "channel": "mail", "from_": "Pers", "body": "Klopt het?"}
    assert refusal(lambda: table.at_desk("inject.compose", **wrong)) == "unknown_role"
    inject = table.at_desk("inject.compose", **{**wrong, "to": ["mayor"]})["inject"]
    assert refusal(lambda: table.at_seat("s4", "inject.read", inject=inject)) == "unknown_inject"
    table.at_seat("s3", "inject.share", inject=inject)
    table.at_seat("s4", "inject.read", inject=inject)
    table.check()


def test_composed_news_goes_to_several_teams_as_one(table: Table) -> None:
    three = Table(teams=("A", "B", "C"))
    three.at_desk("room.start")
    letter = {"channel": "mail", "from_": "Pers", "body": "Klopt het?"}
    assert refusal(lambda: three.at_desk("inject.compose", teams=["t1", "t9"], **letter)) == "unknown_team"
    done = three.at_desk("inject.compose", teams=["t3", "t1", "t3"], **letter)
    assert done["done"] == ["t3", "t1"]
    assert [done["inject"] in team.news for team in three.room.teams.values()] == [True, False, True]


def test_the_picture_is_the_team_s_and_a_struck_line_stays(table: Table) -> None:
    item = table.at_seat("s3", "picture.add", kind="assumption", text="Het is een storing")["item"]
    table.at_seat("s4", "picture.change", item=item, kind="fact", source="Logboek")
    assert table.room.teams["t1"].picture[item].source == "Logboek"
    table.at_seat("s4", "picture.strike", item=item)
    assert refusal(lambda: table.at_seat("s3", "picture.change", item=item, text="Toch")) == "struck"
    assert refusal(lambda: table.at_seat("s3", "picture.strike", item="p99")) == "unknown_item"
    table.at_seat("s3", "picture.strike", item=item)
    assert table.facts == []
