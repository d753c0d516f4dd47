"""What happened in a room. Past tense, immutable, the only thing we store.

A fact is one of the classes of `events_room` and `events_game`; an `Event` (see `envelope`) is a fact with its place,
time and author. A new fact is added to the union below; mypy then names every match that forgot it.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from game_server.room.events_conversation import DebriefShown, PartLetThrough, ReplayMoved
from game_server.room.events_game import (
    ClockLapsed,
    ClockStarted,
    ClockStopped,
    DeadlineReached,
    DecisionExtended,
    DecisionMoved,
    DecisionOpened,
    DecisionSettled,
    IndicatorMoved,
    InjectCancelled,
    InjectComposed,
    InjectHeld,
    InjectRead,
    InjectRecalled,
    InjectReleased,
    InjectShared,
    InjectSkipped,
    InjectUnlocked,
    MarksReleased,
    MeasureAnswered,
    PictureAdded,
    PictureChanged,
    PictureStruck,
    PracticeAnswered,
    PracticeReleased,
    ReflectionWritten,
    ReportShared,
    ResolutionWritten,
    State,
    StatementMarked,
    TermOpened,
    VoteCast,
    Way,
)
from game_server.room.events_lessons import (
    LessonHidden,
    LessonMerged,
    LessonShown,
    LessonStarred,
    LessonTakenBack,
    LessonWritten,
)
from game_server.room.events_measures import GradeGiven, PriorityAnswered
from game_server.room.events_pressure import (
    InjectEdited,
    InjectRestored,
    LightsCameBack,
    LightsWentOut,
    RungClimbed,
    SeatSpared,
)
from game_server.room.events_report import ForewordWritten, WordsRestored, WordsStruck
from game_server.room.events_room import (
    AdmissionChanged,
    AutoReleaseSet,
    ClaimAccepted,
    ClaimRefused,
    DebriefBegan,
    DeviceEnded,
    DeviceTaken,
    DoorClosed,
    DoorOpened,
    HandoverOffered,
    KeepLinkMade,
    KnockAccepted,
    Knocked,
    KnockRefused,
    Links,
    LinksRenewed,
    NoteAdded,
    PhaseBegan,
    RehearsalPaced,
    ReportReleased,
    RoomClosed,
    RoomDated,
    RoomOpened,
    RoomPaused,
    RoomPlanned,
    RoomResumed,
    RoomStarted,
    ScreenShown,
    SeatCameBack,
    SeatClaimed,
    SeatErased,
    SeatHandedOver,
    SeatMoved,
    SeatRecast,
    SeatRemoved,
    SeatRenamed,
    SeatTaken,
    SeatWentAway,
    SpokespersonNamed,
    TeamNamed,
)
from game_server.room.events_sittings import RoomForked, SharingSet
from game_server.room.events_take_home import (
    MeetingAccepted,
    MeetingDeclined,
    MeetingProposed,
    MeetingWithdrawn,
)

__all__ = [
    "AdmissionChanged",
    "AnyFact",
    "AutoReleaseSet",
    "ClaimAccepted",
    "ClaimRefused",
    "ClockLapsed",
    "ClockStarted",
    "ClockStopped",
    "DeadlineReached",
    "DebriefBegan",
    "DebriefShown",
    "DecisionExtended",
    "DecisionMoved",
    "DecisionOpened",
    "DecisionSettled",
    "DeviceEnded",
    "DeviceTaken",
    "DoorClosed",
    "DoorOpened",
    "ForewordWritten",
    "GradeGiven",
    "HandoverOffered",
    "IndicatorMoved",
    "InjectCancelled",
    "InjectComposed",
    "InjectEdited",
    "InjectHeld",
    "InjectRead",
    "InjectRecalled",
    "InjectReleased",
    "InjectRestored",
    "InjectShared",
    "InjectSkipped",
    "InjectUnlocked",
    "KeepLinkMade",
    "KnockAccepted",
    "KnockRefused",
    "Knocked",
    "LessonHidden",
    "LessonMerged",
    "LessonShown",
    "LessonStarred",
    "LessonTakenBack",
    "LessonWritten",
    "LightsCameBack",
    "LightsWentOut",
    "Links",
    "LinksRenewed",
    "MarksReleased",
    "MeasureAnswered",
    "MeetingAccepted",
    "MeetingDeclined",
    "MeetingProposed",
    "MeetingWithdrawn",
    "NoteAdded",
    "PartLetThrough",
    "PhaseBegan",
    "PictureAdded",
    "PictureChanged",
    "PictureStruck",
    "PracticeAnswered",
    "PracticeReleased",
    "PriorityAnswered",
    "ReflectionWritten",
    "RehearsalPaced",
    "ReplayMoved",
    "ReportReleased",
    "ReportShared",
    "ResolutionWritten",
    "RoomClosed",
    "RoomDated",
    "RoomForked",
    "RoomOpened",
    "RoomPaused",
    "RoomPlanned",
    "RoomResumed",
    "RoomStarted",
    "RungClimbed",
    "ScreenShown",
    "SeatCameBack",
    "SeatClaimed",
    "SeatErased",
    "SeatHandedOver",
    "SeatMoved",
    "SeatRecast",
    "SeatRemoved",
    "SeatRenamed",
    "SeatSpared",
    "SeatTaken",
    "SeatWentAway",
    "SharingSet",
    "SpokespersonNamed",
    "State",
    "StatementMarked",
    "TeamNamed",
    "TermOpened",
    "VoteCast",
    "Way",
    "WordsRestored",
    "WordsStruck",
]

AnyFact: TypeAlias = Annotated[
    RoomOpened
    | LinksRenewed
    | DoorOpened
    | DoorClosed
    | AdmissionChanged
    | AutoReleaseSet
    | RoomPlanned
    | RoomDated
    | RoomStarted
    | RoomPaused
    | RoomResumed
    | DebriefBegan
    | RoomClosed
    | PhaseBegan
    | ReportReleased
    | ScreenShown
    | NoteAdded
    | SeatTaken
    | SeatClaimed
    | ClaimAccepted
    | ClaimRefused
    | Knocked
    | KnockAccepted
    | KnockRefused
    | HandoverOffered
    | SeatHandedOver
    | SeatMoved
    | SeatRemoved
    | SeatRenamed
    | SeatWentAway
    | SpokespersonNamed
    | SeatCameBack
    | SeatErased
    | SeatRecast
    | RehearsalPaced
    | KeepLinkMade
    | DeviceTaken
    | DeviceEnded
    | InjectReleased
    | InjectComposed
    | InjectHeld
    | InjectSkipped
    | InjectRecalled
    | InjectRead
    | InjectShared
    | InjectUnlocked
    | InjectCancelled
    | PictureAdded
    | PictureChanged
    | PictureStruck
    | DecisionMoved
    | DecisionOpened
    | DecisionExtended
    | DeadlineReached
    | VoteCast
    | DecisionSettled
    | StatementMarked
    | MarksReleased
    | IndicatorMoved
    | ClockStarted
    | ClockStopped
    | ClockLapsed
    | MeasureAnswered
    | ReflectionWritten
    | PracticeAnswered
    | PracticeReleased
    | TermOpened
    | ResolutionWritten
    | ReportShared
    | ForewordWritten
    | WordsStruck
    | WordsRestored
    | InjectEdited
    | InjectRestored
    | LightsCameBack
    | LightsWentOut
    | RungClimbed
    | SeatSpared
    | RoomForked
    | SharingSet
    | DebriefShown
    | PartLetThrough
    | ReplayMoved
    | MeetingProposed
    | MeetingAccepted
    | MeetingDeclined
    | MeetingWithdrawn
    | PriorityAnswered
    | GradeGiven
    | LessonHidden
    | LessonMerged
    | LessonShown
    | LessonStarred
    | LessonTakenBack
    | LessonWritten,
    Field(discriminator="type"),
]
