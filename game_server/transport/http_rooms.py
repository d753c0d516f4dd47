"""HTTP for a facilitator's key: which scenarios there are, opening a room, and its links."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from game_server.hosting.host import Host
from game_server.journal.base import NoRoom, Taken
from game_server.room.commands import OpenRoom, RenewLinks, TeamWanted
from game_server.room.refusals import Refused
from game_server.room.words import seen
from game_server.scenario.catalogue import text_in
from game_server.scenario.model import Scenario
from game_server.transport import wire
from game_server.transport.parts import Here, Key, Parts, Reader
from game_server.transport.passes import hashed, normal_code, shown_code
from game_server.transport.problems import Trouble
from game_server.transport.shelf import Pack

router = APIRouter(prefix="/api", tags=["facilitator"])
_TRIES = 20


@router.get("/scenarios", response_model_exclude_none=True)
async def list_scenarios(parts: Here, _: Key, language: Reader) -> wire.Scenarios:
    return wire.Scenarios(scenarios=tuple(_line(pack.scenario, language) for pack in parts.shelf.packs.values()))


@router.get("/scenarios/{scenario}", response_model_exclude_none=True)
async def show_scenario(scenario: str, parts: Here, _: Key, language: Reader) -> wire.ScenarioLine:
    return _line(_pack(parts, scenario).scenario, language)


@router.get("/rooms", response_model_exclude_none=True)
async def list_rooms(parts: Here, key: Key) -> wire.Rooms:
    """The rooms that this key opened, newest first."""
    lines = await parts.hub.rooms(key)
    return wire.Rooms(rooms=tuple(wire.RoomLine.model_validate(line, from_attributes=True) for line in lines))


@router.post("/rooms", status_code=201, response_model_exclude_none=True)
async def open_room(body: wire.OpenRoomBody, request: Request, parts: Here, key: Key) -> wire.RoomOpenedAnswer:
    """Opens a room; the answer shows the secrets in its links this once."""
    pack = _pack(parts, body.scenario)
    _check(body, pack.scenario)
    if not parts.openings.take(key):
        raise Trouble("too_many", retry_after=parts.openings.retry_after())
    secrets = new_secrets(parts)
    for _ in range(_TRIES):
        order = _order(body, pack, key, parts, secrets)
        try:
            host = await parts.hub.open_room(order, pack.files)
        except Taken:
            continue
        return await opened(host, secrets, parts.base(request))
    raise Trouble("not_stored")


@router.post("/rooms/{code}/links", response_model_exclude_none=True)
async def renew_links(code: str, request: Request, parts: Here, key: Key) -> wire.RoomOpenedAnswer:
    """Fresh links; the old ones end. Devices that are in stay in."""
    host = await own_room(parts, code, key)
    secrets = new_secrets(parts)
    await host.ask("server", RenewLinks(links=hashes(secrets)))
    return await opened(host, secrets, parts.base(request))


async def own_room(parts: Parts, code: str, key: str) -> Host:
    """A room that this key opened. Raises Trouble."""
    try:
        host = await parts.hub.host(normal_code(code) or "")
    except NoRoom:
        raise Trouble("unknown_room") from None
    if await host.look(lambda room, _: room.key) != key:
        raise Trouble("unknown_room")
    return host


def _pack(parts: Parts, scenario: str) -> Pack:
    pack = parts.shelf.packs.get(scenario)
    if pack is None:
        raise Trouble("unknown_scenario", field="scenario")
    return pack


def _check(body: wire.OpenRoomBody, scenario: Scenario) -> None:
    if body.language not in scenario.languages:
        raise Trouble("bad_language", field="language")
    if any(role not in scenario.roles for role in body.settings.seats):
        raise Refused("unknown_role", field="settings.seats")
    names = [seen(team.name) for team in body.teams]
    if len(set(names)) != len(names):
        raise Trouble("team_twice", field="teams")


def new_secrets(parts: Parts) -> tuple[str, str, str]:
    new = parts.hub.runtime.new_secret
    return new(), new(), new()


def hashes(secrets: tuple[str, str, str]) -> tuple[str, str, str]:
    facilitator, screen, observer = secrets
    return hashed(facilitator), hashed(screen), hashed(observer)


def _order(body: wire.OpenRoomBody, pack: Pack, key: str, parts: Parts, secrets: tuple[str, str, str]) -> OpenRoom:
    scenario, chosen = pack.scenario, body.settings
    return OpenRoom(
        code=parts.hub.runtime.new_code(),
        scenario=scenario.id,
        digest=pack.digest,
        language=body.language,
        title=body.title or text_in(scenario.title, body.language, scenario),
        teams=tuple(TeamWanted(name=team.name) for team in body.teams),
        key=key,
        links=hashes(secrets),
        when=body.when,
        minutes=chosen.minutes or scenario.minutes,
        retention_days=parts.settings.retention_days if chosen.retention_days is None else chosen.retention_days,
        named=chosen.named,
        seats=dict(chosen.seats),
        rehearsal=chosen.rehearsal,
        admission=chosen.admission,
        ladder=chosen.ladder,
        lights_out=chosen.lights_out,
        series=chosen.series,
        mirror=chosen.mirror,
        all_statements=chosen.all_statements,
    )


async def opened(host: Host, secrets: tuple[str, str, str], base: str) -> wire.RoomOpenedAnswer:
    teams = await host.look(lambda room, _: [(team.id, team.name) for team in room.teams.values()])
    code = shown_code(host.code)
    facilitator, screen, observer = secrets
    return wire.RoomOpenedAnswer(
        code=code,
        links=wire.RoomLinks(
            join=join_link(base, code),
            facilitator=f"{base}/regie#code={code}&link={facilitator}",
            screen=f"{base}/scherm#code={code}&link={screen}",
            observer=f"{base}/waarnemer#code={code}&link={observer}",
        ),
        teams=tuple(
            wire.TeamOpened(
                id=team,
                name=name,
                links=wire.TeamLinks(
                    join=join_link(base, code, team), screen=f"{base}/scherm#code={code}&link={screen}&team={team}"
                ),
            )
            for team, name in teams
        ),
    )


def join_link(base: str, code: str, team: str | None = None) -> str:
    """The code stands in the fragment, so that a scanned link is never a wrong code in a log."""
    return f"{base}/#code={code}" + (f"&team={team}" if team else "")


def _line(scenario: Scenario, language: wire.Language) -> wire.ScenarioLine:
    def told(text: dict[Any, str]) -> str:
        return text_in(text, language, scenario)

    return wire.ScenarioLine(
        id=scenario.id,
        version=scenario.version,
        title=told(scenario.title),
        theme=scenario.theme,
        languages=scenario.languages,
        minutes=scenario.minutes,
        municipality=told(scenario.municipality),
        summary=told(scenario.summary),
        ladder=tuple(told(rung.name) for rung in scenario.ladder),
        roles=tuple(
            wire.ScenarioRole(
                id=id_,
                name=told(role.name),
                short=told(role.short),
                summary=told(role.summary),
                min=role.seats.min,
                max=role.seats.max,
            )
            for id_, role in scenario.roles.items()
        ),
    )
