"""What facts about the talk afterwards make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.envelope import Event
from game_server.room.events import DebriefShown, PartLetThrough, ReplayMoved
from game_server.room.state import Room
from game_server.room.state_conversation import Replay

ConversationFact: TypeAlias = DebriefShown | PartLetThrough | ReplayMoved
FACTS = (DebriefShown, PartLetThrough, ReplayMoved)


def evolve(room: Room, fact: ConversationFact, event: Event) -> None:
    """Applies one fact about the talk afterwards. Another step ends a replay."""
    held = room.conversation
    match fact:
        case DebriefShown():
            if fact.step != held.step:
                held.replay = None
            held.step, held.thing, held.page = fact.step, fact.thing, fact.page
        case PartLetThrough():
            key = (fact.part, fact.team or "", fact.decision or "")
            (held.let.add if fact.on else held.let.discard)(key)
        case ReplayMoved():
            at = fact.moment
            held.replay = None if at is None else Replay(event.version, at, event.at, fact.speed)
        case _:
            assert_never(fact)
