"""A server and a browser for each module of these tests; what a page complains of fails the test that made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.harness import Devices, Server, Table, chromium, launch, write_short

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(900))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium a module: the sync API keeps a loop running, which no other module may meet."""
    assert chromium() is not None, "The browser tests need Chromium: apt install chromium, or CHROMIUM=/path/to/chrome"
    assert (ROOT / "game_server/static/participant.html").is_file(), "The web client is not built: make web"
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The server's own folder; a module that brings packs puts them there before the server starts."""
    made = tmp_path_factory.mktemp("server")
    write_short(made / "data")
    return made


@pytest.fixture(scope="module")
def marks() -> dict[str, Any]:
    """The marks of a module's own pack: see `packs.mark_secrets`."""
    return {}


@pytest.fixture(scope="module")
def server(folder: Path, marks: dict[str, Any]) -> Iterator[Server]:
    del marks  # Only so that the pack is there.
    running = Server(folder / "data")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def devices(browser: Browser, server: Server) -> Iterator[Devices]:
    made = Devices(browser, server)
    yield made
    problems = made.problems()
    made.close()
    assert problems == []


@pytest.fixture
def table(devices: Devices) -> Table:
    """A desk, a screen, and phones to add."""
    return Table(devices)
