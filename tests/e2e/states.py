"""The states of issue-sized screens without a game behind them: how to come to each, from `web/dev`."""

from __future__ import annotations

import mimetypes
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Route

from tests.e2e.devices import DESK, PATIENCE, PHONE, SCREEN
from tests.e2e.words import like

ROOT = Path(__file__).resolve().parents[2]
ORIGIN = "http://states.test"
_SIZES = {"index": PHONE, "desk": DESK, "screen": SCREEN}
_ANSWERS_AFTER = 400
"""Milliseconds that a state of these pages needs to come to rest."""


@dataclass(frozen=True)
class State:
    """One of the pages in `web/dev`, one of its states, and what is pressed there, in order: keys of its words."""

    page: str
    name: str
    presses: tuple[str, ...] = ()
    calm: bool = False
    firm: bool = False
    """Only its own button closes it."""

    def __str__(self) -> str:
        density = ["calm"] if self.calm else []
        return "-".join([{"index": "phone"}.get(self.page, self.page), self.name, *density, *self.presses])


def _desk() -> Iterator[State]:
    for name in ("prepared", "door", "pressure", "rehearsal", "open", "teams", "teams-revealed", "teams-eight"):
        yield State("desk", name)
        yield State("desk", name, calm=True)
    for name in ("tables-lobby", "tables-open", "tables-settled", "paused"):
        yield State("desk", name)
    for press in ("time_open", "help", "pause", "hands_open", "compose", "edit", "seat_change", "screen_choose"):
        yield State("desk", "pressure", (f"facilitator_{press}",))
    yield State("desk", "pressure", ("facilitator_incident",))
    yield State("desk", "pressure", ("facilitator_curtain",), firm=True)
    yield State("desk", "teams", ("facilitator_seat_change",))
    yield State("desk", "door", ("facilitator_hands_open",))
    yield State("desk", "rehearsal", ("facilitator_seat_change",))


def _phone() -> Iterator[State]:
    for name in ("dark", "away", "ladder", "cards", "grows", "settled", "mark", "marked", "heard", "spread", "others"):
        yield State("index", name)
    for name in ("watching", "join-room", "join-hall", "join-closed", "long"):
        yield State("index", name)
    yield State("index", "news", ("term",))
    yield State("index", "role", ("participant_leave",))


def _screen() -> Iterator[State]:
    for name in ("pressure", "revealed-two", "settled-two", "effect-two", "revealed-three", "revealed-eight"):
        yield State("screen", name)
    for name in ("lobby-hall", "open-hall", "revealed-ten", "settled-ten", "revealed-sixty", "effect-sixty"):
        yield State("screen", name)
    for name in ("picture-cards", "statement", "settled-told", "indicators-hall"):
        yield State("screen", name)


STATES = [*_desk(), *_phone(), *_screen()]


def build(out: Path) -> None:
    """The pages of `web/dev`, built once; raises CalledProcessError."""
    command = [sys.executable, "hatch_build.py", "npm", "run", "--silent", "states"]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"CRISISTAFEL_WEB_OUT": str(out)})


class Stage:
    """Opens states in a browser, out of a folder."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder

    def open(self, state: State) -> Page:
        """The page in that state, with everything pressed."""
        width, height = _SIZES[state.page]
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            has_touch=width < 1000,
        )
        context.route(ORIGIN + "/**", self._answer)
        context.add_init_script(f"localStorage.setItem('crisistafel.desk.full', '{int(not state.calm)}')")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{ORIGIN}/dev/{state.page}.html?state={state.name}")
        page.wait_for_selector("#app *")
        page.wait_for_timeout(_ANSWERS_AFTER + 1500 * (state.page == "screen"))
        for press in state.presses:
            opener(page, press).press("Enter")
        return page

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        file = self.folder / path.removeprefix("/")
        if path.startswith("/api/") or not file.is_file():
            route.fulfill(status=404, content_type="application/json", body='{"code": "unknown", "detail": ""}')
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)


def opener(page: Page, press: str) -> Locator:
    """What is pressed for this key."""
    if press == "term":
        return page.locator("button.term").first
    named = page.get_by_role("button", name=_begins(press))
    return named.or_(page.get_by_title(_begins(press))).first


def _begins(key: str) -> re.Pattern[str]:
    return re.compile(like(key).pattern.removesuffix("$"))
