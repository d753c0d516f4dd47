"""What is asked of every screen state: nothing for axe to say, nothing wider than the window, wide letters or not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.walker import walk

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = Axe().axe_script
# WCAG 1.4.12; not by a style element, which the pages rightly refuse.
_SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
  `)
  document.adoptedStyleSheets = [sheet]
}"""
_REST = """() => Promise.all(
  document.getAnimations()
    .filter(each => each.effect?.getTiming().iterations !== Infinity)
    .map(each => each.finished.catch(() => {})),
)"""
_THEME = """scheme => {
  if (document.documentElement.dataset.theme) document.documentElement.dataset.theme = scheme
}"""
_TOO_WIDE = """() => {
  const root = document.scrollingElement
  if (root.scrollWidth <= window.innerWidth) return []
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
    .slice(-3).map(e => e.outerHTML.slice(0, 160)).concat([`${root.scrollWidth} > ${window.innerWidth}`])
}"""


PICTURES = os.environ.get("CRISISTAFEL_PICTURES")
_PHONE, _DESK = ((390, 844), (320, 640)), ((1280, 720), (768, 1024), (1920, 1080))
SIZES = {"phone": _PHONE, "desk": _DESK, "page": (*_PHONE, *_DESK)}


class Looks:
    """Collects what is wrong, by state; checks each state of a page once.

    `walks`: also by Tab, narrow and enlarged.
    """

    def __init__(self, *, walks: bool = False) -> None:
        self.walks = walks
        self.wrong: list[str] = []
        self.states: list[str] = []

    def at(self, state: str, **pages: Page) -> None:
        """axe in light and in dark, on each of these pages."""
        for who, page in pages.items():
            self.states.append(f"{who}: {state}")
            settle(page)
            schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
            for scheme in schemes:
                dress(page, scheme)
                self.wrong += [f"{who}, {state}, {scheme}: {line}" for line in violations(page, scheme == "dark")]
            dress(page, "light")
            if self.walks:
                self.wrong += [f"{who}, {state}, {line}" for line in walk(page, violations)]

    def narrow(self, state: str, page: Page) -> None:
        """No sideways scrolling, as it is and with wide letters."""
        self.wrong += [f"{state}, too wide: {line}" for line in page.evaluate(_TOO_WIDE)]
        page.evaluate(_SPACED)
        self.wrong += [f"{state}, too wide with wide letters: {line}" for line in page.evaluate(_TOO_WIDE)]
        page.evaluate("() => { document.adoptedStyleSheets = [] }")


def violations(page: Page, only_colours: bool = False) -> list[str]:
    """What axe finds, a line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    options["runOnly"] = ["color-contrast"] if only_colours else {"type": "tag", "values": _TAGS}
    found = page.evaluate("options => axe.run(document, options).then(found => found.violations)", options)
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]} | {' '.join(node['failureSummary'].split())[:300]}"
        for rule in found
        for node in rule["nodes"][:3]
    ]


def dress(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Light or dark: by what the system asks, and on the big screen, which has a mind of its own, by its own switch."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(_THEME, scheme)


def settle(page: Page) -> None:
    """Whatever moves has come to rest."""
    page.evaluate(_REST)


def look(looks: Looks, state: str, **pages: Page) -> None:
    """What axe and a narrow window say; and pictures, where a folder for them was named."""
    looks.at(state, **pages)
    for who, page in pages.items():
        before = page.viewport_size
        assert before is not None
        for width, height in SIZES[who] if PICTURES else ():
            page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                dress(page, "dark" if scheme == "dark" else "light")
                settle(page)
                page.screenshot(path=Path(PICTURES or "") / f"{who}-{state}-{width}-{scheme}.png", full_page=True)
        dress(page, "light")
        page.set_viewport_size({"width": 320, "height": before["height"]})
        looks.narrow(f"{who} {state}", page)
        page.set_viewport_size(before)
