"""A facilitator that is nobody: it presses the desk's one primary button when the plan says so.

It keeps the scenario's own minutes, in session time, so that statutory clocks and conditions fall as they would with
people: news at its planned minute, a vote closed when everyone has voted or its time is up, the talk before the mandate
speaks. Where nobody of the bots can speak, it waits for the person in that chair.
"""

from __future__ import annotations

from game_server.hosting.runtime import Runtime
from game_server.rehearsal.ear import Ear, View, session_at, speed_of
from game_server.rehearsal.intention import Intention
from game_server.rehearsal.words import say

GAP = 2.0
"""Session seconds between two presses at least, so that a screen can be followed."""
LOBBY = 20.0
PATIENCE = 90.0
"""Session seconds that the mandated chair gets for its word after the talk, before it is asked for it aloud."""
QUICK_VOTE = 60.0
PICTURE_SHARE = 0.55
"""Of a main decision's minutes that are not talk: this part is picture, the rest is for the vote."""


class Lead:
    """`closes`: it also closes the room at the end, as no person at the desk will. `waits`: chairs that are not played
    by bots get all the time that they want for their word.
    """

    def __init__(self, runtime: Runtime, *, closes: bool, waits: bool) -> None:
        self._runtime, self._closes, self._waits = runtime, closes, waits
        self._time = 0.0
        """Session seconds since this lead began, which also pass in the debrief."""
        self._looked: float | None = None
        self._seen: dict[str, float] = {}

    def intentions(self, ear: Ear) -> list[Intention]:
        """The one press that is due next; none while there is nothing to press."""
        view = ear.view
        self._go_on(view)
        step: View = view["next"]
        about = f"{step['action']}/{step.get('thing', '')}/{step.get('team', '')}/{_round(view, step)}"
        since = self._time - self._seen.setdefault(about, self._time)
        wait = self._wait(ear, step, since)
        command = _word(view, step) if step["action"] in ("decision.settle", "decision.reopen") else step["command"]
        if wait is None or not command:
            return []
        return [Intention(f"{about}/{ear.version}", max(wait, GAP - since, 0.0), dict(command))]

    def _go_on(self, view: View) -> None:
        now = self._runtime.monotonic()
        if self._looked is not None and view["room"]["status"] not in ("paused", "closed"):
            self._time += (now - self._looked) * speed_of(view)
        self._looked = now

    def _wait(self, ear: Ear, step: View, since: float) -> float | None:
        """In session seconds from now; None: not by this lead."""
        view = ear.view
        match step["action"]:
            case "none":
                return None
            case "door.open" | "room.start":
                return LOBBY - since
            case "phase.next" | "room.debrief" | "report.release":
                return self._phase_left(ear)
            case "room.close":
                return self._phase_left(ear) if self._closes else None
            case "inject.release":
                return self._planned(ear, step)
            case _:
                return self._decision_wait(ear, step, since, _decision_minutes(view, step["thing"]))

    def _decision_wait(self, ear: Ear, step: View, since: float, minutes: tuple[float, float]) -> float | None:
        view, (whole, talk) = ear.view, minutes
        thing, rest = step["thing"], max(0.0, whole - talk) * 60
        kind = _words(view, thing)["kind"]
        match step["action"]:
            case "decision.picture":
                return self._planned(ear, step)
            case "decision.open":
                return rest * PICTURE_SHARE - since if kind == "main" else self._planned(ear, step)
            case "decision.close":
                return self._vote_wait(view, thing, since, rest * (1 - PICTURE_SHARE))
            case "decision.reveal":
                return GAP - since if kind == "main" else self._vote_wait(view, thing, since, QUICK_VOTE)
            case "decision.settle":
                self._seen.setdefault(f"talk/{thing}", self._time - since)
                return talk * 60 + PATIENCE - since if not self._waits or _is_bots_word(view, step) else None
            case "decision.reopen":
                return talk * 30 - since
            case "decision.apply":
                began = self._seen.get(f"talk/{thing}", self._time - since)
                return max(talk * 60 - (self._time - began), 10.0 - since)
            case _:
                return None

    @staticmethod
    def _vote_wait(view: View, thing: str, since: float, most: float) -> float:
        voting = [part for part in _parts(view, thing) if part["state"] == "open"]
        done = bool(voting) and all(part["cast"] >= part["of"] for part in voting)
        return GAP - since if done else max(QUICK_VOTE, most) - since

    # ------------------------------------------------------------ the plan

    def _planned(self, ear: Ear, step: View) -> float:
        """Until the planned minute of this step in its phase."""
        phase = _phase(ear.view)
        line = next((one for one in phase["steps"].values() if one["thing"] == step["thing"]), None)
        return 0.0 if line is None else float(line["at"]) * 60 - self._in_phase(ear)

    def _phase_left(self, ear: Ear) -> float:
        return float(_phase(ear.view)["minutes"]) * 60 - self._in_phase(ear)

    def _in_phase(self, ear: Ear) -> float:
        """Session seconds since this phase began; the session's clock stands still in the debrief, this one goes on."""
        room = ear.view["room"]
        if "since" in room["clock"]:
            return (session_at(ear.view, ear.now()) - float(room["clock"]["phase_session"])) / 1000
        return self._time - self._seen.setdefault(f"phase/{room['phase']['id']}", self._time)


def _phase(view: View) -> View:
    sheet: View = view["run_sheet"][view["room"]["phase"]["id"]]
    return sheet


def _teams(view: View) -> View:
    """Team by team, whether the desk tells them in full or, in a hall, in short."""
    teams: View = view["hall"]["teams"] if "hall" in view else view["teams"]
    return teams


def _parts(view: View, decision: str) -> list[View]:
    """This decision in every team that has reached it."""
    found = (team["decisions"].get(decision) for team in _teams(view).values())
    return [part for part in found if part is not None]


def _words(view: View, decision: str) -> View:
    """What is the same of a decision in every team: its kind and its options."""
    alike = view["hall"]["decisions"] if "hall" in view else next(iter(view["teams"].values()))["decisions"]
    words: View = alike[decision]
    return words


def _round(view: View, step: View) -> int:
    return max((int(part.get("round", 1)) for part in _parts(view, step.get("thing", ""))), default=0)


def _decision_minutes(view: View, decision: str) -> tuple[float, float]:
    """(in all, of which talk)"""
    script = view["scripts"].get(decision, {"minutes": 3, "talk": 1})
    return float(script["minutes"]), float(script["talk"])


def _mandated(view: View, step: View) -> list[View]:
    """The chairs whose word this step waits for; a hall does not tell them."""
    if "hall" in view:
        return []
    team = view["teams"][step["team"]]
    mandate = team["decisions"][step["thing"]]["mandate"]
    role = mandate.get("role", mandate.get("tie"))
    return [seat for seat in team["seats"].values() if seat["role"] == role and not seat["away"]]


def _is_bots_word(view: View, step: View) -> bool:
    return all(seat.get("bot") for seat in _mandated(view, step))


def _word(view: View, step: View) -> View:
    """What the desk enters for the table: the mandate's word as the votes lie, or one more round."""
    thing, team = step["thing"], step["team"]
    if step["action"] == "decision.reopen":
        reason = say(view["room"]["language"], "reopen", 0.0)
        return {"type": "decision.reopen", "decision": thing, "reason": reason, "team": team}
    part = _teams(view)[team]["decisions"][thing]
    counts = part.get("counts") or part.get("result", {}).get("counts", {})
    option = max(_words(view, thing)["options"], key=lambda one: counts.get(one, 0))
    command: View = {"type": "decision.settle", "decision": thing, "option": option, "team": team}
    role = part.get("role") or next((seat["role"] for seat in _mandated(view, step)), None)
    return command | ({"on_word_of": role} if role is not None else {})
