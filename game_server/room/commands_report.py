"""What may be asked about the report: a foreword, and words of one's own kept out of it."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, StringConstraints

from game_server.room.commands_base import Command
from game_server.room.words import Limit

Foreword: TypeAlias = Annotated[
    str, StringConstraints(max_length=24000), AfterValidator(Limit(2000, newlines=True, blank=True))
]
WordsRef: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,16}(:[A-Za-z0-9_-]{1,64})?$")]


class WriteForeword(Command):
    """In every variant but the public one; an empty text takes it away."""

    type: Literal["report.foreword"]
    text: Foreword


class StrikeWords(Command):
    """Words of one's own, out of every variant. `words`: `reason:<decision>`, `statement:<decision>`,
    `reflection:<question>` or `resolution`.
    """

    type: Literal["words.strike"]
    words: WordsRef


class RestoreWords(Command):
    type: Literal["words.restore"]
    words: WordsRef
