"""Who may hear what, told from the marked pack and from what people did; and a search for what went elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.e2e.phone import Phone
from tests.e2e.recorder import Recorder
from tests.e2e.table import Table

STATIC = Path(__file__).resolve().parents[2] / "game_server" / "static"
_MARK = re.compile(r"zxq\d{3}kv")


def marks_in(recorder: Recorder) -> set[str]:
    """Every mark in a frame or an answer of this page."""
    return set(_MARK.findall(recorder.all_heard()))


class Secrets:
    """The marks of a pack with what became of them in one game."""

    def __init__(self, marks: dict[str, dict[str, Any]], table: Table) -> None:
        self.marks, self.table = marks, table
        self.shared: dict[str, set[str]] = {}
        """Inject → the teams in which it was shared."""
        self.took_effect: dict[str, dict[str, str]] = {}
        """Decision → team → option."""

    def share(self, phone: Phone, inject: str) -> None:
        phone.share_private(inject)
        self.shared.setdefault(inject, set()).add(phone.team)

    def effective(self, decision: str) -> None:
        """To be told when the desk is about to let it take effect."""
        for team, part in self.table.desk.view["teams"].items():
            if part["decisions"].get(decision, {}).get("state") == "settled":
                option = part["decisions"][decision]["settled"]["option"]
                self.took_effect.setdefault(decision, {})[team] = option

    def allowed(self, mark: str, role: str | None, team: str | None, taken: set[str]) -> bool:
        """Whether this chair, or without a role this screen, may hear the mark."""
        told = self.marks[mark]
        if told["kind"] == "consequence":
            chosen = self.took_effect.get(told["decision"], {})
            return told["option"] in ([chosen.get(team)] if team is not None else chosen.values())
        if told["kind"] == "private" and team is None:
            # What every team has shared, everyone in the room may see.
            return len(self.shared.get(told["inject"], ())) == len(self.table.desk.view["teams"])
        if told["kind"] == "private":
            first = [each for each in told["to"] if each in taken] or [each for each in told["else"] if each in taken][
                :1
            ]
            return role in first or team in self.shared.get(told["inject"], ())
        return False

    def leaks(self) -> list[str]:
        """What was heard where it may not be, so far."""
        found = []
        for phone in self.table.phones:
            taken = {each.role for each in self.table.phones if each.team == phone.team}
            found += [
                f"{phone.device.who}: {self.marks[mark]}"
                for recorder in phone.device.recorders
                for mark in sorted(marks_in(recorder))
                if not self.allowed(mark, phone.role, phone.team, taken)
            ]
        found += [
            f"screen: {self.marks[mark]}"
            for mark in sorted(marks_in(self.table.screen.device.recorder))
            if not self.allowed(mark, None, None, set())
        ]
        return found

    def heard_of(self, words: str, but: Phone | None = None) -> list[str]:
        """Which devices, the desk and this phone excepted, have heard these words."""
        others = [phone.device for phone in self.table.phones if phone is not but] + [self.table.screen.device]
        return [device.who for device in others if any(words in each.all_heard() for each in device.recorders)]


def marks_in_bundles(words: list[str]) -> list[str]:
    """Which of these words stand in a file that everyone can fetch."""
    texts = [path.read_bytes() for path in STATIC.rglob("*") if path.is_file()]
    return [word for word in words if any(word.encode() in text for text in texts)]
