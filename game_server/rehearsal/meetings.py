"""What a played chair says when a colleague wants to do something together."""

from __future__ import annotations

from collections.abc import Iterator

from game_server.rehearsal.character import Character
from game_server.rehearsal.ear import View
from game_server.rehearsal.intention import Intention, in_order


def meets(own: View, me: Character) -> Iterator[Intention]:
    """Yes, mostly, to a date that the other one named; now and then kindly no."""
    for of, meeting in in_order(own["meetings"]):
        if meeting["state"] != "proposed" or meeting["yours"]:
            continue
        command: View = {"type": "meeting.accept", "of": of, "starts": meeting["starts"]}
        if not meeting["mine"] and me.draw("meets", of) < 0.15:
            command = {"type": "meeting.decline", "of": of}
        yield Intention(f"meeting/{of}/{meeting['starts']}", me.seconds(5, 40, "meets", of), command)
