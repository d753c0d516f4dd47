"""What a facilitator may ask aloud after a joint reveal, made from what differed; nothing that one team alone may know.

A prompt is said in a room where every team listens: it names no role, no single vote and no piece of private news.
"""

from __future__ import annotations

from collections.abc import Iterator

from game_server.room.mandate import winner
from game_server.room.state import DecisionRun, Round, Team
from game_server.scenario.model import Decision
from game_server.views.decisions import run_of
from game_server.views.lens import Lens
from game_server.views.words import say

REVEALED = ("revealed", "settled", "effective")
FEW = 3
"""Of fewer votes than this nothing is told that could tell who voted what."""
SIDE_BY_SIDE = 8
"""Of more teams than this nobody is named."""
SURER = 1.0
"""So many points of confidence apart on average is worth a question."""


def prompts(lens: Lens) -> dict[str, dict[str, str]]:
    """Decision → order → question, for every main decision that is revealed jointly."""
    found = {decision: list(_asked(lens, lens.decision(decision))) for decision in lens.catalogue.decisions}
    return {
        decision: {str(order): text for order, text in enumerate(asked)} for decision, asked in found.items() if asked
    }


def _asked(lens: Lens, decision: Decision) -> Iterator[str]:
    runs = {
        team.id: run
        for team in lens.room.teams.values()
        if (run := run_of(team, decision.id)).state not in ("skipped", "planned")
    }
    apart = len(lens.room.teams) > 1 and not decision.anchor
    if decision.kind != "main" or apart or not runs or any(run.state not in REVEALED for run in runs.values()):
        return
    teams = [lens.room.teams[team] for team in runs]
    if len(teams) <= SIDE_BY_SIDE:
        yield from _choices(lens, decision, teams)
        yield from _minorities(lens, decision, teams)
        yield from _confidence(lens, decision, teams)
        yield from _shared(lens, decision, teams)
    if decision.practice is not None and all(run.state == "effective" for run in runs.values()):
        yield say("ask_at_home", lens.language)


def _choices(lens: Lens, decision: Decision, teams: list[Team]) -> Iterator[str]:
    """By choice, in the order of the options; the same choice is a question too."""
    if len(teams) < 2:
        return
    labels = {option.id: lens.text(option.label) for option in decision.options}
    chose: dict[str, list[str]] = {option: [] for option in labels}
    for team in teams:
        settled = run_of(team, decision.id).settled
        if settled is None or settled.option is None:
            return
        chose[settled.option].append(team.name)
    made = {option: names for option, names in chose.items() if names}
    if len(made) == 1:
        yield say("ask_same", lens.language, option=labels[next(iter(made))])
        return
    said = (say("ask_chose", lens.language, teams=_names(lens, made[o]), option=labels[o]) for o in made)
    yield say("ask_why", lens.language, choices="; ".join(said))


def _minorities(lens: Lens, decision: Decision, teams: list[Team]) -> Iterator[str]:
    for team in teams:
        ballot = _told(run_of(team, decision.id))
        most = winner(ballot)
        if ballot is None or most is None:
            continue
        others = sum(vote.option != most for vote in ballot.votes.values())
        if others:
            yield say(
                "ask_minority" if len(teams) > 1 else "ask_minority_here",
                lens.language,
                team=team.name,
                others=others,
                of=len(ballot.votes),
            )


def _confidence(lens: Lens, decision: Decision, teams: list[Team]) -> Iterator[str]:
    sure = [(value, team.name) for team in teams if (value := _sureness(_told(run_of(team, decision.id)))) is not None]
    if len(sure) < 2:
        return
    (low, unsure), (high, surest) = min(sure), max(sure)
    if high - low >= SURER:
        yield say("ask_surer", lens.language, surest=surest, unsure=unsure)


def _sureness(ballot: Round | None) -> float | None:
    given = [vote.confidence for vote in ballot.votes.values() if vote.confidence is not None] if ballot else []
    return sum(given) / len(given) if len(given) >= FEW else None


def _told(run: DecisionRun) -> Round | None:
    """A ballot of which the room may hear how it went."""
    ballot = run.ballot
    return ballot if ballot is not None and ballot.revealed and len(ballot.votes) >= FEW else None


def _shared(lens: Lens, decision: Decision, teams: list[Team]) -> Iterator[str]:
    """How much private news of this chapter came to each table; not which."""
    phase = lens.catalogue.decision(decision.id)[0]
    private = [inject.id for inject in phase.injects if inject.to]
    counts = {team.name: _brought(team, private) for team in teams}
    if len(teams) > 1 and len(set(counts.values())) > 1:
        said = (say("ask_brought", lens.language, team=name, shared=n, of=of) for name, (n, of) in counts.items())
        yield say("ask_shared", lens.language, counts="; ".join(said))


def _brought(team: Team, private: list[str]) -> tuple[int, int]:
    came = [team.news[inject] for inject in private if inject in team.news and team.news[inject].state == "released"]
    return sum(news.shared is not None for news in came), len(came)


def _names(lens: Lens, names: list[str]) -> str:
    *most, last = names
    return say("and", lens.language).join([", ".join(most), last]) if most else last
