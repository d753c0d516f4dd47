"""`crisistafel rehearse`: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from typer.testing import CliRunner, Result

from game_server.cli import app
from tests.debrief.reading import text
from tests.scenario.packs import changed, write_pack

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("CRISISTAFEL_")}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rehearse", *arguments])


def test_an_unknown_scenario_is_told_with_those_that_there_are() -> None:
    result = run("nergens", "--headless")
    assert result.exit_code == 2
    assert "nergens" in result.output and "natte-meren" in result.output


def test_a_broken_pack_is_told_with_its_problems(tmp_path: Path) -> None:
    result = run(str(write_pack(tmp_path, changed("talk: 10", "talk: ten"))), "--headless")
    assert result.exit_code == 1
    assert "rounds.yaml:" in result.output and "scenario check" in result.output


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "tiny")
    result = run(str(pack), "--headless", "--journal", str(tmp_path / "nergens" / "j.jsonl"))
    assert result.exit_code == 1
    assert "nergens" in result.output


def test_a_pack_is_played_to_the_end_and_taken_home(tmp_path: Path) -> None:
    pack, pdf, journal = write_pack(tmp_path / "tiny"), tmp_path / "r.pdf", tmp_path / "j.jsonl"
    result = run(str(pack), "--headless", "--teams", "2", "--pdf", str(pdf), "--journal", str(journal))
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Repetitie van “Kleine proef”")
    assert "Kleineproef" in text(pdf.read_bytes())
    head, *lines = map(json.loads, journal.read_text().splitlines())
    assert head["scenario"]["id"] == "tiny"
    assert [line["version"] for line in lines] == list(range(1, len(lines) + 1))
    assert "bot:" not in journal.read_text()


def test_files_are_for_a_game_without_screens(tmp_path: Path) -> None:
    result = run("natte-meren", "--pdf", str(tmp_path / "r.pdf"))
    assert result.exit_code == 2
    assert "--headless" in result.output


def test_without_headless_it_serves_a_rehearsal_that_is_led_until_it_is_stopped(tmp_path: Path) -> None:
    pack, log = write_pack(tmp_path / "tiny"), tmp_path / "printed"
    environment = ENVIRONMENT | {"CRISISTAFEL_PORT": "0", "CRISISTAFEL_HOST": "127.0.0.1"}
    command = [sys.executable, "-m", "game_server.cli", "rehearse", str(pack), "--teams", "2"]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, text=True, env=environment)
        try:
            while "Ctrl-C" not in (printed := log.read_text()):
                assert process.poll() is None, printed
                time.sleep(0.05)
            link = re.search(r"(http://127\.0\.0\.1:\d+)/regie#code=(\w{8})&link=[\w-]{22}\n", printed)
            assert link, printed
            with urllib.request.urlopen(f"{link[1]}/api/rooms/{link[2]}", timeout=10) as answer:
                room = json.load(answer)
            assert [team["taken"] for team in room["teams"]] == [{"mayor": 1, "ciso": 1}] * 2
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
        finally:
            process.kill()
            process.wait()
