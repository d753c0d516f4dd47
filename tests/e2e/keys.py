"""A person without a mouse: everything by Tab, the arrows, Space, Enter and typing."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

_FAR = 150


class Keys:
    """Reaches what it wants as a keyboard does, and fails when that cannot be reached."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, wanted: Locator) -> Locator:
        """Tab until this has the focus."""
        wanted.wait_for()
        for _ in range(_FAR):
            if self._has_focus(wanted):
                self._is_seen(wanted)
                return wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{_FAR} times Tab did not come to {wanted}")

    def press(self, wanted: Locator, key: str = "Enter") -> None:
        self.to(wanted)
        self.page.keyboard.press(key)

    def button(self, name: str | re.Pattern[str], key: str = "Enter") -> None:
        self.press(self.page.get_by_role("button", name=name).first, key)

    def type(self, wanted: Locator, text: str) -> None:
        """In place of what stands there."""
        self.to(wanted)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def radio(self, group: Locator, value: str | re.Pattern[str]) -> None:
        """Tab into the group, then the arrows."""
        wanted = group.get_by_role("radio", name=value).first
        radios = group.get_by_role("radio")
        radios.first.wait_for()
        for _ in range(_FAR):
            if any(self._has_focus(radio) for radio in radios.all()):
                break
            self.page.keyboard.press("Tab")
        for _ in range(radios.count() + 1):
            if self._has_focus(wanted):
                self.page.keyboard.press("Space")
                expect(wanted).to_be_checked()
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows did not come to {value}")

    @staticmethod
    def _has_focus(wanted: Locator) -> bool:
        return wanted.count() > 0 and bool(wanted.first.evaluate("element => element === document.activeElement"))

    @staticmethod
    def _is_seen(wanted: Locator) -> None:
        """What has the focus lies in the window, and nothing lies over it."""
        covered = wanted.first.evaluate(
            """element => {
              const box = element.getBoundingClientRect()
              if (box.width === 0 || box.height === 0) return 'it has no size'
              const x = box.x + box.width / 2, y = box.y + Math.min(box.height / 2, 20)
              if (y < 0 || y > window.innerHeight) return 'it is out of sight'
              const top = document.elementFromPoint(x, y)
              const own = element.closest('label') ?? element
              return own.contains(top) || top?.contains(element) ? '' : `covered by ${top?.outerHTML.slice(0, 120)}`
            }"""
        )
        assert covered == "", f"{wanted}: {covered}"
