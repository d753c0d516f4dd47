"""`make bench`: this server and a bare python-socketio server in the same run, interleaved; prints ratios.

Servers run on core 0 and the generator on core 1 where the machine has two. Ends only the processes that it started.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

KEY = secrets.token_urlsafe(24)
ROWS = (
    ("inject_cpu_us", "CPU per delivered inject", "µs", 500, 0.35, 0.25),
    ("inject_cpu_us", "CPU per delivered inject", "µs", 30, 0.6, 0.4),
    ("inject_p99_ms", "inject p99", "ms", 500, 0.3, 0.15),
    ("inject_p99_ms", "inject p99", "ms", 30, None, None),
    ("vote_cpu_us", "CPU per durable acked vote", "µs", 500, 0.7, 0.4),
    ("vote_cpu_us", "CPU per durable acked vote", "µs", 30, None, None),
    ("flash_p99_ms", "vote p99, all at once", "ms", 500, 0.8, 0.4),
    ("burst_p99_ms", "vote p99, within a second", "ms", 500, 2.0, 1.2),
    ("burst_p99_ms", "vote p99, within a second", "ms", 30, None, None),
    ("joins_per_cpu_s", "joins per CPU second, chair and first view included", "", 500, 1.0, 1.4),
    ("kib_per_connection", "memory per connection", "KiB", 500, 1.2, 1.0),
)
"""(figure, name, unit, sockets, goal, stretch): `performance.md` §1; goals are ratios to bare."""


def _pinned(core: int, command: list[str]) -> list[str]:
    two = (os.cpu_count() or 1) > 1 and shutil.which("taskset")
    return ["taskset", "-c", str(core), *command] if two else command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"the server did not start: exit {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(0.7)
            return
    raise SystemExit("the server did not start in 30 s")


@contextmanager
def server(kind: str, data: Path) -> Iterator[tuple[int, int]]:
    """A server on a free port; yields (port, pid), and ends it."""
    port = _free_port()
    command = {
        "bare": [sys.executable, "-m", "tests.load.bare", str(port)],
        "crisistafel": [
            sys.executable,
            "-c",
            "from game_server.cli import app; app()",
            "serve",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--data",
            str(data),
        ],
    }[kind]
    quiet = {
        "CRISISTAFEL_FACILITATOR_KEY": KEY,
        "CRISISTAFEL_LIMIT_COMMANDS_PER_SECOND": "1000",
        "CRISISTAFEL_LIMIT_COMMANDS_BURST": "1000",
        "CRISISTAFEL_LIMIT_STRANGERS_PER_ADDRESS": "600",
        "CRISISTAFEL_LOG_LEVEL": "warning",
    }
    with (data / "server.log").open("wb") as log:
        process = subprocess.Popen(_pinned(0, command), stdout=log, stderr=log, env={**os.environ, **quiet})
    try:
        _wait(port, process)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _run(kind: str, many: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, server(kind, Path(folder)) as (port, pid):
        command = [sys.executable, "-m", "tests.load.generator", "--kind", kind, "--many", str(many)]
        command += ["--port", str(port), "--pid", str(pid), "--key", KEY]
        done = subprocess.run(_pinned(1, command), capture_output=True, text=True, timeout=240, check=False)
        if done.returncode:
            tail = (Path(folder) / "server.log").read_text(errors="replace")[-2000:]
            raise SystemExit(f"{kind} × {many} failed:\n{done.stderr[-3000:]}\n{tail}")
        return dict(json.loads(done.stdout.splitlines()[-1]))


def _table(runs: dict[tuple[str, int], list[dict[str, Any]]]) -> tuple[Table, list[dict[str, Any]]]:
    table = Table(title="Crisistafel against bare python-socketio, medians")
    for heading in ("measure", "sockets", "here", "bare", "ratio", "goal", "stretch", ""):
        table.add_column(heading, justify="left" if heading in ("measure", "") else "right")
    rows = []
    for figure, name, unit, many, goal, stretch in ROWS:
        here, bare = (median(run[figure] for run in runs[kind, many]) for kind in ("crisistafel", "bare"))
        pairs = zip(runs["crisistafel", many], runs["bare", many], strict=True)
        ratio = median(ours[figure] / theirs[figure] for ours, theirs in pairs)
        more_is_better = figure == "joins_per_cpu_s"
        met = goal is None or (ratio >= goal if more_is_better else ratio <= goal)
        word = "" if goal is None else "met" if met else "not yet"
        mark = "≥" if more_is_better else "≤"
        wanted = ["" if value is None else f"{mark} {value}" for value in (goal, stretch)]
        table.add_row(name, str(many), f"{here:g} {unit}", f"{bare:g} {unit}", f"{ratio:.2f}", *wanted, word)
        rows.append(
            {"name": name, "sockets": many, "value": here, "bare": bare, "ratio": round(ratio, 3), "goal": goal}
            | {"stretch": stretch, "met": met}
        )
    return table, rows


def main() -> None:
    """Runs the rounds and prints the table; writes `bench.json` where `--json` says."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=3, choices=range(1, 11))
    parser.add_argument("--many", type=int, nargs="+", default=[30, 500])
    parser.add_argument("--json", type=Path)
    a = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    runs: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for number in range(a.rounds):
        for many in a.many:
            for kind in ("bare", "crisistafel"):
                console.print(f"round {number + 1} of {a.rounds}: {kind} × {many}", style="dim")
                runs.setdefault((kind, many), []).append(_run(kind, many))
    if set(a.many) >= {30, 500}:
        table, rows = _table(runs)
        console.print(table)
        if a.json:
            a.json.write_text(json.dumps(rows, indent=1))
    for (kind, many), all_runs in runs.items():
        for run in all_runs:
            if "stored" in run and run["stored"] != run["acked"]:
                raise SystemExit(f"{kind} × {many}: {run['acked']} votes acknowledged, {run['stored']} stored")
    kept = sum(run["acked"] for (kind, _), all_runs in runs.items() if kind == "crisistafel" for run in all_runs)
    console.print(f"votes acknowledged = votes stored: {kept}; the bare server checks nothing and keeps nothing.")


if __name__ == "__main__":
    main()
