"""Without Chromium there is no browser to drive; CI always has one, and fails where it has not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.cohorts.pages.contexts import Contexts
from tests.cohorts.pages.driving import PATIENCE, Look, Site, serving

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""Without windows it does with a third less."""
NO_BROWSER = CHROMIUM is None and "CI" not in os.environ

OFF = (
    # the list of the address bar: a page of its own for each window, drawn where nobody sees it
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # the last list counts: what Playwright leaves off, once more
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(OFF)}",
]


@pytest.fixture(autouse=True)
def the_same_program() -> Iterator[None]:
    """A page that is run in this process takes its place, and new processes would begin by it."""
    own = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = own


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Started once a process; what one page keeps the next does not see."""
    if NO_BROWSER:
        pytest.skip("there is no Chromium here")
    assert CHROMIUM, "Debian's chromium is needed; .ci/run installs it"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
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
    with serving(tmp_path, FAULTY) as site:
        yield site


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """Browsers of people, lent to one test after the other."""
    return Contexts(browser)


@pytest.fixture
def look(contexts: Contexts, site: Site) -> Iterator[Look]:
    """Opens pages; what went wrong on any of them fails the test at its end."""
    look = Look(contexts, site)
    yield look
    look.close()
    assert not look.faults
