"""Without Chromium there is no browser to drive; CI always has one, and fails where it has not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.cohorts.pages.driving import PATIENCE, Look, Site, serving

NO_BROWSER = shutil.which("chromium") is None and "CI" not in os.environ

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Started once; what one page keeps the next does not see."""
    if NO_BROWSER:
        pytest.skip("there is no Chromium here")
    chromium = shutil.which("chromium")
    assert chromium, "Debian's chromium is needed; .ci/run installs it"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with a store of its own, for the tests of one file."""
    with serving(tmp_path_factory.mktemp("site")) as site:
        yield site


FAULTY = """
from runpy import run_module
from cohorts.pages import rounds
def draw(here):
    raise ValueError("Jan de Vries")
rounds.draw = draw
run_module("cohorts.pages", run_name="__main__")
"""


@pytest.fixture
def broken_site(tmp_path: Path) -> Iterator[Site]:
    """A server of which a page goes wrong, quoting somebody."""
    with serving(tmp_path, "-c", FAULTY) as site:
        yield site


@pytest.fixture
def look(browser: Browser, site: Site) -> Iterator[Look]:
    """Opens pages; what went wrong on any of them fails the test at its end."""
    look = Look(browser, site)
    yield look
    look.close()
    assert not look.faults
