"""What a desk may ask, and what an observer may."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from game_server.room.commands_base import ChannelName, Command, CommandId, Hearers, Millis, Ref
from game_server.room.commands_conversation import LetThrough, MoveReplay, ShowStep
from game_server.room.commands_lessons import MergeLesson, MoveLesson
from game_server.room.commands_pressure import (
    ClimbAtDesk,
    DarkenPhones,
    EditInject,
    LightPhones,
    RestoreInject,
    SpareSeat,
)
from game_server.room.commands_report import WriteForeword
from game_server.room.commands_seat import NameSpokesperson
from game_server.room.commands_sittings import SetSharing
from game_server.room.words import Body, Name, Note, Reason, Statement, Title


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


class MoveAdmission(Command):
    """Whether newcomers wait until a desk lets them in."""

    type: Literal["admission.on", "admission.off"]


class MovePhase(Command):
    """`from` is the phase that the asker saw; absent in `phase.next` only before the first phase."""

    type: Literal["phase.next", "phase.back"]
    from_: Ref = Field(alias="from")


class SetAuto(Command):
    """Whether the clock lets news out by the plan, in whichever phase runs."""

    type: Literal["phase.auto"]
    on: bool


class PlanRoom(Command):
    """How many minutes the session takes in all, pauses not counted."""

    type: Literal["room.plan"]
    minutes: int = Field(ge=5, le=480)


class DateRoom(Command):
    """The wall time at which the session is planned, until it begins."""

    type: Literal["room.date"]
    when: Millis


class MoveInject(Command):
    type: Literal["inject.release", "inject.skip", "inject.hold"]
    inject: Ref
    from_: Literal["planned", "held"] = Field(alias="from")
    team: Ref | None = None


class ComposeInject(Command):
    """`to`: roles; empty means everyone in the team. `teams`: several that get the same news, instead of `team`."""

    type: Literal["inject.compose"]
    to: tuple[Ref, ...] = Field(default=(), max_length=20)
    channel: ChannelName
    from_: Title = Field(alias="from")
    subject: Title | None = None
    body: Body
    team: Ref | None = None
    teams: tuple[Ref, ...] = Field(default=(), max_length=60)


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
    to: Hearers | None = None


class PaceRehearsal(Command):
    """In a rehearsal: how fast the session goes, and whether a bot presses the next step. What is absent stays."""

    type: Literal["rehearsal.pace"]
    speed: int | None = Field(default=None, ge=1, le=60)
    led: bool | None = None


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


class AnswerKnock(Command):
    """Lets someone in, or not; `team` and `role` give another chair than the wanted one."""

    type: Literal["knock.accept", "knock.refuse"]
    knock: Ref
    team: Ref | None = None
    role: Ref | None = None


class PairScreen(Command):
    """The short code that a waiting screen shows. Turned into a device by the transport, which knows the waiting."""

    type: Literal["screen.pair"]
    pairing: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z -]{4,12}$")]
    team: Ref | None = None


class OpenTeam(Command):
    """This desk wants one team's rows, as its `own`; without `team` none. No fact: the transport answers it."""

    type: Literal["team.open"]
    team: Ref | None = None


class EndDevice(Command):
    type: Literal["device.end"]
    device: Ref


class AddNote(Command):
    """`about`: a kind and an id; the moment is kept of itself."""

    type: Literal["note.add"]
    text: Note
    about: (
        Annotated[str, StringConstraints(pattern=r"^(decision|inject|role|phase|team|seat):[A-Za-z0-9_-]{1,64}$")]
        | None
    ) = None


class ShowOnScreen(Command):
    type: Literal["screen.show"]
    what: Annotated[
        str,
        StringConstraints(
            pattern=r"^(auto|code|blank|indicators|lessons|measures|(statement|inject):[A-Za-z0-9_:-]{1,100})$"
        ),
    ]


class ReleaseReport(Command):
    type: Literal["report.release"]


DeskCommand: TypeAlias = Annotated[
    MoveRoom
    | PauseRoom
    | MoveDoor
    | MoveAdmission
    | MovePhase
    | SetAuto
    | SetSharing
    | PlanRoom
    | DateRoom
    | MoveInject
    | ComposeInject
    | MoveDecision
    | ExtendDecision
    | ReopenDecision
    | SettleAtDesk
    | PaceRehearsal
    | UndoStep
    | AddSeat
    | EnterVote
    | MoveSeat
    | RemoveSeat
    | RenameSeat
    | NameSpokesperson
    | AnswerClaim
    | AnswerKnock
    | PairScreen
    | OpenTeam
    | EndDevice
    | AddNote
    | ShowOnScreen
    | ReleaseReport
    | WriteForeword
    | ClimbAtDesk
    | DarkenPhones
    | EditInject
    | LightPhones
    | RestoreInject
    | SpareSeat
    | ShowStep
    | LetThrough
    | MoveReplay
    | MoveLesson
    | MergeLesson,
    Field(discriminator="type"),
]

ObserverCommand: TypeAlias = Annotated[AddNote, Field()]
