"""The one way out: everything that goes to a socket goes through an Outlet, which keeps its order and its bound."""

from __future__ import annotations

from typing import Protocol


class Outlet(Protocol):
    """Sends to sockets. No call waits or raises: a socket that is gone, or too slow, is the Outlet's own affair.

    Payloads are JSON, encoded once. What is asked for one socket arrives in the order in which it was asked. A socket
    whose frames had to be dropped is ended, never left with a gap that it was not told of.
    """

    def subscribe(self, socket: str, stream: str) -> None:
        """From now on this socket hears what is published on `stream`. A socket may hear several streams."""

    def unsubscribe(self, socket: str, stream: str | None = None) -> None:
        """It stops hearing this stream; without `stream`, all of them. Idempotent."""

    def publish(self, stream: str, event: str, payload: bytes) -> None:
        """To every socket that hears `stream`."""

    def send(self, socket: str, event: str, payload: bytes) -> None:
        """To one socket."""

    def reply(self, socket: str, ack_id: int, payload: bytes) -> None:
        """The ack of one of its events."""

    def bye(self, socket: str, code: str, reconnect: bool) -> None:
        """Says `bye {code, reconnect}` and ends the connection. It hears no stream any more."""
