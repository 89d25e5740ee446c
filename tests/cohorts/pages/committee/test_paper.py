"""Ballots on paper in a real browser: ties, the ballot, what comes back, the receipt."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from cohorts.reports.page.paper_pages import paper_ballot_page, ties_sheet
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.on_paper import enter_on_paper
from cohorts.rounds.balloting.paper_ballot import paper_ballot
from cohorts.rounds.balloting.paper_read import Entry, PaperRead
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.ties_on_paper import declare_on_paper
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site, serving
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, invited, scores_plan
from tests.cohorts.rounds.balloting.paper_form import HEADERS

PEOPLE = "id,company,place\nc0,Molen <b>$x$</b>,Almelo\nc1,Bakker & Zn,Borne\nc2,Smid,Hengelo\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site")) as site:
        yield site


def committee(site: Site, name: str, *, told: bool) -> Committee:
    store, organiser, round_ = site.store, site.actor, site.new_round(f"Ronde {name}")
    take_in(store, organiser, round_, PEOPLE.encode())
    members = invited(store, organiser, round_, f"Bank {name}", f"School {name}")
    stage = plan_stage(store, organiser, round_, scores_plan(places=1))
    open_interests(store, organiser, round_, stage)
    here = Committee(store, organiser, round_, stage, members)
    if told:
        for member in members.values():
            ties = dict.fromkeys(here.head.candidates, Tie.NONE)
            declare_on_paper(store, organiser, round_, stage, member.key, ties=ties)
    open_votes(store, organiser, round_, stage, until=in_days(3))
    return here


def said(run: Run, key: str, **facts: object) -> str:
    return sentences(Language(run.language))[f"page_committee_paper.{key}"].format(**facts)


def opened(look: Look, site: Site, here: Committee, run: Run) -> Page:
    page = look(run, site.url("committee", here.round, run))
    page.locator("summary", has_text=said(run, "title")).click()
    expect(page.get_by_text(said(run, "about"))).to_be_visible()
    look.choose(page, page.get_by_role("combobox", name=said(run, "member")), "Bank")
    return page


def taken(page: Page, run: Run, key: str) -> bytes:
    with page.expect_download() as got:
        page.get_by_role("button", name=said(run, key), exact=True).click()
    return Path(got.value.path()).read_bytes()


def given(page: Page, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": "terug.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    )


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_from_ties_to_a_receipt(site: Site, look: Look, run: Run) -> None:
    here = committee(site, str(run), told=False)
    name, actor = next(iter(here.members.items()))
    page = opened(look, site, here, run)
    expect(page.get_by_text(said(run, "ties_first"))).to_be_visible()
    assert "Molen &lt;b&gt;$x$&lt;/b&gt;" in taken(page, run, "take_ties").decode()
    look.check(page, "paper-ties")
    box = page.get_by_test_id("stMultiSelect").nth(1).locator("input")
    box.click()
    box.fill("Smid")
    page.locator("[role=option]", has_text="Smid").click()
    page.keyboard.press("Escape")
    page.locator("label", has_text=said(run, "signed")).click()
    page.get_by_role("button", name=said(run, "keep_ties"), exact=True).click()
    expect(page.get_by_text(said(run, "you_see"))).to_be_visible()
    look.check(page, "paper-ballot")
    printed = taken(page, run, "take_print").decode()
    assert "Smid" not in printed
    assert name in printed
    book = openpyxl.load_workbook(io.BytesIO(taken(page, run, "take_excel")))
    sheet = book.worksheets[0]
    assert len(list(sheet.iter_rows(min_row=HEADERS + 1))) == 2
    sheet.cell(HEADERS + 1, 5).value = 9
    given(page, _saved(book))
    expect(page.get_by_text(said(run, "nothing_taken"))).to_be_visible()
    expect(
        page.get_by_text(f"E{HEADERS + 1}").or_(page.get_by_text(f"A{HEADERS + 1}"))
    ).to_be_visible()
    look.check(page, "paper-refused")
    sheet.cell(HEADERS + 1, 5).value = 4
    sheet.cell(HEADERS + 1, 6).value = 3
    page.locator("[data-testid=stFileChipDeleteBtn] button").click()
    given(page, _saved(book))
    button = page.get_by_role("button", name=said(run, "do_enter", name=name), exact=True)
    expect(button).to_be_enabled()
    look.check(page, "paper-read")
    button.click()
    receipt = said(run, "take_receipt", number=1, by=site.actor.name)
    expect(page.get_by_role("button", name=receipt, exact=True)).to_be_visible()
    look.check(page, "paper-entered")
    (kept,) = own_receipts(site.store, actor, here.round, here.stage)
    with page.expect_download() as got:
        page.get_by_role("button", name=receipt, exact=True).click()
    made = Path(got.value.path()).read_text("utf-8")
    assert kept.head in made
    assert site.actor.name in made


def test_a_receipt_is_given_after_the_close_too(site: Site, look: Look) -> None:
    run = FOUR[0]
    here = committee(site, "sluit", told=True)
    (name, actor), (_, other) = here.members.items()
    ballot = paper_ballot(site.store, here.organiser, here.round, here.stage, actor.key)
    entry = Entry(ballot.rows[0].person, Judged(abstained=True), "", "paper-1")
    read = PaperRead(ballot.mark, (entry,), 2, 0)
    enter_on_paper(site.store, here.organiser, here.round, here.stage, actor.key, read=read)
    send(site.store, other, here.round, here.stage)
    close_votes(site.store, here.organiser, here.round, here.stage)
    page = look(run, site.url("committee", here.round, run))
    called = f"{name} ({name} BV)"
    key = said(run, "take_receipt_of", name=called, number=1, by=site.actor.name)
    button = page.get_by_role("button", name=key, exact=True)
    expect(button).to_be_visible()
    look.check(page, "paper-after-the-close")
    with page.expect_download() as got:
        button.click()
    (kept,) = own_receipts(site.store, actor, here.round, here.stage)
    assert kept.digest in Path(got.value.path()).read_text("utf-8")


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("run", FOUR[:1], ids=str)
def test_a_tie_that_is_told_now_takes_the_dossier_off(site: Site, look: Look, run: Run) -> None:
    here = committee(site, "later", told=True)
    actor = next(iter(here.members.values()))
    page = opened(look, site, here, run)
    page.get_by_text(said(run, "late"), exact=True).click()
    look.choose(page, page.get_by_role("combobox", name=said(run, "late_whom")), "Smid")
    page.get_by_role("button", name=said(run, "do_late"), exact=True).click()
    expect(page.get_by_text("2 dossiers.")).to_be_visible()
    of = site.store, site.actor, here.round, here.stage
    names = {row.applicant.label for row in paper_ballot(*of, actor.key).rows}
    assert names == {"Molen <b>$x$</b>", "Bakker & Zn"}
    look.check(page, "paper-late")


@pytest.mark.parametrize("run", FOUR, ids=str)
def test_what_is_printed_has_no_grave_fault(
    site: Site, look: Look, browser: Browser, run: Run
) -> None:
    here = committee(site, f"druk {run}", told=True)
    actor = next(iter(here.members.values()))
    ballot = paper_ballot(site.store, site.actor, here.round, here.stage, actor.key)
    language = Language(run.language)
    drawn = [ties_sheet(ballot, language), paper_ballot_page(ballot, language)]
    context = browser.new_context(viewport={"width": run.width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    for html in drawn:
        page.set_content(html)
        assert look.grave(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= run.width
    context.close()
