"""The same game over https, as a municipality's own server would serve it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.harness import ROLES, SHORT, Plan, Server, Table, has_openssl, text_of

pytestmark = pytest.mark.skipif(not has_openssl(), reason="no openssl here to make a certificate with")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    running = Server(folder / "data", tls=True)
    running.start()
    yield running
    running.stop()


@pytest.mark.proof
def test_a_short_game_over_https(table: Table) -> None:
    desk, screen = table.desk, table.screen
    desk.open_room(SHORT)
    assert desk.link("join").startswith("https://")
    screen.open(desk.link("screen"))
    table.seat_all({role: ROLES[role] for role in ("mayor", "ciso")})
    assert table.phones[0].page.evaluate("isSecureContext") is True
    table.play(Plan(), stop=lambda step: step["action"] == "report.release")
    screen.shows("Een kop koffie met de CISO")
    desk.step()
    assert "Zet alles uit" in text_of(table.phones[0].report())
    assert "Zet alles uit" in text_of(desk.download())
    link = table.phones[0].keep_link()
    assert link.startswith("https://")
    desk.close_room()
    socket = [frame for frame in screen.device.recorder.heard if frame.startswith("42")]
    assert socket, "the screen heard its frames over a websocket"
