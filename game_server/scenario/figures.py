"""What a pack counts: news, private news, what only some choices bring, decisions, channels."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.scenario.catalogue import is_private
from game_server.scenario.model import Scenario
from game_server.scenario.walk import decisions, injects


@dataclass(frozen=True, slots=True)
class Figures:
    """`narrow`: private to one or two roles. `conditional`: news that not every game brings."""

    injects: int
    private: int
    narrow: int
    conditional: int
    main: int
    quick: int
    anchors: int
    channels: int


def figures(scenario: Scenario) -> Figures:
    news = [inject for _, _, inject in injects(scenario)]
    dilemmas = [decision for _, _, decision in decisions(scenario)]
    return Figures(
        injects=len(news),
        private=sum(is_private(inject) for inject in news),
        narrow=sum(1 <= len(inject.to) <= 2 for inject in news),
        conditional=sum(inject.when is not None or inject.locked for inject in news),
        main=sum(decision.kind == "main" for decision in dilemmas),
        quick=sum(decision.kind == "quick" for decision in dilemmas),
        anchors=sum(decision.anchor for decision in dilemmas),
        channels=len({inject.channel for inject in news}),
    )
