"""Whatever happens to a pack's bytes, the loader answers with a scenario or with places, and never raises."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from game_server.scenario.load import read_pack
from tests.scenario.packs import FILES, write_pack

LINE_END = re.compile(rb"\r\n|\r|\n|\xc2\x85|\xe2\x80[\xa8\xa9]")
LINES = [(name, number) for name, text in FILES.items() for number in range(text.count("\n"))]
SPOTS = [(name, spot) for name, text in FILES.items() for spot in range(len(text.encode()))]
SIGNS = "\t{}[]?-:|>%~\x00\ufeff\"'#@`\\\n\r\u2028"
PASSAGES = ["", "&a ", "*a", "!!x ", "- ", ": ", "<<: ", "null", "1e400", '"\\ud800"', "---\n", "...\n"]
HOSTILE = st.sampled_from([*SIGNS, *PASSAGES])


def read(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as name:
        folder = write_pack(Path(name))
        for file, raw in files.items():
            (folder / file).write_bytes(raw)
        loaded = read_pack(folder)
    assert (loaded.scenario is None) == bool(loaded.problems)
    for problem in loaded.problems:
        assert Path(problem.file).name in FILES
        assert problem.column >= 1
        text = files.get(Path(problem.file).name) or FILES[Path(problem.file).name].encode()
        assert 1 <= problem.line <= len(LINE_END.findall(text)) + 2
        assert problem.message
        assert problem.rule


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SPOTS), st.integers(0, 8), st.binary(max_size=6)), min_size=1, max_size=4))
def test_damaged_bytes_never_crash_the_loader(damage: list[tuple[tuple[str, int], int, bytes]]) -> None:
    files = {name: text.encode() for name, text in FILES.items()}
    for (name, spot), cut, put in damage:
        files[name] = files[name][:spot] + put + files[name][spot + cut :]
    read(files)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.integers(0, 3), HOSTILE), min_size=1, max_size=5))
def test_damaged_lines_never_crash_the_loader(damage: list[tuple[tuple[str, int], int, str]]) -> None:
    files = {name: text.split("\n") for name, text in FILES.items()}
    for (name, number), how, hostile in damage:
        line = files[name][number % len(files[name])]
        half = len(line) // 2
        new = [[], [line, line], [line[:half] + hostile + line[half:]], [line + hostile]][how]
        files[name][number % len(files[name]) : number % len(files[name]) + 1] = new or [hostile]
    read({name: "\n".join(lines).encode("utf-8", "surrogatepass") for name, lines in files.items()})


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_at_all_never_crash_the_loader(raw: bytes) -> None:
    read({"scenario.yaml": raw})


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}?&*!|>'\"\n #%,~"), max_size=200))
def test_any_yaml_like_text_never_crashes_the_loader(text: str) -> None:
    read({"scenario.yaml": text.encode()})
