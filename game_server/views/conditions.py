"""Conditions in words, for the one who leads the session."""

from __future__ import annotations

from game_server.scenario.model import Chosen, Condition, Inject, Level
from game_server.views.lens import Book, title_of
from game_server.views.words import say


def condition_words(book: Book, condition: Condition) -> str:
    """One phrase, without a capital or a full stop."""
    c = condition
    if c.chosen is not None:
        return _chosen(book, c.chosen)
    if c.level is not None:
        return _level(book, c.level)
    if c.shared is not None:
        return say("if_shared", book.language, inject=title_of(book, c.shared))
    if c.elapsed is not None:
        return say("if_elapsed", book.language, minutes=f"{c.elapsed:g}")
    if c.lapsed is not None:
        return say("if_lapsed", book.language, clock=book.text(book.catalogue.clock(c.lapsed).name))
    if c.all is not None:
        return say("and", book.language).join(condition_words(book, part) for part in c.all)
    if c.any is not None:
        return say("or", book.language).join(condition_words(book, part) for part in c.any)
    if c.not_ is not None:
        return say("if_not", book.language, condition=condition_words(book, c.not_))
    return ""


def inject_condition(book: Book, inject: Inject) -> str | None:
    """When it comes at all; None: always."""
    phrases = [say("if_unlocked", book.language)] if inject.locked else []
    if inject.when is not None:
        phrases.append(condition_words(book, inject.when))
    return say("and", book.language).join(phrases) or None


def _chosen(book: Book, chosen: Chosen) -> str:
    decision = book.decision(chosen.decision)
    wanted = chosen.options or (chosen.option,)
    labels = [f"‘{book.text(option.label)}’" for option in decision.options if option.id in wanted]
    options = say("or", book.language).join(labels)
    return say("if_chosen", book.language, decision=book.text(decision.title), options=options)


def _level(book: Book, level: Level) -> str:
    name = book.text(book.catalogue.indicator(level.indicator).name)
    if level.at_least is not None and level.at_most is not None:
        return say("if_between", book.language, indicator=name, low=level.at_least, high=level.at_most)
    if level.at_least is not None:
        return say("if_at_least", book.language, indicator=name, value=level.at_least)
    return say("if_at_most", book.language, indicator=name, value=level.at_most)
