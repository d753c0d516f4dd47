"""What a room is after its events: plain mutable records that only `evolve` changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from game_server.room.chairs import Chairs
from game_server.room.events import State, Way
from game_server.room.state_conversation import Conversation
from game_server.room.state_lessons import Lesson
from game_server.room.state_measures import Measured
from game_server.room.state_pressure import Climbed, Dark, Edited
from game_server.room.state_session import Auto, PhaseRun, SessionClock
from game_server.room.state_sittings import Forked, Sharing
from game_server.room.state_take_home import Meeting

Status: TypeAlias = Literal["new", "prepared", "lobby", "running", "paused", "debrief", "closed"]
InjectState: TypeAlias = Literal["planned", "held", "released", "skipped"]


@dataclass(slots=True)
class Seat:
    """A person's place. `removed` seats stay, because their votes and words stay."""

    id: str
    team: str
    role: str
    name: str
    order: int
    pass_hash: str | None = None
    offer: tuple[str, int] | None = None
    """(hash of a link's secret, wall time until which it gives this chair to another device)."""
    handed: int | None = None
    """wall time at which such a link was used."""
    keep_hashes: list[str] = field(default_factory=list)
    away: bool = False
    away_until: int | None = None
    removed: bool = False
    erased: bool = False
    spared: bool = False
    """its phone stays lit when the others go dark."""
    bot: bool = False
    read: dict[str, int] = field(default_factory=dict)
    """inject → wall time at which it was opened."""
    reflections: dict[str, str] = field(default_factory=dict)
    practice: dict[str, str] = field(default_factory=dict)
    terms: set[str] = field(default_factory=set)
    """words of the glossary that were looked up."""
    resolution: dict[str, str] = field(default_factory=dict)
    """text, and if given with, with_seat, by, first_step."""
    questions: tuple[str, ...] = ()
    """for the coffee, in place of the first ones."""


@dataclass(slots=True)
class Device:
    """A desk, observer or screen that holds a pass."""

    id: str
    kind: Literal["desk", "observer", "screen"]
    pass_hash: str
    order: int
    team: str | None = None
    name: str | None = None
    number: int = 1
    """Its place among all of its kind that there ever were."""
    ended: bool = False
    bot: bool = False


@dataclass(slots=True)
class Claim:
    """Someone says that a taken chair is theirs; the desk decides."""

    id: str
    team: str
    role: str
    name: str
    pass_hash: str
    open: bool = True
    moved_by: tuple[str, str] | None = None
    """(actor, fact type) of the answer, for `stale`."""


@dataclass(slots=True)
class Knock:
    """Someone who waits until a desk lets them in; without team or role any chair will do."""

    id: str
    name: str
    pass_hash: str
    order: int
    team: str | None = None
    role: str | None = None
    open: bool = True
    moved_by: tuple[str, str] | None = None
    """(actor, fact type) of the answer, for `stale`."""


@dataclass(slots=True)
class News:
    """One inject in one team."""

    state: InjectState = "planned"
    order: int = 0
    """version of the release; 0 before it."""
    at: int = 0
    roles: tuple[str, ...] = ()
    """who got it; empty: everyone."""
    stand_in: str | None = None
    shared: tuple[int, str, str | None] | None = None
    """(wall time, role, seat or None for a stand-in)."""
    unlocked: bool = False
    cancelled: bool = False
    edited: Edited | None = None
    moved_by: tuple[str, str] | None = None
    """(actor, fact type) of the last move, for `stale`."""


@dataclass(slots=True)
class Composed:
    """A facilitator's own inject: its words (roles stand in each team's `News`)."""

    id: str
    channel: str
    sender: str
    body: str
    subject: str | None
    game: float | None
    """game minutes since midnight of day 0 when it was sent."""


@dataclass(slots=True)
class PictureItem:
    """A line on the team's picture; with `inject` a shared card. `role`: who brought it, when no seat did."""

    id: str
    order: int
    kind: str
    text: str
    seat: str | None
    source: str | None = None
    struck: bool = False
    inject: str | None = None
    role: str | None = None


@dataclass(slots=True)
class Vote:
    """One seat's choice in one round."""

    seat: str
    role: str
    option: str
    at: int
    confidence: int | None = None
    reason: str | None = None
    paper: bool = False


@dataclass(slots=True)
class Mark:
    """What one seat thinks of its own team's statement."""

    clear: bool
    credible: bool
    missing: str | None = None


@dataclass(slots=True)
class Settled:
    """The choice that counts, and what the own team thinks of its statement."""

    way: Way
    at: int
    option: str | None = None
    role: str | None = None
    seat: str | None = None
    reason: str | None = None
    owner: str | None = None
    statement: str | None = None
    to: str | None = None
    marks: dict[str, Mark] = field(default_factory=dict)
    """seat → mark."""
    marks_released: bool = False


@dataclass(slots=True)
class Round:
    """One ballot: all rounds of a decision are kept. `of` is fixed at closing: how many could have voted."""

    votes: dict[str, Vote] = field(default_factory=dict)
    opened_at: int = 0
    closed_at: int | None = None
    revealed: bool = False
    reason: str | None = None
    due: int | None = None
    hard: bool = False
    deadline_reached: bool = False
    of: int | None = None


@dataclass(slots=True)
class DecisionRun:
    """One decision in one team."""

    state: State = "planned"
    order: int = 0
    rounds: list[Round] = field(default_factory=list)
    settled: Settled | None = None
    effective_at: int | None = None
    talk: int = 0
    """session ms of talk so far: from each reveal until the word of who holds the mandate."""
    talks_since: int | None = None
    """session ms at which the talk that goes on now began."""
    moved_by: tuple[str, str] | None = None
    """(actor, what it did: `decision_<state>` or a fact type) of the last move, for `stale`."""

    @property
    def ballot(self) -> Round | None:
        """The newest round, if any."""
        return self.rounds[-1] if self.rounds else None


@dataclass(slots=True)
class Move:
    """Why an indicator changed: see `IndicatorMoved`."""

    points: int
    because: str
    at: int


@dataclass(slots=True)
class Term:
    """A statutory clock in one team; game minutes."""

    began: float
    due: float
    state: Literal["running", "stopped", "lapsed"] = "running"


@dataclass(slots=True)
class Team:
    """One municipality's table: its own news, picture, decisions, indicators and branches."""

    id: str
    name: str
    order: int
    seats: dict[str, Seat] = field(default_factory=dict)
    """The chairs that are taken now, in the order in which they were."""
    spokesperson: str | None = None
    """the seat that was named"""
    news: dict[str, News] = field(default_factory=dict)
    picture: dict[str, PictureItem] = field(default_factory=dict)
    decisions: dict[str, DecisionRun] = field(default_factory=dict)
    indicators: dict[str, int] = field(default_factory=dict)
    moves: dict[str, dict[int, Move]] = field(default_factory=dict)
    """indicator → version → move."""
    terms: dict[str, Term] = field(default_factory=dict)
    lapsed: set[str] = field(default_factory=set)
    practice_released: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)
    """decision → role → answer → how many."""
    joint: bool = False
    rungs: dict[str, Climbed] = field(default_factory=dict)
    """in the order in which they were taken; the last is where the team stands."""
    rung_by: tuple[str, str] | None = None
    """(actor, fact type) of the last step up, for `stale`."""
    dark: Dark | None = None

    @property
    def rung(self) -> str | None:
        """Where the team stands on the ladder, if anywhere."""
        return next(reversed(self.rungs), None)


@dataclass(slots=True)
class Step:
    """A desk's last step, for an undo within ten seconds: what it did, in (kind, team, thing, former state)."""

    by: str
    cmd: str
    at: int
    done: list[tuple[str, str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Deed:
    """What a desk did last, in a word of `deeds`, for the other desks."""

    by: str
    cmd: str
    what: str
    version: int


@dataclass(slots=True)
class Note:
    """A facilitator's or observer's note, pinned to a moment."""

    id: str
    text: str
    by: str
    at: int
    about: str | None
    phase: str | None


@dataclass(slots=True)
class Room:
    """One sitting of a scenario, folded from its events. Version 0 and status `new`: nothing happened yet."""

    code: str = ""
    version: int = 0
    at: int = 0
    epoch: int = 1
    status: Status = "new"
    door: bool = False
    admission: bool = False
    """Newcomers wait until a desk lets them in."""
    scenario: str = ""
    digest: str = ""
    language: str = "nl"
    title: str = ""
    key: str = ""
    opened_at: int = 0
    when: int | None = None
    dated: int = 0
    """how often the date was changed."""
    minutes: int = 120
    retention_days: int = 30
    named: bool = False
    sharing: Sharing = field(default_factory=Sharing)
    forked: Forked | None = None
    rehearsal: bool = False
    ladder: bool = False
    lights_out: bool = False
    all_statements: bool = False
    led: bool = False
    """A bot presses the desk's next step."""
    role_seats: dict[str, int] = field(default_factory=dict)
    """role → maximum of chairs, where the facilitator raised it."""
    links: tuple[str, str, str] = ("", "", "")
    """hashes: facilitator, screen, observer."""
    teams: dict[str, Team] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    knocks: dict[str, Knock] = field(default_factory=dict)
    passes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """hash → (kind, id); kind is seat, keep, desk, observer, screen, claim or knock."""
    clock: SessionClock = field(default_factory=SessionClock)
    clocks: list[tuple[int, SessionClock]] = field(default_factory=list)
    """(wall ms from which it counts, the clock), for moments of the past."""
    phase: PhaseRun | None = None
    phases: list[PhaseRun] = field(default_factory=list)
    auto: Auto = field(default_factory=Auto)
    pause_until: int | None = None
    incident: bool = False
    paused_from: str | None = None
    showing: str = "auto"
    conversation: Conversation = field(default_factory=Conversation)
    chairs: Chairs = field(default_factory=Chairs)
    composed: dict[str, Composed] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    """writer → what that seat resolved to do with another."""
    measured: dict[str, Measured] = field(default_factory=dict)
    """seat, or whoever it was in a journal without signatures → what was answered; see `unsigned`."""
    lessons: dict[str, Lesson] = field(default_factory=dict)
    report_released: bool = False
    foreword: str = ""
    struck: dict[str, set[str]] = field(default_factory=dict)
    """seat → words of its own that it keeps out of the report: see `own_words`."""
    closed_at: int | None = None
    step: Step | None = None
    deed: Deed | None = None
    answers: dict[tuple[str, str], tuple[int, dict[str, Any] | None]] = field(default_factory=dict)
    """(actor, command id) → (version, result) of every accepted command."""
    moved_by: tuple[str, str] | None = None
    """(actor, fact type) of the last move of status or phase, for `stale`."""
