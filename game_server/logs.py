"""Where log lines go, and that nobody can flood them."""

from __future__ import annotations

import logging
import sqlite3
import traceback
from typing import Any

_LINES, _SECONDS = 5, 60.0


class Sampled(logging.Filter):
    """Lets the same line through five times a minute; what was left out is said with the next one."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        key = (record.name, str(record.msg))
        began, count = self._seen.get(key, (record.created, 0))
        if record.created - began >= _SECONDS:
            if count > _LINES:
                record.msg = f"{record.msg} (and {count - _LINES} more in the last minute)"
            began, count = record.created, 0
        if len(self._seen) > 1_000:
            self._seen.clear()
        self._seen[key] = (began, count + 1)
        return count < _LINES


class Wordless(logging.Formatter):
    """Tracebacks with their frames and kinds of error, without messages: those of a bug can hold what somebody typed.

    Errors of the machine (a full disk, a locked file) keep theirs: they name files.
    """

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have told it with its message
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the library's name)
        parts: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + _named(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(parts))


def _named(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{kind}: {error}" if isinstance(error, OSError | sqlite3.Error) else kind


def set_up(level: str) -> None:
    """Everything to stderr, one line each; the libraries only when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(Wordless("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Sampled())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    quiet_libraries()


def quiet_libraries() -> None:
    """Below warnings their lines carry addresses, codes and what clients sent; this holds at every level of ours."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "websockets"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("engineio.server", "socketio.server"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
