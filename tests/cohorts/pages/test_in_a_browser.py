"""The page in a real browser: sample, compose, cards, a move, undo; no error in its console."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).parents[3]
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
PATIENCE = 120_000


@pytest.fixture
def address() -> Iterator[str]:
    """The program, started on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as program:
        url = f"http://127.0.0.1:{port}"
        try:
            _until_it_answers(f"{url}/_stcore/health")
            yield url
        finally:
            program.terminate()


def _until_it_answers(url: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=1)  # noqa: S310 - our own program
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the program did not start")


def press(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} button").click()


def test_the_main_job_in_a_browser(address: str) -> None:
    chromium = shutil.which("chromium")
    assert chromium, "Debian's chromium is needed; .ci/run installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/?language=nl")
        press(page, "sample")
        press(page, "next")
        expect(page.get_by_text("Voor welk programma?")).to_be_visible()
        press(page, "compose")
        report = page.frame_locator("iframe")
        expect(report.locator(".card").first).to_be_visible()
        page.get_by_role("tab").nth(1).click()
        page.locator(".st-key-who_0 input").click()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        press(page, "move")
        expect(page.get_by_text("Met de hand verplaatst")).to_be_visible()
        press(page, "undo")
        expect(page.get_by_text("Met de hand verplaatst")).not_to_be_visible()
        assert not faults
        browser.close()


def test_a_file_beside_that_cannot_be_read_stops_nothing_and_can_be_mended(
    address: str, tmp_path: Path
) -> None:
    """Refused, it is said until another comes; of the same name it is another one all the same."""
    chromium = shutil.which("chromium")
    assert chromium, "Debian's chromium is needed; .ci/run installs it"
    waiting, previous = tmp_path / "waiting.csv", tmp_path / "groups.csv"
    waiting.write_text("applicant_id,since\n1,yesterday\n", encoding="utf-8")
    previous.write_text("group,applicant_id\n1,1\n1,2\n", encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.goto(f"{address}/?language=en")
        press(page, "sample")
        for head in ("Were there groups", "Who waited"):
            page.locator("summary", has_text=head).click()
        given = page.locator(".st-key-waiting_file input[type=file]")
        given.set_input_files(waiting)
        expect(page.get_by_text("yesterday")).to_be_visible()
        page.locator(".st-key-previous_file input[type=file]").set_input_files(previous)
        expect(page.locator("summary", has_text="Were there groups")).to_contain_text("(2)")
        expect(page.get_by_text("yesterday")).to_be_visible()
        mended = tmp_path / "mended" / "waiting.csv"
        mended.parent.mkdir()
        mended.write_text("applicant_id,since\n1,2026-05-01\n", encoding="utf-8")
        given.set_input_files(mended)
        expect(page.locator("summary", has_text="Who waited")).to_contain_text("(1)")
        expect(page.get_by_text("yesterday")).not_to_be_visible()
        browser.close()
