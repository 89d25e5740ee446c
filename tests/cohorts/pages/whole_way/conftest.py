"""A whole way works for minutes while others compute beside it: what is expected may come later."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.cohorts.pages import driving

PATIENCE = 60_000
"""Milliseconds."""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """More than for a single page, of pages that are opened and of what is expected of them."""
    before = driving.PATIENCE
    monkeypatch.setattr(driving, "PATIENCE", PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=before)
