"""No file of the project says where it was made: no registry, no absolute path of somebody's machine, no secret."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.house.tracked import ROOT, tracked

TEXT = [
    path
    for path in tracked()
    if path.suffix not in {".ttf", ".woff2", ".png", ".jpg", ".webp", ".pdf", ".mp3", ".gz"} and path.name != "LICENSE"
]
REGISTRY = re.compile(
    r"--(extra-)?index-url|--find-links|\"resolved\"\s*:|https?://[\w.-]*(pypi|pythonhosted|artifactory|nexus)[\w.-]*"
)
HOME = re.compile(r"(?<![\w.])/(root|home/\w+|Users/\w+|work|opt/pypi)/")
KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")


@pytest.mark.parametrize("path", TEXT, ids=Path.as_posix)
def test_a_file_names_no_registry_no_home_and_no_key(path: Path) -> None:
    if path.parts[:2] == ("tests", "house"):
        return
    text = (ROOT / path).read_text(errors="replace")
    for pattern in (REGISTRY, HOME, KEY):
        found = pattern.search(text)
        assert found is None, f"{path} holds {found}"


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-test.lock", "requirements-build.lock", "requirements-node.lock"]
)
def test_every_locked_python_package_has_a_hash(name: str) -> None:
    pinned = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in pinned)


def test_every_locked_npm_package_has_a_hash() -> None:
    packages = json.loads((ROOT / "web/package-lock.json").read_text())["packages"]
    unhashed = [
        name for name, entry in packages.items() if name and "integrity" not in entry and not entry.get("inBundle")
    ]
    assert not unhashed


def test_npm_versions_are_exact() -> None:
    package = json.loads((ROOT / "web/package.json").read_text())
    versions = package["dependencies"] | package["devDependencies"]
    assert not {name: version for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)}


def test_the_version_is_the_same_everywhere() -> None:
    said = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert said is not None
    assert json.loads((ROOT / "web/package.json").read_text())["version"] == said.group(1)
