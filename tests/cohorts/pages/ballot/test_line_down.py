"""The server is really stopped in mid-dossier, and the browser closed in between."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import sleep
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Page, expect

from cohorts.pages.current_user import COOKIE
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.store.doctor import doctor
from cohorts.store.store import Store, opened
from tests.cohorts.cli.run import ROOT
from tests.cohorts.cli.test_screen import free_port
from tests.cohorts.pages.conftest import FLAGS
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, scores_plan

UNSENT = "Object.keys(localStorage).some(k => /^cohorts-ballot-[0-9a-f]{16}$/.test(k))"
"""Whether anything on the device was not confirmed."""


@contextmanager
def answering(url: str, port: int) -> Iterator[None]:
    """The server, until the block ends: then it is killed, as by a fall of the machine."""
    with subprocess.Popen(
        [sys.executable, "-m", "cohorts.pages", str(port)],
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
            return answer.read() == b"ok"
    return False


def test_every_answer_is_there_once(browser: Browser, tmp_path: Path) -> None:
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
            profile, executable_path=shutil.which("chromium"), args=FLAGS
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
    context.close()
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


def judge(page: Page, number: int, score: int) -> None:
    for field in page.locator(f"#dossier-{number} .buttons").all():
        field.locator(f"[value='{score}']").click()


def left(store: Store, here: Committee) -> int:
    return own_ballot(store, here.members["Bank"], here.round, here.stage).left
