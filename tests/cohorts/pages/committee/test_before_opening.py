"""What can be tried beside a stage that has not opened, in a real browser; and gone once it has."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import Phase, stages_of
from cohorts.store.keys import RoundKey
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.pages.committee.test_committee_page import (
    judged,
    stage,
    unfold,
    with_committee,
)
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import scores_plan, yes_plan

PLANNER, PRACTICE = "committee_planner", "committee_practice"


def said(run: Run, part: str, key: str) -> str:
    return sentences(Language(run.language))[f"page_{part}.{key}"].partition("{")[0]


def part(page: Page, run: Run, name: str) -> Locator:
    title = page.get_by_text(said(run, name, "title"), exact=True)
    return page.get_by_test_id("stExpander").filter(has=title)


def do(page: Page, run: Run, name: str) -> None:
    Look.settle(page)
    page.get_by_role("button", name=said(run, name, "do"), exact=True).click()


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_planner_says_what_it_comes_to(site: Site, look: Look, run: Run) -> None:
    round_, _ = with_committee(site, *(f"{name} {run}" for name in ("Bank", "School", "Zorg")))
    plan_stage(site.store, site.actor, round_, yes_plan())
    before = stages_of(site.store, site.actor, round_)
    page = look(run, site.url("committee", round_, run))
    unfold(page, said(run, PLANNER, "title"))
    members = page.get_by_label(said(run, PLANNER, "members"), exact=True)
    expect(members).to_have_value("3")
    expect(page.get_by_label(said(run, PLANNER, "dossiers"), exact=True)).to_have_value("9")
    minutes = page.get_by_label(said(run, PLANNER, "minutes"), exact=True)
    minutes.fill("20")
    minutes.press("Tab")
    do(page, run, PLANNER)
    expect(page.get_by_text(said(run, PLANNER, "everybody")).first).to_be_visible()
    look.check(page, "committee-planner")
    look.settle(page)
    members.fill("500")
    members.press("Tab")
    do(page, run, PLANNER)
    expect(page.get_by_text("cohorts panel plan --members 500")).to_be_visible()
    look.check(page, "committee-planner-large")
    assert stages_of(site.store, site.actor, round_) == before


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_rules_are_compared_on_practice_ballots(site: Site, look: Look, run: Run) -> None:
    round_, _ = with_committee(site, *(f"{name} {run}" for name in ("Fonds", "Gilde", "Kamer")))
    plan_stage(site.store, site.actor, round_, yes_plan())
    page = look(run, site.url("committee", round_, run))
    unfold(page, said(run, PRACTICE, "title"))
    page.get_by_text(said(run, PRACTICE, "way_parted"), exact=True).click()
    do(page, run, PRACTICE)
    table = part(page, run, PRACTICE).get_by_role("table")
    expect(table).to_be_visible()
    expect(table).to_contain_text(said(run, PRACTICE, "candidate"))
    expect(part(page, run, PRACTICE).get_by_text(said(run, PRACTICE, "no_votes"))).to_have_count(2)
    look.check(page, "committee-practice")


def test_scores_are_compared_and_a_file_of_made_up_votes_is_read(site: Site, look: Look) -> None:
    round_, _ = with_committee(site, "Bank P", "School P")
    plan_stage(site.store, site.actor, round_, scores_plan())
    page = look(WIDE, site.url("committee", round_, WIDE))
    unfold(page, said(WIDE, PRACTICE, "title"))
    do(page, WIDE, PRACTICE)
    inside = part(page, WIDE, PRACTICE)
    expect(inside.get_by_role("table")).to_be_visible()
    look.check(page, "committee-practice-scores")
    page.get_by_text(said(WIDE, PRACTICE, "way_file"), exact=True).click()
    rows = [f"{who};bedrijf {n};{n % 5 + 1};{(n + k) % 5 + 1}"
            for k, who in enumerate(("Jo", "Mo")) for n in range(6)]  # fmt: skip
    file = "\n".join(["voter;applicant_id;plan;moed", *rows])
    page.locator("input[type=file]").first.set_input_files(
        {"name": "verzonnen.csv", "mimeType": "text/csv", "buffer": file.encode()}
    )
    expect(page.get_by_text("verzonnen.csv")).to_be_visible()
    do(page, WIDE, PRACTICE)
    expect(inside.get_by_role("table")).to_be_visible()
    expect(inside).not_to_contain_text("bedrijf 3;")
    expect(inside.get_by_text("Jo", exact=True)).to_have_count(0)
    look.check(page, "committee-practice-file")


def absent(page: Page, run: Run) -> None:
    """Neither of both, and no act of either."""
    for name in (PLANNER, PRACTICE):
        expect(page.get_by_text(said(run, name, "title"), exact=True)).to_have_count(0)
        button = page.get_by_role("button", name=said(run, name, "do"), exact=True)
        expect(button).to_have_count(0)


def opened(site: Site, round_: RoundKey) -> None:
    of = (site.store, site.actor, round_)
    open_interests(*of, stage(site, round_).key)


def test_once_it_opens_neither_is_there(site: Site, look: Look) -> None:
    """Also for who had it on the screen: a click there draws the page anew."""
    round_, _ = with_committee(site, "Bank Q", "School Q")
    plan_stage(site.store, site.actor, round_, yes_plan())
    page = look(WIDE, site.url("committee", round_, WIDE))
    unfold(page, said(WIDE, PRACTICE, "title"))
    opened(site, round_)
    do(page, WIDE, PRACTICE)
    expect(page.get_by_role("table")).to_have_count(0)
    absent(page, WIDE)


def test_nor_is_it_while_votes_are_cast_or_counted(site: Site, look: Look) -> None:
    round_, who = with_committee(site, "Bank R", "School R")
    head = judged(site, round_, who)
    page = look(WIDE, site.url("committee", round_, WIDE))
    absent(page, WIDE)
    send(site.store, who["Bank R"], round_, head.key)
    close_votes(site.store, site.actor, round_, head.key)
    page.reload()
    page.locator("h1").first.wait_for()
    look.settle(page)
    assert stage(site, round_).phase is Phase.CLOSED
    absent(page, WIDE)
