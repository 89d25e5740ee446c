"""The joint decision in a real browser: asked for, a point chosen by the keyboard, on the board."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from cohorts.rounds.jobs.asking_for import ask_for, jobs_of
from cohorts.rounds.jobs.job import Kind, State
from cohorts.rounds.jobs.turn import end, take
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.proposing.curve_heads import curve_heads
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.roles import Role
from cohorts.words import Language
from cohorts.words.sentences import sentences
from cohorts.work.turns import turn_of_store
from cohorts.work.work import here as this_process
from cohorts.work.work_limits import limits
from tests.cohorts.pages.committee.test_outcome_page import ROUNDS, token_of
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.standings.a_curve import curve_made, jointly
from tests.cohorts.rounds.standings.ten_members import TEN, Ties

NL, PHONE, EN_DARK, _ = FOUR
LAST = TEN[-1]
LONG = 120_000
FIGURE = re.compile(r"\d+ (van de|of) \d+ ja|tot en met|of meer|hoogstens")


def said(run: Run, key: str, **facts: object) -> str:
    return sentences(Language(run.language))[f"page_committee_curve.{key}"].format(**facts)


def decided(site: Site, ties: Ties | None = None, **stage: object) -> Committee:
    number = next(ROUNDS)
    round_ = site.new_round(f"Samen {number}")
    take_in(site.store, site.actor, round_, PEOPLE)
    return jointly(site.store, ties, (site.actor, round_), beside=f" samen {number}", **stage)


def dots(page: Page) -> list[str]:
    """Where each point leads."""
    return [str(one.get_attribute("href")) for one in page.locator("a.point").all()]


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_each_point_is_a_proposal_on_the_board(site: Site, look: Look, run: Run) -> None:
    of = decided(site)
    heads = curve_made(of)
    page = look(run, site.url("committee", of.round, run))
    expect(page.get_by_role("heading", name=said(run, "head"), exact=True)).to_be_visible()
    assert len(dots(page)) == len(heads)
    assert {key for one in dots(page) for key in re.findall(r"voorstel=(\w+)", one)} == {
        head.key for head in heads
    }
    rows = page.locator("table.points tbody tr")
    expect(rows).to_have_count(len(heads))
    expect(rows.filter(has_text=said(run, "chosen"))).to_have_count(1)
    expect(rows.first).to_contain_text(said(run, "cost_first", count=4))
    look.check(page, "curve")
    last = page.get_by_role("link", name=re.compile(rf"^{said(run, 'point', number=len(heads))}\."))
    last.focus()
    expect(last).to_be_focused()
    last.press("Enter")
    page.wait_for_url(re.compile("voorstel="))
    shown = re.findall(r"voorstel=(\w+)", page.url)[0]
    number = next(head.number for head in heads if head.key == shown)
    expect(page.locator("h1")).to_contain_text(str(number))
    look.settle(page)


def test_it_is_asked_for_and_comes_while_one_looks(site: Site, look: Look) -> None:
    of = decided(site)
    page = look(NL, site.url("committee", of.round, NL))
    expect(page.locator("a.point")).to_have_count(0)
    look.check(page, "curve-before")
    page.get_by_role("button", name=said(NL, "ask"), exact=True).click()
    page.locator("a.point").first.wait_for(timeout=LONG)
    (job,) = jobs_of(of.store, of.organiser, of.round)
    assert (job.kind, job.state) == (Kind.CURVE, State.DONE)
    kept = curve_heads(heads_of(of.store, of.organiser, of.round))
    assert tuple(head.key for head in kept) == job.progress.kept
    expect(page.get_by_role("button", name=said(NL, "ask"), exact=True)).to_have_count(0)


def test_it_is_told_how_far_it_is_and_stopped(site: Site, look: Look) -> None:
    of = decided(site)
    with turn_of_store(limits().folder, site.store.url):
        key = ask_for(of.store, of.organiser, of.round, Kind.CURVE)
        take(site.store, key, this_process(), 0)
        page = look(PHONE, site.url("committee", of.round, PHONE))
        expect(page.get_by_role("progressbar")).to_be_visible()
        look.check(page, "curve-under-way")
        page.get_by_role("button", name="Stop", exact=True).click()
        look.settle(page)
        assert jobs_of(of.store, of.organiser, of.round)[-1].stop
        end(site.store, key, State.STOPPED)
        expect(page.get_by_role("button", name=said(PHONE, "again"), exact=True)).to_be_visible()
        look.check(page, "curve-stopped")


def test_no_sum_of_votes_shows_and_of_a_person_a_range(site: Site, look: Look) -> None:
    """The first had all ten votes, and the last none."""
    of = decided(site)
    curve_made(of)
    page = look(NL, site.url("committee", of.round, NL))
    told = page.locator("figure.joint").inner_text()
    assert FIGURE.search(told)
    assert not re.search(
        r"\b(10|9|8) van de 10 ja|\b[0-3] van de 10 ja", told.replace("hoogstens 3", "")
    )
    assert "punten" not in told.replace("Eén punt", "")


def test_who_audits_reads_it_and_cannot_ask(site: Site, look: Look) -> None:
    of = decided(site)
    other = decided(site)
    token = token_of(of, other.members[LAST], Role.AUDITOR)
    page = look(EN_DARK, site.url("committee", of.round, EN_DARK), token=token)
    expect(page.get_by_text(said(EN_DARK, "next_read"))).to_be_visible()
    expect(page.get_by_role("button", name=said(EN_DARK, "ask"))).to_have_count(0)
    curve_made(of)
    page.reload()
    expect(page.locator("a.point").first).to_be_visible()
    look.check(page, "curve-read")


def test_who_is_kept_from_one_sees_no_point_and_cannot_ask(site: Site, look: Look) -> None:
    of = decided(site, {(LAST, 3): Tie.HANDLES})
    curve_made(of)
    token = token_of(of, of.members[LAST], Role.ORGANISER)
    page = look(NL, site.url("committee", of.round, NL), token=token)
    expect(page.get_by_text(said(NL, "next_choose"))).to_have_count(0)
    expect(page.locator("a.point")).to_have_count(0)
    expect(page.get_by_role("button", name=said(NL, "ask"))).to_have_count(0)
