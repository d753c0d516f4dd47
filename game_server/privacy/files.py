"""`crisistafel privacy --out DIR`: every document in both languages, as Markdown to edit and HTML to read and print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from game_server.privacy.documents import NAMES, about, document
from game_server.privacy.facts import Facts
from game_server.privacy.paper import html, standalone
from game_server.privacy.words import Language, told
from game_server.settings import Settings

_LANGUAGES: tuple[Language, ...] = ("nl", "en")


def write(folder: Path, settings: Settings, version: str, today: date) -> list[Path]:
    """Makes `folder/<language>/<name>.md` and `.html`, and gives their paths. Raises OSError."""
    made: list[Path] = []
    for language in _LANGUAGES:
        place = folder / language
        place.mkdir(parents=True, exist_ok=True)
        for id_, names in NAMES.items():
            for kind in (".md", ".html"):
                facts = Facts(settings, version, today, language, _beside(language, kind))
                markdown = f"{document(id_, facts)}\n{_end(facts)}"
                title = markdown.splitlines()[0].removeprefix("# ")
                text = markdown if kind == ".md" else standalone(f"{title} · Crisistafel", language, html(markdown))
                path = place / (told(names, language) + kind)
                path.write_text(text, encoding="utf-8")
                made.append(path)
    return made


def _beside(language: Language, kind: str) -> Callable[[str], str]:
    return lambda id_: told(NAMES[id_], language) + kind


def _end(facts: Facts) -> str:
    """What `about` says, as the last part of a file."""
    return about(facts).replace("# ", "## ", 1)
