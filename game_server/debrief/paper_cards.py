"""The card pack as data: for each round a run sheet, the cards of everyone and of each role, and the decisions."""

from __future__ import annotations

from typing import Any

from game_server.debrief.names import Names
from game_server.debrief.paper_conditions import condition_words
from game_server.debrief.paper_news import Own, Words, own_news, wordings
from game_server.debrief.paper_words import say
from game_server.debrief.words import points, story_time
from game_server.scenario.catalogue import Step
from game_server.scenario.model import Decision, Inject, Option, Phase, Settles


def rounds(names: Names) -> list[dict[str, Any]]:
    """The phases in which something comes, in order; every card has a number like `2.07`."""
    told = [phase for phase in names.catalogue.scenario.phases if phase.injects or phase.decisions]
    own = own_news(names, [phase.id for phase in told])
    numbers = _numbers(names, told, own)
    return [_round(names, phase, own[phase.id], numbers) for phase in told]


def _numbers(names: Names, told: list[Phase], own: dict[str, list[Own]]) -> dict[str, str]:
    """Inject or decision → its number; both in the order of the run sheets, the facilitator's own news behind them."""
    return {
        thing: f"{at}.{place:02d}"
        for at, phase in enumerate(told, start=1)
        for place, thing in enumerate(
            [step.id for step in names.catalogue.run_sheet(phase.id)] + [news.id for news in own[phase.id]], start=1
        )
    }


def _round(names: Names, phase: Phase, own: list[Own], numbers: dict[str, str]) -> dict[str, Any]:
    steps = names.catalogue.run_sheet(phase.id)
    injects = [names.catalogue.inject(step.id)[1] for step in steps if step.kind == "inject"]
    decisions = [names.catalogue.decision(step.id)[1] for step in steps if step.kind == "decision"]
    return {
        "title": names.text(phase.title),
        "sheet": [_line(names, step, numbers) for step in steps] + [_own_line(names, news, numbers) for news in own],
        "piles": _piles(names, phase, injects, own, numbers),
        "decisions": [_decision(names, one, numbers) for one in decisions],
        "choices": [_choices(names, one, numbers) for one in decisions],
    }


def _piles(
    names: Names, phase: Phase, injects: list[Inject], own: list[Own], numbers: dict[str, str]
) -> list[dict[str, Any]]:
    """A pile for everyone and one for each role that gets something."""
    receivers = [(say(names.language, "for_everyone"), "")]
    receivers += [(names.role(role), role) for role in names.catalogue.scenario.roles]
    piles: list[dict[str, Any]] = []
    for name, role in receivers:
        cards = [
            _card(names, phase, one, words, numbers)
            for one in injects
            if (role in one.to if role else not one.to)
            for words in wordings(names, one)
        ]
        cards += [_own_card(names, one, numbers) for one in own if (role in one.roles if role else not one.roles)]
        if cards:
            piles.append({"name": name, "cards": cards})
    return piles


def _line(names: Names, step: Step, numbers: dict[str, str]) -> dict[str, Any]:
    found: Inject | Decision
    if step.kind == "inject":
        found = names.catalogue.inject(step.id)[1]
        called = dict.fromkeys(names.news(step.id, team) for team in names.room.teams.values())
        what, whom = " / ".join(called) or names.news(step.id, None), names.shorts(found.to)
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


def _own_line(names: Names, own: Own, numbers: dict[str, str]) -> dict[str, Any]:
    return {
        "number": numbers[own.id],
        "minute": str(own.minute),
        "decision": False,
        "what": names.news(own.id, None),
        "whom": _whom(names, own.roles, own.words.teams) or say(names.language, "everyone"),
        "note": say(names.language, "own_news"),
        "condition": "",
        "optional": False,
    }


def _whom(names: Names, roles: tuple[str, ...], teams: str) -> str:
    return " · ".join(part for part in (names.shorts(roles), teams) if part)


def _only_if(names: Names, found: Inject | Decision) -> str:
    phrases = [say(names.language, "if_unlocked")] if isinstance(found, Inject) and found.locked else []
    if found.when is not None:
        phrases.append(condition_words(names, found.when))
    return say(names.language, "only_if", condition=say(names.language, "and").join(phrases)) if phrases else ""


# ---------------------------------------------------------------- cards


def _card(names: Names, phase: Phase, inject: Inject, words: Words, numbers: dict[str, str]) -> dict[str, Any]:
    empty = say(names.language, "if_empty", roles=names.shorts(inject.else_)) if inject.else_ else ""
    return {
        **_written(names, inject.channel, words, inject.to, _minute(phase, inject)),
        "number": numbers[inject.id],
        "counts": inject.counts or "",
        "empty": empty,
    }


def _own_card(names: Names, own: Own, numbers: dict[str, str]) -> dict[str, Any]:
    return {
        **_written(names, own.channel, own.words, own.roles, own.game),
        "number": numbers[own.id],
        "counts": "",
        "empty": "",
    }


def _written(names: Names, channel: str, words: Words, roles: tuple[str, ...], minute: float | None) -> dict[str, Any]:
    whom = _whom(names, roles, words.teams)
    return {
        "channel": say(names.language, channel),
        "sender": words.sender,
        "subject": words.subject,
        "time": story_time(minute, names.catalogue.scenario.first_weekday, names.language),
        "turns": [_turn(line, channel in ("phone", "chat")) for line in words.body.splitlines() if line.strip()],
        "only": say(names.language, "only_for", roles=whom) if whom else "",
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
