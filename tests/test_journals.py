"""The command line over a room that is a file: every problem by its line, the report without a server, and a series."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from typer.testing import CliRunner, Result

from game_server.cli import app
from tests.debrief.test_series import room
from tests.hosting.test_journal_file import GOLDEN

run = CliRunner()


def ask(*words: object) -> Result:
    return run.invoke(app, [str(word) for word in words])


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CRISISTAFEL_FACILITATOR_KEY", raising=False)
    monkeypatch.setenv("CRISISTAFEL_DATA", str(tmp_path / "data"))


def broken(tmp_path: Path, **change: Any) -> Path:
    lines = GOLDEN.read_bytes().splitlines()
    lines[4] = orjson.dumps(orjson.loads(lines[4]) | change)
    file = tmp_path / "kapot.jsonl"
    file.write_bytes(b"\n".join(lines))
    return file


def test_a_broken_file_is_told_by_line_and_nothing_is_written(tmp_path: Path) -> None:
    file = broken(tmp_path, by="iemand")
    for command in (("journal", "import", file), ("report", file, "--out", tmp_path / "x.pdf")):
        told = ask(*command)
        assert told.exit_code == 1
        assert "kapot.jsonl:5: van wie deze gebeurtenis is, kan niet" in told.output
    assert not (tmp_path / "x.pdf").exists()
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_not_there_or_a_name_that_says_nothing_is_refused(tmp_path: Path) -> None:
    assert "kan niet worden gelezen" in ask("report", tmp_path / "weg.jsonl", "--out", tmp_path / "x.pdf").output
    assert ".xlsx" in ask("report", GOLDEN, "--out", tmp_path / "x.docx").output
    assert "Burgers" in ask("report", GOLDEN, "--team", "Burgers", "--out", tmp_path / "x.pdf").output
    assert ask("report", GOLDEN, "--variant", "geheim", "--out", tmp_path / "x.pdf").exit_code == 1
    assert ask("report", GOLDEN, GOLDEN, "--out", tmp_path / "x.pdf").exit_code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("variant", ["full", "public"])
@pytest.mark.parametrize("kind", ["pdf", "json", "xlsx", "md"])
def test_the_report_is_made_without_a_server(tmp_path: Path, kind: str, variant: str) -> None:
    out = tmp_path / f"verslag.{kind}"
    told = ask("report", GOLDEN, "--language", "en", "--variant", variant, "--team", "t1", "--out", out)
    assert told.exit_code == 0, told.output
    assert out.stat().st_size > 500
    if kind == "json":
        assert orjson.loads(out.read_bytes())["variant"] == variant


def test_a_room_is_taken_in_once(tmp_path: Path) -> None:
    assert "which_key" not in ask("key", "add", "eerste").output
    first, again = ask("journal", "import", GOLDEN), ask("journal", "import", GOLDEN)
    outlived = "bewaartermijn" in first.output
    assert outlived or (first.exit_code == 0 and "staat al op deze server" in again.output), first.output


def test_three_rooms_are_joined(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "series"
    folder.mkdir(parents=True)
    for number in (1, 2):
        (folder / f"{number:08d}.json").write_bytes(orjson.dumps(room(number)))
    assert "drie sessies" in ask("report", "--series", folder, "--out", tmp_path / "reeks").output
    (folder / "00000003.json").write_bytes(orjson.dumps(room(3)))
    told = ask("report", "--series", folder, "--out", tmp_path / "reeks")
    assert told.exit_code == 0, told.output
    assert {file.suffix for file in (tmp_path / "reeks").iterdir()} == {".pdf", ".xlsx"}


def test_a_mirror_travels(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "series"
    folder.mkdir(parents=True)
    for number in range(1, 11):
        (folder / f"{number:08d}.json").write_bytes(orjson.dumps(room(number)))
    mirror = tmp_path / "spiegel.json"
    assert ask("mirror", "export", "--out", mirror).exit_code == 0
    assert "mayor" not in mirror.read_text()
    assert ask("mirror", "import", mirror, "--data", tmp_path / "elders").exit_code == 0
    assert len(list((tmp_path / "elders" / "mirror").glob("*.json"))) == 1
    mirror.write_text(mirror.read_text().replace('"rooms": 10', '"rooms": 4'))
    told = ask("mirror", "import", mirror, "--data", tmp_path / "verder")
    assert told.exit_code == 1
    assert not (tmp_path / "verder").exists()
