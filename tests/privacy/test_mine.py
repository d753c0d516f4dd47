"""What is held about one person: all of it, and nothing of anybody else."""

from __future__ import annotations

import json
from functools import cache

from game_server.privacy.mine import held
from game_server.privacy.mine_paper import as_html, as_json
from game_server.room.evolve import fold
from game_server.room.marked import marked
from game_server.room.marks import ERASED
from tests.debrief.phrases import marks
from tests.debrief.sessions import FIVE, THREE, Sitting


@cache
def played() -> Sitting:
    return Sitting((FIVE, THREE), words=marks).play()


def test_nobody_elses_words_and_no_hash_are_in_it() -> None:
    sitting = played()
    for seat in sitting.room.seats.values():
        found = as_json(held(sitting.events, seat.id, "nl"), sitting.room, seat.id).decode()
        others = [other for other in sitting.room.seats.values() if other.id != seat.id]
        assert not [other.id for other in others if f"/{other.id}@" in found], seat.id
        for hidden in sitting.room.passes:
            assert f'"{hidden}"' not in found


def test_every_word_and_act_of_this_person_is_in_it() -> None:
    sitting = played()
    seat = next(iter(sitting.room.seats.values()))
    mine = held(sitting.events, seat.id, "nl")
    told = json.loads(as_json(mine, sitting.room, seat.id))
    assert told["name"] == seat.name
    assert told["retention_days"] == sitting.room.retention_days
    assert {one["type"] for one in told["held"]} >= {"seat_taken", "vote_cast", "inject_read", "resolution_written"}
    own = [event for event in sitting.events if event.by == f"seat:{seat.id}"]
    assert {event.version for event in own} <= {one.version for one in mine}
    for event in own:
        for field in marked(type(event.fact), "personal"):
            value = getattr(event.fact, field)
            assert value is None or json.dumps(value) in json.dumps(told), (event.fact.type, field)


def test_the_page_tells_it_in_words() -> None:
    sitting = played()
    seat = next(iter(sitting.room.seats.values()))
    for language, title in (("nl", "Mijn gegevens"), ("en", "My data")):
        mine = held(sitting.events, seat.id, language)  # type: ignore[arg-type]
        page = as_html(mine, sitting.room, seat.id, sitting.catalogue, language).decode()  # type: ignore[arg-type]
        assert "<h1 id=" in page
        assert title in page
        assert page.count("<tr>") == len(mine) + 1
        assert ("wat iemand stemde" if language == "nl" else "how a person voted") in page
    assert fold(sitting.events).seats[seat.id].name != ERASED
