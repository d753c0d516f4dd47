"""Whom a batch of events can concern, so that only their views are built anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from game_server.room.envelope import Event
from game_server.room.events import (
    AdmissionChanged,
    AnyFact,
    AutoReleaseSet,
    ClaimAccepted,
    ClaimRefused,
    ClockLapsed,
    ClockStarted,
    ClockStopped,
    DeadlineReached,
    DebriefBegan,
    DebriefShown,
    DecisionExtended,
    DecisionMoved,
    DecisionOpened,
    DecisionSettled,
    DeviceEnded,
    DeviceTaken,
    DoorClosed,
    DoorOpened,
    ForewordWritten,
    GradeGiven,
    HandoverOffered,
    IndicatorMoved,
    InjectCancelled,
    InjectComposed,
    InjectEdited,
    InjectHeld,
    InjectRead,
    InjectRecalled,
    InjectReleased,
    InjectRestored,
    InjectShared,
    InjectSkipped,
    InjectUnlocked,
    KeepLinkMade,
    KnockAccepted,
    Knocked,
    KnockRefused,
    LessonHidden,
    LessonMerged,
    LessonShown,
    LessonStarred,
    LessonTakenBack,
    LessonWritten,
    LightsCameBack,
    LightsWentOut,
    LinksRenewed,
    MarksReleased,
    MeasureAnswered,
    MeetingAccepted,
    MeetingDeclined,
    MeetingProposed,
    MeetingWithdrawn,
    NoteAdded,
    PartLetThrough,
    PhaseBegan,
    PictureAdded,
    PictureChanged,
    PictureStruck,
    PracticeAnswered,
    PracticeReleased,
    PriorityAnswered,
    ReflectionWritten,
    RehearsalPaced,
    ReplayMoved,
    ReportReleased,
    ReportShared,
    ResolutionWritten,
    RoomClosed,
    RoomDated,
    RoomForked,
    RoomOpened,
    RoomPaused,
    RoomPlanned,
    RoomResumed,
    RoomStarted,
    RungClimbed,
    ScreenShown,
    SeatCameBack,
    SeatClaimed,
    SeatErased,
    SeatHandedOver,
    SeatMoved,
    SeatRecast,
    SeatRemoved,
    SeatRenamed,
    SeatSpared,
    SeatTaken,
    SeatWentAway,
    SharingSet,
    SpokespersonNamed,
    StatementMarked,
    TermOpened,
    VoteCast,
    WordsRestored,
    WordsStruck,
)
from game_server.room.evolve_game import GameFact
from game_server.room.evolve_lessons import LessonFact, MeasureFact
from game_server.room.evolve_pressure import PressureFact
from game_server.room.evolve_report import ReportFact
from game_server.room.evolve_take_home import TakeHomeFact
from game_server.views.lens import Audience

SeatFact: TypeAlias = (
    SeatMoved
    | SeatRemoved
    | SeatRenamed
    | SeatWentAway
    | SeatCameBack
    | SeatErased
    | SeatHandedOver
    | SeatRecast
    | ClaimAccepted
)


@dataclass(frozen=True, slots=True)
class Touched:
    """Who may see something new. None stands for all: every team, every seat.

    The desk is concerned by everything. `presence`: who sits where has changed. `tally`: nothing came in but what is
    counted, so the frames can wait a little and travel together. `every_screen`: the teams' own as well.
    """

    teams: frozenset[str] | None = frozenset()
    own: frozenset[str] | None = frozenset()
    screens: bool = False
    every_screen: bool = False
    observers: bool = False
    presence: bool = False
    tally: bool = False

    def reaches(self, audience: Audience) -> bool:
        """False only when this audience's view is what it was."""
        match audience.kind:
            case "desk" | "rows":
                return True
            case "observer":
                return self.observers
            case "screen" if audience.team is None:
                return self.screens
            case "screen" if self.every_screen:
                return True
            case "screen" | "seat":
                return self.teams is None or audience.team in self.teams
            case _:
                assert_never(audience.kind)

    def reaches_own(self, seat: str) -> bool:
        """False only when what this seat alone sees is what it was."""
        return self.own is None or seat in self.own


COUNTED = (VoteCast, PracticeAnswered, StatementMarked, MeasureAnswered, PriorityAnswered, GradeGiven, LessonStarred)
"""What comes from many at once and is only counted."""
NOBODY = Touched()
EVERYONE = Touched(teams=None, screens=True, observers=True)


def touched(events: Iterable[Event]) -> Touched:
    """Joined over the batch."""
    events = list(events)
    facts = [event.fact for event in events]
    parts = [_touched(event.fact, event.by) for event in events]
    return Touched(
        teams=_join([part.teams for part in parts]),
        own=_join([part.own for part in parts]),
        screens=any(part.screens for part in parts),
        every_screen=any(part.every_screen for part in parts),
        observers=any(part.observers for part in parts),
        presence=any(part.presence for part in parts),
        tally=bool(facts) and all(isinstance(fact, COUNTED) for fact in facts),
    )


def _join(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [one for one in sets if one is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _touched(fact: AnyFact, by: str) -> Touched:
    match fact:
        case RoomOpened() | DoorOpened() | DoorClosed() | RoomStarted() | RoomPaused() | RoomResumed():
            return EVERYONE
        case DebriefBegan() | RoomClosed() | PhaseBegan() | ReportReleased() | ScreenShown() | RehearsalPaced():
            return EVERYONE
        case LinksRenewed() | SeatClaimed() | ClaimRefused() | KeepLinkMade() | DeviceTaken() | DeviceEnded():
            return NOBODY
        case RoomPlanned() | RoomDated() | RoomForked() | DebriefShown() | PartLetThrough() | ReplayMoved():
            return EVERYONE
        case SharingSet():
            return EVERYONE
        case AutoReleaseSet():
            return NOBODY
        case AdmissionChanged() | Knocked() | KnockAccepted() | KnockRefused() | HandoverOffered():
            return NOBODY
        case NoteAdded():
            return Touched(observers=True)
        case SeatTaken():
            return replace(_of_team(fact.team, own=frozenset({fact.seat})), presence=True)
        case SpokespersonNamed():
            return _of_team(fact.team)
        case SeatMoved() | SeatRemoved() | SeatRenamed() | SeatErased():
            return replace(_of_seat(fact), own=None)  # whoever meets this person sees who it is, or that it is gone
        case SeatWentAway() | SeatCameBack() | SeatHandedOver() | SeatRecast() | ClaimAccepted():
            return _of_seat(fact)
        case LessonWritten() | LessonTakenBack() | LessonStarred() | LessonShown() | LessonHidden() | LessonMerged():
            return _lesson(fact, by)
        case PriorityAnswered() | GradeGiven():
            return _measure(fact)
        case _:
            return _game(fact)


def _game(fact: GameFact | PressureFact | ReportFact | TakeHomeFact) -> Touched:
    match fact:
        case InjectEdited() | InjectRestored() | TermOpened() | ForewordWritten():
            return NOBODY
        case RungClimbed() | LightsWentOut() | LightsCameBack():
            return _of_team(fact.team)
        case SeatSpared() | WordsStruck() | WordsRestored():
            return Touched(own=frozenset({fact.seat}))
        case InjectHeld() | InjectSkipped() | InjectUnlocked() | InjectCancelled() | InjectComposed():
            return NOBODY
        case MeasureAnswered():
            return _measure(fact)
        case InjectRead() | ReflectionWritten():
            return Touched(own=frozenset({fact.seat}))
        case ResolutionWritten():
            return Touched(own=frozenset({fact.seat, fact.with_seat or fact.seat}))
        case MeetingProposed() | MeetingAccepted() | MeetingDeclined() | MeetingWithdrawn():
            return Touched(own=frozenset({fact.writer, fact.other}))
        case PracticeAnswered():
            return Touched(teams=frozenset({fact.team}), own=frozenset({fact.seat}))
        case PracticeReleased():
            return Touched(teams=None)
        case VoteCast() | StatementMarked():
            return _of_team(fact.team, own=frozenset({fact.seat}))
        case DecisionMoved():
            return _of_team(fact.team, own=None if fact.back else frozenset())
        case DecisionOpened() | DecisionSettled():
            return _of_team(fact.team, own=None)
        case InjectReleased() | InjectRecalled() | InjectShared() | IndicatorMoved():
            return _of_team(fact.team)
        case DecisionExtended() | DeadlineReached() | PictureAdded() | PictureChanged() | PictureStruck():
            return _of_team(fact.team)
        case MarksReleased():
            return _of_team(fact.team)
        case ClockStarted() | ClockStopped() | ClockLapsed() | ReportShared():
            return Touched(teams=frozenset({fact.team}))
        case _:
            assert_never(fact)


def _lesson(fact: LessonFact, by: str) -> Touched:
    """The facts do not name who wrote or starred; a phone does not hear how many stars there are."""
    match fact:
        case LessonWritten():
            return Touched(own=frozenset({by.partition(":")[2]}))
        case LessonStarred():
            return Touched(own=frozenset({by.partition(":")[2]}), screens=True, every_screen=True, observers=True)
        case LessonTakenBack() | LessonShown() | LessonHidden() | LessonMerged():
            return Touched(teams=None, own=None, screens=True, observers=True)
        case _:
            assert_never(fact)


def _measure(fact: MeasureAnswered | MeasureFact) -> Touched:
    """What was answered before is counted nowhere but on the desk, until a screen shows it."""
    own = frozenset({fact.seat})
    if isinstance(fact, GradeGiven) or fact.moment == "before":
        return Touched(own=own)
    return Touched(own=own, screens=True, every_screen=True, observers=True)


def _of_seat(fact: SeatFact) -> Touched:
    """Who sits where: the facts do not name the team that was left."""
    return Touched(teams=None, own=frozenset({fact.seat}), screens=True, observers=True, presence=True)


def _of_team(team: str, own: frozenset[str] | None = frozenset()) -> Touched:
    return Touched(teams=frozenset({team}), own=own, screens=True, observers=True)
