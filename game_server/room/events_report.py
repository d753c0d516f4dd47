"""Facts about the report: the facilitator's foreword, and words that their writer keeps out of it."""

from __future__ import annotations

from typing import Literal

from game_server.room.marks import Fact, Personal


class ForewordWritten(Fact):
    """What the facilitator says on the first pages; a later one replaces it, an empty one takes it away."""

    type: Literal["foreword_written"] = "foreword_written"
    text: Personal


class WordsStruck(Fact):
    """A seat keeps words of its own out of every variant of the report. `words`: see `own_words`."""

    type: Literal["words_struck"] = "words_struck"
    seat: str
    words: str


class WordsRestored(Fact):
    """They may stand in it again."""

    type: Literal["words_restored"] = "words_restored"
    seat: str
    words: str
