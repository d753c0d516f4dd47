"""What the HTTP calls work with, and the ways in which they find a room, a key and an asker."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from game_server.debrief.mirror import Mirror
from game_server.hosting.follow_up import LINKS_A_SEAT
from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.hosting.patience import in_time
from game_server.journal.base import NoRoom
from game_server.rehearsal.troupe import Troupe
from game_server.settings import Settings
from game_server.transport.counting import Counts
from game_server.transport.limits import Window, WrongCodes
from game_server.transport.messages import asked_language
from game_server.transport.origins import Origins
from game_server.transport.pairings import Pairings, Tickets
from game_server.transport.passes import bearer, hashed, normal_code
from game_server.transport.problems import Trouble
from game_server.transport.shelf import Shelf
from game_server.transport.wire import Download, Language, Variant


@dataclass(frozen=True, slots=True)
class Order:
    """A download that its asker may have. `seat`: for one person; `team`: of one team; neither: of the whole room.

    `base`: what this server's links start with.
    """

    what: Download
    language: Language
    variant: Variant
    seat: str | None = None
    team: str | None = None
    base: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A download's bytes."""

    body: bytes
    media_type: str
    name: str


Maker: TypeAlias = Callable[[Host, Order], Awaitable[Document]]
Certifier: TypeAlias = Callable[[Host, str, str, Language], Awaitable[Document]]
"""(room, seat, the name to print, language) → a certificate."""


@dataclass
class Parts:
    """Set once by the composition root."""

    settings: Settings
    hub: Hub
    shelf: Shelf
    origins: Origins
    pairings: Pairings
    counts: Counts
    makers: Mapping[str, Maker] = field(default_factory=dict)
    certify: Certifier | None = None
    mirrors: Callable[[], list[Mirror]] = list
    """What other installations' rooms chose."""
    own_keys: dict[str, str] = field(default_factory=dict)
    """Hash → name of keys from the environment."""
    admin: str = ""
    """Hash of the token that this machine's owner finds in the data folder."""
    lan_url: str | None = None
    """Where others in the same network reach this server, when it listens for them."""
    troupe: Troupe | None = None
    """The bots of this server."""
    open_sockets: Callable[[], int] = int
    draining: bool = False

    def __post_init__(self) -> None:
        limits, clock = self.settings.limits, self.hub.runtime.monotonic
        self.wrong_codes = WrongCodes(limits.wrong_codes_per_address, limits.wrong_codes_in_all, clock)
        self.wrong_keys = Window(limits.wrong_codes_per_address, 60, clock)
        self.new_pairings = Window(limits.pairings_per_address, 60, clock)
        self.follow_up_links = Window(LINKS_A_SEAT, 24 * 3600, clock)
        self.follow_up_answers = Window(limits.wrong_codes_per_address, 60, clock)
        self.openings = Window(limits.openings_per_key, 3600, clock)
        self.tickets: Tickets[tuple[str, Order]] = Tickets(self.hub.runtime, limits.tickets)

    def base(self, request: Request) -> str:
        """The address that links start with; a loopback one is of no use to other devices."""
        if self.settings.public_url:
            return self.settings.public_url
        asked = self.origins.base(request.scope)
        local = asked.split("://", 1)[1].startswith(("localhost", "127.", "[::1]"))
        return self.lan_url if local and self.lan_url else asked

    def wrong_code(self, request: Request) -> Trouble:
        """The answer to a code that opens nothing, the same whatever the reason; a right one never comes here."""
        self.counts.add("wrong_codes")
        if self.wrong_codes.allows(self.origins.address(request.scope)):
            return Trouble("unknown_code", field="code")
        return Trouble("too_many_wrong_codes", retry_after=self.wrong_codes.retry_after())

    async def room(self, request: Request, code: str, holder: str | None = None, *, link: str | None = None) -> Host:
        """The room by a code as people type it. Raises Trouble.

        A closed room is as unknown as one that never was, except to those whose pass still counts in it, and to the
        holder of its desk's `link`.
        """
        found = normal_code(code)
        if found is None:
            raise self.wrong_code(request)
        try:
            host = await self.hub.host(found)
        except NoRoom:
            raise self.wrong_code(request) from None
        closed, known = await host.look(
            lambda room, _: (
                room.status == "closed",
                holder in room.passes or (link is not None and link == room.links[0]),
            )
        )
        if closed and not known:
            raise self.wrong_code(request)
        return host

    async def key(self, request: Request) -> str:
        """The name of the facilitator's key that asks. Raises Trouble."""
        secret = bearer(request.headers.get("authorization"))
        address = self.origins.address(request.scope)
        if secret is not None:
            digest = hashed(secret)
            name = self.own_keys.get(digest) or await in_time(self.hub.journal.find_key(digest))
            if name is not None:
                return name
            if not self.wrong_keys.take(address):
                raise Trouble("too_many", retry_after=self.wrong_keys.retry_after())
        raise Trouble("unknown_key")


async def _parts(request: Request) -> Parts:
    found: Parts = request.app.state.parts
    return found


Here: TypeAlias = Annotated[Parts, Depends(_parts)]


async def _key(request: Request, parts: Here) -> str:
    return await parts.key(request)


async def _language(request: Request) -> Language:
    return asked_language(request.headers.get("accept-language"))


async def _holder(request: Request) -> str:
    """The hash of the pass that asks. Raises Trouble."""
    secret = bearer(request.headers.get("authorization"))
    if secret is None:
        raise Trouble("unknown_pass")
    return hashed(secret)


Key: TypeAlias = Annotated[str, Depends(_key)]
Reader: TypeAlias = Annotated[Language, Depends(_language)]
Holder: TypeAlias = Annotated[str, Depends(_holder)]
