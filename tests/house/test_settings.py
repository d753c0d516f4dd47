"""Every setting stands in the README, under the name that the environment knows it by."""

from __future__ import annotations

import pytest

from tests.house.tracked import ROOT

settings = pytest.importorskip("game_server.settings")


def test_every_setting_is_documented() -> None:
    readme = (ROOT / "README.md").read_text()
    prefix: str = settings.Settings.model_config["env_prefix"]
    names = [f"{prefix}{name}".upper() for name in settings.Settings.model_fields]
    assert names
    assert not [name for name in names if f"`{name}`" not in readme]
