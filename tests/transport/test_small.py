"""The small parts of the door by themselves: codes, buckets, windows, origins, pairings and sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game_server.room.refusals import Refused
from game_server.settings import Settings
from game_server.transport import messages_en, messages_nl
from game_server.transport.limits import Bucket, Crowd, Window, WrongCodes, address_key
from game_server.transport.messages import asked_language, refusal, sentence
from game_server.transport.origins import Origins
from game_server.transport.pairings import Pairings
from game_server.transport.passes import bearer, hashed, is_pass, normal_code, shown_code

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("K7MP-3XQ9", "K7MP3XQ9"),
        ("k7mp 3xq9", "K7MP3XQ9"),
        ("OIL0-oil1", "01100111"),
        ("K7MP–3XQ9", "K7MP3XQ9"),
        ("K7MP3XQ", None),
        ("K7MP3XQ9A", None),
        ("K7MP3XQU", None),
        ("", None),
        ("K7MP3XQé", None),
        ("-" * 100 + "K7MP3XQ9", None),
    ],
)
def test_a_code_is_read_in_every_way_of_writing_it(typed: str, code: str | None) -> None:
    assert normal_code(typed) == code


def test_passes_are_22_characters_and_only_their_hash_is_kept() -> None:
    assert is_pass("A" * 22)
    assert not any(map(is_pass, ("A" * 21, "A" * 23, "A" * 21 + "!", "A" * 21 + "\n", "")))
    assert re.fullmatch("[0-9a-f]{64}", hashed("A" * 22))
    assert shown_code("K7MP3XQ9") == "K7MP-3XQ9"
    assert [bearer(h) for h in ("Bearer x", "bearer  x ", "Basic x", "Bearer", None)] == ["x", "x", None, None, None]


def test_a_bucket_allows_a_burst_and_then_its_rate() -> None:
    bucket = Bucket(rate=5, burst=20, now=100.0)
    assert [bucket.take(100.0) for _ in range(21)] == [True] * 20 + [False]
    assert bucket.take(100.2)
    assert not bucket.take(100.2)
    assert not bucket.take(99.0)
    assert [bucket.take(1000.0) for _ in range(21)].count(True) == 20


def test_a_window_forgets_and_says_when() -> None:
    now = [0.0]
    window = Window(2, 60, lambda: now[0])
    assert [window.take("a") for _ in range(3)] == [True, True, False]
    assert window.take("b")
    now[0] = 59.0
    assert window.retry_after() == 2
    now[0] = 60.0
    assert window.take("a")


def test_wrong_codes_are_counted_by_address_and_in_all() -> None:
    wrong = WrongCodes(per_address=2, in_all=3, now=lambda: 0.0)
    assert [wrong.allows("a") for _ in range(3)] == [True, True, False]
    assert [wrong.allows("b") for _ in range(2)] == [True, False]


def test_windows_do_not_grow_without_bound() -> None:
    now = [0.0]
    window = Window(1, 60, lambda: now[0])
    for n in range(10_000):
        now[0] = n
        window.take(n)
    assert len(window._counts) < 5_000


def test_a_crowd_lets_in_as_many_as_leave() -> None:
    crowd = Crowd(1)
    assert crowd.enter("a")
    assert not crowd.enter("a")
    crowd.leave("a")
    crowd.leave("a")
    assert crowd.count("a") == 0
    assert crowd.enter("a")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
    ],
)
def test_one_household_counts_as_one_address(address: str, key: str) -> None:
    assert address_key(address) == key


def test_forwarded_names_count_only_behind_a_trusted_proxy() -> None:
    headers = [(b"host", b"inside:8000"), (b"x-forwarded-proto", b"https"), (b"x-forwarded-host", b"crisis.example.nl")]
    scope = {"type": "http", "scheme": "http", "client": ("10.0.0.9", 1), "headers": headers}
    assert Origins([], []).base(scope) == "http://inside:8000"
    trusted = Settings(trusted_proxies=("10.0.0.0/8",)).trusted_proxies  # type: ignore[arg-type]
    assert Origins([], trusted).base(scope) == "https://crisis.example.nl"
    scope["headers"] = [*headers, (b"origin", b"https://crisis.example.nl")]
    assert Origins([], trusted).allows(scope)
    assert not Origins([], []).allows(scope)


def test_waiting_screens_are_bounded_and_the_oldest_gives_way() -> None:
    pairings = Pairings(_Clock(), most=2)  # type: ignore[arg-type]
    first = pairings.wait("one")
    assert pairings.wait("one") == first
    assert pairings.find(f" {first[:3].lower()}-{first[3:]}") == "one"
    pairings.wait("two")
    pairings.wait("three")
    assert not pairings.is_waiting("one")
    pairings.done("two")
    assert pairings.find("nothing") is None


class _Clock:
    made = 0

    def monotonic(self) -> float:
        return 0.0

    def new_code(self) -> str:
        self.made += 1
        return f"{self.made:06d}XX"


def test_every_refusal_of_the_rules_has_a_sentence_in_both_languages() -> None:
    text = "".join(path.read_text() for path in sorted((ROOT / "game_server").rglob("*.py")))
    codes = set(re.findall(r'(?:Refused|Trouble)\(\s*"([a-z_]+)"', text)) | set(
        re.findall(r'Refused\(\s*"[a-z_]+" if [^"]+ else "([a-z_]+)"', text)
    )
    assert codes - set(messages_nl.MESSAGES) == set()
    for name in ("MESSAGES", "FIELDS", "WHO", "DEEDS", "PROBLEMS"):
        assert set(getattr(messages_nl, name)) == set(getattr(messages_en, name)), name


def test_no_sentence_shouts_and_every_one_says_what_to_do() -> None:
    for catalogue in (messages_nl, messages_en):
        for code, words in catalogue.MESSAGES.items():
            assert "!" not in words, code
            assert words.endswith("."), code
            assert len(words) <= 170, code
    assert sentence("no such code", "nl") == messages_nl.MESSAGES["internal"]


def test_who_is_late_hears_who_did_what() -> None:
    told = refusal(Refused("stale", did=("desk:d3", "decision_opened")), "nl")
    assert told.message.startswith("De gespreksleider was u voor: de stemming is al geopend.")
    assert told.did is not None
    assert told.did.by == "desk"
    assert refusal(Refused("stale"), "en").message.startswith("Somebody else was first")


def test_the_readers_language_is_the_first_of_ours() -> None:
    for header, language in (("en-GB,nl;q=0.5", "en"), ("fr,nl", "nl"), ("de", "nl"), (None, "nl"), ("", "nl")):
        assert asked_language(header) == language
