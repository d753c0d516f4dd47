"""Conditions in words, for the run sheets of the card pack."""

from __future__ import annotations

from game_server.debrief.names import Names
from game_server.debrief.paper_words import say
from game_server.scenario.model import Chosen, Condition, Level


def condition_words(names: Names, condition: Condition) -> str:
    """One phrase, without a capital or a full stop."""
    c, language = condition, names.language
    if c.chosen is not None:
        return _chosen(names, c.chosen)
    if c.level is not None:
        return _level(names, c.level)
    if c.shared is not None:
        return say(language, "if_shared", inject=names.news(c.shared, None))
    if c.elapsed is not None:
        return say(language, "if_elapsed", minutes=f"{c.elapsed:g}")
    if c.lapsed is not None:
        return say(language, "if_lapsed", clock=names.text(names.catalogue.clock(c.lapsed).name))
    if c.all is not None:
        return say(language, "and").join(condition_words(names, part) for part in c.all)
    if c.any is not None:
        return say(language, "or").join(condition_words(names, part) for part in c.any)
    if c.not_ is not None:
        return say(language, "if_not", condition=condition_words(names, c.not_))
    return ""


def _chosen(names: Names, chosen: Chosen) -> str:
    found = names.catalogue.decision(chosen.decision)[1]
    wanted = chosen.options or (chosen.option,)
    labels = [names.text(option.label) for option in found.options if option.id in wanted]
    return say(
        names.language,
        "if_chosen",
        decision=names.text(found.title),
        options=say(names.language, "or").join(labels),
    )


def _level(names: Names, level: Level) -> str:
    name = names.text(names.catalogue.indicator(level.indicator).name)
    if level.at_least is not None and level.at_most is not None:
        return say(names.language, "if_between", indicator=name, low=level.at_least, high=level.at_most)
    if level.at_least is not None:
        return say(names.language, "if_at_least", indicator=name, value=level.at_least)
    return say(names.language, "if_at_most", indicator=name, value=level.at_most)
