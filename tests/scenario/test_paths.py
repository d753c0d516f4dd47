"""No game that is really played is one that the exploration of all ways had ruled out."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game_server.paths import scenarios_dir
from game_server.scenario import paths
from game_server.scenario.load import load_pack
from game_server.scenario.model import Scenario
from game_server.scenario.paths import explore
from tests.scenario.games import assert_not_ruled_out
from tests.scenario.packs import tiny_scenario

SHIPPED = sorted(folder for folder in scenarios_dir().iterdir() if (folder / "scenario.yaml").is_file())
NEWS = ["n0", "n1", "n2", "n3", "n4", "n5"]
CHOICES = ["d0", "d1", "d2"]
points = st.dictionaries(st.sampled_from(["trust", "service"]), st.integers(-30, 30), max_size=2)
some_news = st.lists(st.sampled_from(NEWS), max_size=2)
some_clocks = st.lists(st.just("breach"), max_size=1)
levels = st.fixed_dictionaries(
    {"indicator": st.sampled_from(["trust", "service"])},
    optional={"at_least": st.integers(40, 60), "at_most": st.integers(60, 90)},
).filter(lambda level: len(level) > 1)
facts = st.one_of(
    st.builds(lambda d, o: {"chosen": {"decision": d, "option": o}}, st.sampled_from(CHOICES), st.sampled_from("ab")),
    levels.map(lambda level: {"level": level}),
    st.sampled_from(NEWS).map(lambda named: {"shared": named}),
    st.integers(0, 50).map(lambda minutes: {"elapsed": minutes}),
    st.just({"lapsed": "breach"}),
)
conditions = st.recursive(
    facts,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: {"all": parts}),
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=4,
)


@st.composite
def news(draw: st.DrawFn, named: str) -> dict[str, object]:
    return {
        "id": named,
        "at": draw(st.integers(0, 20)),
        "game": "12:00",
        "channel": "mail",
        "from": {"nl": "Balie"},
        "body": {"nl": "Nieuws."},
        "to": draw(st.sampled_from([[], ["mayor"], ["ciso"]])),
        "when": draw(st.none() | conditions),
        "locked": draw(st.booleans()),
        "optional": draw(st.booleans()),
        "starts": draw(some_clocks),
        "effects": draw(points),
    }


@st.composite
def option(draw: st.DrawFn, named: str) -> dict[str, object]:
    return {
        "id": named,
        "label": {"nl": "Kies"},
        "consequence": {"nl": "Gevolg."},
        "effects": draw(points),
        "unlock": draw(some_news),
        "cancel": draw(some_news),
        "start_clocks": draw(some_clocks),
        "stop_clocks": draw(some_clocks),
    }


@st.composite
def decision(draw: st.DrawFn, named: str) -> dict[str, object]:
    return {
        "id": named,
        "kind": "quick",
        "at": draw(st.integers(0, 20)),
        "minutes": 2,
        "title": {"nl": "Titel"},
        "question": {"nl": "Vraag"},
        "context": {"nl": "Context"},
        "values": [{"nl": "rust"}, {"nl": "haast"}],
        "settles": {"by": "consensus"},
        "options": [draw(option("a")), draw(option("b"))],
        "when": draw(st.none() | conditions),
        "optional": draw(st.booleans()),
    }


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """The small pack with other rounds, in which anything may depend on anything."""
    blank = tiny_scenario().model_dump(mode="json", by_alias=True, exclude_none=True)
    frame = {"kind": "round", "title": {"nl": "Ronde"}, "minutes": 20, "goal": {"nl": "Doel"}, "say": [{"nl": "Zin"}]}
    rounds = [(NEWS[:3], CHOICES[:2]), (NEWS[3:], CHOICES[2:])]
    blank["phases"] = [
        frame
        | {
            "id": f"r{number}",
            "injects": [draw(news(named)) for named in injects],
            "decisions": [draw(decision(named)) for named in choices],
        }
        for number, (injects, choices) in enumerate(rounds)
    ]
    return Scenario.model_validate(blank)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios(), st.integers(0, 1 << 30))
def test_no_game_of_any_pack_is_one_that_was_ruled_out(scenario: Scenario, seed: int) -> None:
    known, chance = explore(scenario), Random(seed)
    for _ in range(30):
        assert_not_ruled_out(scenario, known, chance)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_no_game_of_a_shipped_pack_is_one_that_was_ruled_out(folder: Path) -> None:
    scenario = load_pack(folder)
    known, chance = explore(scenario), Random(7)
    for _ in range(500):
        assert_not_ruled_out(scenario, known, chance)


def test_merging_ways_into_ranges_never_loses_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for scenario in (tiny_scenario(), *(load_pack(folder) for folder in SHIPPED)):
        exact = explore(scenario)
        with monkeypatch.context() as patch:
            patch.setattr(paths, "MANY", 3)
            wide = explore(scenario)
        assert exact.injects_reached <= wide.injects_reached
        assert exact.injects_missed <= wide.injects_missed
        assert exact.decisions_missed <= wide.decisions_missed


def test_what_no_game_brings_is_ruled_out() -> None:
    known = explore(tiny_scenario())
    assert known.injects_reached == {inject.id for phase in tiny_scenario().phases for inject in phase.injects}
    assert known.injects_missed == {"resident-post", "second-login", "expert-offer", "region-call"}
    assert known.decisions_missed == set()
    burden = known.burdens["round-1"]
    assert burden.minutes == 16
    assert burden.private == (1, 1)
