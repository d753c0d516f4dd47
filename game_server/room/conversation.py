"""The talk afterwards: which step is shown, what may be seen of it, and the moment that is replayed."""

from __future__ import annotations

from game_server.room.asked import Decided, team_of
from game_server.room.commands import LetThrough, MoveReplay, ShowStep
from game_server.room.events import DebriefShown, PartLetThrough, ReplayMoved
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.room.state_conversation import Conversation
from game_server.scenario.catalogue import Catalogue
from game_server.scenario.conversation import Step, steps


def show(command: ShowStep, room: Room, catalogue: Catalogue) -> Decided:
    """Another step on all screens. What is shown already changes nothing."""
    _debriefing(room)
    if command.step is not None and _is_closing(room, catalogue):
        raise Refused("not_debrief")
    if command.step is not None and all(step.id != command.step for step in steps(catalogue.scenario)):
        raise Refused("unknown_step", field="step")
    if command.thing is not None and command.thing not in catalogue.decisions:
        raise Refused("unknown_decision", field="thing")
    held = room.conversation
    if (held.step, held.thing, held.page) == (command.step, command.thing, command.page):
        return Decided([])
    return Decided([DebriefShown(step=command.step, thing=command.thing, page=command.page)])


def let(command: LetThrough, room: Room, catalogue: Catalogue) -> Decided:
    """Lets a part be seen, or no longer. Votes that were not revealed to the table stay where they are."""
    _debriefing(room)
    team, decision = command.team, command.decision
    if command.part == "matrix":
        team = decision = None
    else:
        if decision not in catalogue.decisions:
            raise Refused("unknown_decision", field="decision")
        run = team_of(room, team or "").decisions.get(decision)
        if run is None or run.ballot is None or not run.ballot.revealed:
            raise Refused("not_revealed", field="decision")
    if ((command.part, team or "", decision or "") in room.conversation.let) == command.on:
        return Decided([])
    return Decided([PartLetThrough(part=command.part, on=command.on, team=team, decision=decision)])


def replay(command: MoveReplay, room: Room) -> Decided:
    """The screens show the room as it was, or go back to now."""
    _debriefing(room)
    held = room.conversation.replay
    if command.moment is None:
        return Decided([] if held is None else [ReplayMoved()])
    at = min(command.moment, room.clock.base)
    if held is not None and command.speed == held.speed == 0 and held.at == at:
        return Decided([])
    return Decided([ReplayMoved(moment=at, speed=command.speed)])


def current(room: Room, catalogue: Catalogue) -> Step | None:
    """The step that all screens show now; None outside the debrief, and in its closing words."""
    if room.status != "debrief" or _is_closing(room, catalogue):
        return None
    return next((step for step in steps(catalogue.scenario) if step.id == room.conversation.step), None)


def is_replaying(room: Room) -> bool:
    """Whether the screens look back; whatever the facilitator puts on them comes first."""
    return room.status == "debrief" and room.showing == "auto" and room.conversation.replay is not None


def is_let(held: Conversation, part: str, team: str = "", decision: str = "") -> bool:
    return (part, team, decision) in held.let


def _is_closing(room: Room, catalogue: Catalogue) -> bool:
    return room.phase is not None and catalogue.phase(room.phase.id).kind == "close"


def _debriefing(room: Room) -> None:
    if room.status != "debrief":
        raise Refused("not_debrief")
