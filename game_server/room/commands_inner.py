"""What the HTTP door and the server itself ask of a room; hashes are SHA-256 in hex."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from game_server.room.commands_base import CommandId, Millis, Ref
from game_server.room.words import Name, Title


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
    admission: bool = False
    ladder: bool = False
    lights_out: bool = False
    series: bool = False
    mirror: bool = False
    all_statements: bool = False
    epoch: int = 1


class ForkRoom(Inner):
    """The room so far is a copy, without words, of the room `of`: it is played on from here, with these links."""

    of: str
    links: tuple[str, str, str]


class RenewLinks(Inner):
    links: tuple[str, str, str]


class TakeSeat(Inner):
    """Without team or role the emptiest table is given, and the first of its roles that fewest have.

    A `bot` comes by a closed door too.
    """

    pass_: str
    name: Name
    team: Ref | None = None
    role: Ref | None = None
    bot: bool = False


class ClaimSeat(Inner):
    pass_: str
    name: Name
    team: Ref
    role: Ref


class TakeDevice(Inner):
    """`link` is the hash of the link's secret; absent for a screen that a desk pairs, whose `screen.pair` had `id`.

    `name` says whose device it is.
    """

    kind: Literal["desk", "observer", "screen"]
    pass_: str
    link: str | None = None
    team: Ref | None = None
    id: CommandId | None = None
    name: Name | None = None
    bot: bool = False


class OfferHandover(Inner):
    """A desk's: `link` is the hash of the secret in a link that gives this chair to another device, once."""

    seat: Ref
    link: str


class TakeHandedSeat(Inner):
    """The other device, with the link's secret."""

    pass_: str
    link: str


class MakeKeepLink(Inner):
    """A read-only pass for a seat's report."""

    seat: str
    pass_: str


class RecastSeat(Inner):
    """In a rehearsal: a bot's chair to a person, or back to a bot."""

    seat: str
    pass_: str
    bot: bool


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
    | ForkRoom
    | RenewLinks
    | TakeSeat
    | ClaimSeat
    | TakeDevice
    | OfferHandover
    | TakeHandedSeat
    | MakeKeepLink
    | RecastSeat
    | ReachDeadlines
    | CloseUnused
    | NoteErasure
)
