"""Real Chromium with a context of its own for each device, so that no two share storage; every device is recorded."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Download, Page, Playwright, expect

from tests.e2e.recorder import Recorder
from tests.e2e.server import HOST, Server

PATIENCE = 20_000
"""Milliseconds that a screen may take on a slow machine."""
PHONE, SMALL, DESK, SCREEN = (390, 844), (320, 640), (1280, 720), (1920, 1080)
_ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",  # A download asks for itself, past what the context ignores.
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
)


def chromium() -> str | None:
    """The path of a Chromium, as `.ci/chromium` finds one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    wanted = os.environ.get("CHROMIUM")
    return shutil.which(wanted) if wanted else next(filter(None, map(shutil.which, names)), None)


def launch(playwright: Playwright) -> Browser:
    """Also tells every `expect` how slow a machine may be."""
    expect.set_options(timeout=PATIENCE)
    return playwright.chromium.launch(executable_path=chromium(), args=list(_ARGS))


def until(page: Page, true: Callable[[], bool], what: str, patience: float = PATIENCE / 1000) -> None:
    """Lets the page's events come in until it is true."""
    end = time.monotonic() + patience
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"in {patience:.0f} s it did not come to this: {what}")
        page.wait_for_timeout(25)


class Device:
    """One browser of one person: a context, a page, what was recorded of it."""

    def __init__(self, context: BrowserContext, who: str, server: Server) -> None:
        self.who, self.server, self.context = who, server, context
        self.downloads: list[Download] = []
        self.recorders: list[Recorder] = []
        context.on("page", self._watch)
        self.page = self.new_page()

    def _watch(self, page: Page) -> None:
        page.on("download", lambda download: self.downloads.append(download))

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE)
        self.recorders.append(Recorder(page, self.who))
        return page

    @property
    def recorder(self) -> Recorder:
        return self.recorders[0]

    def goto(self, path: str) -> None:
        self.page.goto(self.server.url + path)

    def until(self, true: Callable[[], bool], what: str, patience: float = PATIENCE / 1000) -> None:
        until(self.page, true, f"{self.who}: {what}", patience)

    def downloaded(self, press: Callable[[], None]) -> bytes:
        """What pressing this downloads, in this tab or in one that it opens."""
        before = len(self.downloads)
        press()
        self.until(lambda: len(self.downloads) > before, "a download")
        path = self.downloads[-1].path()
        return path.read_bytes()


class Devices:
    """Makes devices and, at the end, tells what any of them complained of."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser, self.server = browser, server
        self.all: list[Device] = []

    def make(self, who: str, size: tuple[int, int] = PHONE, **options: Any) -> Device:
        defaults: dict[str, Any] = {
            "viewport": {"width": size[0], "height": size[1]},
            "locale": "nl-NL",
            "timezone_id": "Europe/Amsterdam",
            "reduced_motion": "reduce",
            "ignore_https_errors": self.server.tls is not None,
            "has_touch": size[0] < 1000,
        }
        context = self.browser.new_context(**(defaults | options))
        device = Device(context, who, self.server)
        self.all.append(device)
        return device

    def problems(self) -> list[str]:
        return [line for device in self.all for recorder in device.recorders for line in recorder.problems]

    def close(self) -> None:
        for device in self.all:
            device.context.close()
        self.all.clear()
