"""Walks a state of a screen: narrow, enlarged and with large letters, and from stop to stop by Tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SCRIPT = Path(__file__).with_name("walker.js").read_text(encoding="utf-8")
NARROW, ENLARGED = (320, 640), (640, 360)
"""What WCAG 1.4.10 asks for, and 1280 x 720 at 200 %."""
_PHONE = 500
"""CSS pixels: what is narrower is held in a hand."""
_LARGE = "on => { document.documentElement.style.fontSize = on ? '212.5%' : '' }"


def walk(page: Page, judge: Callable[[Page], list[str]]) -> list[str]:
    """What is wrong with this state at each size, `judge` asked where it is not its own; left as it was found."""
    before = page.viewport_size
    assert before is not None
    focus = page.evaluate_handle("() => document.activeElement")
    least = 44 if before["width"] < _PHONE else 24
    wrong: list[str] = []
    for width, height in ((before["width"], before["height"]), NARROW, ENLARGED):
        page.set_viewport_size({"width": width, "height": height})
        _learn(page)
        found = page.evaluate("least => walk.lies(least)", least) + by_tab(page)
        found += judge(page) if (width, height) == NARROW else []
        wrong += [f"{width}x{height}, {line}" for line in found]
    page.set_viewport_size(before)
    if least == 44:
        page.evaluate(_LARGE, True)
        wrong += [f"large letters, {line}" for line in page.evaluate("() => walk.wide()")]
        page.evaluate(_LARGE, False)
    focus.evaluate("element => element?.isConnected && element.focus?.({ preventScroll: true })")
    return wrong


def by_tab(page: Page) -> list[str]:
    """What is wrong on the way through everything that takes the focus."""
    wrong = _tour(page)
    return _tour(page) if wrong else []  # A page that lives may change underway: what stays is wrong.


def _tour(page: Page) -> list[str]:
    count: int = page.evaluate("() => walk.begin()")
    wrong: list[str] = []
    reached: list[int] = []
    for _ in range(2 * count + 12):
        at: dict[str, Any] = page.evaluate("() => walk.here()")
        if at["wrong"]:
            wrong.append(at["wrong"])
        if at["index"] in reached[:-1]:
            break
        if at["index"] >= 0 and at["index"] not in reached:  # A field for a time has stops of its own.
            reached.append(at["index"])
        page.keyboard.press("Tab")
    if reached != sorted(reached):
        wrong.append(f"out of order: {reached}")
    return wrong + [f"never reached: {line}" for line in page.evaluate("all => walk.missed(all)", reached)]


def _learn(page: Page) -> None:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    if not page.evaluate("() => 'walk' in window"):
        page.evaluate(_SCRIPT)
