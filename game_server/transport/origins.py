"""Who is asking and from which site: addresses and origins, with proxies believed only where they are trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from game_server.transport.limits import address_key

Scope: TypeAlias = "Mapping[str, Any]"
Networks: TypeAlias = Sequence[IPv4Network | IPv6Network]
_PORTS = {"http": 80, "https": 443}


def header(scope: Scope, name: bytes) -> str | None:
    """The first header of this (lower-case) name."""
    for key, value in scope.get("headers", ()):
        if key.lower() == name:
            return str(value.decode("latin-1"))
    return None


class Origins:
    """Decides whose requests count as ours. `mine`: whole origins that are always welcome."""

    def __init__(self, mine: Sequence[str], trusted: Networks) -> None:
        self._mine = {found for origin in mine if (found := _normal(origin)) is not None}
        self._trusted = trusted

    def allows(self, scope: Scope) -> bool:
        """A missing Origin is let in (the pass must still be shown), a foreign or `null` one never."""
        origin = header(scope, b"origin")
        if origin is None:
            return True
        found = _normal(origin)
        return found is not None and (found in self._mine or found == _normal(self.base(scope)))

    def base(self, scope: Scope) -> str:
        """The address that the client asked, e.g. `https://crisis.example.nl`, without a trailing slash."""
        scheme = {"ws": "http", "wss": "https"}.get(scope.get("scheme", "http"), scope.get("scheme", "http"))
        host = header(scope, b"host") or "localhost"
        if self._believes(scope):
            scheme = _first(header(scope, b"x-forwarded-proto")) or scheme
            host = _first(header(scope, b"x-forwarded-host")) or host
        return f"{scheme}://{host}"

    def address(self, scope: Scope) -> str:
        """What counts as the client's address: the nearest one that no trusted proxy vouches for.

        From the connection itself (`scope["client"]`): python-engineio's REMOTE_ADDR is always 127.0.0.1 (T9).
        """
        peer = (scope.get("client") or ("unknown", 0))[0]
        if self._believes(scope):
            hops = [hop.strip() for hop in (header(scope, b"x-forwarded-for") or "").split(",") if hop.strip()]
            for hop in reversed(hops):
                peer = hop
                if not self._is_trusted(hop):
                    break
        return address_key(peer)

    def is_near(self, scope: Scope) -> bool:
        """Asked from this machine or a trusted network, and not passed on for somebody else."""
        address = (scope.get("client") or ("unknown", 0))[0]
        passed_on = header(scope, b"x-forwarded-for") is not None
        return not passed_on and (self._is_trusted(address) or _is_loopback(address))

    def _believes(self, scope: Scope) -> bool:
        return self._is_trusted((scope.get("client") or ("unknown", 0))[0])

    def _is_trusted(self, address: str) -> bool:
        try:
            found = ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self._trusted)


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _first(value: str | None) -> str | None:
    return value.split(",")[0].strip() if value else None


def _normal(origin: str) -> tuple[str, str, int] | None:
    """Scheme, host and port; None for `null` and for what is no web origin."""
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        return None
    return parts.scheme, parts.hostname.rstrip("."), port or _PORTS[parts.scheme]
