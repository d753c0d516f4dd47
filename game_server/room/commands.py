"""What may be asked of a room, in the imperative: one union per asker, so that nobody can even parse another's command.

Time, version and the asker's identity are never in a command: the server adds them (see `decide.Asked`).
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from game_server.room.words import Body, Item, Name, Note, Reason, Statement, Title

CommandId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Ref: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Millis: TypeAlias = Annotated[int, Field(ge=0, le=8_640_000_000_000_000)]
Kind: TypeAlias = Literal["fact", "assumption", "unknown", "action"]
ChannelName: TypeAlias = Literal["mail", "phone", "chat", "news", "social", "letter", "broadcast", "note"]


class Command(BaseModel):
    """Base of all commands of the wire."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: CommandId


# ---------------------------------------------------------------- a seat


class ReadInject(Command):
    type: Literal["inject.read"]
    inject: Ref


class ShareInject(Command):
    type: Literal["inject.share"]
    inject: Ref


class AddToPicture(Command):
    type: Literal["picture.add"]
    kind: Kind
    text: Item
    source: Item | None = None


class ChangePicture(Command):
    type: Literal["picture.change"]
    item: Ref
    kind: Kind | None = None
    text: Item | None = None
    source: Item | None = None


class StrikeFromPicture(Command):
    type: Literal["picture.strike"]
    item: Ref


class CastVote(Command):
    type: Literal["vote.cast"]
    decision: Ref
    option: Ref
    confidence: int | None = Field(default=None, ge=1, le=5)
    reason: Reason | None = None


class SettleDecision(Command):
    """The mandated role's word, from its own phone."""

    type: Literal["decision.settle"]
    decision: Ref
    option: Ref
    owner: Name | None = None
    statement: Statement | None = None


class AnswerMeasure(Command):
    type: Literal["measure.answer"]
    moment: Literal["before", "after", "then"]
    statement: Ref
    value: int = Field(ge=1, le=5)


class WriteReflection(Command):
    type: Literal["reflection.write"]
    question: Ref
    text: Note


class AnswerPractice(Command):
    type: Literal["practice.answer"]
    decision: Ref
    value: Literal["yes", "partly", "no", "unknown"]


class WriteResolution(Command):
    type: Literal["resolution.write"]
    text: Statement
    with_: Name | None = Field(default=None, alias="with")
    by_: Name | None = Field(default=None, alias="by")
    first_step: Item | None = None


class ShareReport(Command):
    type: Literal["report.share"]
    joint: Literal[True]


class GoAway(Command):
    type: Literal["seat.away"]
    until: Millis | None = None


class ComeBack(Command):
    type: Literal["seat.back"]


SeatCommand: TypeAlias = Annotated[
    ReadInject
    | ShareInject
    | AddToPicture
    | ChangePicture
    | StrikeFromPicture
    | CastVote
    | SettleDecision
    | AnswerMeasure
    | WriteReflection
    | AnswerPractice
    | WriteResolution
    | ShareReport
    | GoAway
    | ComeBack,
    Field(discriminator="type"),
]


# ---------------------------------------------------------------- a desk


class MoveRoom(Command):
    """Start, resume, debrief or close the room."""

    type: Literal["room.start", "room.resume", "room.debrief", "room.close"]


class PauseRoom(Command):
    """`until`: wall time at which people are told to be back. `incident`: a real incident; everything stops."""

    type: Literal["room.pause"]
    until: Millis | None = None
    incident: bool = False


class MoveDoor(Command):
    type: Literal["door.open", "door.close"]


class MovePhase(Command):
    """`from` is the phase that the asker saw; absent in `phase.next` only before the first phase."""

    type: Literal["phase.next", "phase.back"]
    from_: Ref = Field(alias="from")


class MoveInject(Command):
    type: Literal["inject.release", "inject.skip", "inject.hold"]
    inject: Ref
    from_: Literal["planned", "held"] = Field(alias="from")
    team: Ref | None = None


class ComposeInject(Command):
    """`to`: roles; empty means everyone in the team."""

    type: Literal["inject.compose"]
    to: tuple[Ref, ...] = Field(default=(), max_length=20)
    channel: ChannelName
    from_: Title = Field(alias="from")
    subject: Title | None = None
    body: Body
    team: Ref | None = None


class MoveDecision(Command):
    type: Literal[
        "decision.picture", "decision.open", "decision.close", "decision.reveal", "decision.apply", "decision.skip"
    ]
    decision: Ref
    from_: Literal["planned", "picture", "open", "closed", "revealed", "settled"] = Field(alias="from")
    team: Ref | None = None


class ExtendDecision(Command):
    """A minute more; a vote without a deadline has nothing to extend."""

    type: Literal["decision.extend"]
    decision: Ref
    team: Ref | None = None
    seconds: int = Field(default=60, ge=20, le=600)


class ReopenDecision(Command):
    type: Literal["decision.reopen"]
    decision: Ref
    reason: Reason
    team: Ref | None = None


class SettleAtDesk(Command):
    """`on_word_of` names the mandated role that said it aloud; against it is an overrule, which needs a `reason`."""

    type: Literal["decision.settle"]
    decision: Ref
    option: Ref
    team: Ref
    on_word_of: Ref | None = None
    reason: Reason | None = None
    owner: Name | None = None
    statement: Statement | None = None


class UndoStep(Command):
    """Takes back this desk's own last step within ten seconds, where the game allows it."""

    type: Literal["step.undo"]
    of: CommandId


class AddSeat(Command):
    """A person without a device."""

    type: Literal["seat.add"]
    team: Ref
    role: Ref
    name: Name


class EnterVote(Command):
    """A vote from paper."""

    type: Literal["vote.enter"]
    seat: Ref
    decision: Ref
    option: Ref


class MoveSeat(Command):
    type: Literal["seat.move"]
    seat: Ref
    team: Ref | None = None
    role: Ref | None = None


class RemoveSeat(Command):
    type: Literal["seat.remove"]
    seat: Ref


class RenameSeat(Command):
    type: Literal["seat.rename"]
    seat: Ref
    name: Name


class AnswerClaim(Command):
    """`seat` picks the chair that the claimer gets when the role has more than one."""

    type: Literal["claim.accept", "claim.refuse"]
    claim: Ref
    seat: Ref | None = None


class PairScreen(Command):
    """The short code that a waiting screen shows. Turned into a device by the transport, which knows the waiting."""

    type: Literal["screen.pair"]
    pairing: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z -]{4,12}$")]
    team: Ref | None = None


class EndDevice(Command):
    type: Literal["device.end"]
    device: Ref


class AddNote(Command):
    type: Literal["note.add"]
    text: Note
    about: Annotated[str, StringConstraints(pattern=r"^[a-z]+:[A-Za-z0-9_-]{1,64}$")] | None = None


class ShowOnScreen(Command):
    type: Literal["screen.show"]
    what: Annotated[
        str, StringConstraints(pattern=r"^(auto|code|blank|indicators|(statement|inject):[A-Za-z0-9_:-]{1,100})$")
    ]


class ReleaseReport(Command):
    type: Literal["report.release"]


DeskCommand: TypeAlias = Annotated[
    MoveRoom
    | PauseRoom
    | MoveDoor
    | MovePhase
    | MoveInject
    | ComposeInject
    | MoveDecision
    | ExtendDecision
    | ReopenDecision
    | SettleAtDesk
    | UndoStep
    | AddSeat
    | EnterVote
    | MoveSeat
    | RemoveSeat
    | RenameSeat
    | AnswerClaim
    | PairScreen
    | EndDevice
    | AddNote
    | ShowOnScreen
    | ReleaseReport,
    Field(discriminator="type"),
]

ObserverCommand: TypeAlias = Annotated[AddNote, Field()]


# ---------------------------------------------------------------- the HTTP door and the server itself


class Inner(BaseModel):
    """Base of what the server itself asks of a room; hashes are SHA-256 in hex."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TeamWanted(Inner):
    name: Title


class OpenRoom(Inner):
    """The first thing asked of a new room. `links` are hashes of secrets that the answer shows once."""

    code: str
    scenario: str
    digest: str
    language: str
    title: str
    teams: tuple[TeamWanted, ...]
    key: str
    links: tuple[str, str, str]
    when: Millis | None = None
    minutes: int
    retention_days: int = 30
    named: bool = False
    seats: dict[str, int] = Field(default_factory=dict)
    rehearsal: bool = False
    epoch: int = 1


class RenewLinks(Inner):
    links: tuple[str, str, str]


class TakeSeat(Inner):
    """Without team or role the emptiest table and its first free role are given."""

    pass_: str
    name: Name
    team: Ref | None = None
    role: Ref | None = None


class ClaimSeat(Inner):
    pass_: str
    name: Name
    team: Ref
    role: Ref


class TakeDevice(Inner):
    """`link` is the hash of the link's secret; absent for a screen that a desk pairs."""

    kind: Literal["desk", "observer", "screen"]
    pass_: str
    link: str | None = None
    team: Ref | None = None


class MakeKeepLink(Inner):
    """A read-only pass for a seat's report."""

    seat: str
    pass_: str


class ReachDeadlines(Inner):
    """Something may be due by now: raise it, in order."""


class CloseUnused(Inner):
    """Nobody closed this room in time (`design.md` §4, retention)."""


class NoteErasure(Inner):
    """The journal was rewritten without this seat's words."""

    seat: str
    epoch: int


InnerCommand: TypeAlias = (
    OpenRoom
    | RenewLinks
    | TakeSeat
    | ClaimSeat
    | TakeDevice
    | MakeKeepLink
    | ReachDeadlines
    | CloseUnused
    | NoteErasure
)
