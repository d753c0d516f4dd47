"""What a socket says, parsed by what its pass may say, and the answer that goes back after the commit."""

from __future__ import annotations

import logging
from typing import Any

import orjson
from pydantic import ValidationError

from game_server.hosting.answers import Answer, Failed, Outcome, Unreadable
from game_server.journal.base import NotStored
from game_server.room.refusals import Refused
from game_server.transport.messages import failure, field_problems, refusal
from game_server.transport.wire import COMMANDS, Language, NotAccepted

_log = logging.getLogger(__name__)


class Misread(Exception):
    """What was said cannot be taken. `nonsense`: no client of ours would say it."""

    def __init__(self, answer: NotAccepted, nonsense: bool = False) -> None:
        super().__init__(answer.code)
        self.answer = answer
        self.nonsense = nonsense


def parse(kind: str, said: Any, language: Language) -> Any:
    """The command, if the holder of this kind of pass can say it. Raises Misread."""
    adapter = COMMANDS.get(kind)
    if adapter is None:
        raise Misread(failure("not_allowed", language))
    if not isinstance(said, dict):
        raise Misread(failure("bad_request", language), nonsense=True)
    try:
        return adapter.validate_python(said)
    except ValidationError as error:
        problem = field_problems(error.errors(include_url=False, include_input=False), language)[0]
        answer = failure("bad_request", language, problem.field or "type")
        raise Misread(answer.model_copy(update={"message": f"{answer.message} {problem.message}"})) from None


def answer(outcome: Outcome, language: Language, by: str = "") -> bytes:
    """An ack's payload, for the actor who asked."""
    match outcome:
        case Answer(version, result):
            return orjson.dumps({"ok": True, "version": version} | ({} if result is None else {"result": result}))
        case Refused():
            return encode(refusal(outcome, language, by))
        case NotStored():
            return encode(failure("not_stored", language))
        case Unreadable():
            return encode(failure("unreadable", language))
        case Failed():
            return encode(failure("internal", language))
        case _:
            _log.error("a command failed at the door", exc_info=outcome)
            return encode(failure("internal", language))


def encode(ack: NotAccepted) -> bytes:
    return orjson.dumps(ack.model_dump(exclude_none=True))
