"""The room's big screen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.devices import Device
from tests.e2e.words import like, say


class Projector:
    """Only looked at."""

    def __init__(self, device: Device) -> None:
        self.device, self.page = device, device.page

    def open(self, link: str) -> None:
        self.page.goto(link)
        self.device.until(lambda: bool(self.view), "a view of the screen")

    def wait_to_be_paired(self) -> str:
        """The code that a desk types."""
        self.device.goto("/scherm")
        code = self.page.get_by_label(like("screen_pair_code"))
        expect(code).to_be_visible()
        return code.inner_text()

    @property
    def view(self) -> dict[str, Any]:
        return self.device.recorder.view.view

    def text(self) -> str:
        return self.page.get_by_role("main").inner_text()

    def shows(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)

    def tally(self, cast: int, of: int) -> None:
        self.shows(say("screen_tally", cast=cast, of=of))

    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)
