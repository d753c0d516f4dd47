"""Phones that reload, go offline, forget everything or come back; and a server that is killed during a vote."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from tests.e2e.harness import ROLES, SHORT, Plan, Server, Step, Table, same_person, say

WITHIN = 10.0
"""Seconds in which nineteen of twenty browsers are back after the server is."""


class Reloading(Plan):
    """One phone loads its page anew before every step and while it fills in its vote; it must miss nothing."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def before(self, table: Table, step: Step) -> None:
        phone = table.phones[0]
        kept, own = phone.view, phone.own
        phone.page.reload()
        expect(phone.page.get_by_role("main")).to_be_visible()
        phone.device.until(lambda: phone.own | {"read": own["read"]} == own, f"what was its own at {step}")
        assert own["read"].items() <= phone.own["read"].items(), step
        for part in ("news", "picture", "decisions"):
            assert kept[part].keys() <= phone.view[part].keys(), step
        self.stages.append(step["action"])

    def voted(self, table: Table, decision: str) -> None:
        phone = table.phones[0]
        other = next(
            option for option in phone.decision(decision)["options"] if option != phone.own["votes"][decision]["option"]
        )
        phone.choose(decision, other)
        phone.page.get_by_role("textbox", name=say("participant_reason")).fill("Nog niet verstuurd")
        phone.page.reload()
        phone.open_decision(decision)
        expect(phone.page.get_by_role("textbox", name=say("participant_reason"))).to_have_value("Nog niet verstuurd")
        expect(phone.page.locator(f'input[value="{other}"]')).to_be_checked()
        phone.page.get_by_role("button", name=say("participant_vote_change")).click()
        phone.device.until(lambda: phone.own["votes"][decision]["option"] == other, "the changed vote")


def _to_the_vote(table: Table) -> None:
    table.play(Plan(), stop=lambda step: step["action"] == "decision.reveal")


@pytest.mark.proof
def test_a_phone_that_reloads_at_every_stage_misses_nothing(table: Table) -> None:
    table.desk.open_room(SHORT)
    table.seat_all({role: ROLES[role] for role in ("mayor", "ciso")})
    plan = Reloading()
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    phone = table.phones[0]
    fresh = phone.device.new_page()
    fresh.goto(phone.page.url)
    whole = phone.device.recorders[1]
    phone.device.until(lambda: whole.view.view == phone.view and whole.own.view == phone.own, "the server's own view")
    assert set(plan.stages) >= {
        "room.start",
        "phase.next",
        "inject.release",
        "decision.picture",
        "decision.open",
        "decision.close",
        "decision.reveal",
        "decision.settle",
        "decision.apply",
    }


def test_a_phone_that_is_offline_forgets_all_or_opens_twice_loses_nothing(
    table: Table, subtests: pytest.Subtests
) -> None:
    desk = table.desk
    code = desk.open_room(SHORT)
    mayor, ciso = table.seat_all({role: ROLES[role] for role in ("mayor", "ciso")})
    _to_the_vote(table)
    with subtests.test("a vote cast offline arrives once the phone is back"):
        mayor.choose("tell-council", "call-now")
        mayor.device.recorder.trouble = True
        mayor.device.context.set_offline(True)
        mayor.page.get_by_role("button", name=say("participant_vote_cast")).click()
        expect(mayor.page.get_by_text(say("participant_not_saved_yet"))).to_be_visible()
        assert desk.decision("tell-council")["cast"] == 0
        mayor.device.context.set_offline(False)
        desk.device.until(lambda: desk.decision("tell-council")["cast"] == 1, "the vote after all")
        mayor.saved()
        assert mayor.device.recorder.documents == 2, "the join page and the chair; no reload"
        mayor.device.recorder.trouble = False
    with subtests.test("back goes from the decision to the news, and further to a door that knows the chair"):
        ciso.open_decision("tell-council")
        ciso.page.go_back()
        expect(ciso.article("slow-desk")).to_be_visible()
        ciso.page.go_back()
        expect(ciso.page.get_by_role("heading", name=say("join_already", role=ROLES["ciso"]))).to_be_visible()
        ciso.page.get_by_role("link", name=say("join_already_go")).click()
        ciso.arrive()
        ciso.vote("tell-council", "wait")
    with subtests.test("a second tab is the same chair, and both go on"):
        second = ciso.device.new_page()
        second.goto(ciso.page.url)
        expect(second.get_by_role("navigation", name=say("participant_nav"))).to_be_visible()
        heard = ciso.device.recorders[1]
        ciso.device.until(lambda: heard.own.view == ciso.own, "the same chair in both")
        desk.step()
        ciso.reaches("tell-council", "revealed")
        ciso.device.until(lambda: heard.view.view == ciso.view, "the same view in both")
        second.close()
    with subtests.test("a phone that forgot everything gets its chair back with one tap"):
        again = same_person(mayor, table.devices.make("new phone"))
        again.claim(code, "N. Burgemeester", ROLES["mayor"])
        desk.accept_claim("N. Burgemeester")
        again.arrive()
        assert (again.seat, again.own["votes"]) == (mayor.seat, mayor.own["votes"])
        expect(mayor.page.get_by_role("heading", name=say("participant_ended_moved"))).to_be_visible()
        again.reaches("tell-council", "revealed")
        table.phones[0] = again
    with subtests.test("and the game goes on"):
        table.play(Plan(), stop=lambda step: step["action"] == "decision.close")
        assert again.own["votes"]


def test_a_server_killed_in_the_middle_of_a_vote_loses_nothing_and_nobody_reloads(table: Table, server: Server) -> None:
    desk, screen = table.desk, table.screen
    desk.open_room(SHORT)
    screen.open(desk.link("screen"))
    phones = table.seat_all(ROLES)
    _to_the_vote(table)
    everyone = [desk.device, screen.device, *(phone.device for phone in phones)]
    documents = {device.who: device.recorder.documents for device in everyone}
    for device in everyone:
        device.recorder.trouble = True
    before, after = phones[:3], phones[3:]
    for phone in before:
        phone.vote("tell-council", "call-now", reason=f"reden van {phone.role}")
    for phone in after:
        phone.choose("tell-council", "wait")
    for phone in after:
        phone.page.get_by_role("button", name=say("participant_vote_cast")).click(no_wait_after=True)
    server.kill()
    acked = {device.who: len(device.recorder.acked("vote.cast")) for device in everyone}
    expect(phones[0].page.get_by_text(say("shared_status_reconnecting"))).to_be_visible()
    server.start()
    took = _converged(table, "tell-council", len(phones))
    for phone in phones:
        wanted = "call-now" if phone in before else "wait"
        phone.reaches("tell-council", "open")
        assert phone.own["votes"]["tell-council"]["option"] == wanted
    assert acked["phone Burgemeester"] == 1
    screen.tally(len(phones), len(phones))
    assert {device.who: device.recorder.documents for device in everyone} == documents, "nobody loaded a page anew"
    assert sorted(took.values())[int(len(took) * 0.95)] <= WITHIN, took
    for device in everyone:
        device.recorder.trouble = False
    table.play(Plan(), stop=lambda step: step["action"] == "decision.picture")


def _converged(table: Table, decision: str, cast: int) -> dict[str, float]:
    """Seconds from now until each device knows of all these votes."""
    began, took = time.monotonic(), dict[str, float]()

    def look() -> bool:
        views = {"desk": table.desk.decision(decision)}
        views |= {phone.device.who: phone.decision(decision) for phone in table.phones}
        views["screen"] = next(iter(table.screen.view["decisions"][decision]["teams"].values()))
        for who, part in views.items():
            if part["cast"] == cast:
                took.setdefault(who, time.monotonic() - began)
        return len(took) == len(views)

    table.desk.device.until(look, "the same votes everywhere", patience=60)
    return took
