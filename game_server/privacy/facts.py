"""What the documents say of this very server: its settings, as they are now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from game_server.hosting.retention import UNUSED_MS
from game_server.privacy.law import CHECKED, cited
from game_server.privacy.paper import plain
from game_server.privacy.words import Language, Pair, told
from game_server.settings import Settings

_OPEN: Pair = ("[vul in]", "[fill in]")
_MONTHS: tuple[Pair, ...] = (
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """`link`: where another document is, by its id."""

    settings: Settings
    version: str
    today: date
    language: Language
    link: Callable[[str], str]

    def say(self, pair: Pair) -> str:
        return told(pair, self.language)

    def filled(self) -> dict[str, str]:
        """For the templates: every value is Markdown."""
        settings, unknown = self.settings, self.say(_OPEN)
        address = settings.public_url
        return cited() | {
            "operator": plain(settings.operator) if settings.operator else unknown,
            "contact": plain(settings.privacy_contact) if settings.privacy_contact else unknown,
            "days": str(settings.retention_days),
            "unused": str(UNUSED_MS // 3_600_000),
            "version": plain(self.version),
            "today": self.day(self.today),
            "checked": self.day(CHECKED),
            "address": "" if address is None else f" ({plain(address)})",
            "tls": self.say(self._tls()),
            "inventory": self.link("inventory"),
        }

    def day(self, day: date) -> str:
        return f"{day.day} {self.say(_MONTHS[day.month - 1])} {day.year}"

    def _tls(self) -> Pair:
        if self.settings.tls_cert is not None or (self.settings.public_url or "").startswith("https://"):
            return ("ja", "yes")
        return (
            "niet ingesteld; zet er een proxy met https voor of geef een certificaat",
            "not set up; put a proxy with https in front or give a certificate",
        )
