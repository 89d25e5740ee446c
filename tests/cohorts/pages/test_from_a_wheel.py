"""What somebody has who installs the wheel: the screen opens, and offers a round to try."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.cohorts.cli.test_screen import free_port, started
from tests.wheel import built


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """``cohorts`` of the wheel, in an environment that has for the rest what this one has."""
    folder = tmp_path / "environment"
    venv.create(folder, with_pip=False)
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    # what stands in a file of paths is on the path, but no file of paths in it counts: ours is not
    (packages / "others.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", scheme))
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet"]
    options = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check"]
    subprocess.run([*pip, *options, str(built(tmp_path))], check=True)
    return scripts / "cohorts"


def test_the_wheel_opens_its_own_round_for_whoever_started_it(
    command: Path, browser: Browser, tmp_path: Path
) -> None:
    """Its files for the screen, its words, its made round and the way in are all in it."""
    port = free_port()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with started(port, "--sample", start=(str(command),), folder=elsewhere) as (_, address):
        page = browser.new_page()
        page.goto(address)
        expect(page.locator("h1")).to_be_focused()
        expect(page.get_by_text("Sample round Overijssel")).to_be_visible()
        expect(page.locator("h1")).to_have_css("font-family", re.compile("Fira Sans"))
        assert page.evaluate("document.fonts.check('16px \"Fira Sans\"')")
    assert not list(elsewhere.iterdir())
