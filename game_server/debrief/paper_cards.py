"""The card pack as data: for each round a run sheet, the cards of everyone and of each role, and the decisions."""

from __future__ import annotations

from typing import Any

from game_server.debrief.names import Names
from game_server.debrief.paper_conditions import condition_words
from game_server.debrief.paper_words import say
from game_server.debrief.words import points, story_time
from game_server.scenario.catalogue import Step
from game_server.scenario.model import Decision, Inject, Option, Phase, Settles


def rounds(names: Names) -> list[dict[str, Any]]:
    """The phases in which something comes, in order; every card has a number like `2.07`."""
    numbers = _numbers(names)
    return [
        _round(names, phase, numbers) for phase in names.catalogue.scenario.phases if phase.injects or phase.decisions
    ]


def _numbers(names: Names) -> dict[str, str]:
    """Inject or decision → its number; both in the order of the run sheets."""
    told = [phase for phase in names.catalogue.scenario.phases if phase.injects or phase.decisions]
    return {
        step.id: f"{at}.{place:02d}"
        for at, phase in enumerate(told, start=1)
        for place, step in enumerate(names.catalogue.run_sheet(phase.id), start=1)
    }


def _round(names: Names, phase: Phase, numbers: dict[str, str]) -> dict[str, Any]:
    steps = names.catalogue.run_sheet(phase.id)
    injects = [names.catalogue.inject(step.id)[1] for step in steps if step.kind == "inject"]
    decisions = [names.catalogue.decision(step.id)[1] for step in steps if step.kind == "decision"]
    piles = [(say(names.language, "for_everyone"), [one for one in injects if not one.to])]
    piles += [(names.role(role), [one for one in injects if role in one.to]) for role in names.catalogue.scenario.roles]
    return {
        "title": names.text(phase.title),
        "sheet": [_line(names, step, numbers) for step in steps],
        "piles": [
            {"name": name, "cards": [_card(names, phase, one, numbers) for one in cards]}
            for name, cards in piles
            if cards
        ],
        "decisions": [_decision(names, one, numbers) for one in decisions],
        "choices": [_choices(names, one, numbers) for one in decisions],
    }


def _line(names: Names, step: Step, numbers: dict[str, str]) -> dict[str, Any]:
    found: Inject | Decision
    if step.kind == "inject":
        found = names.catalogue.inject(step.id)[1]
        what, whom = names.news(step.id, None), names.shorts(found.to)
        note = names.text(found.facilitator) if found.facilitator else ""
    else:
        found = names.catalogue.decision(step.id)[1]
        what, whom, note = names.text(found.title), names.shorts(found.votes), ""
    return {
        "number": numbers[step.id],
        "minute": f"{step.at:g}",
        "decision": step.kind == "decision",
        "what": what,
        "whom": whom or say(names.language, "everyone"),
        "note": note,
        "condition": _only_if(names, found),
        "optional": found.optional,
    }


def _only_if(names: Names, found: Inject | Decision) -> str:
    phrases = [say(names.language, "if_unlocked")] if isinstance(found, Inject) and found.locked else []
    if found.when is not None:
        phrases.append(condition_words(names, found.when))
    return say(names.language, "only_if", condition=say(names.language, "and").join(phrases)) if phrases else ""


# ---------------------------------------------------------------- cards


def _card(names: Names, phase: Phase, inject: Inject, numbers: dict[str, str]) -> dict[str, Any]:
    spoken = inject.channel in ("phone", "chat")
    return {
        "number": numbers[inject.id],
        "channel": say(names.language, inject.channel),
        "sender": names.text(inject.sender),
        "subject": names.text(inject.subject) if inject.subject else "",
        "time": story_time(_minute(phase, inject), names.catalogue.scenario.first_weekday, names.language),
        "turns": [_turn(line, spoken) for line in names.text(inject.body).splitlines() if line.strip()],
        "counts": inject.counts or "",
        "only": say(names.language, "only_for", roles=names.shorts(inject.to)) if inject.to else "",
        "empty": say(names.language, "if_empty", roles=names.shorts(inject.else_)) if inject.else_ else "",
    }


def _turn(line: str, spoken: bool) -> dict[str, str]:
    speaker, colon, words = line.partition(":")
    if spoken and colon and len(speaker) <= 40:
        return {"speaker": speaker.strip(), "words": words.strip()}
    return {"speaker": "", "words": line.strip()}


def _minute(phase: Phase, inject: Inject) -> int:
    """Game minutes since midnight of day 0."""
    day = inject.day if inject.day is not None else phase.starts.day if phase.starts else 0
    hour, minute = inject.game.split(":")
    return day * 1440 + int(hour) * 60 + int(minute)


# ---------------------------------------------------------------- decisions


def _decision(names: Names, decision: Decision, numbers: dict[str, str]) -> dict[str, Any]:
    return {
        "number": numbers[decision.id],
        "title": names.text(decision.title),
        "question": names.text(decision.question),
        "context": names.text(decision.context),
        "settles": _settles(names, decision.settles),
        "options": [
            {
                "letter": chr(ord("A") + place),
                "label": names.text(option.label),
                "detail": names.text(option.detail) if option.detail else "",
            }
            for place, option in enumerate(decision.options)
        ],
    }


def _settles(names: Names, settles: Settles) -> str:
    language = names.language
    if settles.by == "consensus":
        return say(language, "consensus")
    if settles.by == "majority":
        return say(language, "majority", role=names.role(settles.tie or ""))
    said = say(language, "settles", role=names.role(settles.role or ""))
    if settles.deputies:
        said += " " + say(language, "deputies", roles=names.shorts(settles.deputies))
    return said


def _choices(names: Names, decision: Decision, numbers: dict[str, str]) -> dict[str, Any]:
    return {
        "number": numbers[decision.id],
        "title": names.text(decision.title),
        "options": [_choice(names, place, option, numbers) for place, option in enumerate(decision.options)],
    }


def _choice(names: Names, place: int, option: Option, numbers: dict[str, str]) -> dict[str, Any]:
    language = names.language
    then = [
        say(language, key, cards=", ".join(numbers[one] for one in which))
        for key, which in (("unlocks", option.unlock), ("cancels", option.cancel))
        if which
    ]
    return {
        "letter": chr(ord("A") + place),
        "label": names.text(option.label),
        "consequence": names.text(option.consequence),
        "moves": [
            {"name": names.text(names.catalogue.indicator(one).name), "points": points(by)}
            for one, by in option.effects.items()
        ],
        "then": " ".join(then),
    }
