"""A server process of its own: started, killed, started again on the same port, with https where asked."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

KEY = "e2e-key-0123456789-abcdefg"
HOST = "crisistafel.test"
"""Not a local name to a browser: on plain http an insecure origin, as on the wifi of a town hall."""


class Server:
    """`crisistafel serve` on a free port of 127.0.0.1, its data in `data`."""

    def __init__(self, data: Path, *, tls: bool = False) -> None:
        self.data = data
        self.tls = _certificate(data.parent) if tls else None
        self.port = _free_port()
        self.url = f"{'https' if tls else 'http'}://{HOST}:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers."""
        command = [sys.executable, "-c", "from game_server.cli import app; app()", "serve"]
        command += ["--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data)]
        if self.tls:
            command += ["--tls-cert", str(self.tls[0]), "--tls-key", str(self.tls[1])]
        self.data.mkdir(parents=True, exist_ok=True)
        with (self.data.parent / "server.txt").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, env=os.environ | {"CRISISTAFEL_FACILITATOR_KEY": KEY}
            )
        self._wait()

    def kill(self) -> None:
        """`kill -9`: no goodbye, nothing flushed."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def log(self) -> str:
        return (self.data.parent / "server.txt").read_text(encoding="utf-8", errors="replace")

    def _wait(self) -> None:
        context = ssl._create_unverified_context() if self.tls else None
        scheme = "https" if self.tls else "http"
        end = time.monotonic() + 60
        while time.monotonic() < end:
            assert self._process is not None
            assert self._process.poll() is None, f"the server did not start:\n{self.log()}"
            try:
                with urllib.request.urlopen(
                    f"{scheme}://127.0.0.1:{self.port}/health/ready", timeout=5, context=context
                ):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"the server did not answer in 60 s:\n{self.log()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def has_openssl() -> bool:
    """Whether a certificate can be made here."""
    return shutil.which("openssl") is not None


def _certificate(folder: Path) -> tuple[Path, Path]:
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
    command += ["-addext", f"subjectAltName=DNS:{HOST}", "-out", str(cert), "-keyout", str(key)]
    subprocess.run(command, check=True, capture_output=True)
    return cert, key
