"""What the server answers about a room among other sittings: where it can be played again, and what others chose."""

from __future__ import annotations

from game_server.transport.wire import Answer


class Beginning(Answer):
    """A moment from which a room can be played on; `time` is the session's, as people read it."""

    version: int
    time: str
    text: str
    phase: bool = False


class Beginnings(Answer):
    """In order; the first of each phase bears `phase`."""

    moments: tuple[Beginning, ...]


class MirrorOption(Answer):
    """`teams`: how many chose it elsewhere; `here`: how many did in this room."""

    label: str
    teams: int
    here: int


class MirrorLine(Answer):
    """A decision in other rooms of this version of the scenario, `rooms` of them, and in this one."""

    decision: str
    title: str
    rooms: int
    options: tuple[MirrorOption, ...]


class MirrorSeen(Answer):
    """Only decisions that ten rooms or more took elsewhere."""

    decisions: tuple[MirrorLine, ...]
