"""What every test shares: how hard hypothesis tries, and what runs only under `make proof`."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

PROOF = os.environ.get("CRISISTAFEL_PROOF") == "1"

_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile(
    "ci", max_examples=50, deadline=None, derandomize=True, print_blob=True, suppress_health_check=_SLOW_IS_FINE
)
settings.register_profile("proof", max_examples=1000, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile("proof" if PROOF else os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the long proofs to `make proof`."""
    if PROOF:
        return
    long = pytest.mark.skip(reason="a long proof: make proof")
    for item in items:
        if item.get_closest_marker("proof"):
            item.add_marker(long)
