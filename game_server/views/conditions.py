"""Conditions in words, for the one who leads the session."""

from __future__ import annotations

from game_server.scenario.model import Chosen, Condition, Inject, Level
from game_server.views.lens import Lens
from game_server.views.words import say


def condition_words(lens: Lens, condition: Condition) -> str:
    """One phrase, without a capital or a full stop."""
    c = condition
    if c.chosen is not None:
        return _chosen(lens, c.chosen)
    if c.level is not None:
        return _level(lens, c.level)
    if c.shared is not None:
        return say("if_shared", lens.language, inject=lens.inject_title(c.shared))
    if c.elapsed is not None:
        return say("if_elapsed", lens.language, minutes=f"{c.elapsed:g}")
    if c.lapsed is not None:
        return say("if_lapsed", lens.language, clock=lens.text(lens.catalogue.clock(c.lapsed).name))
    if c.all is not None:
        return say("and", lens.language).join(condition_words(lens, part) for part in c.all)
    if c.any is not None:
        return say("or", lens.language).join(condition_words(lens, part) for part in c.any)
    if c.not_ is not None:
        return say("if_not", lens.language, condition=condition_words(lens, c.not_))
    return ""


def inject_condition(lens: Lens, inject: Inject) -> str | None:
    """When it comes at all; None: always."""
    phrases = [say("if_unlocked", lens.language)] if inject.locked else []
    if inject.when is not None:
        phrases.append(condition_words(lens, inject.when))
    return say("and", lens.language).join(phrases) or None


def _chosen(lens: Lens, chosen: Chosen) -> str:
    decision = lens.decision(chosen.decision)
    wanted = chosen.options or (chosen.option,)
    labels = [lens.text(option.label) for option in decision.options if option.id in wanted]
    options = say("or", lens.language).join(labels)
    return say("if_chosen", lens.language, decision=lens.text(decision.title), options=options)


def _level(lens: Lens, level: Level) -> str:
    name = lens.text(lens.catalogue.indicator(level.indicator).name)
    if level.at_least is not None and level.at_most is not None:
        return say("if_between", lens.language, indicator=name, low=level.at_least, high=level.at_most)
    if level.at_least is not None:
        return say("if_at_least", lens.language, indicator=name, value=level.at_least)
    return say("if_at_most", lens.language, indicator=name, value=level.at_most)
