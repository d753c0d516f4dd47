"""A whole session on a pack in which every text is its own mark, played by pressing what the desk's button says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from game_server.room.commands import ReachDeadlines, TakeDevice
from game_server.room.state import DecisionRun
from game_server.scenario.conversation import steps
from game_server.scenario.model import Scenario
from game_server.views import Audience, view
from tests.room.table import Table
from tests.scenario.packs import tiny_scenario

MARK = re.compile(r"@([a-z0-9_./-]+)@")
DPO: dict[str, Any] = {
    "name": {"nl": "-"},
    "short": {"nl": "-"},
    "summary": {"nl": "-"},
    "seats": {"max": 2},
    "card": {"decides": [{"nl": "-"}], "may_not": [{"nl": "-"}], "asks": [{"nl": "-"}]},
}
LETTER: dict[str, Any] = {"channel": "mail", "from": {"nl": "-"}, "subject": {"nl": "-"}, "body": {"nl": "-"}}
MORE_NEWS: list[dict[str, Any]] = [
    {"id": "dpo-first", "at": 2, "game": "15:44", "to": ["dpo"], "effects": {"trust": -3}, **LETTER},
    {"id": "dpo-kept", "at": 2, "game": "15:44", "to": ["dpo"], "facilitator": {"nl": "-"}, **LETTER},
    {"id": "ciso-kept", "at": 2, "game": "15:45", "to": ["ciso"], "effects": {"service": -1}, **LETTER},
]
AGREE: dict[str, Any] = {
    "id": "agree",
    "kind": "quick",
    "at": 24,
    "minutes": 1,
    "title": {"nl": "-"},
    "question": {"nl": "-"},
    "context": {"nl": "-"},
    "values": [{"nl": "-"}, {"nl": "-"}],
    "settles": {"by": "consensus"},
    "options": [
        {"id": "yes", "label": {"nl": "-"}, "consequence": {"nl": "-"}, "effects": {"trust": -1}},
        {"id": "no", "label": {"nl": "-"}, "consequence": {"nl": "-"}, "effects": {"service": -1}},
    ],
}
PRESSED = {"ladder": True, "lights_out": True}
"""What the facilitator chose when the room was opened."""


@cache
def marked_scenario() -> Scenario:
    """The small pack with a third role and more private news; every text is `@<where it stands>@`."""
    pack = tiny_scenario().model_dump(mode="json", by_alias=True, exclude_none=True)
    pack["roles"]["dpo"] = DPO
    pack["clocks"]["breach"]["hours"] = 0.25
    pack["phases"][1]["injects"] += MORE_NEWS
    pack["phases"][1]["decisions"].append(AGREE)
    return Scenario.model_validate(_marked(pack, ""))


def _marked(part: Any, path: str) -> Any:
    """Things with an id stand under it, all else under its field or place."""
    if isinstance(part, dict):
        if part and set(part) <= {"nl", "en"}:
            return {"nl": f"@{path}@"}
        return {key: _marked(value, f"{path}/{key}".strip("/")) for key, value in part.items()}
    if isinstance(part, list):
        return [_marked(one, f"{path}/{_place(one, at)}".strip("/")) for at, one in enumerate(part)]
    return part


def _place(one: Any, at: int) -> str:
    return str(one["id"]) if isinstance(one, dict) and "id" in one else str(at)


def marks(document: str) -> set[str]:
    """Where the texts in `document` stand in the pack, or what else was marked."""
    return set(MARK.findall(document))


class Session:
    """Two teams: one with every chair taken, one whose third chair has a stand-in. `apart`: not in step."""

    def __init__(self, look: Callable[[Table], None] = lambda _table: None, apart: bool = False, **opened: Any) -> None:
        self.table = Table(marked_scenario(), teams=("Natte Meren", "Droge Dijken"), **PRESSED, **opened)
        self.look, self.apart = look, apart
        self.seats: dict[str, list[str]] = {}
        for team in self.table.room.teams:
            roles = ("mayor", "ciso", "dpo") if team == "t1" else ("mayor", "ciso")
            self.seats[team] = [self._sit(role, team) for role in roles]
        observer = self.table.inner(TakeDevice(kind="observer", pass_="observer", link="o"))["device"]
        self.observer = f"observer:{observer}"
        self.look(self.table)

    def _sit(self, role: str, team: str) -> str:
        return self.table.sit(role, team, name=f"@person/{team}/{role}@")

    def desk(self, type_: str, **fields: Any) -> None:
        self.table.at_desk(type_, **fields)
        self.look(self.table)

    def seat(self, seat: str, type_: str, **fields: Any) -> None:
        self.table.at_seat(seat, type_, **fields)
        self.look(self.table)

    def everyone(self) -> Iterator[tuple[str, str, str]]:
        """(team, role, seat) of every chair."""
        for team, seats in self.seats.items():
            for seat in seats:
                yield team, self.table.room.seats[seat].role, seat

    # ------------------------------------------------------------ playing

    def play(self) -> list[str]:
        """To the end; returns what the button did, in order."""
        done: list[str] = []
        while (step := view(Audience("desk", "nl"), self.table.room, self.table.catalogue)["next"])["action"] != "none":
            assert len(done) < 100, done
            self.table.wait(20)
            self.table.inner(ReachDeadlines(), by="server")
            self.look(self.table)
            done.append(step["action"])
            if step["action"] == "decision.open":
                self._work_on_the_picture()
            if step["action"] == "inject.release" and "inject.release" not in done[:-1]:
                self._press_hard()
            if step["action"] in ("decision.close", "decision.reveal"):
                self._vote(step["thing"])
            if step["action"] == "phase.next" and self.table.room.status == "debrief":
                self._talk_it_over()
            self._press(step)
        return done

    def _talk_it_over(self) -> None:
        """Every step, with everything let through in turn, and a look back."""
        for step in steps(self.table.scenario):
            self.desk("debrief.show", step=step.id)
            for decision in self.table.catalogue.decisions if step.facts in ("decisions", "roads") else ():
                self.desk("debrief.show", step=step.id, thing=decision)
                if step.facts == "decisions":
                    self._let_votes(decision)
            if step.facts == "matrix":
                self.desk("debrief.let", part="matrix")
            if step.facts == "timeline":
                self.desk("replay.show", moment=1000, speed=2)
                self.desk("replay.show")
        self.desk("debrief.show")

    def _let_votes(self, decision: str) -> None:
        for team in self.table.room.teams.values():
            run = team.decisions.get(decision)
            if run is not None and run.ballot is not None and run.ballot.revealed:
                for part in ("votes", "reasons"):
                    self.desk("debrief.let", part=part, team=team.id, decision=decision)

    def _press_hard(self) -> None:
        """The first team scales up and gets other words than the second, whose phones go dark."""
        for rung in self.table.scenario.ladder:
            stands = self.table.room.teams["t1"].rung
            more = {"from_": stands} if stands else {}
            self.desk("ladder.climb", rung=rung.id, team="t1", on_word_of="mayor", **more)
        for inject, to in (("slow-desk", "all"), ("dpo-kept", "dpo")):
            said = f"@edited/t1/{to}@"
            self.desk("inject.edit", inject=inject, team="t1", from_=said, subject=said, body=said)
        self.desk("seat.spare", seat=self.seats["t2"][0], spared=True)
        self.desk("lights.out", minutes=1, team="t2")

    def _press(self, step: Any) -> None:
        fields = dict(step["command"])
        if step["action"] == "decision.settle":
            self._settle(step["team"], step["thing"])
        elif step["action"] == "decision.reopen":
            self.desk("decision.reopen", decision=step["thing"], reason="@reopened@")
        elif self.apart and step["action"] in ("decision.picture", "decision.open"):
            for team in self.table.room.teams:
                self._decide_alone(team, step["thing"])
        else:
            self.desk(fields.pop("type"), **fields)
        if step["action"] == "decision.apply":
            self._look_back(step["thing"])
        if step["action"] == "phase.next" and not self.table.room.lessons:
            self._learn()

    def _learn(self) -> None:
        """In the debrief everyone writes two lessons, of which the facilitator lets one through."""
        phase = self.table.room.phase
        if phase is None or self.table.catalogue.phase(phase.id).kind != "debrief":
            return
        for _, _, seat in self.everyone():
            self.seat(seat, "lesson.write", kind="keep", text=f"@lesson/kept/{seat}@")
            self.seat(seat, "lesson.write", kind="change", text=f"@lesson/shown/{seat}@")
            self.desk("lesson.show", lesson=list(self.table.room.lessons)[-1])
            self.seat(seat, "lesson.star", lesson=list(self.table.room.lessons)[-1], on=True)
            self.seat(seat, "measure.answer", moment="after", statement="my-role", value=4)
            self.seat(seat, "grade.give", value=8, text=f"@own/{seat}@", quotable=True)

    def _decide_alone(self, team: str, decision: str) -> None:
        """A table that is through with it while the next has not begun."""
        where = {"decision": decision, "team": team}
        if self.table.catalogue.decision(decision)[1].kind == "main":
            self.desk("decision.picture", from_="planned", **where)
            self.desk("decision.open", from_="picture", **where)
        else:
            self.desk("decision.open", from_="planned", **where)
        self._vote(decision)
        self.desk("decision.reveal", from_="open", **where)
        run = self.table.room.teams[team].decisions[decision]
        if run.state == "revealed" and self.table.catalogue.decision(decision)[1].settles.by == "consensus":
            self.desk("decision.reopen", reason="@reopened@", **where)
            self._vote(decision)
            self.desk("decision.reveal", from_="open", **where)
        if run.state == "revealed":
            self._settle(team, decision)
        self.desk("decision.apply", from_="settled", **where)

    def _work_on_the_picture(self) -> None:
        room = self.table.room
        for team, role, seat in self.everyone():
            seen = view(Audience("seat", "nl", team, role), room, self.table.catalogue)["news"]
            for inject, item in seen.items():
                self.seat(seat, "inject.read", inject=inject)
                if item["private"] and "kept" not in inject:
                    self.seat(seat, "inject.share", inject=inject)
            self.seat(seat, "picture.add", kind="fact", text=f"@picture/{team}@", source=f"@picture/{team}@")

    def _vote(self, decision: str) -> None:
        found = self.table.catalogue.decision(decision)[1]
        for place, (team, role, seat) in enumerate(self.everyone()):
            mine = self.table.room.teams[team].decisions.get(decision, DecisionRun())
            if mine.state != "open" or (found.votes and role not in found.votes) or seat in mine.rounds[-1].votes:
                continue
            option = found.options[(place + len(mine.rounds)) % len(found.options)].id
            said = f"@vote/{team}/{decision}/{len(mine.rounds)}/{seat}@"
            self.seat(seat, "vote.cast", decision=decision, option=option, confidence=3, reason=said)

    def _settle(self, team: str, decision: str) -> None:
        found = self.table.catalogue.decision(decision)[1]
        said = f"@statement/{team}/{decision}@"
        self.seat(
            self.seats[team][0],
            "decision.settle",
            decision=decision,
            option=found.options[0].id,
            owner=f"@owner/{team}/{decision}@",
            statement=said,
        )
        if found.kind == "main":
            self._mark(team, decision)
        self.desk("screen.show", what=f"statement:{team}:{decision}")
        self.desk("screen.show", what="auto")

    def _mark(self, team: str, decision: str) -> None:
        """Everyone but the speaker says what they think of it; the first team's speaker shows it to the table."""
        for seat in self.seats[team][1:]:
            self.seat(
                seat, "statement.mark", decision=decision, clear=True, missing=f"@missing/{team}/{decision}/{seat}@"
            )
        if team == "t1":
            self.seat(self.seats[team][0], "marks.release", decision=decision)

    def _look_back(self, decision: str) -> None:
        self.desk("note.add", text="@note/desk@")
        self.table.note("@note/observer@", self.observer)
        for _, _, seat in self.everyone():
            if self.table.catalogue.decision(decision)[1].practice is not None:
                self.seat(seat, "practice.answer", decision=decision, value="partly")
                self.seat(seat, "term.open", term=self.table.catalogue.scenario.glossary[0].term)
            self.seat(seat, "reflection.write", question="facts", text=f"@own/{seat}@")
            self.seat(seat, "resolution.write", text=f"@own/{seat}@", first_step=f"@own/{seat}@")
        for seats in self.seats.values():
            if self.table.catalogue.decision(decision)[1].practice is not None:
                self.seat(seats[0], "practice.release", decision=decision)


def audiences(table: Table) -> list[Audience]:
    """Every audience that there can be, of roles without a chair too."""
    seats = [Audience("seat", "nl", team, role) for team in table.room.teams for role in table.scenario.roles]
    screens = [Audience("screen", "nl", team) for team in table.room.teams]
    rows = [Audience("rows", "nl", team) for team in table.room.teams]
    return [*seats, *screens, *rows, Audience("screen", "nl"), Audience("observer", "nl"), Audience("desk", "nl")]
