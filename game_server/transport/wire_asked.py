"""What a client asks over HTTP."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from game_server.room.commands import Millis, Ref
from game_server.room.words import Name, Title

Pass: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$")]
LinkSecret: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$")]
Language: TypeAlias = Literal["nl", "en"]


class Ask(BaseModel):
    """Base of what a client sends over HTTP: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TeamAsked(Ask):
    name: Title


class RoomSettings(Ask):
    """`minutes`: planned length, else the scenario's; `seats`: role → most chairs; `named`: votes revealed by name.

    `admission`: who takes a chair waits until the desk lets them in. `ladder`: teams may scale up, where the scenario
    says how. `lights_out`: news or the desk may darken a team's phones. `series`, `mirror`: see `room.sharing`.
    `all_statements`: all of the scenario's are asked, not the three that it picks.
    """

    minutes: int | None = Field(default=None, ge=5, le=480)
    retention_days: int | None = Field(default=None, ge=0, le=365)
    named: bool = False
    rehearsal: bool = False
    admission: bool = False
    ladder: bool = False
    lights_out: bool = False
    series: bool = False
    mirror: bool = False
    all_statements: bool = False
    seats: dict[Ref, Annotated[int, Field(ge=0, le=500)]] = Field(default_factory=dict, max_length=40)


class OpenRoomBody(Ask):
    """`when`: the planned start; with it the room begins `prepared`, without it in its lobby with the door open."""

    scenario: Ref
    language: Language = "nl"
    teams: tuple[TeamAsked, ...] = Field(min_length=1, max_length=60)
    title: Title | None = None
    when: Millis | None = None
    settings: RoomSettings = RoomSettings()


class ForkBody(Ask):
    """The moment from which to play on: a `version`, or session ms `session`; else the last one.

    `title` and `teams`: names for the new room.
    """

    version: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    session: Annotated[int, Field(ge=0, le=1_000_000_000)] | None = None
    title: Title | None = None
    teams: tuple[TeamAsked, ...] = Field(default=(), max_length=60)


class TakeSeatBody(Ask):
    """Without team or role the server gives the emptiest table, and the first of its roles that fewest have."""

    pass_: Pass = Field(alias="pass")
    name: Name
    team: Ref | None = None
    role: Ref | None = None


class ClaimBody(Ask):
    pass_: Pass = Field(alias="pass")
    name: Name
    team: Ref
    role: Ref


class PairingBody(Ask):
    pass_: Pass = Field(alias="pass")


class DeviceBody(Ask):
    """`link` is the secret from the link's fragment; `team` only for one team's screen; `name`: whose device it is."""

    pass_: Pass = Field(alias="pass")
    link: LinkSecret
    team: Ref | None = None
    name: Name | None = None


class HandoverBody(Ask):
    """A desk's: `link` is a secret made like a pass; whoever brings it within the quarter gets this chair, once."""

    seat: Ref
    link: LinkSecret


class TakeHandedBody(Ask):
    """The other device's: a pass of its own, and the secret from the link's fragment."""

    pass_: Pass = Field(alias="pass")
    link: LinkSecret


class BotBody(Ask):
    """`seat`: the one chair that a bot goes on in; absent: every empty one gets a bot."""

    seat: Ref | None = None


class TakeOverBody(Ask):
    """`pass` is the person's new one for the bot's chair `seat`."""

    pass_: Pass = Field(alias="pass")
    seat: Ref


class KeepBody(Ask):
    """`pass` is the new, read-only one; the seat's own pass asks for it as Bearer."""

    pass_: Pass = Field(alias="pass")


class QrBody(Ask):
    """One of this server's own links."""

    text: Annotated[str, StringConstraints(max_length=500)]


Download: TypeAlias = Literal[
    "debrief.pdf",
    "debrief.json",
    "debrief.xlsx",
    "debrief.html",
    "debrief.md",
    "journal.jsonl",
    "series.json",
    "resolution.ics",
    "mine.json",
    "mine.html",
    "pocket.pdf",
    "invitation.ics",
    "poster.pdf",
    "tents.pdf",
    "roles.pdf",
    "cards.pdf",
]
"""The last five are for the day before, and for a desk alone: the card pack holds every secret of the scenario."""
Variant: TypeAlias = Literal["full", "public"]
"""`public`: counts, no names and nothing that a person typed."""


class AttendanceBody(Ask):
    """The name that is printed on a certificate, and kept nowhere."""

    name: Title
    language: Language | None = None


class TicketBody(Ask):
    what: Download
    language: Language | None = None
    variant: Variant = "full"
    team: Ref | None = None
