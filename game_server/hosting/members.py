"""Who a socket is: its pass, looked up in the room as it is now."""

from __future__ import annotations

from dataclasses import dataclass

from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.views import Audience


@dataclass(frozen=True, slots=True)
class Member:
    """A connection's place in its room. `kind` and `id` as in `Room.passes`; `seat` has an `own` view.

    `silent`: a desk that listens `as` somebody else: it says nothing and is nobody's presence.
    """

    kind: str
    id: str
    audience: Audience
    seat: str | None = None
    silent: bool = False

    @property
    def by(self) -> str:
        """The actor on its commands, e.g. `seat:s4`."""
        return f"{self.kind}:{self.id}"


def member(room: Room, holder: str, language: str | None, as_: str | None = None) -> Member:
    """Who holds this pass hash.

    Raises Refused: `unknown_pass`, `claim_waiting`, `knock_waiting`, or for a wrong `as` `bad_request`.
    """
    kind, id_ = room.passes.get(holder, ("", ""))
    language = language or room.language
    if as_ is not None:
        if kind != "desk":
            raise Refused("bad_request", field="as")
        return _as(room, id_, as_, language)
    match kind:
        case "seat" if not room.seats[id_].removed:
            return _seat(room, kind, id_, id_, language)
        case "desk" | "observer":
            return Member(kind, id_, Audience(kind, language))
        case "screen":
            return Member(kind, id_, Audience("screen", language, team=room.devices[id_].team))
        case "claim":
            raise Refused("claim_waiting")
        case "knock":
            raise Refused("knock_waiting")
        case _:
            raise Refused("unknown_pass")


def _seat(room: Room, kind: str, id_: str, seat: str, language: str, *, silent: bool = False) -> Member:
    chair = room.seats[seat]
    audience = Audience("seat", language, team=chair.team, role=chair.role)
    return Member(kind, id_, audience, seat=seat, silent=silent)


def _as(room: Room, desk: str, as_: str, language: str) -> Member:
    what, _, team = as_.partition(":")
    if what == "screen" and (not team or team in room.teams):
        return Member("desk", desk, Audience("screen", language, team=team or None), silent=True)
    if as_ in room.seats and not room.seats[as_].removed:
        return _seat(room, "desk", desk, as_, language, silent=True)
    raise Refused("bad_request", field="as")
