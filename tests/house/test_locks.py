"""What pyproject.toml asks for is what the lock files hold."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.tracked import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
TEST: list[str] = PROJECT["project"]["optional-dependencies"]["test"]


def locked(name: str) -> dict[str, str]:
    pins = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)
    return {package.lower().replace("_", "-"): version for package, version in pins}


def package_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return found.group().lower().replace("_", "-")


@pytest.mark.parametrize("requirement", RUNTIME)
def test_a_dependency_is_locked(requirement: str) -> None:
    assert package_of(requirement) in locked("requirements.lock")


@pytest.mark.parametrize("requirement", TEST)
def test_a_dependency_of_the_tests_is_locked(requirement: str) -> None:
    assert package_of(requirement) in locked("requirements-test.lock")


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    shipped, tested = locked("requirements.lock"), locked("requirements-test.lock")
    assert {package: tested.get(package) for package in shipped} == shipped


def test_every_dependency_says_why() -> None:
    block = (ROOT / "pyproject.toml").read_text().split("dependencies = [", 1)[1].split("\n]", 1)[0]
    silent = [line for line in block.splitlines() if line.strip() and "#" not in line]
    assert not silent
