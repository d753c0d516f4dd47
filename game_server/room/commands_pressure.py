"""What may be asked about pressure: other words for an inject, a step up the ladder, dark phones."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game_server.room.commands_base import Command, Ref
from game_server.room.words import Body, Title


class EditInject(Command):
    """Other words for an inject that is not out yet; without `team` in every team where it is not."""

    type: Literal["inject.edit"]
    inject: Ref
    from_: Title = Field(alias="from")
    subject: Title | None = None
    body: Body
    team: Ref | None = None


class RestoreInject(Command):
    """The scenario's own words again."""

    type: Literal["inject.restore"]
    inject: Ref
    team: Ref | None = None


class ClimbLadder(Command):
    """The deciding role's step up, from its own phone. `from`: the rung that the asker saw; absent: none yet."""

    type: Literal["ladder.climb"]
    rung: Ref
    from_: Ref | None = Field(default=None, alias="from")


class ClimbAtDesk(Command):
    """As `ClimbLadder`, on the word of the deciding role; without one only when none is at the table."""

    type: Literal["ladder.climb"]
    rung: Ref
    team: Ref
    from_: Ref | None = Field(default=None, alias="from")
    on_word_of: Ref | None = None


class DarkenPhones(Command):
    """From now; phones that are dark already stay so until the new end."""

    type: Literal["lights.out"]
    minutes: float = Field(ge=0.5, le=15)
    team: Ref | None = None


class LightPhones(Command):
    type: Literal["lights.on"]
    team: Ref | None = None


class SpareSeat(Command):
    """Whether this chair's phone stays lit; nobody has to say why."""

    type: Literal["seat.spare"]
    seat: Ref
    spared: bool
