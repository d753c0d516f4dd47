"""Packs for these tests: a short one with five chairs, and copies of a pack whose secret texts each carry a mark."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
SHORT_FILE = Path(__file__).with_name("short.yaml")
ROLES = {
    "mayor": "Burgemeester",
    "secretary": "Gemeentesecretaris",
    "ciso": "CISO",
    "dpo": "FG",
    "public-safety": "Adviseur OOV",
}
SHORT = "Korte proef"


def write_short(data: Path) -> None:
    """The short pack among the server's own."""
    pack = yaml.safe_load(SHORT_FILE.read_text(encoding="utf-8"))
    mayor = pack["roles"].pop("mayor")
    pack["roles"] = {role: mayor | {"name": {"nl": name}, "short": {"nl": name[:14]}} for role, name in ROLES.items()}
    folder = data / "scenarios" / "korte-proef"
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "scenario.yaml", pack)


def mark_secrets(source: Path, target: Path, title: str) -> dict[str, dict[str, Any]]:
    """A copy whose every private text, consequence and talking point begins with a mark of its own.

    What is told of each mark: `kind`, and `to` (the roles of a private inject) or `decision` and `option`.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    marks: dict[str, dict[str, Any]] = {}

    def mark(text: dict[str, str], **told: Any) -> None:
        word = f"zxq{len(marks):03d}kv"
        marks[word] = told
        for language in text:
            text[language] = _with(text[language], word)

    for file in sorted(target.glob("*.yaml")):
        part = yaml.safe_load(file.read_text(encoding="utf-8"))
        if "id" in part and "title" in part:
            part["id"] = target.name
            part["title"] = {"nl": title}
        for phase in part.get("phases", []):
            for inject in phase.get("injects", []):
                if inject.get("to"):
                    mark(
                        inject["body"],
                        kind="private",
                        inject=inject["id"],
                        to=inject["to"],
                        **{"else": inject.get("else", [])},
                    )
                if inject.get("facilitator"):
                    mark(inject["facilitator"], kind="desk")
            for decision in phase.get("decisions", []):
                for option in decision["options"]:
                    mark(option["consequence"], kind="consequence", decision=decision["id"], option=option["id"])
                for line in decision.get("talking_points", []):
                    mark(line, kind="desk")
        _write(file, part)
    return marks


class _Plain(yaml.SafeDumper):
    """Writes everything out: a pack may hold no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write(file: Path, part: dict[str, Any]) -> None:
    file.write_text(yaml.dump(part, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _with(text: str, word: str) -> str:
    """The word inside the first line, behind the speaker where one speaks."""
    return re.sub(r"^([^\n:]{1,40}: )?", lambda speaker: f"{speaker[0]}{word} ", text, count=1)
