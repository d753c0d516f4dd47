"""The program as people start it: what it prints, how it ends, and the sentences when it cannot begin."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game_server.cli import app

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("CRISISTAFEL_")}


@contextmanager
def started(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and what it printed, once it answers."""
    command = [sys.executable, "-m", "game_server.cli", "serve", "--data", str(folder), "--port", "0", *options]
    log = folder.parent / "printed"
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT)
        try:
            for _ in range(600):
                printed = log.read_text()
                if "Ctrl-C" in printed or process.poll() is not None:
                    break
                time.sleep(0.05)
            yield process, printed
        finally:
            process.kill()
            process.wait()


def test_it_prints_where_to_go_and_ends_within_three_seconds(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with started(folder, "--host", "127.0.0.1") as (process, printed):
        link = re.search(r"http://127\.0\.0\.1:(\d+)/regie#key=([\w-]{22})", printed)
        assert link, printed
        assert stat.S_IMODE((folder / "facilitator.key").stat().st_mode) == 0o600
        assert "█" in printed
        port = int(link[1])
        _wait_for(port)
        again = subprocess.run(
            [sys.executable, "-m", "game_server.cli", "serve", "--data", str(folder), "--port", "0"],
            capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False,
        )  # fmt: skip
        assert again.returncode == 1
        assert "gebruikt deze datamap" in again.stderr
        assert "Traceback" not in again.stderr
        for command, words in (
            (["add", "Carla"], "#key="),
            (["list"], "Carla"),
            (["revoke", "Carla"], "werkt niet meer"),
        ):
            ran = CliRunner().invoke(app, ["key", *command, "--data", str(folder)])
            assert ran.exit_code == 0, ran.output
            assert words in ran.output
        with socket.create_connection(("127.0.0.1", port)) as poll:
            poll.sendall(b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n")
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=10) == 0
            assert time.monotonic() - began < 3
    with started(folder, "--host", "127.0.0.1") as (_, printed):
        assert link[2] in printed
        ran = CliRunner().invoke(app, ["key", "revoke", "eerste", "--data", str(folder)])
        assert ran.exit_code == 0


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5):
                return
        except OSError:
            time.sleep(0.05)


def test_in_a_network_it_warns_about_guest_wifi_and_says_what_to_do() -> None:
    from rich.console import Console

    from game_server.app import Started
    from game_server.console import WORDS, greet
    from game_server.settings import Settings
    from game_server.transport.shelf import Shelf

    for language in ("nl", "en"):
        console = Console(record=True, width=200, file=StringIO())
        shelf = Shelf({}, (("data/scenarios/kapot", "2 problems"),))
        greet(Started(Settings(language=language), 8000, "192.168.1.5", "k" * 22, shelf, False), console)
        printed = console.export_text()
        assert "http://192.168.1.5:8000/" in printed
        assert f"http://localhost:8000/regie#key={'k' * 22}" in printed
        for code in ("wifi", "wifi_1", "wifi_2", "wifi_3", "no_web", "no_scenarios"):
            assert WORDS[language][code].rstrip(":;") in printed
        assert "data/scenarios/kapot" in printed
    assert set(WORDS["nl"]) == set(WORDS["en"])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--host", "203.0.113.1"], "kan deze computer niet luisteren"),
        (["--tls-cert", "weg.pem"], "samen"),
        (["--tls-cert", "weg.pem", "--tls-key", "weg.pem"], "certificaat"),
        (["--public-url", "crisis.example.nl"], "public_url"),
        (["--data", "/proc/nee"], "kan niet worden geschreven"),
        (["--language", "fr"], "language"),
        (["--port", "70000"], "port"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path, options: list[str], words: str) -> None:
    given = options if "--data" in options else ["--data", str(tmp_path / "data"), *options]
    ran = CliRunner().invoke(app, ["serve", *given])
    assert ran.exit_code in (1, 2), ran.output
    assert words in ran.output
    assert "Traceback" not in ran.output


def test_a_port_in_use_names_another(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = CliRunner().invoke(app, ["serve", "--host", "127.0.0.1", "--port", port, "--data", str(tmp_path / "d")])
    assert ran.exit_code == 1
    assert f"Poort {port} is al in gebruik" in ran.output


def test_keys_without_a_running_server(tmp_path: Path) -> None:
    run, folder = CliRunner(), ["--data", str(tmp_path / "data")]
    assert "nog geen sleutels" in run.invoke(app, ["key", "list", *folder]).output
    assert "#key=" in run.invoke(app, ["key", "add", "Carla", *folder]).output
    assert "al een sleutel" in run.invoke(app, ["key", "add", "Carla", *folder]).output
    assert run.invoke(app, ["key", "revoke", "Carla", *folder]).exit_code == 0
    assert "Carla (ingetrokken)" in run.invoke(app, ["key", "list", *folder]).output
    assert "geen sleutel" in run.invoke(app, ["key", "revoke", "Dirk", *folder]).output
