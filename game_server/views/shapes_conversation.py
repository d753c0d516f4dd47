"""The shapes of the talk afterwards: its steps, and of the step that is shown the facts of this room.

Facts travel in the view, not over HTTP, and those of one step only: a step is a few kilobytes, comes to all screens at
the same moment as the question, and what may not be seen yet is not put in. Times are session ms unless said otherwise.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

Facts = Literal["timeline", "curves", "matrix", "roads", "decisions", "lessons"]
Sign = Literal["shared", "opened", "sent", "heard", "none", "stand_in"]
"""brought it to the table; opened it; got it unopened; heard it at the table; never knew; lay with an empty chair."""
LineKind = Literal[
    "phase", "news", "private", "shared", "opened", "reopened", "revealed", "settled", "effective", "rung"
]


class TalkStep(TypedDict):
    """A question, facts, or both."""

    order: int
    facts: NotRequired[Facts]
    question: NotRequired[str]


class TimeLine(TypedDict):
    """Something that happened. `title`: of what; `role` did it or got it; `game`: story minutes."""

    at: int
    kind: LineKind
    title: str
    game: NotRequired[float]
    team: NotRequired[str]
    role: NotRequired[str]


class Replay(TypedDict):
    """`at` is shown since wall ms `since`, and goes on at `speed` (0: stands still) until the game ends."""

    at: int
    since: int
    speed: int


class SharedNews(TypedDict):
    """`after`: ms from its coming to the table's hearing it."""

    by: str
    after: int
    stand_in: bool


class MatrixRow(TypedDict):
    """A private message. `used`: titles of the decisions whose choice acted on it."""

    at: int
    title: str
    signs: dict[str, Sign]
    game: NotRequired[float]
    shared: NotRequired[SharedNews]
    used: list[str]


class Matrix(TypedDict):
    """Private news against `roles`, in the order in which it came."""

    roles: list[str]
    rows: list[MatrixRow]
    shared: int


class OwnRow(TypedDict):
    """What this chair itself had."""

    at: int
    title: str
    sign: Sign
    game: NotRequired[float]
    shared: NotRequired[SharedNews]
    used: list[str]


class ShownVote(TypedDict):
    """One vote by role, let through by the facilitator; its reason only when that was let through too."""

    role: str
    option: str
    confidence: NotRequired[int]
    reason: NotRequired[str]
    paper: NotRequired[bool]


class ShownMarks(TypedDict):
    """What the own team thought of the explanation, once its speaker showed it."""

    given: int
    clear: int
    credible: int


class DecisionFacts(TypedDict):
    """`used`: ms from opening to the word; `talk`: ms of it between the reveal and the word. `rounds`: votes taken."""

    used: NotRequired[int]
    talk: int
    rounds: int
    votes: NotRequired[list[ShownVote]]
    marks: NotRequired[ShownMarks]


class Shift(TypedDict):
    """What moved indicators at one moment: key → points."""

    at: int
    because: str
    moves: dict[str, int]
    game: NotRequired[float]


class TeamFacts(TypedDict):
    """What the step shows of one team, as far as whoever looks may know it."""

    matrix: NotRequired[Matrix]
    decision: NotRequired[DecisionFacts]
    shifts: NotRequired[list[Shift]]


class Asked(TypedDict):
    """A decision that can be looked back at."""

    order: int
    title: str


class Road(TypedDict):
    """What an option would have brought, or did."""

    order: int
    label: str
    consequence: str
    moves: dict[str, int]


class Conversation(TypedDict):
    """`step`: the one that is shown, `thing` the decision in it. `ends`: when the game did.

    `let`: the matrix may be seen. `lines`: what happened, in order; with the curves only the phases. `mine`: on a
    phone, what its own chair had.
    `let_votes` and `let_reasons`: on the desk, of which team's decision these may be seen.
    """

    steps: dict[str, TalkStep]
    ends: int
    step: NotRequired[str]
    page: int
    thing: NotRequired[str]
    replay: NotRequired[Replay]
    let: bool
    lines: NotRequired[list[TimeLine]]
    decisions: NotRequired[dict[str, Asked]]
    roads: NotRequired[dict[str, Road]]
    teams: NotRequired[dict[str, TeamFacts]]
    mine: NotRequired[list[OwnRow]]
    let_votes: NotRequired[dict[str, bool]]
    let_reasons: NotRequired[dict[str, bool]]


class Lookback(TypedDict):
    """The screen shows a moment of the past: the room as it was at wall ms `at`, reached at wall ms `since`.

    At `speed` (0: stands still) it goes on from there. `session`: session ms.
    """

    at: int
    session: int
    since: int
    speed: int
