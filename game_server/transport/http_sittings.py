"""HTTP for playing a session again from a moment: for a desk of the room, or for the key that opened it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from fastapi import APIRouter, Request

from game_server.debrief.mirror import Seen, seen_in
from game_server.debrief.moments import Beginning, beginnings
from game_server.debrief.names import Names
from game_server.hosting.forking import Wanted, forked
from game_server.hosting.host import Host
from game_server.hosting.lookback import Past
from game_server.hosting.patience import in_time
from game_server.journal.base import SCENARIO_FILE, Taken
from game_server.room.envelope import Event, decode, encode
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.room.words import seen
from game_server.scenario.catalogue import Catalogue
from game_server.story.counts import choices
from game_server.story.tell import tell
from game_server.transport import wire, wire_sittings
from game_server.transport.http_rooms import hashes, new_secrets, opened, own_room
from game_server.transport.parts import Here, Holder, Parts, Reader
from game_server.transport.problems import Trouble

router = APIRouter(prefix="/api", tags=["facilitator"])
_TRIES = 20


class _Source(NamedTuple):
    """What a fork needs to know of its room."""

    key: str
    digest: str
    language: str
    teams: int
    now: int


@router.get("/rooms/{code}/beginnings")
async def list_beginnings(
    code: str, request: Request, parts: Here, holder: Holder, language: Reader
) -> wire_sittings.Beginnings:
    """The moments from which this room can be played on."""
    host = await _led(code, request, parts, holder)
    events = await _events(host, parts)

    def told() -> list[Beginning]:
        story = tell(events, host.catalogue)
        return beginnings(story, Names(story.room, host.catalogue, language))

    found = await parts.hub.runtime.run_blocking(told)
    return wire_sittings.Beginnings(moments=tuple(wire_sittings.Beginning(**one._asdict()) for one in found))


@router.post("/rooms/{code}/forks", status_code=201, response_model_exclude_none=True)
async def fork_room(
    code: str, body: wire.ForkBody, request: Request, parts: Here, holder: Holder
) -> wire.RoomOpenedAnswer:
    """A new room that goes on from a moment of this one, paused, with empty chairs and links of its own."""
    host = await _led(code, request, parts, holder)
    source = await host.look(lambda room, _: _source(room, host))
    if not parts.openings.take(source.key):
        raise Trouble("too_many", retry_after=parts.openings.retry_after())
    events, secrets = await _events(host, parts), new_secrets(parts)
    pack = await in_time(parts.hub.journal.get_pack(source.digest)) or b""
    version = body.version if body.session is None else await _reached(events, body.session, parts)
    for _ in range(_TRIES):
        wanted = Wanted(
            code=parts.hub.runtime.new_code(),
            title=body.title or host.catalogue.text(host.catalogue.scenario.title, source.language),
            teams=_teams(body, source.teams),
            links=hashes(secrets),
            version=version,
        )
        lines = await parts.hub.runtime.run_blocking(partial(_lines, events, wanted, source.now, host.catalogue))
        try:
            new = await parts.hub.adopt(wanted.code, source.key, source.digest, lines, {SCENARIO_FILE: pack})
        except Taken:
            continue
        return await opened(new, secrets, parts.base(request))
    raise Trouble("not_stored")


@router.get("/rooms/{code}/mirror")
async def show_mirror(
    code: str, request: Request, parts: Here, holder: Holder, language: Reader
) -> wire_sittings.MirrorSeen:
    """What other rooms chose in the decisions that this one took, where ten rooms or more did."""
    host = await _led(code, request, parts, holder)
    mirrors = await parts.hub.runtime.run_blocking(parts.mirrors)
    scenario = host.catalogue.scenario
    seen = seen_in(mirrors, scenario.id, scenario.version)
    return await host.look(
        lambda room, _: wire_sittings.MirrorSeen(decisions=tuple(_mirrored(room, host, seen, language)))
    )


def _mirrored(
    room: Room, host: Host, seen: dict[str, Seen], language: wire.Language
) -> Iterable[wire_sittings.MirrorLine]:
    names = Names(room, host.catalogue, language)
    chosen = choices(room)
    for decision in host.catalogue.decisions:
        if decision not in seen or decision not in chosen:
            continue
        options = [option.id for option in host.catalogue.decision(decision)[1].options]
        yield wire_sittings.MirrorLine(
            decision=decision,
            title=names.decision(decision),
            rooms=seen[decision]["rooms"],
            options=tuple(
                wire_sittings.MirrorOption(
                    label=names.option(decision, option),
                    teams=seen[decision]["choices"].get(option, 0),
                    here=chosen[decision].get(option, 0),
                )
                for option in options
            ),
        )


async def _led(code: str, request: Request, parts: Parts, holder: str) -> Host:
    """The room, for one of its desks or for its key. Raises Refused, Trouble."""
    if await parts.hub.find_pass(holder) is None:
        return await own_room(parts, code, await parts.key(request))
    host = await parts.room(request, code, holder)
    kind, _ = await host.look(lambda room, _: room.passes.get(holder, ("", "")))
    if kind != "desk":
        raise Refused("not_allowed" if kind else "unknown_pass")
    return host


async def _events(host: Host, parts: Parts) -> list[Event]:
    lines = (await in_time(parts.hub.journal.read(host.code))).lines
    return await parts.hub.runtime.run_blocking(lambda: [decode(line) for line in lines])


async def _reached(events: list[Event], session: int, parts: Parts) -> int:
    """The last version of the game at this session ms."""
    return await parts.hub.runtime.run_blocking(lambda: Past(events).version_at(session))


def _source(room: Room, host: Host) -> _Source:
    return _Source(room.key, room.digest, room.language, len(room.teams), host.now())


def _teams(body: wire.ForkBody, count: int) -> tuple[str, ...]:
    """The names that were asked for, else numbers. Raises Trouble."""
    names = tuple(team.name for team in body.teams) or tuple(f"Team {number}" for number in range(1, count + 1))
    if len(names) != count:
        raise Trouble("unknown_team", field="teams")
    if len({seen(name) for name in names}) != count:
        raise Trouble("team_twice", field="teams")
    return names


def _lines(events: list[Event], wanted: Wanted, at: int, catalogue: Catalogue) -> list[bytes]:
    return [encode(event) for event in forked(events, wanted, at, catalogue)]
