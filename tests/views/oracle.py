"""Who may hold which marked text, written down a second time: what is not said here is forbidden."""

from __future__ import annotations

from game_server.room.state import DecisionRun, News, Room
from game_server.scenario.catalogue import Catalogue
from game_server.views import Audience

OPENED = ("open", "closed", "revealed", "settled", "effective")
REVEALED = ("revealed", "settled", "effective")


class Oracle:
    """For one moment of one room."""

    def __init__(self, room: Room, catalogue: Catalogue) -> None:
        self.room, self.catalogue = room, catalogue

    def may_hold(self, audience: Audience, mark: str) -> bool:
        if audience.kind in ("desk", "rows"):
            return True
        match mark.split("/"):
            case ["municipality"] | ["indicators", _, "name" | "meaning"] | ["roles", _, "name" | "short" | "summary"]:
                return True
            case ["phases", phase, "title"]:
                current = self.room.phase is not None and self.room.phase.id == phase
                return current or self._shows("timeline", "curves")
            case ["debrief" | "statements", *_] | ["resolution"]:
                asked_before = (
                    audience.kind == "seat" and self.room.status != "closed" and mark.startswith("statements")
                )
                return self._is_debriefing() or asked_before
            case ["lesson", *_]:
                return any(one.shown and one.text == f"@{mark}@" for one in self.room.lessons.values())
            case ["phases", _, "injects", inject, "from" | "subject" | "body"] if audience.team and self._matrix():
                return self._is_out(audience.team, inject)
            case ["phases", _, "injects", inject, "from" | "subject" | "body"]:
                return self._news(audience, inject)
            case ["phases", _, "decisions", decision, *rest]:
                if audience.kind == "seat":
                    return self._own_decision(audience, decision, rest)
                return self._shown_decision(audience, decision, rest)
            case _ if audience.kind == "seat":
                return self._seat(audience, mark)
            case _:
                return self._screen(audience, mark)

    def _is_debriefing(self) -> bool:
        phase = self.room.phase
        return phase is not None and self.catalogue.phase(phase.id).kind in ("debrief", "close")

    def _shows(self, *steps: str) -> bool:
        """Its debrief steps are called by their facts."""
        return self.room.status == "debrief" and self.room.conversation.step in steps

    def _lets(self, *part: str) -> bool:
        padded = (*part, "", "")
        return (padded[0], padded[1], padded[2]) in self.room.conversation.let

    # ------------------------------------------------------------ people's words and the rest of a chair's view

    def _seat(self, audience: Audience, mark: str) -> bool:
        team = audience.team or ""
        match mark.split("/"):
            case ["roles", role, "card", *_]:
                return role == audience.role
            case ["glossary", *_]:
                return True
            case ["clocks", clock, "name" | "law"]:
                return audience.role in self.catalogue.clock(clock).seen_by and clock in self.room.teams[team].terms
            case ["clocks", clock, "lapse_text"]:
                return audience.role in self.catalogue.clock(clock).seen_by and clock in self.room.teams[team].lapsed
            case ["ladder", _, "name" | "meaning" | "cost" | "needs"]:
                return self.room.ladder
            case ["edited", where, to]:
                return where == team and (to in ("all", audience.role) or self._matrix())
            case ["person" | "picture", where, *_]:
                return where == team
            case ["vote", where, decision, number, _]:
                rounds = self._run(team, decision).rounds
                return where == team and int(number) == len(rounds) and rounds[-1].revealed
            case ["statement" | "owner", where, decision]:
                return where == team and self._run(team, decision).state in ("settled", "effective")
            case ["missing", where, decision, _]:
                settled = self._run(team, decision).settled
                spoken = settled is not None and (settled.role == audience.role or settled.marks_released)
                return where == team and spoken
            case ["reopened"]:
                return any(len(run.rounds) > 1 for run in self.room.teams[team].decisions.values())
            case _:
                return False

    def _screen(self, audience: Audience, mark: str) -> bool:
        match mark.split("/"):
            case ["statement", team, decision]:
                return self.room.showing == f"statement:{team}:{decision}" and audience.team in (None, team)
            case ["picture", *_] | ["note", "observer"]:
                return audience.kind == "observer"
            case ["vote", team, decision, number, _]:
                run = self._run(team, decision)
                let = self._lets("votes", team, decision) and self._lets("reasons", team, decision)
                here = audience.team == team and self._shows("decisions") and int(number) == len(run.rounds)
                return here and let and run.rounds[-1].revealed and len(run.rounds[-1].votes) >= 3
            case ["edited", team, _] if audience.team == team and self._matrix():
                return True
            case ["ladder", rung, "name"]:
                return audience.team is not None and rung in self.room.teams[audience.team].rungs
            case ["edited", team, "all"]:
                return audience.team == team or audience.kind == "observer"
            case ["glossary", *_]:
                return self._is_debriefing()
            case _:
                return False

    # ------------------------------------------------------------ news

    def _news(self, audience: Audience, inject: str) -> bool:
        teams = [audience.team] if audience.team is not None else list(self.room.teams)
        if audience.kind == "seat":
            assert audience.role is not None
            return self._reached(audience.team or "", inject, audience.role)
        everywhere = [self._is_common(team, inject) for team in teams]
        return any(everywhere) if audience.kind == "observer" else all(everywhere)

    def _matrix(self) -> bool:
        """What was private is told by its sender and what it was about, once the facilitator lets it through."""
        return self._shows("matrix") and self._lets("matrix")

    def _is_out(self, team: str, inject: str) -> bool:
        return self.room.teams[team].news.get(inject, News()).state == "released"

    def _is_common(self, team: str, inject: str) -> bool:
        news = self.room.teams[team].news.get(inject, News())
        return news.state == "released" and (not self.catalogue.inject(inject)[1].to or news.shared is not None)

    def _reached(self, team: str, inject: str, role: str) -> bool:
        news = self.room.teams[team].news.get(inject, News())
        sent = role in self.catalogue.inject(inject)[1].to or role in news.roles
        return self._is_common(team, inject) or (news.state == "released" and sent)

    # ------------------------------------------------------------ decisions

    def _run(self, team: str, decision: str) -> DecisionRun:
        return self.room.teams[team].decisions.get(decision, DecisionRun())

    def _own_decision(self, audience: Audience, decision: str, rest: list[str]) -> bool:
        run = self._run(audience.team or "", decision)
        match rest:
            case ["title" | "question" | "context"] | ["values", _]:
                return run.state != "planned"
            case ["options", _, "label" | "detail"]:
                return run.state in OPENED
            case ["advice", role]:
                taken = [seat.role for seat in self.room.seats.values() if seat.team == audience.team]
                return run.state in OPENED and role not in taken
            case ["options", option, "consequence"]:
                chosen = run.settled is not None and run.settled.option == option
                return run.state == "effective" and (chosen or self._shows("roads"))
            case ["references", *_] | ["practice"]:
                return run.state == "effective"
            case _:
                return False

    def _shown_decision(self, audience: Audience, decision: str, rest: list[str]) -> bool:
        runs = [self._run(team, decision) for team in ([audience.team] if audience.team else self.room.teams)]
        joint = len(runs) == 1 or self.catalogue.decision(decision)[1].anchor
        match rest:
            case ["title" | "question" | "context"]:
                return (any if joint else all)(run.state != "planned" for run in runs)
            case ["options", _, "label" | "detail"]:
                return all(run.state in OPENED for run in runs)
            case ["options", option, "consequence"]:
                chosen = [run.settled.option for run in runs if run.settled is not None]
                told = option in chosen or self._shows("roads")
                return joint and told and all(run.state == "effective" for run in runs)
            case _:
                return False
