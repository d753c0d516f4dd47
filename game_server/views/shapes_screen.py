"""The shapes of what the big screen and an observer see."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from game_server.views.shapes import (
    DebriefPart,
    DecisionState,
    Hearers,
    IndicatorPart,
    NewsItem,
    OptionLine,
    PictureLine,
    RoleName,
)
from game_server.views.shapes_conversation import Conversation, Lookback
from game_server.views.shapes_desk import NoteLine
from game_server.views.shapes_measures import ScreenMeasures
from game_server.views.shapes_pressure import Lights, RungName
from game_server.views.shapes_room import Room


class ScreenDecision(TypedDict):
    """In one team: counts only after the reveal, and of fewer than three votes only the settled choice.

    `at`: when it became effective. `moves`: indicator → points, as its option says; `moved`: indicator → which of the
    indicator's moves it was.
    """

    state: DecisionState
    cast: int
    of: int
    due: NotRequired[int]
    hard: NotRequired[bool]
    counts: NotRequired[dict[str, int]]
    option: NotRequired[str]
    role: NotRequired[str]
    way: NotRequired[str]
    statement: NotRequired[str]
    to: NotRequired[Hearers]
    at: NotRequired[int]
    consequence: NotRequired[str]
    moves: NotRequired[dict[str, int]]
    moved: NotRequired[dict[str, str]]


class ScreenEffect(TypedDict):
    """What came of one option, at `at` at the last table. `moves`: indicator → points."""

    at: int
    consequence: str
    moves: dict[str, int]


class ScreenQuestion(TypedDict):
    """A decision's public words, and where each team is with it.

    `effects`: of nine teams or more once by option, and then no longer counts.
    """

    order: int
    kind: Literal["main", "quick"]
    anchor: bool
    title: str
    question: str
    context: str
    options: dict[str, OptionLine]
    teams: dict[str, ScreenDecision]
    effects: NotRequired[dict[str, ScreenEffect]]


class ScreenTeam(TypedDict):
    """`chairs`: role → how many people sit on it. `picture`: kind → how many lines stand on it, without their words.

    `spokesperson`: the role that speaks for it.
    """

    order: int
    name: str
    chairs: dict[str, int]
    picture: dict[str, int]
    indicators: dict[str, IndicatorPart]
    rung: NotRequired[RungName]
    lights: NotRequired[Lights]
    spokesperson: NotRequired[str]


class ScreenView(TypedDict):
    """What the whole room may see (or, with `team`, that team's own screen). No names, and of
    participants' words only lessons that were let through.

    Nine teams or more have `averages` in the place of indicators of their own. With `lookback` it is what the view was
    then, on a stream of its own.
    """

    room: Room
    roles: dict[str, RoleName]
    teams: dict[str, ScreenTeam]
    news: dict[str, NewsItem]
    decisions: dict[str, ScreenQuestion]
    showing: str
    team: NotRequired[str]
    averages: NotRequired[dict[str, IndicatorPart]]
    debrief: NotRequired[DebriefPart]
    conversation: NotRequired[Conversation]
    lookback: NotRequired[Lookback]
    measures: NotRequired[ScreenMeasures]


class ObserverTeam(TypedDict):
    """A team's shared news and picture; of nine teams or more without the news that all of them have."""

    news: dict[str, NewsItem]
    picture: dict[str, PictureLine]


class ObserverView(ScreenView):
    """As the screen, plus each team's shared news and picture."""

    shared: dict[str, ObserverTeam]
    notes: dict[str, NoteLine]
