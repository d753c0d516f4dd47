"""Downloads that need nothing but the journal."""

from __future__ import annotations

import orjson

from game_server.hosting.host import Host
from game_server.hosting.hub import Hub
from game_server.transport.parts import Document, Maker, Order


def journal_maker(hub: Hub) -> Maker:
    """`journal.jsonl`: first the whole scenario, then one event a line, so that it can be read without this server."""

    async def make(host: Host, order: Order) -> Document:
        del order
        digest = await host.look(lambda room, _: room.digest)
        stretch = await hub.journal.read(host.code)
        pack = await hub.journal.get_pack(digest) or b"{}"
        head = b'{"pack":' + orjson.dumps(digest) + b',"epoch":' + str(stretch.epoch).encode() + b',"scenario":' + pack
        body = b"\n".join([head + b"}", *stretch.lines]) + b"\n"
        return Document(body, "application/x-ndjson", f"crisistafel-{host.code}.jsonl")

    return make
