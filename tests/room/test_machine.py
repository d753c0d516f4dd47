"""Random people at random desks: whatever they do, the invariants of the room hold (I1 to I3, I5 to I7, I10)."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from game_server.room.commands import ClaimSeat, OfferHandover, ReachDeadlines, TakeDevice, TakeHandedSeat, TakeSeat
from game_server.room.deadlines import next_deadline
from game_server.room.envelope import encode
from game_server.room.evolve import fold
from game_server.room.mandate import seats_of, voters
from game_server.room.refusals import Refused
from game_server.room.voting import MAY_COME_FROM
from tests.room.table import Table

DECISIONS = st.sampled_from(["unplug", "tell-council", "nothing"])
OPTIONS = st.sampled_from(["all-off", "part-off", "watch", "call-now", "wait", "zzz"])
INJECTS = st.sampled_from(
    ["slow-desk", "strange-login", "minister-visit", "resident-post", "second-login", "expert-offer", "zzz"]
)
TEAMS = st.sampled_from(["t1", "t2"])
ROLES = st.sampled_from(["mayor", "ciso"])
RUNGS = st.sampled_from(["team-room", "region", "zzz"])
STATES = ["planned", "picture", "open", "closed", "revealed", "settled"]
LIFE = {"planned": 0, "picture": 1, "open": 2, "closed": 3, "revealed": 4, "settled": 5, "effective": 6, "skipped": 7}


class Sitting(RuleBasedStateMachine):
    """A room of two teams, two desks, and whoever comes in."""

    seats = Bundle("seats")

    @initialize()
    def open(self) -> None:
        self.table = Table(teams=("Natte Meren", "Drogenbroek"), ladder=True, lights_out=True)
        second = self.table.inner(TakeDevice(kind="desk", pass_="desk2", link="f"))["device"]
        self.desks = [self.table.desk, f"desk:{second}"]
        self.refused: Counter[str] = Counter()
        self.effective: dict[tuple[str, str], str | None] = {}
        self.phases: list[str] = []

    def attempt(self, act: Any) -> Any:
        """Runs an act; a refusal is an answer, anything else is a bug."""
        before = [encode(event) for event in self.table.log]
        try:
            return act()
        except Refused as refused:
            self.refused[refused.code] += 1
            assert [encode(event) for event in self.table.log] == before
            return None

    # ------------------------------------------------------------ people

    @rule(target=seats, team=TEAMS, role=ROLES)
    def sit(self, team: str, role: str) -> Any:
        """Who is not let in by himself has no chair yet."""
        version = self.table.room.version
        wanted = TakeSeat(pass_=f"phone{version}", name=f"Naam {version}", team=team, role=role)
        done = self.attempt(lambda: self.table.inner(wanted))
        return done["seat"] if done is not None and "seat" in done else multiple()

    @rule(target=seats, team=TEAMS, role=ROLES)
    def sit_without_device(self, team: str, role: str) -> Any:
        name = f"Papier {self.table.room.version}"
        done = self.attempt(lambda: self.table.at_desk("seat.add", team=team, role=role, name=name))
        return multiple() if done is None else done["seat"]

    @rule(seat=seats, team=TEAMS, role=ROLES)
    def move(self, seat: str, team: str, role: str) -> None:
        self.attempt(lambda: self.table.at_desk("seat.move", seat=seat, team=team, role=role))

    @rule(seat=consumes(seats))
    def remove(self, seat: str) -> None:
        self.attempt(lambda: self.table.at_desk("seat.remove", seat=seat))

    @rule(seat=seats, back=st.booleans())
    def away(self, seat: str, back: bool) -> None:
        self.attempt(lambda: self.table.at_seat(seat, "seat.back" if back else "seat.away"))

    @rule(team=TEAMS, role=ROLES, accept=st.booleans())
    def claim(self, team: str, role: str, accept: bool) -> None:
        wanted = ClaimSeat(pass_=f"claim{self.table.room.version}", name="Weer ik", team=team, role=role)
        done = self.attempt(lambda: self.table.inner(wanted))
        if done is not None:
            verb = "claim.accept" if accept else "claim.refuse"
            self.attempt(lambda: self.table.at_desk(verb, claim=done["claim"]))

    @rule(on=st.booleans())
    def admission(self, on: bool) -> None:
        self.attempt(lambda: self.table.at_desk("admission.on" if on else "admission.off"))

    @rule(target=seats, accept=st.sampled_from([True, True, False]), desk=st.integers(0, 1), team=st.none() | TEAMS)
    def let_in(self, accept: bool, desk: int, team: str | None) -> Any:
        where = {} if team is None or not accept else {"team": team}
        verb = "knock.accept" if accept else "knock.refuse"
        given = [
            self.attempt(lambda k=knock: self.table.at_desk(verb, knock=k, by=self.desks[desk], **where))
            for knock in list(self.table.room.knocks)
        ]
        return multiple(*(done["seat"] for done in given if done))

    @rule(seat=seats, right=st.sampled_from([True, True, False]))
    def hand_over(self, seat: str, right: bool) -> None:
        version = self.table.room.version
        made = self.attempt(lambda: self.table.inner(OfferHandover(seat=seat, link=f"l{version}"), self.desks[0]))
        taking = TakeHandedSeat(pass_=f"handed{version}", link=f"l{version}" if right else "no")
        done = self.attempt(lambda: self.table.inner(taking))
        assert (done is not None) == (made is not None and right)

    # ------------------------------------------------------------ the desk

    @rule(verb=st.sampled_from(["room.start", "room.pause", "room.resume", "room.resume", "room.debrief"]))
    def room(self, verb: str) -> None:
        self.attempt(lambda: self.table.at_desk(verb))

    @rule(on=st.sampled_from([True, True, False]), minutes=st.integers(5, 480))
    def by_the_clock(self, on: bool, minutes: int) -> None:
        self.attempt(lambda: self.table.at_desk("phase.auto", on=on))
        self.attempt(lambda: self.table.at_desk("room.plan", minutes=minutes))

    @rule(forward=st.sampled_from([True, True, True, False]), stale=st.booleans())
    def phase(self, forward: bool, stale: bool) -> None:
        here = self.table.room.phase
        seen = "welcome" if stale or here is None else here.id
        self.attempt(lambda: self.table.at_desk("phase.next" if forward else "phase.back", from_=seen))

    @rule(
        verb=st.sampled_from(["inject.release", "inject.release", "inject.hold", "inject.skip"]),
        inject=INJECTS,
        from_=st.sampled_from(["planned", "planned", "held"]),
        team=st.none() | TEAMS,
    )
    def inject(self, verb: str, inject: str, from_: str, team: str | None) -> None:
        where = {} if team is None else {"team": team}
        self.attempt(lambda: self.table.at_desk(verb, inject=inject, from_=from_, **where))

    @rule(verb=st.sampled_from(sorted(MAY_COME_FROM)), decision=DECISIONS, from_=st.sampled_from(STATES), team=TEAMS)
    def decision(self, verb: str, decision: str, from_: str, team: str) -> None:
        self.attempt(lambda: self.table.at_desk(verb, decision=decision, from_=from_, team=team))

    @rule(decision=st.sampled_from(["unplug", "tell-council"]), team=TEAMS, steps=st.integers(1, 3))
    def onward(self, decision: str, team: str, steps: int) -> None:
        """The steps that the desk's primary button would take."""
        for _ in range(steps):
            run = self.table.room.teams[team].decisions.get(decision)
            state = run.state if run else "planned"
            verb = {"planned": "open", "picture": "open", "open": "reveal", "closed": "reveal", "settled": "apply"}
            if state in verb:
                self.attempt(
                    lambda v=f"decision.{verb[state]}", s=state: self.table.at_desk(
                        v, decision=decision, from_=s, team=team
                    )
                )

    @rule(decision=DECISIONS, team=TEAMS)
    def reopen(self, decision: str, team: str) -> None:
        self.attempt(lambda: self.table.at_desk("decision.reopen", decision=decision, reason="Nieuw feit", team=team))

    @rule(decision=DECISIONS, option=OPTIONS, team=TEAMS, word=st.none() | ROLES, reason=st.booleans())
    def settle_at_desk(self, decision: str, option: str, team: str, word: str | None, reason: bool) -> None:
        more = ({"on_word_of": word} if word else {}) | ({"reason": "Tijd"} if reason else {})
        self.attempt(lambda: self.table.at_desk("decision.settle", decision=decision, option=option, team=team, **more))

    @rule(desk=st.integers(0, 1))
    def undo(self, desk: int) -> None:
        step = self.table.room.step
        if step is not None:
            self.attempt(lambda: self.table.at_desk("step.undo", of=step.cmd, by=self.desks[desk]))

    @rule(inject=INJECTS, team=st.none() | TEAMS, back=st.booleans())
    def edit(self, inject: str, team: str | None, back: bool) -> None:
        where = {"inject": inject} if team is None else {"inject": inject, "team": team}
        words = {} if back else {"from_": "Leiding", "body": f"Anders {self.table.room.version}"}
        out = self._released()
        self.attempt(lambda: self.table.at_desk("inject.restore" if back else "inject.edit", **where, **words))
        assert self._released() == out, "news that was out got other words"

    @rule(rung=RUNGS, from_=st.none() | RUNGS, team=TEAMS, word=st.none() | ROLES)
    def climb_at_desk(self, rung: str, from_: str | None, team: str, word: str | None) -> None:
        more = ({"from_": from_} if from_ else {}) | ({"on_word_of": word} if word else {})
        self.attempt(lambda: self.table.at_desk("ladder.climb", rung=rung, team=team, **more))

    @rule(minutes=st.sampled_from([0.5, 3, 15]), team=st.none() | TEAMS, dark=st.booleans())
    def lights(self, minutes: float, team: str | None, dark: bool) -> None:
        where = {} if team is None else {"team": team}
        if dark:
            self.attempt(lambda: self.table.at_desk("lights.out", minutes=minutes, **where))
        else:
            assert self.attempt(lambda: self.table.at_desk("lights.on", **where)) is not None or self._is_closed()

    # ------------------------------------------------------------ seats

    @rule(seat=seats, rung=RUNGS, spared=st.booleans())
    def climb(self, seat: str, rung: str, spared: bool) -> None:
        stands = self.table.room.teams[self.table.room.seats[seat].team].rung
        more = {"from_": stands} if stands else {}
        self.attempt(lambda: self.table.at_seat(seat, "ladder.climb", rung=rung, **more))
        self.attempt(lambda: self.table.at_desk("seat.spare", seat=seat, spared=spared))

    @rule(seat=seats, decision=DECISIONS, option=OPTIONS, confidence=st.none() | st.integers(1, 5))
    def vote(self, seat: str, decision: str, option: str, confidence: int | None) -> None:
        more = {} if confidence is None else {"confidence": confidence}
        command = ("vote.cast", {"decision": decision, "option": option, **more})
        before = self._closed()
        self.attempt(lambda: self.table.at_seat(seat, command[0], **command[1]))
        assert self._closed() == before, "a vote after closing counted"

    @rule(seat=seats, decision=DECISIONS, option=OPTIONS)
    def settle(self, seat: str, decision: str, option: str) -> None:
        self.attempt(lambda: self.table.at_seat(seat, "decision.settle", decision=decision, option=option))

    @rule(seat=seats, decision=DECISIONS, option=OPTIONS, mark=st.booleans())
    def explain(self, seat: str, decision: str, option: str, mark: bool) -> None:
        said = {"decision": decision, "option": option, "statement": "Wij leggen het uit.", "to": "press"}
        self.attempt(lambda: self.table.at_seat(seat, "decision.settle", **said))
        missing = {"missing": "Hoe lang?"} if mark else {}
        self.attempt(lambda: self.table.at_seat(seat, "statement.mark", decision=decision, clear=mark, **missing))
        self.attempt(lambda: self.table.at_seat(seat, "marks.release", decision=decision))

    @rule(seat=seats, decision=DECISIONS, value=st.sampled_from(["yes", "partly", "no", "unknown"]))
    def at_home(self, seat: str, decision: str, value: str) -> None:
        self.attempt(lambda: self.table.at_seat(seat, "practice.answer", decision=decision, value=value))
        self.attempt(lambda: self.table.at_seat(seat, "practice.release", decision=decision))
        self.attempt(lambda: self.table.at_seat(seat, "term.open", term="AVG"))

    @rule(seat=seats, inject=INJECTS, share=st.booleans())
    def news(self, seat: str, inject: str, share: bool) -> None:
        self.attempt(lambda: self.table.at_seat(seat, "inject.share" if share else "inject.read", inject=inject))

    @rule(seat=seats)
    def picture(self, seat: str) -> None:
        self.attempt(lambda: self.table.at_seat(seat, "picture.add", kind="fact", text="Iets is zeker"))

    @rule(seconds=st.sampled_from([0.01, 1, 30, 61, 4000]))
    def time(self, seconds: float) -> None:
        self.table.wait(seconds)
        due = next_deadline(self.table.room, self.table.catalogue)
        for _ in range(6):  # News that comes by itself can make other news possible.
            self.attempt(lambda: self.table.inner(ReachDeadlines(), by="server"))
        after = next_deadline(self.table.room, self.table.catalogue)
        assert after is None or after > self.table.now or due is None, "a deadline was not raised"

    # ------------------------------------------------------------ what always holds

    def _is_closed(self) -> bool:
        return self.table.room.status == "closed"

    def _released(self) -> dict[tuple[str, str], Any]:
        return {
            (team.id, inject): news.edited
            for team in self.table.room.teams.values()
            for inject, news in team.news.items()
            if news.state == "released"
        }

    def _closed(self) -> dict[tuple[str, str, int], int]:
        return {
            (team.id, decision, number): len(one.votes)
            for team in self.table.room.teams.values()
            for decision, run in team.decisions.items()
            for number, one in enumerate(run.rounds)
            if one.closed_at is not None
        }

    @invariant()
    def versions_are_contiguous(self) -> None:
        assert [event.version for event in self.table.log] == list(range(1, len(self.table.log) + 1))

    @invariant()
    def phases_never_skip(self) -> None:
        order = list(self.table.catalogue.phase_order)
        walked = [order.index(run.id) for run in self.table.room.phases]
        for before, after in pairwise(walked):
            debrief = self.table.catalogue.phase(order[after]).kind == "debrief"
            assert after <= before + 1 or debrief, walked

    @invariant()
    def one_effective_choice_never_changes(self) -> None:
        for team in self.table.room.teams.values():
            for decision, run in team.decisions.items():
                if run.state == "effective":
                    option = run.settled.option if run.settled else None
                    assert self.effective.setdefault((team.id, decision), option) == option
                else:
                    assert (team.id, decision) not in self.effective, "a decision came back from effective"

    @invariant()
    def every_vote_is_by_someone_who_may(self) -> None:
        for team in self.table.room.teams.values():
            for decision, run in team.decisions.items():
                if run.state == "open" and run.ballot is not None:
                    may = {s.id for s in voters(self.table.room, team.id, self.table.catalogue.decision(decision)[1])}
                    assert set(run.ballot.votes) <= may

    @invariant()
    def chairs_are_never_overfull(self) -> None:
        for team in self.table.room.teams:
            for role in ("mayor", "ciso"):
                assert len(seats_of(self.table.room, team, role)) <= 1

    @invariant()
    def nobody_steps_down(self) -> None:
        order = [rung.id for rung in self.table.scenario.ladder]
        for team in self.table.room.teams.values():
            taken = [order.index(rung) for rung in team.rungs]
            assert taken == sorted(taken)

    @invariant()
    def indicators_stay_in_range(self) -> None:
        for team in self.table.room.teams.values():
            assert all(0 <= value <= 100 for value in team.indicators.values())

    @invariant()
    def passes_point_at_what_holds_them(self) -> None:
        room = self.table.room
        for pass_hash, (kind, holder) in room.passes.items():
            if kind == "seat":
                assert room.seats[holder].pass_hash == pass_hash and not room.seats[holder].removed
            if kind == "knock":
                assert room.knocks[holder].open

    def teardown(self) -> None:
        if hasattr(self, "table"):
            assert fold(self.table.log) == self.table.room
            self.table.check()


TestSitting = Sitting.TestCase
