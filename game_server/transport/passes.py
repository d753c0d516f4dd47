"""Passes, codes and secrets: how they are written, read and kept (the Runtime makes them)."""

from __future__ import annotations

import hashlib
import re
from typing import Final

CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH: Final = 8
PAIRING_LENGTH: Final = 6
_CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PASS = re.compile(r"[A-Za-z0-9_-]{22}")


def is_pass(text: str) -> bool:
    """22 base64url characters: at least 128 bits, made by the client."""
    return _PASS.fullmatch(text) is not None


def hashed(secret: str) -> str:
    """SHA-256 in hex: all that is ever kept of a pass, key or link's secret. They are random, so no salt is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def normal_code(text: str, length: int = CODE_LENGTH) -> str | None:
    """A code as people type it (any case, O for 0, I or L for 1, hyphens and blanks); None if it cannot be one."""
    code = re.sub(r"[\s\-‐‑–]", "", text[:40]).upper().translate(_CONFUSED)
    return code if len(code) == length and all(char in CROCKFORD for char in code) else None


def shown_code(code: str) -> str:
    """As people read it: `K7MP-3XQ9`."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def bearer(header: str | None) -> str | None:
    """The pass or key in an `Authorization` header."""
    kind, _, secret = (header or "").partition(" ")
    return secret.strip() if kind.lower() == "bearer" and 0 < len(secret.strip()) <= 200 else None
