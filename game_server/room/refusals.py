"""Why the rules say no: one exception with a stable code; the words live in the message catalogues."""

from __future__ import annotations


class Refused(Exception):
    """A rule's refusal. `code` is stable and part of the wire; `field` names the input that is at fault.

    `did` says who did what, for `stale`: an actor (`desk:d3`) and a fact type (`decision_closed`).
    """

    def __init__(self, code: str, field: str | None = None, did: tuple[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.did = did
