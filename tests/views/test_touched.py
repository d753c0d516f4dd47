"""Random sittings, watched by every audience: who is not touched sees nothing new, and patches add up to the view."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from game_server.room.commands import ClaimSeat, MakeKeepLink, RenewLinks, TakeDevice
from game_server.views import Audience, own, touched, view
from game_server.views.patch import diff, merge
from tests.room.table import Table
from tests.room.test_machine import INJECTS, ROLES, TEAMS, Sitting
from tests.views.session import Session, audiences

SHOWN = [
    "auto",
    "code",
    "blank",
    "indicators",
    "lessons",
    "measures",
    "inject:slow-desk",
    "statement:t1:unplug",
    "statement:t2:unplug",
]


class Watching(Sitting):
    """What a sitting does, and what happens at its edges."""

    @initialize()
    def open(self) -> None:
        super().open()
        self.views: dict[Audience, Any] = {}
        self.owns: dict[str, Any] = {}
        self.seen = 0
        done = self.table.inner(TakeDevice(kind="observer", pass_="observer", link="o"))
        self.watcher = f"observer:{done['device']}"

    @rule(verb=st.sampled_from(["door.open", "door.close", "report.release", "room.debrief", "room.close"]))
    def edges(self, verb: str) -> None:
        if verb != "room.close" or self.table.room.version > 40:
            self.attempt(lambda: self.table.at_desk(verb))

    @rule(what=st.sampled_from(SHOWN))
    def show(self, what: str) -> None:
        self.attempt(lambda: self.table.at_desk("screen.show", what=what))

    @rule(to=st.lists(ROLES, max_size=2, unique=True), team=st.none() | TEAMS)
    def compose(self, to: list[str], team: str | None) -> None:
        where = {} if team is None else {"team": team}
        letter = {"to": to, "channel": "mail", "from_": "Leiding", "body": "Iets nieuws", **where}
        self.attempt(lambda: self.table.at_desk("inject.compose", **letter))

    @rule(by_desk=st.booleans())
    def note(self, by_desk: bool) -> None:
        if by_desk:
            self.attempt(lambda: self.table.at_desk("note.add", text="Opgemerkt"))
        else:
            self.attempt(lambda: self.table.note("Opgemerkt", self.watcher))

    @rule(seat=Sitting.seats, decision=st.sampled_from(["unplug", "tell-council"]), option=st.sampled_from(["watch"]))
    def paper(self, seat: str, decision: str, option: str) -> None:
        self.attempt(lambda: self.table.at_desk("vote.enter", seat=seat, decision=decision, option=option))

    @rule(seat=Sitting.seats)
    def answers(self, seat: str) -> None:
        version = self.table.room.version
        self.attempt(lambda: self.table.at_desk("seat.rename", seat=seat, name=f"Nieuw {version}"))
        self.attempt(lambda: self.table.at_seat(seat, "resolution.write", text=f"Koffie {version}"))
        at = self.table.now + 1000 * version + 3_600_000
        for other in self.table.room.seats:
            asked = {"text": f"Thee {version}", "with_seat": other, "starts": at}
            self.attempt(lambda asked=asked: self.table.at_seat(seat, "resolution.write", **asked))
            self.attempt(lambda o=other: self.table.at_seat(seat, "meeting.accept", of=o, starts=at))
            self.attempt(lambda o=other: self.table.at_seat(seat, "meeting.move", of=o, starts=at + 1))
        self.attempt(lambda: self.table.at_seat(seat, "meeting.decline", of=min(self.table.room.seats)))
        self.attempt(lambda: self.table.at_seat(seat, "reflection.write", question="facts", text="Weinig"))
        self.attempt(lambda: self.table.at_seat(seat, "practice.answer", decision="unplug", value="no"))
        self.attempt(lambda: self.table.at_seat(seat, "measure.answer", moment="before", statement="my-role", value=3))
        self.attempt(lambda: self.table.at_seat(seat, "report.share", joint=True))
        self.attempt(lambda: self.table.at_seat(seat, "priority.answer", moment="before", place=1 + version % 6))
        self.attempt(lambda: self.table.at_seat(seat, "grade.give", value=1 + version % 10))
        self.attempt(lambda: self.table.at_seat(seat, "measure.answer", moment="after", statement="my-role", value=2))
        self.attempt(lambda: self.table.inner(MakeKeepLink(seat=seat, pass_=f"keep{version}")))

    @rule(seat=Sitting.seats, inject=INJECTS)
    def mends(self, seat: str, inject: str) -> None:
        team = self.table.room.teams[self.table.room.seats[seat].team]
        for item in list(team.picture):
            self.attempt(lambda i=item: self.table.at_seat(seat, "picture.change", item=i, text=f"Mis {inject}"))
            if len(team.picture) > 2:
                self.attempt(lambda i=item: self.table.at_seat(seat, "picture.strike", item=i))

    @rule(seat=Sitting.seats, verb=st.sampled_from(["lesson.show", "lesson.hide", "lesson.merge"]), on=st.booleans())
    def lessons(self, seat: str, verb: str, on: bool) -> None:
        version = self.table.room.version
        self.attempt(lambda: self.table.at_seat(seat, "lesson.write", kind="keep", text=f"Les {version}"))
        known = list(self.table.room.lessons)
        into = {"into": known[0]} if verb == "lesson.merge" and on and known else {}
        if known:
            self.attempt(lambda: self.table.at_desk(verb, lesson=known[-1], **into))
        for lesson in known[:2]:
            self.attempt(lambda i=lesson: self.table.at_seat(seat, "lesson.star", lesson=i, on=on))
        if not on and known:
            self.attempt(lambda: self.table.at_seat(seat, "lesson.take_back", lesson=known[0]))

    @rule()
    def links(self) -> None:
        self.attempt(lambda: self.table.inner(RenewLinks(links=("f", "s", "o"))))

    @invariant()
    def the_untouched_see_nothing_new_and_patches_add_up(self) -> None:
        table = self.table
        batch, self.seen = table.log[self.seen :], len(table.log)
        reach = touched(batch)
        for audience in audiences(table):
            now = view(audience, table.room, table.catalogue)
            before = self.views.get(audience)
            if before is not None:
                patch = diff(before, now)
                assert patch is None or (batch and reach.reaches(audience)), (audience, batch, patch)
                assert (before if patch is None else merge(before, patch)) == now
            self.views[audience] = now
        for seat in table.room.seats:
            mine = own(seat, table.room)
            assert mine == self.owns.get(seat, mine) or reach.reaches_own(seat), batch
            self.owns[seat] = mine


TestWatching = Watching.TestCase


def test_in_a_whole_session_every_fact_reaches_whom_it_concerns() -> None:
    """As the sittings above, but surely with every kind of fact that a session has."""
    views: dict[Audience, Any] = {}
    owns: dict[str, Any] = {}
    seen = 0

    def look(table: Table) -> None:
        nonlocal seen
        reach, seen = touched(table.log[seen:]), len(table.log)
        for audience in audiences(table):
            now = view(audience, table.room, table.catalogue)
            assert now == views.get(audience, now) or reach.reaches(audience), (audience, table.facts)
            views[audience] = now
        for seat in table.room.seats:
            mine = own(seat, table.room)
            assert mine == owns.get(seat, mine) or reach.reaches_own(seat), table.facts
            owns[seat] = mine

    Session(look).play()


def test_a_claim_that_is_accepted_concerns_the_whole_room() -> None:
    table = Table()
    paper = table.at_desk("seat.add", team="t1", role="mayor", name="Zonder telefoon")["seat"]
    claim = table.inner(ClaimSeat(pass_="new", name="Weer ik", team="t1", role="mayor"))["claim"]
    before = len(table.log)
    table.at_desk("claim.accept", claim=claim)
    reach = touched(table.log[before:])
    assert view(Audience("seat", "nl", "t1", "mayor"), table.room, table.catalogue)["team"]["seats"][paper]["device"]
    assert reach.reaches(Audience("seat", "nl", "t1", "ciso"))
    assert reach.reaches_own(paper)


def test_a_vote_alone_is_a_tally() -> None:
    machine = Watching()
    machine.open()
    seat = machine.table.sit("mayor")
    table = machine.table
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("decision.open", decision="unplug", from_="planned")
    before = len(table.log)
    table.at_seat(seat, "vote.cast", decision="unplug", option="watch")
    reach = touched(table.log[before:])
    assert reach.tally
    assert reach.teams == frozenset({"t1"})
    assert reach.own == frozenset({seat})
    assert not touched(table.log).tally
    assert not touched([]).tally
