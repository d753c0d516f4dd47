"""What an operator can set, from the environment (`CRISISTAFEL_…`) or the command line, and frozen after that."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Limits(BaseSettings):
    """How much one address, socket or room may ask; sized so that a hall of 500 behind one address is welcome."""

    model_config = SettingsConfigDict(env_prefix="CRISISTAFEL_LIMIT_", frozen=True, extra="ignore")

    sockets_per_address: int = Field(default=700, ge=1, description="open sockets from one address")
    sockets_per_room: int = Field(default=600, ge=1, description="open sockets in one room")
    sockets_per_pass: int = Field(
        default=3, ge=1, description="open sockets with one seat's pass; the oldest gives way"
    )
    sockets_per_desk: int = Field(
        default=12, ge=3, description="open sockets with one desk's pass, which also looks along with seats and screens"
    )
    strangers_per_address: int = Field(
        default=30, ge=1, description="sockets from one address that have not shown a pass yet"
    )
    hello_seconds: float = Field(default=10, gt=0, le=60, description="time in which a socket must show its pass")
    wrong_codes_per_address: int = Field(default=60, ge=1, description="wrong codes a minute from one address")
    wrong_codes_in_all: int = Field(default=300, ge=1, description="wrong codes a minute from everyone together")
    commands_per_second: float = Field(default=5, gt=0, description="commands a second of one socket, sustained")
    commands_burst: int = Field(default=20, ge=1, description="commands at once of one socket")
    protocol_errors: int = Field(default=10, ge=1, description="malformed frames after which a socket is closed")
    queue_packets: int = Field(default=256, ge=16, description="packets waiting for one socket before it is dropped")
    queue_bytes: int = Field(
        default=1_000_000, ge=65_536, description="bytes waiting for one socket before it is dropped"
    )
    frame_bytes: int = Field(default=65_536, ge=4_096, description="largest frame from a client")
    event_bytes: int = Field(default=16_384, ge=1_024, description="largest Socket.IO event from a client")
    body_bytes: int = Field(default=65_536, ge=4_096, description="largest HTTP body from a client")
    pairings_per_address: int = Field(default=30, ge=1, description="new waiting screens a minute from one address")
    pairings: int = Field(default=500, ge=1, description="screens that wait to be paired at one time")
    tickets: int = Field(default=5_000, ge=1, description="download tickets that wait at one time")
    openings_per_key: int = Field(default=60, ge=1, description="rooms that one key opens an hour")
    reports_at_once: int = Field(default=2, ge=1, description="reports that are set at one time; others wait")


class Settings(BaseSettings):
    """The server's settings. Each is `CRISISTAFEL_<NAME>`; `serve` takes the first seven as options too."""

    model_config = SettingsConfigDict(env_prefix="CRISISTAFEL_", frozen=True, extra="ignore")

    host: str = Field(default="0.0.0.0", description="address to listen on; 127.0.0.1 for this machine only")  # noqa: S104
    port: int = Field(default=8000, ge=0, le=65535, description="port to listen on; 0 picks a free one")
    data: Path = Field(default=Path("data"), description="folder of the journal, packs and keys")
    public_url: str | None = Field(
        default=None, description="the address that people use, e.g. https://crisis.example.nl; absent: what they asked"
    )
    tls_cert: Path | None = Field(default=None, description="certificate (PEM) to serve https by itself")
    tls_key: Path | None = Field(default=None, description="the certificate's private key (PEM)")
    language: Literal["nl", "en"] = Field(default="nl", description="language of the start-up text")
    facilitator_key: SecretStr | None = Field(
        default=None,
        min_length=22,
        description="one facilitator's key; absent: one is made and kept in the data folder",
    )
    origins: tuple[str, ...] = Field(default=(), description="more web origins that may connect, as a JSON list")
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = Field(
        default=(), description="networks of proxies whose X-Forwarded-For, -Proto and -Host count, as a JSON list"
    )
    operator: str | None = Field(
        default=None, max_length=120, description="who runs this server, as the privacy pages call it"
    )
    privacy_contact: str | None = Field(
        default=None, max_length=200, description="where people go with questions on privacy, e.g. an address of e-mail"
    )
    retention_days: int = Field(default=30, ge=0, le=365, description="days that a room is kept after it closed")
    ping_seconds: float = Field(default=25, gt=0, le=60, description="seconds between Engine.IO pings")
    ping_timeout: float = Field(default=20, gt=0, le=60, description="seconds after which a silent socket is gone")
    stop_seconds: int = Field(default=1, ge=1, le=30, description="seconds that open requests get at the end")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="least serious log line"
    )
    metrics: bool = Field(default=True, description="serve /metrics to this machine and to trusted proxies' networks")
    limits: Limits = Field(default_factory=Limits, description="see CRISISTAFEL_LIMIT_…")

    @field_validator("public_url")
    @classmethod
    def _an_origin(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not value.startswith(("http://", "https://")) or "#" in value or "?" in value:
            raise ValueError("give an address such as https://crisis.example.nl")
        return value.rstrip("/")


def settings_of(data: Path | None) -> Settings:
    """Those of the environment, with this data folder when one was named."""
    return Settings() if data is None else Settings(data=data)
