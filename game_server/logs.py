"""Where log lines go, and that nobody can flood them."""

from __future__ import annotations

import logging

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


def set_up(level: str) -> None:
    """Everything to stderr, one line each; the libraries only when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Sampled())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    quiet_libraries()


def quiet_libraries() -> None:
    """Below warnings their lines carry addresses, codes and what clients sent; this holds at every level of ours."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "websockets"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("engineio.server", "socketio.server"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
