"""The shapes of the desk's view."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from game_server.views.shapes import (
    ChannelName,
    DebriefPart,
    DecisionPart,
    DecisionState,
    IndicatorPart,
    PictureLine,
    ReferenceLine,
    RoleName,
    SeatLine,
    SharedBy,
    TermPart,
    Way,
)
from game_server.views.shapes_conversation import Conversation
from game_server.views.shapes_measures import DeskLesson, DeskMeasures
from game_server.views.shapes_pressure import Chosen, EditedWords, HallRung, Lights, RungLine
from game_server.views.shapes_room import PhaseKindName, Room
from game_server.views.shapes_sittings import Forked, Sharing


class DeskNews(TypedDict):
    """An inject in a team, released or not. `got`: roles that got it (empty: everyone).

    `opened`: seat → when; in a hall it is empty and `openings` counts them in all tables.
    """

    order: int
    state: Literal["planned", "held", "released", "skipped"]
    possible: bool
    at: NotRequired[int]
    got: NotRequired[list[str]]
    stand_in: NotRequired[str]
    shared: NotRequired[SharedBy]
    edited: NotRequired[EditedWords]
    opened: dict[str, int]
    openings: NotRequired[int]


class DeskTeam(TypedDict):
    """`handed`: seat → wall time at which a link gave it to another device."""

    order: int
    name: str
    seats: dict[str, SeatLine]
    free: dict[str, int]
    news: dict[str, DeskNews]
    picture: dict[str, PictureLine]
    decisions: dict[str, DecisionPart]
    indicators: dict[str, IndicatorPart]
    clocks: dict[str, TermPart]
    joint: bool
    ladder: NotRequired[dict[str, RungLine]]
    lights: NotRequired[Lights]
    spared: dict[str, bool]
    handed: dict[str, int]
    spokesperson: NotRequired[str]


class Letter(TypedDict):
    """The words of an inject, once for all teams."""

    channel: ChannelName
    sender: str
    subject: NotRequired[str]
    body: str
    game: NotRequired[float]
    counts: NotRequired[str]
    to: list[str]
    optional: bool
    facilitator: NotRequired[str]
    condition: NotRequired[str]
    composed: NotRequired[bool]
    lights_out: NotRequired[float]


class SheetStep(TypedDict):
    """A line of the run sheet: `thing` is the inject's or decision's id."""

    order: int
    kind: Literal["inject", "decision"]
    thing: str
    at: float
    minutes: float
    title: str
    condition: NotRequired[str]
    optional: bool


class SheetPhase(TypedDict):
    """`began`: session ms at which it (last) began; `minutes` is the plan, `took` session ms of its earlier stretches.

    `talk`: session ms of talk about its main decisions; `talks_since`: session ms since which one goes on.
    """

    order: int
    kind: PhaseKindName
    title: str
    goal: str
    say: list[str]
    minutes: float
    state: Literal["done", "now", "later"]
    began: NotRequired[int]
    took: int
    talk: int
    talks_since: NotRequired[int]
    steps: dict[str, SheetStep]


Action: TypeAlias = Literal[
    "door.open",
    "room.start",
    "phase.next",
    "inject.release",
    "decision.picture",
    "decision.open",
    "decision.close",
    "decision.reveal",
    "decision.settle",
    "decision.reopen",
    "decision.apply",
    "room.debrief",
    "report.release",
    "room.close",
    "none",
]


class NextStep(TypedDict):
    """What the one primary button does: a command without its id, and what it is about.

    An empty `command` is not for sending: `none`, or words that the desk asks for first (`decision.settle`, and
    `decision.reopen` when a table that needs consensus has none); then `thing` and `team` say about what.

    `waits`: in a room of several teams those that are not ready for it yet, and why; taking it all the same is allowed.
    """

    action: Action
    title: str
    command: dict[str, str]
    thing: NotRequired[str]
    team: NotRequired[str]
    waits: NotRequired[dict[str, str]]


class DeskVote(TypedDict):
    role: str
    option: str
    at: int
    confidence: NotRequired[int]
    reason: NotRequired[str]
    paper: NotRequired[bool]


class Ballot(TypedDict):
    """Key `<team>/<decision>`: every vote of the newest round by seat, and while it is open whose is missing.

    In a room of 30 seats or more both are empty and `counts` has the votes by option.
    """

    team: str
    decision: str
    round: int
    votes: dict[str, DeskVote]
    missing: list[str]
    counts: NotRequired[dict[str, int]]


class DecisionScript(TypedDict):
    """What the facilitator reads about a decision, once for all teams."""

    minutes: float
    talk: float
    talking_points: list[str]
    consequences: dict[str, str]
    references: list[ReferenceLine]
    condition: NotRequired[str]


class NoteLine(TypedDict):
    """`who`: the name that the writer's device bears; `about`: a kind and an id; `phase`: in which it was written."""

    order: int
    at: int
    by: Literal["desk", "observer"]
    who: NotRequired[str]
    text: str
    about: NotRequired[str]
    phase: NotRequired[str]


class DeviceLine(TypedDict):
    """`number`: its place among all of its kind that there ever were; `name`: whose it is."""

    order: int
    kind: Literal["desk", "observer", "screen"]
    number: int
    name: NotRequired[str]
    team: NotRequired[str]


class ClaimLine(TypedDict):
    """`seats`: taken chairs of that role, any of which the claimer may get."""

    team: str
    role: str
    name: str
    seats: list[str]


class KnockLine(TypedDict):
    """Someone who waits to be let in; without `team` or `role` any chair will do."""

    order: int
    name: str
    team: NotRequired[str]
    role: NotRequired[str]


class Deed(TypedDict):
    """What a desk did last (`by`: its device; `what`: an event's type, for a decision `decision_<state>`)."""

    by: str
    what: str
    version: int


class PracticeSpread(TypedDict):
    """Key `<team>/<decision>`: answers by role (of several chairs the least sure one), and by answer how many."""

    team: str
    decision: str
    answers: dict[str, str]
    of: int
    counts: NotRequired[dict[str, int]]


class Undo(TypedDict):
    """The last step of a desk (`by`: its device) that it may still undo with `step.undo {of}` until `until`."""

    of: str
    by: str
    until: int


class Pace(TypedDict):
    """A rehearsal's: session seconds in a real one, and whether a bot presses the next step."""

    speed: int
    led: bool


class HallNews(TypedDict):
    """In one table, where it is not as in most."""

    state: Literal["planned", "held", "released", "skipped"]
    possible: bool
    at: NotRequired[int]


class HallDecision(TypedDict):
    """A decision that one table has reached. `role`: whose word settles it now; `counts`: of an open or closed ballot,
    or a revealed one, until it is effective; `round` when it is not the first."""

    state: DecisionState
    cast: NotRequired[int]
    of: NotRequired[int]
    due: NotRequired[int]
    round: NotRequired[int]
    role: NotRequired[str]
    counts: NotRequired[dict[str, int]]
    option: NotRequired[str]
    way: NotRequired[Way]


class HallTeam(TypedDict):
    """A table in a hall: what a line of the desk shows. `away`: people who were called away; `free`: only where some.
    `spokesperson`: the role that speaks for it; `rung`: where it stands on the ladder.

    `news`: only where it is not as in most tables; `indicators`: their values.
    """

    order: int
    name: str
    taken: int
    away: NotRequired[int]
    free: dict[str, int]
    spokesperson: NotRequired[str]
    rung: NotRequired[str]
    news: dict[str, HallNews]
    decisions: dict[str, HallDecision]
    indicators: dict[str, int]
    joint: bool
    lights: NotRequired[Lights]


class Hall(TypedDict):
    """From 30 chairs or nine tables on: counts in the place of rows, and what all tables have alike told once.

    `news`: as it is in most tables, `openings` and `shares` (how many tables shared it) counted in all; `decisions`:
    their words, as if planned; `indicators`: what they are, with the average; `practice`: decision → answer → how many;
    `ladder`: its steps, where the facilitator chose it.
    """

    teams: dict[str, HallTeam]
    news: dict[str, DeskNews]
    shares: dict[str, int]
    decisions: dict[str, DecisionPart]
    indicators: dict[str, IndicatorPart]
    practice: dict[str, dict[str, int]]
    ladder: NotRequired[dict[str, HallRung]]


class DeskRows(TypedDict):
    """The one team that a desk has opened, in full: what it hears as `own`."""

    team: str
    rows: DeskTeam
    ballots: dict[str, Ballot]
    practice: dict[str, PracticeSpread]


class AutoRelease(TypedDict):
    """Whether the clock lets news out. `next` comes at session ms `due`; `missed`: off by itself, see the event."""

    on: bool
    missed: bool
    next: NotRequired[str]
    due: NotRequired[int]


class DeskView(TypedDict):
    """All of the room, for its facilitator. Single votes are in `ballots`, which the desk covers until asked.

    With `hall` there are no `teams`, `ballots` and `practice`: see `team.open`.
    """

    room: Room
    roles: dict[str, RoleName]
    teams: dict[str, DeskTeam]
    hall: NotRequired[Hall]
    letters: dict[str, Letter]
    scripts: dict[str, DecisionScript]
    run_sheet: dict[str, SheetPhase]
    next: NextStep
    auto: AutoRelease
    undo: NotRequired[Undo]
    deed: NotRequired[Deed]
    ballots: dict[str, Ballot]
    practice: dict[str, PracticeSpread]
    prompts: dict[str, dict[str, str]]
    glossary: dict[str, str]
    notes: dict[str, NoteLine]
    devices: dict[str, DeviceLine]
    claims: dict[str, ClaimLine]
    admission: bool
    knocks: dict[str, KnockLine]
    showing: str
    chosen: Chosen
    sharing: Sharing
    forked: NotRequired[Forked]
    resolutions: int
    foreword: NotRequired[str]
    measures: DeskMeasures
    lessons: dict[str, DeskLesson]
    debrief: DebriefPart
    conversation: NotRequired[Conversation]
    when: NotRequired[int]
    pace: NotRequired[Pace]
