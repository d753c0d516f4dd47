"""The documents say what this server does, in both languages, and leave open only what an organisation must fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from typer.testing import CliRunner

from game_server.cli import app
from game_server.journal import sqlite_store
from game_server.privacy.beside import BESIDE
from game_server.privacy.catalogue import CATALOGUE
from game_server.privacy.documents import NAMES, SHORT, about, document
from game_server.privacy.facts import Facts
from game_server.privacy.files import write
from game_server.privacy.inventory import Seer, Whose, Why
from game_server.privacy.law import CHECKED, SOURCES
from game_server.privacy.words import KEEPS, SEEN, WHOSE, WHY, Language
from game_server.settings import Settings

LANGUAGES: tuple[Language, ...] = ("nl", "en")
ALL = [(name, language) for name in NAMES for language in LANGUAGES]
TODAY = date(2026, 11, 28)


def facts(language: Language, **settings: Any) -> Facts:
    return Facts(Settings(**settings), "1.2.3", TODAY, language, lambda id_: f"{id_}.md")


@pytest.mark.parametrize(("name", "language"), ALL)
def test_nothing_is_left_unfilled(name: str, language: Language) -> None:
    text = document(name, facts(language))
    assert text.startswith("# ")
    assert not re.search(r"\{\w*\}", text)
    assert "None" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_document_says_that_it_is_of_vng_or_ibd_or_advice(language: Language) -> None:
    told = about(facts(language))
    assert "VNG" in told
    assert "IBD" in told
    assert ("geen juridisch advies" if language == "nl" else "no legal advice") in told
    for name in NAMES:
        assert "VNG" not in document(name, facts(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_running_settings_are_in_the_documents(language: Language) -> None:
    given = facts(
        language,
        retention_days=7,
        operator="Gemeente *Hoge Sluis* <b>",
        privacy_contact="fg@hogesluis.example",
        public_url="https://crisis.example",
    )
    notice = document("notice", given)
    assert re.search(r"\b7 (dagen|days)", notice)
    assert "Gemeente \\*Hoge Sluis\\* \\<b\\>" in notice
    assert "fg@hogesluis.example" in notice
    for name in ("dpia", "register", "processor", "inventory"):
        assert re.search(r"\b7 (dagen|days)", document(name, given)), name
    assert "12 uur" in notice or "12 hours" in notice
    assert ": ja." in document("processor", given) or ": yes." in document("processor", given)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_an_organisation_knows_is_left_open(language: Language) -> None:
    blank = "[vul in]" if language == "nl" else "[fill in]"
    for name in ("notice", "dpia", "register", "processor", "accessibility"):
        assert blank in document(name, facts(language)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inventory_lists_every_stored_field_with_all_five(language: Language) -> None:
    rows = [line for line in document("inventory", facts(language)).splitlines() if line.startswith("| ")]
    for name in CATALOGUE:
        (row,) = [row for row in rows if f" {name.replace('_', chr(92) + '_')} |" in row]
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        assert len(cells) == 6, row
        assert all(cells), row


def test_every_word_of_the_inventory_is_known_in_both_languages() -> None:
    for words, kind in ((WHOSE, Whose), (WHY, Why), (SEEN, Seer)):
        assert set(words) == set(get_args(kind))
        assert all(nl and en and nl != en for nl, en in words.values())
    assert set(KEEPS) == {line.keeps for line in CATALOGUE.values()}


def test_every_table_and_column_of_the_store_is_told_of() -> None:
    statements = sqlite_store._TABLES + sqlite_store._ADDED
    found = {}
    for name, columns in re.findall(
        r"CREATE TABLE (?:IF NOT EXISTS )?(\w+) \((.*?)\)(?: WITHOUT ROWID)?;", statements, re.DOTALL
    ):
        parts = re.sub(r"PRIMARY KEY \([^)]*\)", "", columns).split(",")
        found[name] = tuple(part.split()[0] for part in parts if part.strip())
    assert found == {name: columns for one in BESIDE for name, columns in one.tables.items()}


def test_law_is_cited_with_its_source_and_the_day_it_was_checked() -> None:
    assert all(address.startswith("https://") for address in SOURCES.values())
    assert CHECKED <= TODAY
    cited = "".join(document(name, facts("nl")) for name in NAMES)
    assert all(address in cited for address in SOURCES.values())
    for name in ("notice", "register", "processor", "accessibility"):
        assert "28 november 2026" in document(name, facts("nl")), name


def test_every_document_has_a_name_of_its_own() -> None:
    assert set(SHORT) == set(NAMES)
    for language in (0, 1):
        assert len({names[language] for names in NAMES.values()}) == len(NAMES)


def test_the_files_are_written_in_both_languages_and_link_to_each_other(tmp_path: Path) -> None:
    made = write(tmp_path / "privacy", Settings(operator="Hoge <Sluis>"), "1.2.3", TODAY)
    assert len(made) == len(NAMES) * 2 * 2
    page = (tmp_path / "privacy" / "nl" / "privacyverklaring.html").read_text()
    assert '<a href="inventaris.html">' in page
    assert "Hoge &lt;Sluis&gt;" in page
    assert "VNG" in page
    text = (tmp_path / "privacy" / "en" / "privacy-notice.md").read_text()
    assert "(inventory.md)" in text
    assert "not affiliated with VNG or IBD" in text


def test_the_command_writes_them_and_says_when_it_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    refused = CliRunner().invoke(app, ["privacy", "--out", str(tmp_path / "file")])
    assert refused.exit_code == 1
    assert "--out" in refused.output
    monkeypatch.setenv("CRISISTAFEL_RETENTION_DAYS", "9")
    done = CliRunner().invoke(app, ["privacy", "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert "9 dagen" in (tmp_path / "out" / "nl" / "privacyverklaring.md").read_text()
