"""What crosses the door besides views and commands: HTTP answers, handshake, frames, acks (bodies: `wire_asked`)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from game_server.room.commands import DeskCommand, ObserverCommand, SeatCommand
from game_server.transport.wire_asked import (
    Ask,
    AttendanceBody,
    BotBody,
    ClaimBody,
    DeviceBody,
    Download,
    ForkBody,
    HandoverBody,
    KeepBody,
    Language,
    LinkSecret,
    OpenRoomBody,
    PairingBody,
    Pass,
    QrBody,
    RoomSettings,
    TakeHandedBody,
    TakeOverBody,
    TakeSeatBody,
    TeamAsked,
    TicketBody,
    Variant,
)

__all__ = [
    "Ask",
    "AttendanceBody",
    "BotBody",
    "ClaimBody",
    "DeviceBody",
    "Download",
    "ForkBody",
    "HandoverBody",
    "KeepBody",
    "Language",
    "LinkSecret",
    "OpenRoomBody",
    "PairingBody",
    "Pass",
    "QrBody",
    "RoomSettings",
    "TakeHandedBody",
    "TakeOverBody",
    "TakeSeatBody",
    "TeamAsked",
    "TicketBody",
    "Variant",
]

Audience: TypeAlias = Literal["seat", "desk", "observer", "screen"]
RoomStatus: TypeAlias = Literal["prepared", "lobby", "running", "paused", "debrief", "closed"]


class Answer(BaseModel):
    """Base of what the server answers over HTTP; absent means absent, never null."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# ---------------------------------------------------------------- HTTP: what is answered


class ScenarioRole(Answer):
    id: str
    name: str
    short: str
    summary: str
    min: int
    max: int


class ScenarioLine(Answer):
    """Texts in the asked language. `ladder`: the names of its rungs, lowest first."""

    id: str
    version: str
    title: str
    theme: Literal["crime", "own_house", "society", "leadership"]
    languages: tuple[Language, ...]
    minutes: int
    municipality: str
    summary: str
    ladder: tuple[str, ...] = ()
    roles: tuple[ScenarioRole, ...]


class Scenarios(Answer):
    scenarios: tuple[ScenarioLine, ...]


class RoomLinks(Answer):
    """Whole addresses; secrets stand in the fragment."""

    join: str
    facilitator: str
    screen: str
    observer: str


class TeamLinks(Answer):
    join: str
    screen: str


class TeamOpened(Answer):
    id: str
    name: str
    links: TeamLinks


class RoomOpenedAnswer(Answer):
    """Shown once: the server keeps only hashes of the secrets in these links."""

    code: str
    links: RoomLinks
    teams: tuple[TeamOpened, ...]


class RoomLine(Answer):
    """One of a key's own rooms. `erase_at`: known from the closing on; `closes_at`: until then, if nothing happens."""

    code: str
    title: str
    scenario: str
    language: str
    status: RoomStatus
    opened_at: int
    when: int | None = None
    closed_at: int | None = None
    closes_at: int | None = None
    erase_at: int | None = None
    teams: int
    seats: int
    rehearsal: bool = False


class Rooms(Answer):
    rooms: tuple[RoomLine, ...]


class CardLine(Answer):
    """What a role decides, may not, and always asks."""

    decides: tuple[str, ...]
    may_not: tuple[str, ...]
    asks: tuple[str, ...]


class RoleInfo(Answer):
    id: str
    name: str
    short: str
    summary: str
    card: CardLine


class TeamInfo(Answer):
    """`free`: role → chairs that nobody holds; `taken`: role → chairs that somebody holds.

    `waiting`: role → people who wait to be let in to just that chair, where there are some.
    """

    id: str
    name: str
    free: dict[str, int]
    taken: dict[str, int]
    waiting: dict[str, int] | None = None


class RoomInfo(Answer):
    """All that anyone with the code may know. `counted`: counts without names outlive the room.

    `join`: the address at which other devices join; `admission`: who takes a chair waits until the desk lets them in.
    `operator`: who runs this server, where it says so.
    """

    code: str
    title: str
    municipality: str
    status: RoomStatus
    language: str
    languages: tuple[Language, ...]
    door: bool
    admission: bool
    named: bool
    privacy: str
    retention_days: int
    counted: bool = False
    operator: str | None = None
    join: str
    teams: tuple[TeamInfo, ...]
    roles: tuple[RoleInfo, ...]


class SeatGiven(Answer):
    seat: str
    team: str
    role: str


class KnockMade(Answer):
    """Asked again with the same pass: 202 while the desk decides, 200 and the seat once let in, 403 if not."""

    knock: str
    state: Literal["waiting"] = "waiting"


class HandoverOffer(Answer):
    """`url` gives the chair to the device that opens it, once, until `until` (ms since 1970)."""

    seat: str
    url: str
    until: int


class HandedSeat(Answer):
    """The chair with its holder's name, which the other device does not know."""

    seat: str
    team: str
    role: str
    name: str


class ClaimMade(Answer):
    """Asked again with the same pass: 202 while the desk decides, 200 and the seat once accepted, 409 if refused."""

    claim: str
    state: Literal["waiting"] = "waiting"


class Pairing(Answer):
    """A short code, shown as it is typed. Ask again with the same pass: 202 while waiting, 200 with the device."""

    pairing: str
    state: Literal["waiting"] = "waiting"


class DeviceGiven(Answer):
    """`code` is the room's."""

    device: str
    kind: Literal["desk", "observer", "screen"]
    code: str
    team: str | None = None


class Cast(Answer):
    """The chairs that changed hands."""

    seats: tuple[str, ...]


class KeepGiven(Answer):
    seat: str


class Ticket(Answer):
    """`url` works once, until `until` (ms since 1970)."""

    url: str
    until: int


class Pong(Answer):
    """The server's wall clock, in ms since 1970."""

    now: int


class FieldProblem(Answer):
    field: str
    message: str


class Problem(Answer):
    """RFC 9457. `code` is stable; `detail` says in the reader's language what to do next."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    field: str | None = None
    errors: tuple[FieldProblem, ...] = ()
    retry_after: int | None = Field(default=None, description="seconds")


# ---------------------------------------------------------------- Socket.IO


class Have(BaseModel):
    """The newest (stream, version) that the client still holds."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    view: tuple[Annotated[str, Field(max_length=200)], int] | None = None
    own: tuple[Annotated[str, Field(max_length=200)], int] | None = None


class Hello(BaseModel):
    """Socket.IO `auth`. `as`: `<seat>`, `screen` or `screen:<team>`, on a desk's second connection."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    pass_: Pass = Field(alias="pass")
    have: Have = Have()
    language: Language | None = None
    as_: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_:-]{1,100}$")] | None = Field(default=None, alias="as")


class HelloRefused(Answer):
    """`connect_error`'s data."""

    code: str
    message: str


class Frame(Answer):
    """`view` and `own`: without `base` it is whole; with it, a JSON Merge Patch (RFC 7396) on that version."""

    stream: str
    version: int
    base: int | None = None
    now: int
    view: dict[str, Any]


class Tick(Answer):
    """Server time and the last version sent to this socket on each stream; a stream that it does not hear is absent."""

    now: int
    view: int | None = None
    own: int | None = None


class Presence(Answer):
    """Whole, unnumbered; the last one wins. `teams`: how many people of each are here."""

    seats: dict[str, Literal["here", "away"]]
    teams: dict[str, int]


class Bye(Answer):
    """The connection ends. `reconnect`: come back by yourself; else show why and stop."""

    code: str
    reconnect: bool


class Resync(Ask):
    """Asks for the whole `view` and `own`; no field is needed."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Did(Answer):
    """Who did what, for `stale`: a chair, a desk or the server, and the event's type."""

    by: str
    what: str


class Accepted(Answer):
    """The command's events are on disk at `version`. `result` where the command has one."""

    ok: Literal[True] = True
    version: int
    result: dict[str, Any] | None = None


class NotAccepted(Answer):
    ok: Literal[False] = False
    code: str
    message: str
    field: str | None = None
    did: Did | None = None


Ack: TypeAlias = Accepted | NotAccepted

SEAT_COMMAND: TypeAdapter[SeatCommand] = TypeAdapter(SeatCommand)
DESK_COMMAND: TypeAdapter[DeskCommand] = TypeAdapter(DeskCommand)
OBSERVER_COMMAND: TypeAdapter[ObserverCommand] = TypeAdapter(ObserverCommand)
COMMANDS: dict[str, TypeAdapter[Any]] = {
    "seat": SEAT_COMMAND,
    "desk": DESK_COMMAND,
    "observer": OBSERVER_COMMAND,
}
"""Kind of pass → what its holder can say. A kind that is absent (screen, keep) says nothing."""
