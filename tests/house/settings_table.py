"""The README's tables of settings, made from the settings themselves: `python -m tests.house.settings_table`."""

from __future__ import annotations

import re

from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings

from game_server.settings import Limits, Settings
from tests.house.tracked import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- (settings|limits) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(of: type[BaseSettings]) -> str:
    """One Markdown row a setting: its name in the environment, its default, what it is."""
    prefix = of.model_config["env_prefix"]
    rows = ["| setting | default | what it is |", "|---|---|---|"]
    for name, field in of.model_fields.items():
        if field.default is PydanticUndefined:  # a group of settings, with a table of its own
            continue
        default = "" if field.default is None or field.default == () else f"`{field.default}`".replace("True", "true")
        rows.append(f"| `{(prefix + name).upper()}` | {default} | {field.description} |")
    return "\n".join(rows) + "\n"


def filled(readme: str) -> str:
    """The README with its tables made anew."""
    of: dict[str, type[BaseSettings]] = {"settings": Settings, "limits": Limits}
    return BLOCK.sub(lambda found: found[1] + "\n" + table(of[found[2]]) + "\n" + found[3], readme)


if __name__ == "__main__":
    README.write_text(filled(README.read_text()))
