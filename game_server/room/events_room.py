"""Facts about the room itself, its people and their devices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game_server.room.marks import Fact, Personal, Secret


class TeamNamed(Fact):
    """A team as the room was opened with."""

    id: str
    name: Personal


class Links(Fact):
    """SHA-256 of the secrets in the room's links."""

    facilitator: Secret
    screen: Secret
    observer: Secret


# ---------------------------------------------------------------- the room


class RoomOpened(Fact):
    type: Literal["room_opened"] = "room_opened"
    code: str
    epoch: int
    scenario: str
    digest: str
    language: str
    title: Personal
    teams: tuple[TeamNamed, ...]
    key: str
    links: Links
    when: int | None = None
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
    indicators: dict[str, int] = Field(default_factory=dict)


class LinksRenewed(Fact):
    type: Literal["links_renewed"] = "links_renewed"
    links: Links


class DoorOpened(Fact):
    type: Literal["door_opened"] = "door_opened"


class DoorClosed(Fact):
    type: Literal["door_closed"] = "door_closed"


class AdmissionChanged(Fact):
    """Whether newcomers wait until a desk lets them in."""

    type: Literal["admission_changed"] = "admission_changed"
    on: bool


class RoomStarted(Fact):
    type: Literal["room_started"] = "room_started"


class RoomPaused(Fact):
    """Every clock stops. `until` is the wall time that people were told; `incident`: a real incident ended the game."""

    type: Literal["room_paused"] = "room_paused"
    until: int | None = None
    incident: bool = False


class RoomResumed(Fact):
    type: Literal["room_resumed"] = "room_resumed"


class DebriefBegan(Fact):
    type: Literal["debrief_began"] = "debrief_began"


class RoomClosed(Fact):
    type: Literal["room_closed"] = "room_closed"


class PhaseBegan(Fact):
    """`starts` is the story minute (since midnight of day 0) at which the phase opens; absent: no game clock.

    `ends` is where the next phase with a game clock opens: the game clock waits there.
    """

    type: Literal["phase_began"] = "phase_began"
    phase: str
    starts: float | None = None
    ends: float | None = None
    pace: float = 1
    back: bool = False


class AutoReleaseSet(Fact):
    """Whether the clock lets news out by the plan. `missed`: off by itself: news fell due while nobody served."""

    type: Literal["auto_release_set"] = "auto_release_set"
    on: bool
    missed: bool = False


class RoomPlanned(Fact):
    """The session takes so many minutes in all."""

    type: Literal["room_planned"] = "room_planned"
    minutes: int


class RoomDated(Fact):
    """The session is planned at this wall time (ms)."""

    type: Literal["room_dated"] = "room_dated"
    when: int


class ReportReleased(Fact):
    type: Literal["report_released"] = "report_released"


class ScreenShown(Fact):
    """The big screen: `auto`, `code`, `blank`, `indicators`, `statement:<team>:<decision>` or `inject:<id>`."""

    type: Literal["screen_shown"] = "screen_shown"
    what: str


class NoteAdded(Fact):
    type: Literal["note_added"] = "note_added"
    note: str
    text: Personal
    about: str | None = None


# ---------------------------------------------------------------- people and devices


class SeatTaken(Fact):
    """Without `pass_` the person has no device. `bot`: it is no person."""

    type: Literal["seat_taken"] = "seat_taken"
    seat: str
    team: str
    role: str
    name: Personal
    pass_: Secret | None = None
    bot: bool = False


class SeatClaimed(Fact):
    type: Literal["seat_claimed"] = "seat_claimed"
    claim: str
    team: str
    role: str
    name: Personal
    pass_: Secret


class ClaimAccepted(Fact):
    type: Literal["claim_accepted"] = "claim_accepted"
    claim: str
    seat: str
    pass_: Secret


class ClaimRefused(Fact):
    type: Literal["claim_refused"] = "claim_refused"
    claim: str


class Knocked(Fact):
    """Someone would like a chair and waits; the same `knock` again is another wish of the same person."""

    type: Literal["knocked"] = "knocked"
    knock: str
    name: Personal
    pass_: Secret
    team: str | None = None
    role: str | None = None


class KnockAccepted(Fact):
    """The chair that is given stands in the `SeatTaken` that follows."""

    type: Literal["knock_accepted"] = "knock_accepted"
    knock: str
    seat: str


class KnockRefused(Fact):
    type: Literal["knock_refused"] = "knock_refused"
    knock: str


class HandoverOffered(Fact):
    """A link that gives this chair to another device, once, until the wall time `until`; the one before it ends."""

    type: Literal["handover_offered"] = "handover_offered"
    seat: str
    link: Secret
    until: int


class SeatHandedOver(Fact):
    """The chair has another device; the old one's pass is dead."""

    type: Literal["seat_handed_over"] = "seat_handed_over"
    seat: str
    pass_: Secret


class SeatMoved(Fact):
    type: Literal["seat_moved"] = "seat_moved"
    seat: str
    team: str
    role: str


class SeatRemoved(Fact):
    type: Literal["seat_removed"] = "seat_removed"
    seat: str


class SeatRenamed(Fact):
    type: Literal["seat_renamed"] = "seat_renamed"
    seat: str
    name: Personal


class SpokespersonNamed(Fact):
    """Speaks for the table from now on."""

    type: Literal["spokesperson_named"] = "spokesperson_named"
    team: str
    seat: str


class SeatWentAway(Fact):
    type: Literal["seat_went_away"] = "seat_went_away"
    seat: str
    until: int | None = None


class SeatCameBack(Fact):
    type: Literal["seat_came_back"] = "seat_came_back"
    seat: str


class SeatErased(Fact):
    """The first fact after a rewrite in which this seat's `Personal` values were replaced."""

    type: Literal["seat_erased"] = "seat_erased"
    seat: str
    epoch: int


class KeepLinkMade(Fact):
    """A read-only pass of a seat, for its report on another machine."""

    type: Literal["keep_link_made"] = "keep_link_made"
    seat: str
    pass_: Secret


class DeviceTaken(Fact):
    """A desk, an observer or a screen (of one team, or of the room); `name` says whose it is. `bot`: it is nobody's."""

    type: Literal["device_taken"] = "device_taken"
    device: str
    kind: Literal["desk", "observer", "screen"]
    pass_: Secret
    team: str | None = None
    name: Personal | None = None
    bot: bool = False


class DeviceEnded(Fact):
    type: Literal["device_ended"] = "device_ended"
    device: str


# ---------------------------------------------------------------- rehearsing


class SeatRecast(Fact):
    """In a rehearsal a chair goes from a bot to a person, or back. The pass that it had counts no more."""

    type: Literal["seat_recast"] = "seat_recast"
    seat: str
    pass_: Secret
    bot: bool


class RehearsalPaced(Fact):
    """`speed`: session seconds in a real one, from now on. `led`: a bot presses the desk's next step."""

    type: Literal["rehearsal_paced"] = "rehearsal_paced"
    speed: int
    led: bool
