"""What a room answers to a command: the facts that follow, or a refusal. One door for all askers."""

from __future__ import annotations

from typing import assert_never

from game_server.room import (
    admission,
    conversation,
    deadlines,
    decide_seat,
    editing,
    handover,
    ladder,
    lessons,
    lights,
    news,
    own_words,
    pacing,
    rehearsing,
    seating,
    settling,
    sittings,
    spokesperson,
    voting,
)
from game_server.room.answers import is_debriefing
from game_server.room.asked import Asked, Decided
from game_server.room.commands import (
    AddNote,
    AddSeat,
    AnswerClaim,
    AnswerKnock,
    ClaimSeat,
    ClimbAtDesk,
    CloseUnused,
    ComposeInject,
    DarkenPhones,
    DateRoom,
    EditInject,
    EndDevice,
    EnterVote,
    ExtendDecision,
    ForkRoom,
    LetThrough,
    LightPhones,
    MakeKeepLink,
    MergeLesson,
    MoveAdmission,
    MoveDecision,
    MoveDoor,
    MoveInject,
    MoveLesson,
    MovePhase,
    MoveReplay,
    MoveRoom,
    MoveSeat,
    NameSpokesperson,
    NoteErasure,
    OfferHandover,
    OpenRoom,
    OpenTeam,
    PaceRehearsal,
    PairScreen,
    PauseRoom,
    PlanRoom,
    ReachDeadlines,
    RecastSeat,
    ReleaseReport,
    RemoveSeat,
    RenameSeat,
    RenewLinks,
    ReopenDecision,
    RestoreInject,
    RestoreWords,
    SetAuto,
    SetSharing,
    SettleAtDesk,
    ShowOnScreen,
    ShowStep,
    SpareSeat,
    StrikeWords,
    TakeDevice,
    TakeHandedSeat,
    TakeLessonBack,
    TakeSeat,
    UndoStep,
    WriteForeword,
)
from game_server.room.events import (
    LinksRenewed,
    NoteAdded,
    ReportReleased,
    RoomClosed,
    RoomOpened,
    ScreenShown,
    SeatErased,
)
from game_server.room.events_room import Links, TeamNamed
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue

__all__ = ["Asked", "Decided", "decide"]

ANYTIME = (
    RenewLinks,
    ForkRoom,
    NoteErasure,
    ReachDeadlines,
    CloseUnused,
    MakeKeepLink,
    TakeSeat,
    TakeHandedSeat,
    ClaimSeat,
    TakeDevice,
    WriteForeword,
    StrikeWords,
    RestoreWords,
    TakeLessonBack,
)
"""What may still be asked of a room that is closed, besides the desk's report and devices."""


def decide(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    """The facts that follow from a command, none if it changes nothing. Raises Refused.

    The caller has looked up repeats in `room.answers` already.
    """
    command = asked.command
    if (room.status == "new") != isinstance(command, OpenRoom):
        raise Refused("unknown_code")
    if room.status == "closed" and not isinstance(command, (*ANYTIME, ReleaseReport, EndDevice, AddNote, MoveRoom)):
        raise Refused("closed")
    kind = asked.by.partition(":")[0]
    if kind == "seat":
        return decide_seat.decide(asked, room, catalogue)
    if kind == "observer":
        return _note(asked, room)
    if kind == "desk":
        device = room.devices.get(asked.by.partition(":")[2])
        if device is None or device.ended or device.kind != "desk":
            raise Refused("device_ended")
        return _desk(asked, room, catalogue)
    return _inner(asked, room, catalogue)


def _desk(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    command = asked.command
    match command:
        case MoveRoom():
            return pacing.move_room(command, asked, room, catalogue)
        case PauseRoom():
            return pacing.pause(command, room)
        case MoveDoor() | MoveAdmission() | SetAuto() | PlanRoom() | DateRoom() | PaceRehearsal() | SetSharing():
            return _switch(command, asked, room)
        case MovePhase():
            return pacing.move_phase(command, asked, room, catalogue)
        case UndoStep():
            return pacing.undo(command, asked, room, catalogue)
        case MoveInject():
            return news.move(command, asked, room, catalogue)
        case ComposeInject():
            return news.compose(command, room, catalogue)
        case MoveDecision() | ExtendDecision() | ReopenDecision() | EnterVote() | SettleAtDesk():
            return _ballot(command, asked, room, catalogue)
        case AddSeat() | MoveSeat() | RemoveSeat() | RenameSeat() | AnswerClaim() | AnswerKnock() | EndDevice():
            return _people(command, room, catalogue)
        case AddNote() | ShowOnScreen() | ReleaseReport() | PairScreen() | OpenTeam():
            return _small(command, asked, room, catalogue)
        case TakeDevice(kind="screen"):
            return seating.take_device(command, room)
        case NameSpokesperson():
            return spokesperson.name(command, asked, room)
        case WriteForeword():
            return own_words.foreword(command, room)
        case OfferHandover():
            return handover.offer(command, asked, room)
        case EditInject() | RestoreInject() | ClimbAtDesk() | DarkenPhones() | LightPhones() | SpareSeat():
            return _pressure(command, asked, room, catalogue)
        case ShowStep() | LetThrough() | MoveReplay():
            return _conversation(command, room, catalogue)
        case MoveLesson() | MergeLesson():
            return lessons.at_desk(command, room)
        case _:
            raise Refused("bad_request")


def _switch(
    command: MoveDoor | MoveAdmission | SetAuto | PlanRoom | DateRoom | PaceRehearsal | SetSharing,
    asked: Asked,
    room: Room,
) -> Decided:
    match command:
        case MoveDoor():
            return pacing.door(command, room)
        case MoveAdmission():
            return admission.switch(command, room)
        case SetAuto():
            return pacing.auto(command, room)
        case PlanRoom():
            return pacing.plan(command, room)
        case DateRoom():
            return pacing.date(command, asked, room)
        case PaceRehearsal():
            return rehearsing.pace(command, room)
        case SetSharing():
            return sittings.share(command, room)
        case _:
            assert_never(command)


def _pressure(
    command: EditInject | RestoreInject | ClimbAtDesk | DarkenPhones | LightPhones | SpareSeat,
    asked: Asked,
    room: Room,
    catalogue: Catalogue,
) -> Decided:
    match command:
        case EditInject():
            return editing.edit(command, room, catalogue)
        case RestoreInject():
            return editing.restore(command, room, catalogue)
        case ClimbAtDesk():
            return ladder.climb_at_desk(command, asked, room, catalogue)
        case DarkenPhones():
            return lights.out(command, asked, room)
        case LightPhones():
            return lights.on(command, room)
        case SpareSeat():
            return lights.spare(command, room)
        case _:
            assert_never(command)


def _conversation(command: ShowStep | LetThrough | MoveReplay, room: Room, catalogue: Catalogue) -> Decided:
    match command:
        case ShowStep():
            return conversation.show(command, room, catalogue)
        case LetThrough():
            return conversation.let(command, room, catalogue)
        case MoveReplay():
            return conversation.replay(command, room)
        case _:
            assert_never(command)


def _ballot(
    command: MoveDecision | ExtendDecision | ReopenDecision | EnterVote | SettleAtDesk,
    asked: Asked,
    room: Room,
    catalogue: Catalogue,
) -> Decided:
    match command:
        case MoveDecision():
            return voting.move(command, asked, room, catalogue)
        case ExtendDecision():
            return voting.extend(command, asked, room, catalogue)
        case ReopenDecision():
            return voting.reopen(command, asked, room, catalogue)
        case EnterVote():
            return voting.enter(command, asked, room, catalogue)
        case SettleAtDesk():
            return settling.at_desk(command, room, catalogue)
        case _:
            assert_never(command)


def _people(
    command: AddSeat | MoveSeat | RemoveSeat | RenameSeat | AnswerClaim | AnswerKnock | EndDevice,
    room: Room,
    catalogue: Catalogue,
) -> Decided:
    match command:
        case AddSeat():
            return seating.add(command, room, catalogue)
        case MoveSeat() | RemoveSeat() | RenameSeat():
            return seating.change(command, room, catalogue)
        case AnswerClaim():
            return seating.answer_claim(command, room)
        case AnswerKnock():
            return admission.answer(command, room, catalogue)
        case EndDevice():
            return seating.end_device(command, room)
        case _:
            assert_never(command)


def _small(
    command: AddNote | ShowOnScreen | ReleaseReport | PairScreen | OpenTeam,
    asked: Asked,
    room: Room,
    catalogue: Catalogue,
) -> Decided:
    match command:
        case AddNote():
            return _note(asked, room)
        case ShowOnScreen():
            return _show(command, room, catalogue)
        case ReleaseReport():
            if room.status not in ("debrief", "closed"):
                raise Refused("not_debrief")
            return Decided([] if room.report_released else [ReportReleased()])
        case PairScreen():
            raise Refused("unknown_pairing", field="pairing")
        case OpenTeam():
            raise Refused("bad_request")
        case _:
            assert_never(command)


def _show(command: ShowOnScreen, room: Room, catalogue: Catalogue) -> Decided:
    kind, _, rest = command.what.partition(":")
    if kind in ("lessons", "measures") and not is_debriefing(room, catalogue):
        raise Refused("not_debrief", field="what")
    if kind == "statement":
        team, _, decision = rest.partition(":")
        if team not in room.teams or decision not in room.teams[team].decisions:
            raise Refused("unknown_decision", field="what")
    if kind == "inject" and rest not in catalogue.injects and rest not in room.composed:
        raise Refused("unknown_inject", field="what")
    return Decided([] if room.showing == command.what else [ScreenShown(what=command.what)])


def _note(asked: Asked, room: Room) -> Decided:
    command = asked.command
    if not isinstance(command, AddNote):
        raise Refused("bad_request")
    note = f"n{room.version + 1}"
    return Decided([NoteAdded(note=note, text=command.text, about=command.about)], {"note": note})


def _inner(asked: Asked, room: Room, catalogue: Catalogue) -> Decided:
    command = asked.command
    match command:
        case OpenRoom():
            return _open(command, catalogue)
        case ForkRoom():
            return sittings.fork(command, room)
        case RenewLinks():
            return Decided([LinksRenewed(links=_links(command.links))])
        case TakeSeat():
            return admission.take(command, room, catalogue)
        case TakeHandedSeat():
            return handover.take(command, asked, room)
        case ClaimSeat():
            return seating.claim(command, room)
        case TakeDevice():
            return seating.take_device(command, room)
        case MakeKeepLink():
            return seating.keep(command, room)
        case RecastSeat():
            return rehearsing.recast(command, room)
        case ReachDeadlines():
            return deadlines.reach(asked, room, catalogue)
        case CloseUnused():
            return Decided([] if room.status == "closed" else [RoomClosed()])
        case NoteErasure():
            return Decided([SeatErased(seat=command.seat, epoch=command.epoch)])
        case _:
            raise Refused("bad_request")


def _links(links: tuple[str, str, str]) -> Links:
    return Links(facilitator=links[0], screen=links[1], observer=links[2])


def _open(command: OpenRoom, catalogue: Catalogue) -> Decided:
    teams = tuple(TeamNamed(id=f"t{order}", name=team.name) for order, team in enumerate(command.teams, start=1))
    fact = RoomOpened(
        code=command.code,
        epoch=command.epoch,
        scenario=command.scenario,
        digest=command.digest,
        language=command.language,
        title=command.title,
        teams=teams,
        key=command.key,
        links=_links(command.links),
        when=command.when,
        minutes=command.minutes,
        retention_days=command.retention_days,
        named=command.named,
        seats=command.seats,
        rehearsal=command.rehearsal,
        admission=command.admission,
        ladder=command.ladder and bool(catalogue.scenario.ladder),
        lights_out=command.lights_out,
        series=command.series,
        mirror=command.mirror,
        all_statements=command.all_statements,
        indicators={key: indicator.start for key, indicator in catalogue.scenario.indicators.items()},
    )
    return Decided([fact], {"teams": [team.id for team in teams]})
