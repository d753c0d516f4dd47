"""Everything that a pack may not be is refused, all at once, and at its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game_server.scenario.load import PackError, Problem, load_pack, read_pack
from tests.scenario.packs import FILES, MAIN, ROUNDS, changed, tiny_scenario, write_pack


def problems(folder: Path, files: dict[str, str]) -> list[Problem]:
    return list(read_pack(write_pack(folder / "tiny", files)).problems)


def the_problem(folder: Path, files: dict[str, str]) -> Problem:
    found = problems(folder, files)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


def line_of(text: str, passage: str) -> int:
    return text[: text.index(passage)].count("\n") + 1


def test_a_valid_pack_loads_from_its_folder_and_from_its_main_file(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "tiny")
    assert load_pack(folder) == load_pack(folder / "scenario.yaml") == tiny_scenario()
    assert read_pack(folder).files == ("scenario.yaml", "rounds.yaml")


def test_a_pack_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such file"):
        load_pack(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        ("    goal: {nl: Samen terugkijken.}", "    goals: {nl: Samen terugkijken.}", "unknown-field", "'goal'"),
        ("minutes: 40", "minutes: 40\nminutes: 41", "duplicate-key", "'minutes' stands here twice"),
        ("minutes: 40", "minutes: &long 40", "anchor", "&long"),
        ("theme: own_house", "theme: !!python/object/apply:os.system own_house", "tag", "tags"),
        ("theme: own_house", "theme: ! own_house", "tag", "tags"),
        ("minutes: 40", "minutes: 40\n<<: {}", "merge-key", "merge keys"),
        ("minutes: 40", "minutes: 40\n? [a, b]\n: 1", "syntax", "a word, not a list"),
        ("minutes: 40", 'minutes: "40"', "schema", "whole number"),
        ("minutes: 40", "minutes: true", "schema", "whole number"),
        ("minutes: 40", "minutes: 400000000000000000000000000", "schema", "whole number"),
        ("    minutes: 25", "    minutes: .nan", "schema", "must be a number"),
        ("    minutes: 25", "    minutes: 1e999", "schema", "must be a number"),
        ("version: 1.0.0", "version: 1.0", "schema", "must be text"),
        ("version: 1.0.0", "version: one", "schema", "written as 1.0.0"),
        ("title: {nl: Kleine proef}", "title: {nl: no, fr: oui}", "schema", "'nl' or 'en'"),
        ("title: {nl: Kleine proef}", "title: {}", "schema", "nothing here"),
        ("title: {nl: Kleine proef}", 'title: {nl: "  "}', "empty-text", "empty"),
        ("title: {nl: Kleine proef}", "title: Kleine proef", "schema", "mapping"),
        ("title: {nl: Kleine proef}", 'title: {nl: "Klein\\u202e"}', "control-character", "U+202E"),
        ("title: {nl: Kleine proef}", 'title: {nl: "Klein\\0"}', "control-character", "U+0000"),
        ("title: {nl: Kleine proef}", "title: {nl: Klein\u2028e proef}", "control-character", "U+2028"),
        ('        game: "15:42"', '        game: "25:42"', "schema", "hh:mm"),
        ("      - id: strange-login", "      - id: Strange Login", "schema", "small letters"),
        ("      - id: strange-login", "      - id: slow-desk", "duplicate-id", "'slow-desk' is taken"),
        ("          - id: watch", "          - id: part-off", "duplicate-id", "'part-off' is taken"),
        ("      - id: tell-council", "      - id: unplug", "duplicate-id", "'unplug' is taken"),
        ("  - id: debrief\n", "  - id: round-1\n", "duplicate-id", "'round-1' is taken"),
        ("{by: majority, tie: mayor}", "{by: majority}", "schema", "`tie`"),
        ("{by: majority, tie: mayor}", "{by: consensus, tie: mayor}", "schema", "by: majority"),
        ("{by: majority, tie: mayor}", "{by: consensus, role: mayor}", "schema", "by: role"),
        ("{by: majority, tie: mayor}", "{by: role}", "schema", "needs `role`"),
        ("option: all-off}", "option: all-off, options: [watch]}", "schema", "either `option` or `options`"),
        (", option: all-off}", "}", "schema", "either `option` or `options`"),
        (
            "when: {chosen: {decision: unplug, option",
            "when: {elapsed: 3, chosen: {decision: unplug, option",
            "schema",
            "2",
        ),
        ("when: {chosen: {decision: unplug, option: all-off}}", "when: {}", "schema", "exactly one field"),
        ("{indicator: trust, at_most: 55}", "{indicator: trust}", "schema", "`at_least`, `at_most` or both"),
        (
            "    summary: {nl: U brengt",
            "    seats: {min: 2}\n    summary: {nl: U brengt",
            "schema",
            "`min` is above `max`",
        ),
        ("at_most: 55", "at_most: 55, at_least: 60", "schema", "never holds"),
    ],
)
def test_what_a_pack_may_not_say_is_refused_on_its_line(
    tmp_path: Path, old: str, new: str, rule: str, said: str
) -> None:
    files = changed(old, new)
    found = [problem for problem in problems(tmp_path, files) if problem.rule == rule and said in problem.message]
    assert found, "\n".join(map(str, problems(tmp_path, files)))
    where = found[0]
    name = Path(where.file).name
    first = line_of(FILES[name], old)
    assert first <= where.line <= first + new.count("\n") + 1
    assert read_pack(tmp_path / "tiny").scenario is None


def test_a_problem_names_file_line_column_path_and_rule(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, changed("talk: 10", "talk: ten"))
    line = line_of(ROUNDS, "talk: 10")
    assert str(problem) == (
        f"{tmp_path}/tiny/rounds.yaml:{line}:15: phases.round-1.decisions.unplug.talk: "
        "this must be a number, without quotes [schema]"
    )


def test_a_misspelt_field_is_told_what_was_meant(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, changed("deputies", "deputys"))
    assert "did you mean 'deputies'?" in problem.message


def test_all_errors_of_all_files_come_at_once(tmp_path: Path) -> None:
    files = changed("talk: 10", "talk: ten")
    files["rounds.yaml"] = files["rounds.yaml"].replace("kind: main", "kind: huge")
    files["scenario.yaml"] = MAIN.replace("theme: own_house", "theme: &x nothing").replace("minutes: 40", "minutes: x")
    found = problems(tmp_path, files)
    assert {Path(problem.file).name for problem in found} == {"scenario.yaml", "rounds.yaml"}
    assert {problem.path.rsplit(".", 1)[-1] for problem in found} >= {"talk", "kind", "theme", "minutes"}


def test_broken_yaml_in_a_part_does_not_hide_errors_elsewhere(tmp_path: Path) -> None:
    files = {"scenario.yaml": MAIN.replace("minutes: 40", "minutes: x"), "rounds.yaml": ROUNDS + "x: [1\n"}
    found = problems(tmp_path, files)
    assert {(Path(problem.file).name, problem.rule) for problem in found} == {
        ("scenario.yaml", "schema"),
        ("rounds.yaml", "syntax"),
    }


def test_broken_yaml_in_the_main_file_does_not_hide_errors_in_parts(tmp_path: Path) -> None:
    files = {"scenario.yaml": MAIN + "x: [1\n", "rounds.yaml": ROUNDS.replace("talk: 10", "talk: ten")}
    found = problems(tmp_path, files)
    assert {(Path(problem.file).name, problem.rule) for problem in found} == {
        ("scenario.yaml", "syntax"),
        ("rounds.yaml", "schema"),
    }


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "15:40", "1_000", "0b1", "2026-03-01", ".inf"])
def test_words_that_older_yaml_reads_as_something_else_stay_words(tmp_path: Path, word: str) -> None:
    folder = write_pack(tmp_path, changed("Kleine proef", word))
    assert load_pack(folder).title == {"nl": word}


@pytest.mark.parametrize(
    "name",
    ["../rounds.yaml", "/etc/passwd", "/etc/hosts.yaml", "sub/rounds.yaml", "a..yaml", "rounds.txt", "~.yaml", "7", ""],
)
def test_a_part_is_a_plain_file_name(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path)
    problem = the_problem(tmp_path, changed("parts: [rounds.yaml]", f'parts: ["{name}"]'))
    assert (problem.rule, problem.path) == ("outside", "parts.0")


def test_a_part_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(ROUNDS, encoding="utf-8")
    folder = write_pack(tmp_path / "tiny", {"scenario.yaml": MAIN})
    (folder / "rounds.yaml").symlink_to(outside)
    assert [problem.rule for problem in read_pack(folder).problems] == ["outside"]


def test_a_part_that_would_block_the_reader_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "tiny", {"scenario.yaml": MAIN})
    os.mkfifo(folder / "rounds.yaml")
    assert [problem.rule for problem in read_pack(folder).problems] == ["no-file"]


def test_a_missing_part_is_one_problem(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, {"scenario.yaml": MAIN})
    assert (problem.rule, problem.line) == ("no-file", line_of(MAIN, "parts: ["))
    assert "rounds.yaml: there is no such file" in problem.message


def test_a_part_named_twice_is_refused(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, changed("[rounds.yaml]", "[rounds.yaml, rounds.yaml]"))
    assert "named twice" in problem.message


def test_a_part_does_not_hold_what_belongs_in_the_main_file(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, FILES | {"rounds.yaml": ROUNDS + "title: {nl: Anders}\n"})
    assert (problem.rule, problem.line) == ("unknown-field", ROUNDS.count("\n") + 1)


def test_two_parts_are_joined_in_order(tmp_path: Path) -> None:
    second = "glossary:\n  - {term: BRP, meaning: {nl: Het bevolkingsregister.}}\n"
    folder = write_pack(tmp_path, changed("[rounds.yaml]", "[rounds.yaml, words.yaml]") | {"words.yaml": second})
    assert [term.term for term in load_pack(folder).glossary] == ["AVG", "BRP"]


def test_the_same_id_in_two_files_is_refused(tmp_path: Path) -> None:
    second = (
        "roles:\n  mayor: {}\n"
        "statements:\n  - {id: my-role, text: {nl: Nog eens.}}\n"
        "glossary:\n  - {term: AVG, meaning: {nl: Nog eens.}}\n"
    )
    files = changed("[rounds.yaml]", "[rounds.yaml, more.yaml]") | {"more.yaml": second}
    found = [(problem.line, problem.rule) for problem in problems(tmp_path, files)]
    assert found == [(2, "duplicate-id"), (4, "duplicate-id"), (6, "duplicate-id")]


def test_a_list_in_one_file_and_a_mapping_in_the_other_are_refused(tmp_path: Path) -> None:
    files = changed("[rounds.yaml]", "[rounds.yaml, more.yaml]") | {"more.yaml": "roles: []\nglossary: {}\n"}
    assert ["every file" in problem.message for problem in problems(tmp_path, files)] == [True, True]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a list\n", "just words\n", "---\n"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    assert read_pack(write_pack(tmp_path, {"scenario.yaml": text})).problems


def test_a_second_document_is_refused(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, FILES | {"rounds.yaml": ROUNDS + "---\nphases: []\n"})
    assert problem.rule == "one-document"


def test_a_file_over_256_kb_is_refused(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, FILES | {"rounds.yaml": ROUNDS + "#" * 256 * 1024})
    assert problem.rule == "too-large"


@pytest.mark.parametrize("text", ["a: [" + "[]," * 60_000 + "]", "".join(f"k{n}: 1\n" for n in range(20_000))])
def test_a_file_of_countless_values_is_refused_before_it_is_judged(tmp_path: Path, text: str) -> None:
    assert the_problem(tmp_path, {"scenario.yaml": text}).rule == "too-large"


def test_no_more_is_told_than_a_person_would_read(tmp_path: Path) -> None:
    assert len(problems(tmp_path, {"scenario.yaml": "".join(f"k{n}: 1\n" for n in range(5_000))})) == 200


def test_bytes_that_are_not_utf_8_are_refused_at_their_place(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "rounds.yaml").write_bytes(b"phases:\n  - \xff\n")
    (problem,) = read_pack(folder).problems
    assert (problem.line, problem.column, problem.rule) == (2, 5, "syntax")


def test_a_byte_order_mark_and_windows_line_ends_are_taken(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    for name, text in FILES.items():
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_pack(folder) == tiny_scenario()


def test_an_alias_bomb_is_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    found = problems(tmp_path, {"scenario.yaml": bomb})
    assert {"anchor", "alias"} <= {problem.rule for problem in found}
    assert len(found) <= 300


@pytest.mark.parametrize("deep", ["[" * 1000, "{a: " * 1000, "- " * 1000, "? " * 1000, "x:\n" + " [\n" * 1000])
def test_a_thousand_levels_are_refused(tmp_path: Path, deep: str) -> None:
    found = problems(tmp_path, {"scenario.yaml": deep})
    assert "too-deep" in {problem.rule for problem in found}


def test_forty_levels_are_still_read(tmp_path: Path) -> None:
    nested = "{not: " * 30 + "{elapsed: 1}" + "}" * 30
    found = problems(tmp_path, changed("when: {chosen: {decision: unplug, option: all-off}}", f"when: {nested}"))
    assert found == []


@pytest.mark.parametrize("tag", ["!!python/object:x.Y", "!!python/name:os.system", "!include x", "!!binary", "!!set"])
def test_no_tag_is_ever_obeyed(tmp_path: Path, tag: str) -> None:
    found = problems(tmp_path, changed("parts: [rounds.yaml]", f"parts: [rounds.yaml]\nx: {tag} y"))
    assert "tag" in {problem.rule for problem in found}
