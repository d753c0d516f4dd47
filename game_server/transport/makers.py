"""The documents that are taken home, made on demand from the journal and kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import orjson

from game_server.debrief import shape
from game_server.debrief.attendance import attendance_pdf, attended
from game_server.debrief.calendar import resolution_ics
from game_server.debrief.content import report
from game_server.debrief.invitation import invitation_ics
from game_server.debrief.markdown import markdown
from game_server.debrief.names import Names
from game_server.debrief.paper import cards_pdf, named, poster_pdf, roles_pdf, tents_pdf
from game_server.debrief.pdf import report_pdf
from game_server.debrief.pocket import pocket, pocket_pdf
from game_server.debrief.twin import twin
from game_server.debrief.workbook import workbook
from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.hosting.journal_file import journal_file
from game_server.hosting.leaving import followed
from game_server.hosting.patience import in_time
from game_server.room.envelope import decode
from game_server.room.refusals import Refused
from game_server.room.state import Room
from game_server.scenario.catalogue import Catalogue
from game_server.story.counts import left_by
from game_server.story.measures import measures
from game_server.story.tell import Story, tell
from game_server.transport.parts import Document, Maker, Order
from game_server.transport.wire import Language

STYLES = "/report.css"
"""Where the page's stylesheet lies: the web client serves it."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PLAIN = orjson.OPT_INDENT_2


class Makers:
    """A maker for each download that this server has. At most `at_once` reports are set at one time."""

    def __init__(self, hub: Hub, at_once: int) -> None:
        self._hub = hub
        self._turns = asyncio.Semaphore(at_once)

    def all(self) -> dict[str, Maker]:
        return {
            "debrief.pdf": self.report(report_pdf, "pdf", "application/pdf"),
            "debrief.html": self.report(lambda data, _: twin(data, STYLES), "html", "text/html"),
            "debrief.xlsx": self.report(workbook, "xlsx", _XLSX),
            "debrief.md": self.report(lambda data, _: markdown(data).encode(), "md", "text/markdown"),
            "debrief.json": self.report(lambda data, _: orjson.dumps(data, option=_PLAIN), "json", "application/json"),
            "journal.jsonl": self.journal,
            "series.json": self.series,
            "resolution.ics": self.calendar,
            "pocket.pdf": self.pocket,
            "invitation.ics": self.invitation,
            "poster.pdf": self.sheet(poster_pdf, "poster"),
            "tents.pdf": self.sheet(tents_pdf, "tents"),
            "roles.pdf": self.sheet(roles_pdf, "roles"),
            "cards.pdf": self.sheet(cards_pdf, "cards"),
        }

    def report(self, make: Callable[[shape.Report, int], bytes], kind: str, media_type: str) -> Maker:
        """A maker of the report in one form; `make` gets the report and its date (wall ms)."""

        async def made(host: Host, order: Order) -> Document:
            body = await self._told(
                host,
                order.variant == "public",
                lambda story, pack: make(
                    report(story, pack, order.language, order.team, notes=order.seat is None), story.room.at
                ),
            )
            return Document(body, media_type, f"crisistafel-{host.code}{_suffix(order)}.{kind}")

        return made

    async def journal(self, host: Host, _: Order) -> Document:
        """The whole room: see `hosting.journal_file`."""
        digest = await host.look(lambda room, _: room.digest)
        epoch, lines = await in_time(self._hub.journal.read(host.code))
        pack = await in_time(self._hub.journal.get_pack(digest))
        body = await self._hub.runtime.run_blocking(lambda: journal_file(digest, pack, epoch, lines))
        return Document(body, "application/x-ndjson", f"crisistafel-{host.code}.jsonl")

    async def series(self, host: Host, _: Order) -> Document:
        """The counts of a closed room, for a series; with the sentences that their writers let be passed on."""

        def left(room: Room, catalogue: Catalogue) -> bytes:
            if room.status != "closed":
                raise Refused("close_first")
            if not room.sharing.series or room.rehearsal:
                raise Refused("no_series")
            counts = followed(left_by(room, catalogue, series=True, mirror=False), done)
            if quotes := measures(room, catalogue).quotes:
                counts["quotes"] = quotes
            return orjson.dumps(counts, option=orjson.OPT_INDENT_2)

        done = await self._hub.follow_up.answers(host.code)
        return Document(await host.look(left), "application/json", f"crisistafel-{host.code}-series.json")

    async def attendance(self, host: Host, seat: str, name: str, language: Language) -> Document:
        """For who was there while the game ran, under the name that they typed. Raises Refused."""

        def made(story: Story, catalogue: Catalogue) -> bytes:
            found = attended(story, seat)
            if found is None:
                raise Refused("not_attended")
            return attendance_pdf(story, Names(story.room, catalogue, language), found, name)

        body = await self._told(host, False, made)
        return Document(body, "application/pdf", f"crisistafel-{host.code}-attendance.pdf")

    async def calendar(self, host: Host, order: Order) -> Document:
        seat = order.seat
        body = None
        if seat is not None:
            body = await host.look(lambda room, pack: resolution_ics(room, pack, seat, order.language))
        if body is None:
            raise Refused("no_resolution")
        return Document(body, "text/calendar", f"crisistafel-{host.code}.ics")

    async def pocket(self, host: Host, order: Order) -> Document:
        """A seat's own card; for a desk a blank one of that team, or of the first."""

        def card(room: Room, pack: Catalogue) -> tuple[dict[str, Any], int]:
            team = order.team or next(iter(room.teams))
            return pocket(room, pack, order.seat, team, order.language), room.at

        data, at = await host.look(card)
        async with self._turns:
            body = await self._hub.runtime.run_blocking(lambda: pocket_pdf(data, at))
        return Document(body, "application/pdf", f"crisistafel-{host.code}-pocket.pdf")

    async def invitation(self, host: Host, order: Order) -> Document:
        body = await host.look(lambda room, _: invitation_ics(room, order.language, order.base))
        if body is None:
            raise Refused("no_date")
        return Document(body, "text/calendar", f"crisistafel-{host.code}-invitation.ics")

    def sheet(self, make: Callable[[Room, Catalogue, str, str], bytes], name: str) -> Maker:
        """A maker of something printed beforehand. What it needs of the room is copied, so that a turn may go on."""

        async def made(host: Host, order: Order) -> Document:
            room = await host.look(lambda room, _: named(room))
            async with self._turns:
                body = await self._hub.runtime.run_blocking(
                    lambda: make(room, host.catalogue, order.language, order.base)
                )
            return Document(body, "application/pdf", f"crisistafel-{host.code}-{name}.pdf")

        return made

    async def _told(self, host: Host, wordless: bool, make: Callable[[Story, Catalogue], bytes]) -> bytes:
        stretch = await in_time(self._hub.journal.read(host.code))
        async with self._turns:
            return await self._hub.runtime.run_blocking(
                lambda: make(tell(map(decode, stretch.lines), host.catalogue, wordless), host.catalogue)
            )


def _suffix(order: Order) -> str:
    """Several reports of one room do not overwrite each other."""
    return "".join(
        f"-{part}" for part in (order.team if order.seat is None else None, order.language, order.variant) if part
    )
