"""The documents that are taken home, made on demand from the journal and kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import orjson

from game_server.debrief.content import report
from game_server.debrief.pdf import render_pdf
from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.room.envelope import decode
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story, tell
from game_server.transport.parts import Document, Maker, Order

_ZONE = ZoneInfo("Europe/Amsterdam")


def makers(hub: Hub, at_once: int) -> dict[str, Maker]:
    """A maker for each download that this server has. At most `at_once` reports are set at one time."""
    turns = asyncio.Semaphore(at_once)

    async def told(host: Host, make: Callable[[Story, Catalogue], bytes]) -> bytes:
        stretch = await hub.journal.read(host.code)
        async with turns:
            return await hub.runtime.run_blocking(
                lambda: make(tell(map(decode, stretch.lines), host.catalogue), host.catalogue)
            )

    async def pdf(host: Host, order: Order) -> Document:
        _only_full(order)
        body = await told(
            host, lambda story, pack: render_pdf(story, pack, order.language, order.team, notes=order.seat is None)
        )
        return Document(body, "application/pdf", f"crisistafel-{host.code}.pdf")

    async def data(host: Host, order: Order) -> Document:
        _only_full(order)
        body = await told(
            host,
            lambda story, pack: orjson.dumps(
                report(story, pack, order.language, order.team, notes=order.seat is None), option=orjson.OPT_INDENT_2
            ),
        )
        return Document(body, "application/json", f"crisistafel-{host.code}.json")

    async def journal(host: Host, order: Order) -> Document:
        """First the whole scenario, then one event a line, so that it can be read without this server."""
        del order
        digest = await host.look(lambda room, _: room.digest)
        stretch = await hub.journal.read(host.code)
        pack = await hub.journal.get_pack(digest) or b"{}"
        head = b'{"pack":' + orjson.dumps(digest) + b',"epoch":' + str(stretch.epoch).encode() + b',"scenario":' + pack
        body = b"\n".join([head + b"}", *stretch.lines]) + b"\n"
        return Document(body, "application/x-ndjson", f"crisistafel-{host.code}.jsonl")

    async def calendar(host: Host, order: Order) -> Document:
        body = await host.look(lambda room, _: resolution(room, order.seat))
        return Document(body, "text/calendar", f"crisistafel-{host.code}.ics")

    return {"debrief.pdf": pdf, "debrief.json": data, "journal.jsonl": journal, "resolution.ics": calendar}


def _only_full(order: Order) -> None:
    if order.variant != "full":
        raise Refused("not_available")


def resolution(room: Room, seat: str | None) -> bytes:
    """This person's resolution as half an hour a week later, to be moved to where it fits. Raises Refused."""
    kept = room.seats[seat].resolution if seat in room.seats else {}
    if seat is None or not kept.get("text"):
        raise Refused("no_resolution")
    day = datetime.fromtimestamp(room.at / 1000, _ZONE).replace(hour=9, minute=0, second=0, microsecond=0)
    begin = day + timedelta(days=7)
    event = icalendar.Event()
    event.add("uid", f"{room.code}-{seat}@crisistafel.invalid")
    event.add("dtstamp", datetime.fromtimestamp(room.at / 1000, UTC))
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=30))
    event.add("summary", kept["text"].splitlines()[0][:120])
    event.add("description", "\n".join(kept[part] for part in ("text", "with", "by", "first_step") if part in kept))
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Crisistafel//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
