"""The shapes of what is taken home: one's own resolution, the coffee that goes with it, and with whom."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

OwnResolution = TypedDict(  # in this form because `with` is a word of Python's own
    "OwnResolution",
    {
        "text": str,
        "with": NotRequired[str],
        "with_seat": NotRequired[str],
        "by": NotRequired[str],
        "first_step": NotRequired[str],
        "questions": NotRequired[list[str]],
    },
)


class OwnMeeting(TypedDict):
    """A date (`starts`, UTC in ms) for a resolution of one of two.

    `mine`: the resolution is this seat's own; `yours`: this seat named the date.
    `seat` is the other one, with a name unless it was erased; `gone`: the other one has left. `word`: a line with a no.
    """

    order: int
    seat: str
    name: NotRequired[str]
    role: str
    mine: bool
    state: Literal["proposed", "accepted", "declined", "gone"]
    starts: int
    yours: bool
    text: str
    word: NotRequired[str]


class AgendaPoint(TypedDict):
    """`wide`: in this team some said yes and others no; else nobody is sure of it."""

    order: int
    text: str
    wide: bool


class CoffeeQuestion(TypedDict):
    order: int
    text: str


class Coffee(TypedDict):
    """What to talk about: the widest gaps of this team's *bij ons?* by decision, and good questions to choose from."""

    agenda: dict[str, AgendaPoint]
    questions: dict[str, CoffeeQuestion]
