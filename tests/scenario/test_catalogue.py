"""Things are found by id, the run sheet is in order, and a stored scenario is the same scenario."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pydantic import ValidationError

from game_server.scenario.catalogue import Catalogue, Step, digest, from_json, is_private, receivers, to_json
from game_server.scenario.load import load_pack
from game_server.scenario.model import Scenario
from tests.scenario.packs import changed, tiny_scenario, write_pack


def test_an_inject_is_found_with_its_phase() -> None:
    phase, inject = Catalogue(tiny_scenario()).inject("strange-login")
    assert (phase.id, inject.to) == ("round-1", ("ciso",))


def test_a_decision_is_found_with_its_phase() -> None:
    phase, decision = Catalogue(tiny_scenario()).decision("unplug")
    assert (phase.id, decision.anchor) == ("round-1", True)


def test_an_unknown_id_is_a_key_error() -> None:
    catalogue = Catalogue(tiny_scenario())
    for find in (catalogue.inject, catalogue.decision, catalogue.role, catalogue.phase, catalogue.run_sheet):
        with pytest.raises(KeyError):
            find("nobody")


def test_phases_come_in_order_and_the_last_has_no_next() -> None:
    catalogue = Catalogue(tiny_scenario())
    assert catalogue.phase_order == ("welcome", "round-1", "debrief", "close")
    assert catalogue.next_phase("welcome") == "round-1"
    assert catalogue.next_phase("close") is None


def test_the_run_sheet_is_by_minute_and_news_comes_before_a_decision() -> None:
    sheet = Catalogue(tiny_scenario()).run_sheet("round-1")
    assert sheet[0] == Step("inject", "slow-desk", 0)
    assert [step.id for step in sheet if step.kind == "decision"] == ["unplug", "tell-council"]
    assert [step.at for step in sheet] == sorted(step.at for step in sheet)


def test_at_the_same_minute_news_comes_before_a_decision() -> None:
    scenario = load_pack_with("        at: 20\n", "        at: 21\n")
    assert [step.id for step in Catalogue(scenario).run_sheet("round-1")][-2:] == ["expert-offer", "tell-council"]
    scenario = load_pack_with("        at: 3\n", "        at: 1\n")
    assert [step.id for step in Catalogue(scenario).run_sheet("round-1")][1:4] == [
        "strange-login",
        "minister-visit",
        "unplug",
    ]


def load_pack_with(old: str, new: str) -> Scenario:
    with TemporaryDirectory() as folder:
        return load_pack(write_pack(Path(folder), changed(old, new)))


def test_a_text_falls_back_to_the_first_language() -> None:
    catalogue = Catalogue(tiny_scenario())
    assert catalogue.text({"nl": "hallo", "en": "hello"}, "en") == "hello"
    assert catalogue.text({"nl": "hallo", "en": "hello"}, "fr") == "hallo"
    assert catalogue.text({"en": "hello"}, "fr") == "hello"


def test_news_goes_to_its_row_and_to_nobody_when_the_row_is_empty() -> None:
    catalogue = Catalogue(tiny_scenario())
    _, private = catalogue.inject("strange-login")
    _, public = catalogue.inject("slow-desk")
    assert is_private(private)
    assert not is_private(public)
    assert receivers(private, ["mayor", "ciso"]) == ("ciso",)
    assert receivers(private, ["mayor"]) == ("mayor",)
    assert receivers(private, []) == ()
    assert receivers(public, ["mayor"]) == ("mayor",)


def test_a_stored_scenario_is_the_same_scenario() -> None:
    scenario = tiny_scenario()
    assert from_json(to_json(scenario)) == scenario
    assert list(from_json(to_json(scenario)).roles) == ["mayor", "ciso"]


def test_the_digest_is_that_of_the_stored_bytes_and_sees_every_word() -> None:
    scenario = tiny_scenario()
    assert digest(scenario) == hashlib.sha256(to_json(scenario).encode()).hexdigest()
    assert digest(scenario) == digest(from_json(to_json(scenario)))
    assert digest(scenario) != digest(scenario.model_copy(update={"title": {"nl": "Anders"}}))


def test_what_is_not_a_scenario_is_refused() -> None:
    with pytest.raises(ValidationError):
        from_json('{"id": "tiny"}')
