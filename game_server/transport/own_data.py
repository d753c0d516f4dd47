"""`mine.json` and `mine.html`: all that is held about the person who asks, made on demand and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.hosting.patience import in_time
from game_server.privacy.mine import held
from game_server.privacy.mine_paper import as_html, as_json
from game_server.room.envelope import Event, decode
from game_server.room.evolve import fold
from game_server.room.refusals import Refused
from game_server.transport.parts import Document, Maker, Order


class OwnData:
    """The makers of what one seat may have of itself."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def makers(self) -> dict[str, Maker]:
        return {"mine.json": self.data, "mine.html": self.page}

    async def data(self, host: Host, order: Order) -> Document:
        events, seat = await self._events(host, order)
        body = await self._hub.runtime.run_blocking(
            lambda: as_json(held(events, seat, order.language), fold(events), seat)
        )
        return Document(body, "application/json", f"crisistafel-{host.code}-{seat}.json")

    async def page(self, host: Host, order: Order) -> Document:
        events, seat = await self._events(host, order)
        body = await self._hub.runtime.run_blocking(
            lambda: as_html(held(events, seat, order.language), fold(events), seat, host.catalogue, order.language)
        )
        return Document(body, "text/html", f"crisistafel-{host.code}-{seat}.html")

    async def _events(self, host: Host, order: Order) -> tuple[Sequence[Event], str]:
        """Raises Refused, NotStored, NoRoom."""
        if order.seat is None:
            raise Refused("not_allowed")
        stretch = await in_time(self._hub.journal.read(host.code))
        return await self._hub.runtime.run_blocking(lambda: [decode(line) for line in stretch.lines]), order.seat
