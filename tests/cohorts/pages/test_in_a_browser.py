"""The page in a real browser: sample, compose, cards, a move, undo; no error in its console."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.cohorts.cli.run import ROOT
from tests.cohorts.cli.test_screen import free_port, started
from tests.cohorts.pages.driving import PATIENCE


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The pages as a user starts them, on a free port."""
    port = free_port()
    with started(port):
        yield f"http://localhost:{port}"


@pytest.fixture
def page(address: str, browser: Browser) -> Iterator[Page]:
    """A page of its own, patient; no script on it may fail."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/?language=nl")
    yield page
    assert not faults
    page.close()


def test_the_first_page_is_drawn_as_the_settings_say(page: Page, address: str) -> None:
    """Our colours, an upload of 10 MB and no more; and whatever is done, nothing else is asked."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    given = page.locator(".st-key-file input[type=file]")
    too_much = b"id;naam\n" + b"1;x\n" * 2_700_000
    given.set_input_files({"name": "veel.csv", "mimeType": "text/csv", "buffer": too_much})
    expect(page.get_by_text("10.0MB or smaller")).to_be_visible()
    press(page, "sample")
    expect(page.locator(".st-key-next button")).to_have_css("background-color", "rgb(21, 66, 115)")
    assert asked
    assert not [url for url in asked if not url.startswith((f"{address}/", "data:", "blob:"))]


def test_a_fault_of_ours_is_told_in_words_and_quotes_nothing(browser: Browser) -> None:
    port = free_port()
    broken = subprocess.Popen([sys.executable, "-c", FAULTY, str(port)], cwd=ROOT, stdout=PIPE)
    try:
        page = browser.new_page()
        until_it_answers(page, port)
        expect(page.get_by_text("Er ging iets mis dat we niet voorzagen")).to_be_visible()
        told = page.get_by_test_id("stException")
        expect(told).not_to_be_visible()
        expect(told).not_to_contain_text("Jan de Vries")
        expect(told.locator("a")).to_have_count(0)
    finally:
        broken.kill()
        logged, _ = broken.communicate()
    assert b"Jan de Vries" in logged


FAULTY = """
import sys
from cohorts.pages import compose, server
def draw():
    raise ValueError("Jan de Vries")
compose.DRAWN = dict.fromkeys(compose.DRAWN, draw)
server.serve(int(sys.argv[1]))
"""


def until_it_answers(page: Page, port: int) -> None:
    for _ in range(600):
        try:
            page.goto(f"http://localhost:{port}/?language=nl")
        except Error:
            time.sleep(0.1)
        else:
            return
    pytest.fail("no server")


def press(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} button").click()


def test_the_main_job_in_a_browser(page: Page) -> None:
    press(page, "sample")
    press(page, "next")
    expect(page.get_by_text("Voor welk programma?")).to_be_in_viewport()
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


def test_a_file_beside_that_cannot_be_read_stops_nothing_and_can_be_mended(
    page: Page, address: str, tmp_path: Path
) -> None:
    """Refused, it is said until another comes; of the same name it is another one all the same."""
    waiting, previous = tmp_path / "waiting.csv", tmp_path / "groups.csv"
    waiting.write_text("applicant_id,since\n1,yesterday\n", encoding="utf-8")
    previous.write_text("group,applicant_id\n1,1\n1,2\n", encoding="utf-8")
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


def test_a_link_in_the_report_leads_to_its_own_part(page: Page) -> None:
    """A frame has no address of its own: without help its links open the screen inside itself."""
    press(page, "sample")
    press(page, "next")
    press(page, "compose")
    report = page.frame_locator("iframe")
    expect(report.locator(".card").first).to_be_visible()
    made = report.locator("#made")
    expect(made).not_to_be_in_viewport()
    report.locator('nav a[href="#made"]').click()
    expect(made).to_be_in_viewport()
    expect(report.locator(".card").first).to_be_attached()
    expect(report.get_by_test_id("stApp")).to_have_count(0)


def test_a_corrected_file_of_the_same_name_counts(page: Page, tmp_path: Path) -> None:
    """First one that cannot be read, then one of that name that can; the applicants last of all."""
    faulty, right = tmp_path / "a" / "relations.csv", tmp_path / "b" / "relations.csv"
    for file, kind in ((faulty, "vijand"), (right, "competitor")):
        file.parent.mkdir()
        file.write_text(f"a,b,kind\n1,2,{kind}\n", encoding="utf-8")
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    export = page.locator(".st-key-file input[type=file]")
    export.set_input_files(people)
    page.locator("summary", has_text="Wie hoort").click()
    given = page.locator(".st-key-relations_file input[type=file]")
    given.set_input_files(faulty)
    expect(page.get_by_text("vijand")).to_be_visible()
    given.set_input_files(right)
    expect(page.get_by_text("vijand")).not_to_be_visible()
    read = page.locator("summary", has_text="(1)").filter(has_text="Wie hoort")
    expect(read).to_be_visible()
    more = tmp_path / "b" / "people.csv"
    more.write_text(f"{PEOPLE}4;Dolk;18\n", encoding="utf-8")
    export.set_input_files(more)
    expect(page.get_by_text("4 mensen meldden zich aan")).to_be_visible()
    expect(read).to_be_visible()


def test_rubbish_typed_into_a_cell_is_not_called_mended(page: Page, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    page.locator(".st-key-file input[type=file]").set_input_files(people)
    expect(page.get_by_text("'veel'")).to_be_visible()
    expect(page.locator(".st-key-to_programme button")).to_be_enabled()
    page.locator("summary", has_text="Gegevens verbeteren").click()
    _type(page, "een stuk of wat")
    expect(page.get_by_test_id("stAlertContentError")).to_contain_text("Anker")
    expect(page.get_by_text("Verbeterde cellen")).not_to_be_visible()
    _type(page, "12,5")
    expect(page.get_by_text("Verbeterde cellen: 1")).to_be_visible()
    expect(page.get_by_test_id("stAlertContentError")).not_to_be_visible()


PEOPLE = "id;Bedrijf;Aantal medewerkers\n1;Anker;veel\n2;Berk;12\n3;Citer;15\n"


def _type(page: Page, text: str) -> None:
    """Into the last cell of the first row of the table to mend."""
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    for _ in range(100):  # a part that unfolds moves for a moment
        table.dblclick(position={"x": 800, "y": 52})
        if page.locator(".gdg-input").count():
            break
        time.sleep(0.2)
    page.locator(".gdg-input").fill(text)
    time.sleep(0.5)  # the table takes what is typed a moment later
    page.keyboard.press("Enter")
