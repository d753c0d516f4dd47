"""JSON Merge Patches (RFC 7396) between two views: what a socket hears instead of the whole view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def diff(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any] | None:
    """The patch that makes `new` of `old`; None when they are equal.

    Neither may hold None anywhere, because in a patch null means "remove". An object in place of something else is sent
    whole, an object in place of an object only where it differs, a list always whole.
    """
    if old == new:
        return None
    patch: dict[str, Any] = {key: None for key in old if key not in new}
    for key, value in new.items():
        if key not in old:
            patch[key] = value
            continue
        before = old[key]
        if isinstance(value, Mapping) and isinstance(before, Mapping):
            inner = diff(before, value)
            if inner is not None:
                patch[key] = inner
        elif before != value:
            patch[key] = value
    return patch


def merge(target: Any, patch: Any) -> Any:
    """`target` after `patch`, as RFC 7396 section 2 says; neither is changed."""
    if not isinstance(patch, Mapping):
        return patch
    merged: dict[str, Any] = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value)
    return merged
