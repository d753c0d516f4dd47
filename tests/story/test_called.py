"""News without its body is told apart by who sent it and how it begins."""

from __future__ import annotations

import pytest

from game_server.story.called import BEGINNING, called


@pytest.mark.parametrize(
    ("subject", "body", "name"),
    [
        ("Storing", "De balie ligt stil.", "Servicedesk: Storing"),
        ("", "De balie ligt stil.", "Servicedesk: ‘De balie ligt stil’"),
        ("", "\n\nJoost: De balie ligt stil.\nWat nu?", "Servicedesk: ‘De balie ligt stil’"),
        ("", " \n", "Servicedesk"),
    ],
)
def test_news_is_its_sender_with_its_subject_or_else_its_first_words(subject: str, body: str, name: str) -> None:
    assert called("Servicedesk", subject, body) == name


def test_a_long_body_ends_after_a_whole_word() -> None:
    name = called("CISO", "", "Er zijn vannacht vier aanmeldingen geweest van een beheerder, die met verlof is.")
    assert name == "CISO: ‘Er zijn vannacht vier aanmeldingen geweest van…’"
    assert len(name) <= BEGINNING + len("CISO: ‘…’")
