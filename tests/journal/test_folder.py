"""One data folder, one server."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from game_server.journal.folder import SERVER, DataFolder, NotWritable, Occupied, running_server

HOLDER = """
import sys
from pathlib import Path
from game_server.journal.folder import DataFolder
folder = DataFolder(Path(sys.argv[1]))
folder.claim()
folder.announce("http://127.0.0.1:8123", "geheim")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_server_is_refused_in_a_clear_sentence(tmp_path: Path) -> None:
    one, two = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "data")
    one.claim()
    with pytest.raises(Occupied, match="already in use by a running Crisistafel server"):
        two.claim()
    one.announce("http://127.0.0.1:8000", "geheim")
    with pytest.raises(Occupied, match=rf"process {os.getpid()}, at http://127.0.0.1:8000"):
        two.claim()
    one.release()
    one.release()
    two.claim()
    two.release()


def test_another_command_finds_the_running_server_and_only_its_owner_its_token(tmp_path: Path) -> None:
    assert running_server(tmp_path) is None
    folder = DataFolder(tmp_path)
    folder.claim()
    assert running_server(tmp_path) is None
    folder.announce("http://127.0.0.1:8000", "geheim")
    found = running_server(tmp_path)
    assert found is not None
    assert (found.pid, found.url, found.token) == (os.getpid(), "http://127.0.0.1:8000", "geheim")
    assert stat.S_IMODE((tmp_path / SERVER).stat().st_mode) == 0o600
    folder.release()
    assert running_server(tmp_path) is None
    assert not (tmp_path / SERVER).exists()


def test_a_killed_server_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Occupied, match=rf"process {holder.pid}, at http://127.0.0.1:8123"):
            DataFolder(tmp_path).claim()
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    assert running_server(tmp_path) is None
    folder = DataFolder(tmp_path)
    folder.claim()
    assert not (tmp_path / SERVER).exists()
    folder.release()


def test_a_folder_that_cannot_be_made_is_said_to_be_unusable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable, match="cannot be written"):
        DataFolder(tmp_path / "file" / "data").claim()


def test_a_spoilt_server_file_is_no_server(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.claim()
    (tmp_path / SERVER).write_text("{")
    assert running_server(tmp_path) is None
    folder.release()
