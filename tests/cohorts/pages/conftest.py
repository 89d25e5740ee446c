"""Without Chromium there is no browser to drive; CI always has one, and fails where it has not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

NO_BROWSER = shutil.which("chromium") is None and "CI" not in os.environ
collect_ignore = ["test_in_a_browser.py", "test_from_a_wheel.py"] if NO_BROWSER else []

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000
"""Milliseconds in which what is expected may come."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Started once; what one page keeps the next does not see."""
    chromium = shutil.which("chromium")
    assert chromium, "Debian's chromium is needed; .ci/run installs it"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()
