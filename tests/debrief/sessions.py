"""Whole sessions, played through the real rules with the words that people might type; the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from game_server.room.envelope import Event
from game_server.room.mandate import mandated, seats_of
from game_server.room.refusals import Refused
from game_server.room.state import DecisionRun, Team
from game_server.scenario.catalogue import Catalogue, Step
from game_server.scenario.load import load_pack
from game_server.scenario.model import Decision, Scenario
from game_server.story.tell import Story, tell
from tests.debrief.phrases import NAMES, Words, phrases
from tests.room.table import Table
from tests.scenario.packs import tiny_scenario

PACK = Path(__file__).parents[2] / "scenarios" / "natte-meren"
FIVE = ("mayor", "secretary", "ciso", "dpo", "public-safety")
THREE = ("mayor", "secretary", "ciso")


@cache
def natte_meren() -> Scenario:
    """The shipped pack, loaded once."""
    return load_pack(PACK)


class Sitting:
    """One room from its opening to its report. `tables`: the chairs taken in each team.

    Every third decision something happens that is not the plain course: a ballot is reopened, a mandate overruled, a
    word entered by the desk, a vote taken from paper.
    """

    def __init__(
        self,
        tables: Sequence[Sequence[str]] = (FIVE,),
        seed: int = 7,
        words: Words | None = None,
        scenario: Scenario | None = None,
        names: Sequence[str] = NAMES,
        **opened: Any,
    ) -> None:
        self.chance = Random(seed)
        self.words = words or phrases(seed)
        known = ("Natte Meren", "Drogenbroek", "Hoge Sluis")
        places = known[: len(tables)] if len(tables) <= len(known) else [f"Tafel {n + 1}" for n in range(len(tables))]
        self.table = Table(scenario or natte_meren(), teams=tuple(places), **{"title": "De lange vrijdag", **opened})
        self.room, self.catalogue = self.table.room, self.table.catalogue
        for team, roles in zip(self.room.teams, tables, strict=True):
            for place, role in enumerate(roles):
                self.table.sit(role, team, name=f"{names[place % len(names)]}{'' if place < len(names) else place}")
        self.done = 0
        self.to_share: list[tuple[int, str, str]] = []
        """(when, seat, inject) of what will come to the table."""

    @property
    def events(self) -> list[Event]:
        return self.table.log

    def story(self) -> Story:
        """What the journal tells."""
        return tell(self.events, self.catalogue)

    # ------------------------------------------------------------ playing

    def play(self) -> Sitting:
        """The whole run sheet, the debrief and the close."""
        self.table.wait(300)
        self._desk("room.start")
        for phase in self.catalogue.scenario.phases:
            began = self.table.now
            for step in self.catalogue.run_sheet(phase.id):
                self._until(began, step.at)
                self._step(step)
            if phase.kind == "round" and phase.id == self.catalogue.scenario.phases[-4].id:
                self._between()
            if phase.kind == "debrief":
                self._look_back()
            self._until(began, phase.minutes)
            if self.catalogue.next_phase(phase.id) is not None:
                self._desk("phase.next", from_=phase.id)
        self._desk("report.release")
        self._desk("room.close")
        self.table.check()
        return self

    def _until(self, began: int, minute: float) -> None:
        then = max(self.table.now, began + round(minute * 60_000))
        for when, seat, inject in sorted(one for one in self.to_share if one[0] <= then):
            self.table.now = max(self.table.now, when)
            self.table.at_seat(seat, "inject.share", inject=inject)
        self.to_share = [one for one in self.to_share if one[0] > then]
        self.table.now = max(self.table.now, then)

    def _desk(self, type_: str, **fields: Any) -> bool:
        """Asks; a step that is not possible in any team is passed over."""
        try:
            self.table.at_desk(type_, **fields)
        except Refused as refused:
            if refused.code not in ("not_possible", "stale"):
                raise
            return False
        return True

    def _step(self, step: Step) -> None:
        if step.kind == "inject":
            if self._desk("inject.release", inject=step.id, from_="planned"):
                self._hear(step.id)
        else:
            self._decide(self.catalogue.decision(step.id)[1])

    def _hear(self, inject: str) -> None:
        """Most open their news soon; two in three bring it to the table, some late, some never."""
        found = self.catalogue.inject(inject)[1] if inject in self.catalogue.injects else None
        for team in self.room.teams.values():
            if team.news.get(inject) is None or team.news[inject].state != "released":
                continue
            for seat in seats_of(self.room, team.id):
                private = bool(team.news[inject].roles)
                if (private and seat.role not in team.news[inject].roles) or seat.pass_hash is None:
                    continue
                self.table.wait(self.chance.uniform(1, 4))
                if self.chance.random() < 0.9:
                    self.table.at_seat(seat.id, "inject.read", inject=inject)
                if private and found is not None and self.chance.random() < 0.62:
                    later = round(self.chance.expovariate(1 / 150) * 1000)
                    self.to_share.append((self.table.now + later, seat.id, inject))

    def _between(self) -> None:
        """What the facilitator adds: a message of her own for some chairs, a note, a pause."""
        for team in self.room.teams.values():
            said = {kind: self.words(kind, team.id, "desk") for kind in ("sender", "subject", "body")}
            self.table.at_desk(
                "inject.compose",
                to=[next(iter(self.catalogue.scenario.roles))],
                channel="phone",
                from_=said["sender"],
                subject=said["subject"],
                body=said["body"],
                team=team.id,
            )
            self.table.at_desk("note.add", text=self.words("note", team.id, "desk"))
        self._desk("room.pause")
        self.table.wait(240)
        self._desk("room.resume")

    # ------------------------------------------------------------ deciding

    def _decide(self, decision: Decision) -> None:
        self.done += 1
        if decision.kind == "main" and self._desk("decision.picture", decision=decision.id, from_="planned"):
            self._picture()
            self.table.wait(150)
        for from_ in ("planned", "picture"):
            self._desk("decision.open", decision=decision.id, from_=from_)
        for team in self.room.teams.values():
            self._ballot(team, decision)
        self.table.wait(20)
        self._desk("decision.reveal", decision=decision.id, from_="open")
        self.table.wait(60 if decision.kind == "quick" else 500)
        for team in self.room.teams.values():
            self._conclude(team, decision)
        self.table.wait(10)
        self._desk("decision.apply", decision=decision.id, from_="settled")
        self._practice(decision)

    def _run(self, team: Team, decision: Decision) -> DecisionRun:
        return team.decisions.get(decision.id, DecisionRun())

    def _picture(self) -> None:
        for seat in list(self.room.seats.values())[:4]:
            said = self.words("picture", seat.team, seat.id)
            self.table.at_seat(seat.id, "picture.add", kind="fact", text=said)

    def _ballot(self, team: Team, decision: Decision) -> None:
        if self._run(team, decision).state != "open":
            return
        for seat in seats_of(self.room, team.id):
            self.table.wait(self.chance.uniform(1, 6))
            option = self.chance.choice(decision.options).id
            if decision.votes and seat.role not in decision.votes:
                continue
            if seat.pass_hash is None:
                self.table.at_desk("vote.enter", seat=seat.id, decision=decision.id, option=option)
                continue
            reason = self.words("reason", team.id, seat.id) or None
            sure = self.chance.choice([None, 1, 2, 3, 4, 5])
            self.table.at_seat(
                seat.id, "vote.cast", decision=decision.id, option=option, confidence=sure, reason=reason
            )

    def _conclude(self, team: Team, decision: Decision) -> None:
        if self._run(team, decision).state == "revealed" and self.done % 3 == 2:
            said = self.words("reopened", team.id, "desk")
            self.table.at_desk("decision.reopen", decision=decision.id, reason=said, team=team.id)
            self._ballot(team, decision)
            self._desk("decision.reveal", decision=decision.id, from_="open", team=team.id)
        if self._run(team, decision).state != "revealed":
            return
        role = mandated(self.room, team.id, decision)
        option = self.chance.choice(decision.options).id
        fields: dict[str, Any] = {"decision": decision.id, "option": option}
        fields["owner"] = self.words("owner", team.id, "desk")
        fields["statement"] = self.words("statement", team.id, "desk")
        if role is None or self.done % 4 == 0:
            reason = self.words("overrule", team.id, "desk")
            self.table.at_desk("decision.settle", **fields, team=team.id, reason=reason)
        elif self.done % 5 == 0:
            self.table.at_desk("decision.settle", **fields, team=team.id, on_word_of=role)
        else:
            seat = next(one for one in seats_of(self.room, team.id, role) if not one.away)
            self.table.at_seat(seat.id, "decision.settle", **fields)

    def _practice(self, decision: Decision) -> None:
        if decision.practice is None:
            return
        for seat in self.room.seats.values():
            if self._run(self.room.teams[seat.team], decision).state != "effective" or self.chance.random() < 0.1:
                continue
            value = self.chance.choice(("yes", "partly", "no", "unknown"))
            self.table.at_seat(seat.id, "practice.answer", decision=decision.id, value=value)

    # ------------------------------------------------------------ looking back

    def _look_back(self) -> None:
        for seat in self.room.seats.values():
            if seat.removed:
                continue
            for question in self.catalogue.scenario.debrief:
                if self.chance.random() < 0.6:
                    said = self.words("reflection", seat.team, seat.id)
                    self.table.at_seat(seat.id, "reflection.write", question=question.id, text=said)
            more = {
                kind: self.words(kind, seat.team, seat.id)
                for kind in ("with", "by", "first_step")
                if self.chance.random() < 0.7
            }
            text = self.words("resolution", seat.team, seat.id)
            self.table.at_seat(seat.id, "resolution.write", text=text, **more)


@cache
def played(room: str) -> Sitting:
    """A whole session: five at one `table`, two municipalities (`peer`), or a small `hall` of six tables."""
    match room:
        case "table":
            return Sitting().play()
        case "peer":
            return Sitting((FIVE, THREE), seed=11).play()
        case _:
            return Sitting((FIVE,) * 6, seed=2).play()


def table_session() -> tuple[Story, Catalogue]:
    """Five people at one table."""
    return _told("table")


def two_teams() -> tuple[Story, Catalogue]:
    """Two municipalities, of five and of three people."""
    return _told("peer")


@cache
def _told(room: str) -> tuple[Story, Catalogue]:
    sitting = played(room)
    return sitting.story(), sitting.catalogue


@cache
def twelve() -> tuple[Story, Catalogue]:
    """A full table: some roles have several chairs, and names are printed."""
    people = [f"Deelnemer {n}" for n in range(1, 13)]
    roles = [FIVE[n % len(FIVE)] for n in range(12)]
    chairs = dict.fromkeys(FIVE, 3)
    sitting = Sitting((roles,), seed=3, names=people, named=True, seats=chairs).play()
    return sitting.story(), sitting.catalogue


@cache
def tiny() -> tuple[Story, Catalogue]:
    """The small pack, with two people."""
    sitting = Sitting((("mayor", "ciso"),), scenario=tiny_scenario()).play()
    return sitting.story(), sitting.catalogue


@cache
def small_hall() -> tuple[Story, Catalogue]:
    """Six tables of the small pack: enough to be told in counts."""
    sitting = Sitting((("mayor", "ciso"),) * 6, scenario=tiny_scenario(), seed=2).play()
    return sitting.story(), sitting.catalogue


class Whole(Sitting):
    """As a sitting, with all that people can leave behind: what they answered, learnt and graded, and a foreword."""

    def play(self) -> Sitting:
        for place, seat in enumerate(list(self.room.seats)):
            self._measure(seat, "before", place)
        super().play()
        self.table.at_desk("report.foreword", text="Dank voor een eerlijke middag.")
        return self

    def _measure(self, seat: str, moment: str, place: int) -> None:
        for step, statement in enumerate(self.catalogue.scenario.pick):
            value = 1 + (place + step) % 5
            self.table.at_seat(seat, "measure.answer", moment=moment, statement=statement, value=value)
        if moment != "then":
            self.table.at_seat(seat, "priority.answer", moment=moment, place=1 + place % 6)

    def _look_back(self) -> None:
        super()._look_back()
        seats = [seat for seat in self.room.seats.values() if not seat.removed]
        for place, seat in enumerate(seats):
            self._measure(seat.id, "after", place + 2)
            self._measure(seat.id, "then", place + 1)
            said = self.words("reflection", seat.team, seat.id)
            self.table.at_seat(seat.id, "grade.give", value=6 + place % 4, text=said[:280], quotable=place % 2 == 0)
            kind = ("keep", "change", "ask")[place % 3]
            self.table.at_seat(seat.id, "lesson.write", kind=kind, text=self.words("note", seat.team, seat.id)[:280])
        for number, lesson in enumerate(list(self.room.lessons)):
            self.table.at_desk("lesson.show", lesson=lesson)
            for seat in seats[: number % 4]:
                self.table.at_seat(seat.id, "lesson.star", lesson=lesson, on=True)


@cache
def whole(room: str) -> Sitting:
    """As `played`, with all that people can leave behind."""
    tables = {"table": (FIVE,), "peer": (FIVE, THREE), "hall": (FIVE,) * 6}
    return Whole(tables[room], seed=2).play()
