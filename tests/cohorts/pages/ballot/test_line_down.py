"""The server is really stopped in mid-dossier, and the browser closed in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import sleep
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cohorts.pages.current_user import COOKIE
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.store.doctor import doctor
from cohorts.store.store import Store, opened
from tests.cohorts.cli.run import ROOT
from tests.cohorts.cli.test_screen import free_port
from tests.cohorts.pages.conftest import CHROMIUM, FLAGS
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, scores_plan

UNSENT = "Object.keys(localStorage).some(k => /^cohorts-ballot-[0-9a-f]{16}$/.test(k))"
"""Whether anything on the device was not confirmed."""


FALLS = """
import os, signal
from runpy import run_module
from cohorts.pages.web.ballot import posted
kept = posted.cast
def keeps_and_falls(*of, **said):
    kept(*of, **said)
    os.kill(os.getpid(), signal.SIGKILL)
posted.cast = keeps_and_falls
run_module("cohorts.pages", run_name="__main__")
"""
"""A server that is killed once it kept a vote, before it says so."""


@contextmanager
def answering(url: str, port: int, *program: str) -> Iterator[None]:
    """The server, until the block ends: then it is killed, as by a fall of the machine.

    ``program``: what Python runs instead of the pages as they are.
    """
    with subprocess.Popen(
        [sys.executable, *(program or ("-m", "cohorts.pages")), str(port)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"COHORTS_DATABASE_URL": url},
    ) as server:
        try:
            while not _answers(port):
                assert server.poll() is None
                sleep(0.1)
            yield
        finally:
            server.send_signal(signal.SIGKILL)


def _answers(port: int) -> bool:
    with (
        closing(HTTPConnection("localhost", port, timeout=5)) as line,
        suppress(OSError, HTTPException),
    ):
        line.request("GET", "/health")
        with line.getresponse() as answer:
            return answer.status == HTTPStatus.OK
    return False


@pytest.mark.parametrize("away", [0, pytest.param(60, marks=pytest.mark.long)])
def test_every_answer_is_there_once(browser: Browser, tmp_path: Path, away: int) -> None:
    """``away``: so many seconds nobody answers beside what the judging takes."""
    url, port = f"sqlite:///{tmp_path / 'rounds.sqlite'}", free_port()
    store = opened(url)
    here = judging(store, scores_plan())
    token = set_password(store, here.members["Bank"], "een lang wachtwoord")
    profile = tmp_path / "profile"
    where = f"http://localhost:{port}"
    query = urlencode({"language": "nl", "ronde": here.round})
    address = f"{where}/stembiljet?{query}"

    def opened_again() -> tuple[BrowserContext, Page]:
        context = browser.browser_type.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=FLAGS
        )
        context.add_cookies([{"name": COOKIE, "value": token, "url": where}])
        return context, context.pages[0]

    with answering(url, port):
        context, page = opened_again()
        page.goto(f"{address}#dossier-1")
        judge(page, 1, 3)
        expect(page.locator("#dossier-1 [data-kept]")).to_contain_text("Bewaard")
    for number in range(2, 6):  # the server is gone
        page.locator(f"#dossier-{number - 1} [data-go=next]").click()
        judge(page, number, 1)
        judge(page, number, 4)
    page.locator("#dossier-5 [name=note]").fill("Sterk plan")
    expect(page.locator("#line")).to_contain_text("Nog niet opgeslagen")
    page.evaluate("location.hash = 'send'")
    page.locator("#sending [type=submit]").click()
    expect(page.locator("#unsent")).to_be_visible()
    page.wait_for_timeout(away * 500)  # half of it the page stands open, and tries
    context.close()
    sleep(away / 2)
    assert left(store, here) == 8
    with answering(url, port):
        context, page = opened_again()
        page.goto(address)
        for _ in range(200):  # the policy of the page lets nobody wait within it
            if not page.evaluate(UNSENT):
                break
            sleep(0.1)
        assert not page.evaluate(UNSENT)
        expect(page.locator("#line")).to_be_hidden()
        context.close()
    ballot = own_ballot(store, here.members["Bank"], here.round, here.stage)
    votes = [one.vote for one in ballot.dossiers[:5]]
    assert [one and [*map(str, one.judged.scores)] for one in votes] == [
        ["3", "3"],
        *[["4", "4"]] * 4,
    ]
    assert votes[4]
    assert votes[4].remark == "Sterk plan"
    # of what was never tried the last says it all; what was tried is sent again, and kept once
    assert [one and one.number for one in votes[1:]] == [2] * 4
    assert not list(doctor(store))
    store.close()


def test_what_was_kept_as_the_server_fell_stands_once(browser: Browser, tmp_path: Path) -> None:
    url, port = f"sqlite:///{tmp_path / 'rounds.sqlite'}", free_port()
    store = opened(url)
    here = judging(store)
    token = set_password(store, here.members["Bank"], "een lang wachtwoord")
    where = f"http://localhost:{port}"
    query = urlencode({"language": "nl", "ronde": here.round})
    with browser.new_context(locale="nl-NL") as context:
        context.add_cookies([{"name": COOKIE, "value": token, "url": where}])
        page = context.new_page()
        with answering(url, port, "-c", FALLS):
            page.goto(f"{where}/stembiljet?{query}#dossier-1")
            page.locator("#d1-yes").click()
            expect(page.locator("#line")).to_contain_text("Nog niet opgeslagen")
        assert said(store, here) == [(1, True)]
        page.locator("#dossier-1 [data-go=next]").click()
        page.locator("#d2-no").click()
        page.locator("#dossier-2 [data-go=previous]").click()
        page.locator("#d1-no").click()  # another mind, while nobody answers
        with answering(url, port):
            for number in (1, 2):
                kept = page.locator(f"#dossier-{number} [data-kept]")
                expect(kept).to_contain_text("Bewaard", timeout=60_000)
            page.evaluate("location.hash = 'send'")
            page.locator("#sending [type=submit]").click()
            page.locator("code").first.wait_for()
    assert said(store, here) == [(2, False), (1, False)]
    assert len(own_receipts(store, here.members["Bank"], here.round, here.stage)) == 1
    assert not list(doctor(store))
    store.close()


def said(store: Store, here: Committee) -> list[tuple[int, bool | None]]:
    """Of each vote: its version, and what it says."""
    ballot = own_ballot(store, here.members["Bank"], here.round, here.stage)
    return [(one.vote.number, one.vote.judged.yes) for one in ballot.dossiers if one.vote]


def judge(page: Page, number: int, score: int) -> None:
    for field in page.locator(f"#dossier-{number} .buttons").all():
        field.locator(f"[value='{score}']").click()


def left(store: Store, here: Committee) -> int:
    return own_ballot(store, here.members["Bank"], here.round, here.stage).left
