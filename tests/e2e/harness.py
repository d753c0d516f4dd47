"""What a test of the whole takes: a server, devices, and the people that use them."""

from __future__ import annotations

from tests.e2e.desk import Desk
from tests.e2e.devices import DESK, PATIENCE, PHONE, SCREEN, SMALL, Device, Devices, chromium, launch, until
from tests.e2e.packs import ROLES, SHORT, mark_secrets, write_short
from tests.e2e.pdf import text_of
from tests.e2e.phone import Phone
from tests.e2e.projector import Projector
from tests.e2e.recorder import Recorder
from tests.e2e.secrets import Secrets
from tests.e2e.server import HOST, KEY, Server, has_openssl
from tests.e2e.table import Plan, Step, Table, same_person
from tests.e2e.words import like, say

__all__ = [
    "DESK",
    "HOST",
    "KEY",
    "PATIENCE",
    "PHONE",
    "ROLES",
    "SCREEN",
    "SHORT",
    "SMALL",
    "Desk",
    "Device",
    "Devices",
    "Phone",
    "Plan",
    "Projector",
    "Recorder",
    "Secrets",
    "Server",
    "Step",
    "Table",
    "chromium",
    "has_openssl",
    "launch",
    "like",
    "mark_secrets",
    "same_person",
    "say",
    "text_of",
    "until",
    "write_short",
]
