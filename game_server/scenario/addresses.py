"""Addresses, numbers and accounts in texts that could be somebody's, and the ranges that are nobody's."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

_ENDINGS = (
    "nl|com|org|net|eu|be|de|fr|uk|info|gov|edu|io|ai|app|dev|biz|me|tv|cc|ru|su|cn|onion|xyz|top|site|online|nu|"
    "social|cloud|email|link|club|shop|live|news|frl|amsterdam|gent|vlaanderen|brussels"
)
_URL = re.compile(r"(?i)\b(?:https?|ftp|hxxps?)://([^\s/:?#<>\"')\]]+)")
_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_HOST = re.compile(rf"(?<![\w@.-])((?:[a-z0-9-]+\.)+(?:{_ENDINGS}))(?![\w-]|\.\w)")
_HANDLE = re.compile(r"(?<![\w.+-])@(\w[\w.]*\w)(?!@)")
_PHONE = re.compile(r"(?<![\w,.€-])(?!\d{2}-\d{2}-\d{4}\b)((?:\+|00)?\d(?:[ ()-]{0,2}\d){7,14})(?![\w-])")
_IBAN = re.compile(r"\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b")
_IP = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])")
_COIN = re.compile(r"\b(?:bc1[a-z0-9]{20,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40})\b")
_NINE = re.compile(r"(?<![\d.,])(\d{9}|\d{4}[. ]\d{2}[. ]\d{3})(?![\d.,])")

_NOBODYS_DOMAINS = ("example.org", "example.com", "example.net")
_NOBODYS_ENDINGS = ("example", "invalid", "test", "localhost")
_NOBODYS_HANDLE = re.compile(r"(?i).*(example|voorbeeld|oefening)")


def real_addresses(text: str) -> Iterator[tuple[str, str]]:
    """What looks like a reachable address, as (what it is, how it stands in the text)."""
    rest = text
    for pattern, kind in ((_URL, "web address"), (_MAIL, "mail address"), (_HOST, "web address")):
        for found in pattern.finditer(rest):
            if not _is_nobodys_host(found.group(1)):
                yield kind, found.group()
        rest = pattern.sub(" ", rest)
    for found in _HANDLE.finditer(rest):
        if not _NOBODYS_HANDLE.fullmatch(found.group(1)):
            yield "account", found.group()
    for found in _COIN.finditer(rest):
        yield "wallet", found.group()
    for found in _IBAN.finditer(rest):
        if not found.group(1).replace(" ", "").endswith("0" * 8):
            yield "bank account", found.group()
    rest = _COIN.sub(" ", _IBAN.sub(" ", rest))
    for found in _IP.finditer(rest):
        if not _is_nobodys_ip(found.group(1)):
            yield "network address", found.group()
    yield from _numbers(_IP.sub(" ", rest))


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for found in _PHONE.finditer(text):
        if _is_phone(found.group(1)):
            yield "phone number", found.group(1)
    for found in _NINE.finditer(_PHONE.sub(lambda one: " " if _is_phone(one.group(1)) else one.group(), text)):
        digits = [int(digit) for digit in found.group(1) if digit.isdigit()]
        if _is_citizen_number(digits):
            yield "citizen service number", found.group(1)


def _is_nobodys_host(host: str) -> bool:
    """RFC 2606 and RFC 6761."""
    name = host.lower().rstrip(".")
    if _IP.fullmatch(name):
        return _is_nobodys_ip(name)
    reserved = any(name == domain or name.endswith(f".{domain}") for domain in _NOBODYS_DOMAINS)
    return reserved or name.rsplit(".", 1)[-1] in _NOBODYS_ENDINGS


def _is_nobodys_ip(address: str) -> bool:
    """Private, documentation (RFC 5737) and other ranges that do not lead anywhere; what is no address is a version."""
    try:
        return not ipaddress.ip_address(address).is_global
    except ValueError:
        return True


def _is_phone(written: str) -> bool:
    """A Dutch or international number of which the last digits (six; four of 0800 and 0900) are not all zeros."""
    digits = re.sub(r"\D", "", written)
    if written.startswith(("+", "00")) and 9 <= len(digits) <= 15:
        return not digits.endswith("0" * 6)
    if re.fullmatch(r"0[89]0[0-9]\d{4}(\d{3})?", digits):
        return not digits.endswith("0" * 4)
    return len(digits) == 10 and digits.startswith("0") and not digits.endswith("0" * 6)


def _is_citizen_number(digits: list[int]) -> bool:
    """The eleven test of the Dutch citizen service number; a number with six zeros in a row is nobody's."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * digit for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and "000000" not in "".join(map(str, digits))
