"""Every setting stands in the README, as the settings themselves say it."""

from __future__ import annotations

from tests.house.settings_table import README, filled


def test_the_readme_tells_every_setting() -> None:
    readme = README.read_text()
    assert "<!-- settings -->" in readme
    assert "<!-- limits -->" in readme
    assert readme == filled(readme), "run: .venv/bin/python -m tests.house.settings_table"
