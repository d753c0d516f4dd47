"""The shapes of all views: typed dicts, because a view is plain data; pydantic makes the schema from them.

No value is ever null: absent means "not (yet)". Whatever has an identity and can grow is an object by id with an
integer `order`. Texts are in the audience's language. `at` and `until` are milliseconds since 1970; session times are
milliseconds of `running`; game times are minutes since midnight of the story's day 0.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from game_server.views.shapes_conversation import Conversation
from game_server.views.shapes_measures import AskedText, LessonLine, OwnGrade, OwnLesson
from game_server.views.shapes_pressure import Lights, RungLine
from game_server.views.shapes_room import Room
from game_server.views.shapes_take_home import Coffee, OwnMeeting, OwnResolution

DecisionState: TypeAlias = Literal[
    "planned", "picture", "open", "closed", "revealed", "settled", "effective", "skipped"
]
ChannelName: TypeAlias = Literal["mail", "phone", "chat", "news", "social", "letter", "broadcast", "note"]
Hearers: TypeAlias = Literal["residents", "council", "press"]
Way: TypeAlias = Literal["role", "word", "empty_chair", "overrule", "majority", "tie", "consensus", "no_consensus"]
PictureKind: TypeAlias = Literal["fact", "assumption", "unknown", "action"]


class SeatLine(TypedDict):
    """`device`: this person has one; `away`: marked away; no presence here (see the `presence` event).

    `bot`: played by the server, in a rehearsal.
    """

    order: int
    name: str
    role: str
    away: bool
    device: bool
    until: NotRequired[int]
    bot: NotRequired[bool]


class RoleName(TypedDict):
    order: int
    name: str
    short: str
    summary: str


class RoleCard(TypedDict):
    decides: list[str]
    may_not: list[str]
    asks: list[str]


class OwnRole(TypedDict):
    id: str
    name: str
    short: str
    summary: str
    card: RoleCard


class TeamPart(TypedDict):
    """A team of 30 chairs or more has `chairs` (role → how many people) in the place of its `seats`.

    `spokesperson`: the seat that speaks for it, in a room of several teams.
    """

    id: str
    name: str
    seats: dict[str, SeatLine]
    chairs: NotRequired[dict[str, int]]
    spokesperson: NotRequired[str]


class SharedBy(TypedDict):
    """`by` is a role; `stand_in`: its chair is empty."""

    by: str
    at: int
    stand_in: bool


class NewsItem(TypedDict):
    """`private`: not everyone in the team has it (yet). `sender` and `subject` as the reader sees them."""

    order: int
    at: int
    channel: ChannelName
    sender: str
    subject: NotRequired[str]
    body: str
    game: NotRequired[float]
    counts: NotRequired[str]
    private: bool
    shared: NotRequired[SharedBy]
    stand_in: NotRequired[str]


class PictureLine(TypedDict):
    """`by` is a role; with `inject` a shared card, which `stand_in` says an empty chair brought."""

    order: int
    kind: PictureKind
    text: str
    by: str
    source: NotRequired[str]
    struck: NotRequired[bool]
    inject: NotRequired[str]
    stand_in: NotRequired[bool]


class OptionLine(TypedDict):
    order: int
    label: str
    detail: NotRequired[str]


class RevealedVote(TypedDict):
    """By role; a name only in a room opened with `named`."""

    role: str
    option: str
    confidence: NotRequired[int]
    reason: NotRequired[str]
    name: NotRequired[str]
    paper: NotRequired[bool]


class Result(TypedDict):
    """Counts by option; `votes` by order number, only for the own team, and only of fewer than 30."""

    counts: dict[str, int]
    votes: NotRequired[dict[str, RevealedVote]]


class SettledPart(TypedDict):
    """`role` is the mandate that was used; `way` says how (see `events_game.Way`)."""

    way: Way
    at: int
    option: NotRequired[str]
    role: NotRequired[str]
    reason: NotRequired[str]
    owner: NotRequired[str]
    statement: NotRequired[str]
    to: NotRequired[Hearers]


class Marks(TypedDict):
    """What the own team thinks of its statement: how many of how many, and what they miss, in no telling order.

    The speaking role sees them as they come, the rest of its team once they are `released`.
    """

    given: int
    of: int
    clear: int
    credible: int
    missing: dict[str, str]
    released: bool


class OtherSpread(TypedDict):
    """What another municipality let be seen: role → answer → how many."""

    order: int
    name: str
    answers: dict[str, dict[str, int]]


class PracticePart(TypedDict):
    """*Bij ons?*: how many have answered; `answers` (role → answer → how many) once everyone who can has.

    `others`: municipalities that show theirs, once this team has `released` its own; `waiting`: they have not yet.
    """

    given: int
    of: int
    may_release: bool
    released: bool
    waiting: bool
    answers: NotRequired[dict[str, dict[str, int]]]
    others: dict[str, OtherSpread]


class ReferenceLine(TypedDict):
    kind: Literal["law", "guidance", "case"]
    text: str
    source: str
    checked: NotRequired[str]


class Effect(TypedDict):
    """After the decision became effective. `moves`: indicator → points."""

    at: int
    consequence: str
    moves: dict[str, int]
    references: list[ReferenceLine]


class Mandate(TypedDict):
    """`role`: who settles now; absent with `by: role`: every chair of the row is empty, so the facilitator does.

    `away`: the role whose word it would be, while everyone on its chairs is called away.
    """

    by: Literal["role", "majority", "consensus"]
    role: NotRequired[str]
    away: NotRequired[str]
    tie: NotRequired[str]


class DecisionPart(TypedDict):
    """`cast` of `of` votes; `due` in session ms; `advice`: stand-ins of empty chairs, by role.

    `practice` is the statement of *bij ons?*, `spread` what is known of its answers.
    """

    order: int
    kind: Literal["main", "quick"]
    anchor: bool
    state: DecisionState
    title: str
    question: str
    context: str
    values: list[str]
    options: dict[str, OptionLine]
    mandate: Mandate
    may_vote: bool
    may_settle: bool
    may_mark: bool
    round: int
    cast: int
    of: int
    due: NotRequired[int]
    hard: NotRequired[bool]
    advice: NotRequired[dict[str, str]]
    result: NotRequired[Result]
    settled: NotRequired[SettledPart]
    effect: NotRequired[Effect]
    practice: NotRequired[str]
    spread: NotRequired[PracticePart]
    marks: NotRequired[Marks]
    reopened: NotRequired[str]


class IndicatorMove(TypedDict):
    """`by` in points; `because` is a sentence."""

    by: int
    because: str
    at: int


class IndicatorPart(TypedDict):
    order: int
    name: str
    icon: Literal["handshake", "building", "database", "shield", "coins", "wrench"]
    meaning: str
    value: int
    start: int
    moves: dict[str, IndicatorMove]


class TermPart(TypedDict):
    """A statutory clock; `began` and `due` in game minutes."""

    order: int
    name: str
    law: str
    began: float
    due: float
    state: Literal["running", "stopped", "lapsed"]
    text: NotRequired[str]


class Joint(TypedDict):
    """Whether this team agreed to a joint report, and whether this role is the one that may."""

    agreed: bool
    may: bool


class DebriefPart(TypedDict):
    """`released`: the report can be downloaded. `terms`: words that three or more looked up, and what they mean.

    On a chair's own phone also `coffee`, and in a room of several teams `joint`.
    """

    questions: dict[str, AskedText]
    resolution: str
    released: bool
    statements: dict[str, AskedText]
    terms: dict[str, str]
    coffee: NotRequired[Coffee]
    lessons: dict[str, LessonLine]
    joint: NotRequired[Joint]


class ParticipantView(TypedDict):
    """All that a chair of this team and role may see. `before`: statements to answer before it begins to play."""

    room: Room
    team: TeamPart
    role: OwnRole
    roles: dict[str, RoleName]
    news: dict[str, NewsItem]
    picture: dict[str, PictureLine]
    decisions: dict[str, DecisionPart]
    indicators: dict[str, IndicatorPart]
    clocks: dict[str, TermPart]
    glossary: dict[str, str]
    ladder: NotRequired[dict[str, RungLine]]
    lights: NotRequired[Lights]
    before: NotRequired[dict[str, AskedText]]
    debrief: NotRequired[DebriefPart]
    conversation: NotRequired[Conversation]


class OwnVote(TypedDict):
    round: int
    option: str
    at: int
    confidence: NotRequired[int]
    reason: NotRequired[str]
    paper: NotRequired[bool]


class OwnMark(TypedDict):
    clear: bool
    credible: bool
    missing: NotRequired[str]


class Own(TypedDict):
    """What only this seat sees. `answers`: `<moment>:<statement>` → value; `practice`: decision → answer.

    `marks`: decision → what this seat thinks of its team's statement; `spoke`: the decisions that it settled.
    `struck`: words of its own that it keeps out of the report (the keys of `words.strike`).
    `meetings`: whose resolution → with whom, when.
    `priority`: before, after → place on its own list. `stars`: the lessons that bear its star.
    """

    seat: str
    name: str
    away: bool
    spared: NotRequired[bool]
    read: dict[str, int]
    votes: dict[str, OwnVote]
    answers: dict[str, int]
    priority: dict[str, int]
    grade: NotRequired[OwnGrade]
    lessons: dict[str, OwnLesson]
    stars: dict[str, bool]
    practice: dict[str, str]
    marks: dict[str, OwnMark]
    reflections: dict[str, str]
    resolution: NotRequired[OwnResolution]
    spoke: NotRequired[dict[str, Literal[True]]]
    struck: NotRequired[dict[str, Literal[True]]]
    meetings: dict[str, OwnMeeting]
