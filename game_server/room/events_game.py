"""Facts about the game: news, the picture, decisions, consequences and what is taken home."""

from __future__ import annotations

from typing import Literal, TypeAlias

from game_server.room.marks import Fact, Personal

State: TypeAlias = Literal["planned", "picture", "open", "closed", "revealed", "settled", "effective", "skipped"]
Way: TypeAlias = Literal["role", "word", "empty_chair", "overrule", "majority", "tie", "consensus", "no_consensus"]


# ---------------------------------------------------------------- news and the picture


class InjectReleased(Fact):
    """`roles` got it (empty: everyone). `stand_in`: no chair could take it, this role's stand-in holds it."""

    type: Literal["inject_released"] = "inject_released"
    team: str
    inject: str
    roles: tuple[str, ...] = ()
    stand_in: str | None = None


class InjectComposed(Fact):
    """A facilitator's own news; it is released by the same command."""

    type: Literal["inject_composed"] = "inject_composed"
    inject: str
    channel: str
    sender: Personal
    subject: Personal | None = None
    body: Personal


class InjectHeld(Fact):
    type: Literal["inject_held"] = "inject_held"
    team: str
    inject: str


class InjectSkipped(Fact):
    type: Literal["inject_skipped"] = "inject_skipped"
    team: str
    inject: str


class InjectRecalled(Fact):
    """Back to planned: an undo of a hold, a skip, or a release that nobody had opened."""

    type: Literal["inject_recalled"] = "inject_recalled"
    team: str
    inject: str


class InjectRead(Fact):
    type: Literal["inject_read"] = "inject_read"
    seat: str
    inject: str


class InjectShared(Fact):
    """`seat` is absent when a stand-in shared it; `role` shared it."""

    type: Literal["inject_shared"] = "inject_shared"
    team: str
    inject: str
    role: str
    seat: str | None = None


class InjectUnlocked(Fact):
    type: Literal["inject_unlocked"] = "inject_unlocked"
    team: str
    inject: str


class InjectCancelled(Fact):
    type: Literal["inject_cancelled"] = "inject_cancelled"
    team: str
    inject: str


class PictureAdded(Fact):
    """`inject`: a shared card landed on the picture; `role` brought it when no `seat` did (a stand-in)."""

    type: Literal["picture_added"] = "picture_added"
    team: str
    item: str
    seat: str | None = None
    kind: Literal["fact", "assumption", "unknown", "action"]
    text: Personal
    source: Personal | None = None
    inject: str | None = None
    role: str | None = None


class PictureChanged(Fact):
    type: Literal["picture_changed"] = "picture_changed"
    team: str
    item: str
    seat: str
    kind: Literal["fact", "assumption", "unknown", "action"]
    text: Personal
    source: Personal | None = None


class PictureStruck(Fact):
    type: Literal["picture_struck"] = "picture_struck"
    team: str
    item: str
    seat: str


# ---------------------------------------------------------------- decisions


class DecisionMoved(Fact):
    """A step in a decision's life. `back`: an undo within ten seconds. `of`: at closing, how many could have voted."""

    type: Literal["decision_moved"] = "decision_moved"
    team: str
    decision: str
    state: State
    back: bool = False
    of: int | None = None


class DecisionOpened(Fact):
    """`due` is the deadline in session milliseconds; absent: none."""

    type: Literal["decision_opened"] = "decision_opened"
    team: str
    decision: str
    round: int
    due: int | None = None
    hard: bool = False
    reason: Personal | None = None


class DecisionExtended(Fact):
    type: Literal["decision_extended"] = "decision_extended"
    team: str
    decision: str
    due: int


class DeadlineReached(Fact):
    type: Literal["deadline_reached"] = "deadline_reached"
    team: str
    decision: str
    round: int


class VoteCast(Fact):
    """The seat's vote in this round; a later one replaces it. `paper`: entered by the facilitator."""

    type: Literal["vote_cast"] = "vote_cast"
    team: str
    seat: str
    decision: str
    round: int
    option: str
    confidence: int | None = None
    reason: Personal | None = None
    paper: bool = False


class DecisionSettled(Fact):
    """`role` holds the mandate that was used (absent: the facilitator for an empty table); `option` absent: none.

    `to`: whom the statement is for.
    """

    type: Literal["decision_settled"] = "decision_settled"
    team: str
    decision: str
    way: Way
    option: str | None = None
    role: str | None = None
    seat: str | None = None
    reason: Personal | None = None
    owner: Personal | None = None
    statement: Personal | None = None
    to: Literal["residents", "council", "press"] | None = None


class StatementMarked(Fact):
    """What a seat thinks of its own team's statement; a later one replaces it."""

    type: Literal["statement_marked"] = "statement_marked"
    team: str
    seat: str
    decision: str
    clear: bool = False
    credible: bool = False
    missing: Personal | None = None


class MarksReleased(Fact):
    """The speaker showed the marks to the own team."""

    type: Literal["marks_released"] = "marks_released"
    team: str
    seat: str
    decision: str


class IndicatorMoved(Fact):
    """`because` is `decision:<id>:<option>`, `inject:<id>` or `clock:<id>`; `value` is the level after it."""

    type: Literal["indicator_moved"] = "indicator_moved"
    team: str
    indicator: str
    points: int
    value: int
    because: str


class ClockStarted(Fact):
    """Game minutes since midnight of day 0: when the term began, and when it passes."""

    type: Literal["clock_started"] = "clock_started"
    team: str
    clock: str
    began: float
    due: float


class ClockStopped(Fact):
    type: Literal["clock_stopped"] = "clock_stopped"
    team: str
    clock: str


class ClockLapsed(Fact):
    type: Literal["clock_lapsed"] = "clock_lapsed"
    team: str
    clock: str


# ---------------------------------------------------------------- answers and what is taken home


class MeasureAnswered(Fact):
    """`team`: absent in older journals."""

    type: Literal["measure_answered"] = "measure_answered"
    team: str | None = None
    seat: str
    moment: Literal["before", "after", "then"]
    statement: str
    value: int


class ReflectionWritten(Fact):
    type: Literal["reflection_written"] = "reflection_written"
    seat: str
    question: str
    text: Personal


class PracticeAnswered(Fact):
    type: Literal["practice_answered"] = "practice_answered"
    team: str
    seat: str
    decision: str
    value: Literal["yes", "partly", "no", "unknown"]


class PracticeReleased(Fact):
    """A team's spread as it was when its mandate let others see it: role → answer → how many."""

    type: Literal["practice_released"] = "practice_released"
    team: str
    seat: str
    decision: str
    answers: dict[str, dict[str, int]]


class TermOpened(Fact):
    """A word of the glossary was looked up."""

    type: Literal["term_opened"] = "term_opened"
    seat: str
    term: str


class ResolutionWritten(Fact):
    type: Literal["resolution_written"] = "resolution_written"
    seat: str
    text: Personal
    with_: Personal | None = None
    with_seat: str | None = None
    by_: Personal | None = None
    first_step: Personal | None = None
    questions: tuple[str, ...] = ()


class ReportShared(Fact):
    type: Literal["report_shared"] = "report_shared"
    team: str
    seat: str
