"""What the HTTP door answers about forgetting."""

from __future__ import annotations

from game_server.transport.wire import Answer


class Erased(Answer):
    """The receipt of an erasure, in the asked language. `at`: UTC in ms; `text`: the whole, to keep as a file.

    `outside`: what stays, or lies where this server cannot reach.
    """

    code: str
    at: int
    title: str
    erased: tuple[str, ...]
    outside: tuple[str, ...]
    text: str


class Receipts(Answer):
    receipts: tuple[Erased, ...]
