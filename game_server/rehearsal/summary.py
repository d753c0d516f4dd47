"""What a rehearsal came to, in a few lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game_server.rehearsal.simulate import Played
from game_server.room.envelope import decode
from game_server.room.mandate import seats_of
from game_server.room.state import DecisionRun, Team
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.model import Decision
from game_server.story.tell import Story, tell

_WORDS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "title": "Repetitie van “{title}” · {code} · {minutes} minuten · {events} gebeurtenissen",
        "team": "{name}: {people} bots",
        "decision": "  {title}: {option} ({how}; {votes} stemmen, {rounds} ronde(n))",
        "none": "geen keuze",
        "skipped": "overgeslagen",
        "news": "  nieuws voor één of enkele stoelen: {shared} van {all} gedeeld",
        "levels": "  {levels}",
        "resolutions": "  voornemens: {count}; op het beeld: {items}",
        "refused": "{count} keer werd iets geweigerd dat een bot zei: {codes}",
        "role": "mandaat",
        "word": "op het woord van",
        "empty_chair": "lege stoel",
        "overrule": "tegen het mandaat",
        "majority": "meerderheid",
        "tie": "staking van stemmen",
        "consensus": "eensgezind",
        "no_consensus": "geen consensus",
    },
    "en": {
        "title": "Rehearsal of “{title}” · {code} · {minutes} minutes · {events} events",
        "team": "{name}: {people} bots",
        "decision": "  {title}: {option} ({how}; {votes} votes, {rounds} round(s))",
        "none": "no choice",
        "skipped": "skipped",
        "news": "  news for one or a few chairs: {shared} of {all} shared",
        "levels": "  {levels}",
        "resolutions": "  resolutions: {count}; on the picture: {items}",
        "refused": "{count} times something that a bot said was refused: {codes}",
        "role": "mandate",
        "word": "on the word of",
        "empty_chair": "empty chair",
        "overrule": "against the mandate",
        "majority": "majority",
        "tie": "tie",
        "consensus": "consensus",
        "no_consensus": "no consensus",
    },
}


def story_of(played: Played) -> Story:
    return tell(map(decode, played.lines), played.catalogue)


def summary(played: Played, language: str) -> list[str]:
    """Line by line, in Dutch or English."""
    words, story, catalogue = _WORDS[language], story_of(played), played.catalogue
    title = catalogue.text(catalogue.scenario.title, language)
    minutes = round((story.room.at - story.room.opened_at) / 60_000)
    lines = [words["title"].format(title=title, code=played.code, minutes=minutes, events=len(played.lines))]
    for team in story.room.teams.values():
        lines += _team(story, team, catalogue, language)
    if played.refused:
        codes = ", ".join(sorted({str(answer.get("code")) for _, _, answer in played.refused}))
        lines.append(words["refused"].format(count=len(played.refused), codes=codes))
    return lines


def _team(story: Story, team: Team, catalogue: Catalogue, language: str) -> Iterator[str]:
    words, seats = _WORDS[language], seats_of(story.room, team.id)
    yield words["team"].format(name=team.name, people=len(seats))
    for name in catalogue.decisions:
        run = team.decisions.get(name)
        if run is not None:
            yield _decided(run, catalogue.decision(name)[1], catalogue, language)
    rows = story.matrices[team.id].rows
    yield words["news"].format(shared=sum(row.shared_at is not None for row in rows), all=len(rows))
    indicators = catalogue.scenario.indicators
    levels = (
        f"{catalogue.text(one.name, language)} {one.start}→{team.indicators[key]}" for key, one in indicators.items()
    )
    yield words["levels"].format(levels=", ".join(levels))
    yield words["resolutions"].format(count=sum(bool(seat.resolution) for seat in seats), items=len(team.picture))


def _decided(run: DecisionRun, decision: Decision, catalogue: Catalogue, language: str) -> str:
    words, settled = _WORDS[language], run.settled
    chosen = next((one for one in decision.options if settled is not None and one.id == settled.option), None)
    return words["decision"].format(
        title=catalogue.text(decision.title, language),
        option=catalogue.text(chosen.label, language) if chosen is not None else words["none"],
        how=words[settled.way] if settled is not None else words["skipped"],
        votes=len(run.ballot.votes) if run.ballot is not None else 0,
        rounds=len(run.rounds),
    )
