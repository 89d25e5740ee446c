"""The page Gestopt, te laat, erbij in a real browser: the reserve asked, an option chosen."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from babel.dates import format_date
from playwright.sync_api import Page, expect

from cohorts.hands.board import Board
from cohorts.pages.changes.reserve_part import DAYS
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.changing.keep_repairs import keep_repairs
from cohorts.rounds.deciding.decision import standing
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.reserving.asked_rows import Answer
from cohorts.rounds.reserving.reserve_of import reserve_of
from cohorts.words import Language, say
from cohorts.words.dutch_time import HERE
from solver.solution import Effort
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.changing.two_groups import (
    LATE,
    called,
    filled,
    first_of,
    key_of,
    seats,
)
from tests.cohorts.rounds.deciding.decided_round import Decided


def said(run: Run, key: str, **facts: object) -> str:
    return say(f"page_changes.{key}", Language(run.language), **facts)


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label)
    field.fill(text)
    field.press("Tab")


def everybody_told(here: Decided) -> None:
    tell(*here.of, [ApplicantId(who) for who in seats(here)], How.PHONE)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_one_stops_one_comes_and_an_option_is_decided(site: Site, look: Look, run: Run) -> None:
    here = filled(site.store, site.actor, site.new_round(f"Ronde {run}"))
    everybody_told(here)
    gone = key_of(here, first_of(here, 1))
    name = called(here, gone)
    withdraw(*here.of, gone)
    take_in(*here.of, PEOPLE + LATE)
    page = look(run, site.url("changes", here.round, run))
    why = said(run, "why_withdrew")
    expect(page.get_by_text(said(run, "left", who=name, why=why, group=1))).to_be_visible()
    expect(page.get_by_text("Timmerbedrijf Laat")).to_be_visible()
    expect(page.get_by_role("button", name=said(run, "search"), exact=True)).to_be_visible()
    look.check(page, "changes")
    keep_repairs(*here.of, effort=Effort.QUICK)
    page.reload()
    expect(page.get_by_role("heading", name=said(run, "then_hear"))).to_be_visible()
    number = heads_of(*here.of)[1].number
    look.check(page, "changes-options")
    sign = page.get_by_role("button", name=said(run, "do_sign", number=number), exact=True)
    sign.click()
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    fill(page, said(run, "reason"), "Eén *stopte* <b>zo</b>")
    fill(page, said(run, "name"), "Jo Vos")
    sign.click()
    expect(page.get_by_text(said(run, "as_it_was"))).to_be_visible()
    before, after = here.decisions
    assert (before.stands, after.reason) == (False, "Eén *stopte* <b>zo</b>")
    assert "z1" in seats(here)
    look.check(page, "changes-decided")


def test_the_reserve_is_asked_and_whoever_says_yes_gets_the_place(site: Site, look: Look) -> None:
    run = WIDE
    here = filled(site.store, site.actor, site.new_round("Reserve"))
    everybody_told(here)
    withdraw(*here.of, key_of(here, first_of(here, 1)))
    set_contact(*here.of, "074 123 45 67")
    reserve = reserve_of(*here.of)
    assert reserve is not None
    first, second, _ = (called(here, who) for who in reserve.order)
    page = look(run, site.url("changes", here.round, run))
    expect(page.get_by_text(said(run, "turn", who=first, count=2))).to_be_visible()
    look.check(page, "changes-reserve")
    until = datetime.now(HERE).date() + timedelta(days=DAYS)
    day = format_date(until, "d MMMM y", locale="nl")
    expect(page.locator("code", has_text=f"vóór {day}")).to_have_count(1)
    expect(page.locator("code", has_text="074 123 45 67")).to_have_count(1)
    expect(page.get_by_text(said(run, "no_telephone"))).to_be_visible()
    seen = page.locator(f".st-key-ask_{reserve.order[0]}_0_1_{until:%Y%m%d}")
    expect(seen).to_have_count(1)  # a press is for this group and day, and for no other
    seen.get_by_role("button", name=said(run, "do_ask", who=first)).click()
    no = page.get_by_role("button", name=said(run, "say_no", who=first))
    expect(no).to_be_visible()
    expect(page.get_by_text(said(run, "no_room"))).to_be_visible()
    look.check(page, "changes-asked")
    calls = look(run, site.url("calls", here.round, run))
    row = calls.locator(f".st-key-row_{reserve.order[0]}")
    expect(row.locator(".due").first).to_contain_text(said(run, "before").lower())
    no.click()
    page.get_by_role("button", name=said(run, "do_ask", who=second)).click()
    page.get_by_role("button", name=said(run, "say_yes", who=second)).click()
    expect(page.get_by_text(said(run, "asked_yes", who=second, group=1))).to_be_visible()
    answers = [one.answer for one in (reserve_of(*here.of) or reserve).asked]
    assert answers == [Answer.NO, Answer.YES]
    page.get_by_role("button", name=said(run, "search"), exact=True).click()
    expect(page.get_by_role("heading", name=said(run, "then_hear"))).to_be_visible(timeout=90_000)
    look.check(page, "changes-yes")
    made = proposal_of(*here.of, heads_of(*here.of)[1].key)
    assert second in {a.label for group in made.composition.groups.values() for a in group}


def test_who_heard_another_group_is_listed_once_it_is_decided_anew(site: Site, look: Look) -> None:
    here = filled(site.store, site.actor, site.new_round("Geruild"))
    everybody_told(here)
    one, other = first_of(here, 1), first_of(here, 2)
    board = Board.of(proposal_of(*here.of, here.proposal))
    made = board.swap(ApplicantId(one), ApplicantId(other)).proposal()
    here.keep(made, Made.BOARD, here.proposal)
    last = standing(here.decisions)
    assert last is not None
    reopen_decision(*here.of, last.key, reason="een fout")
    page = look(WIDE, site.url("changes", here.round, WIDE))
    expect(page.get_by_text(said(WIDE, "open_known", count=9))).to_be_visible()
    Look.unfold(page, said(WIDE, "open_who", count=9))
    for who in seats(here):
        name = called(here, key_of(here, who))
        expect(page.get_by_role("listitem").filter(has_text=f"{name} hoorde op")).to_be_visible()
    look.check(page, "changes-reopened")
    here.decide(proposal=heads_of(*here.of)[-1].key, reason="een fout")
    page.reload()
    expect(page.get_by_role("heading", name=said(WIDE, "hear", count=2))).to_be_visible()
    for who in (one, other):
        expect(page.get_by_text(called(here, key_of(here, who)))).to_have_count(1)
    look.check(page, "changes-hear")


def test_before_there_is_anything(site: Site, look: Look) -> None:
    page = look(WIDE, site.url("changes", site.new_round("Leeg"), WIDE))
    expect(page.get_by_text(said(WIDE, "nothing"))).to_be_visible()
    look.check(page, "changes-nothing")


def test_a_group_that_is_too_small_goes_on_with_a_reason(site: Site, look: Look) -> None:
    here = filled(site.store, site.actor, site.new_round("Te klein"))
    for who in sorted(one for one, group in seats(here).items() if group == 1)[:2]:
        withdraw(*here.of, key_of(here, who))
    page = look(WIDE, site.url("changes", here.round, WIDE))
    expect(page.get_by_text(said(WIDE, "too_small", group=1, count=1, smallest=2))).to_be_visible()
    page.get_by_text(said(WIDE, "then_borrow"), exact=True).click()
    expect(page.get_by_label(said(WIDE, "lend_whom"))).to_be_visible()
    look.settle(page)
    look.check(page, "changes-borrow")
    page.get_by_text(said(WIDE, "then_go_on"), exact=True).click()
    look.settle(page)
    fill(page, said(WIDE, "why_small"), "Zij wil zo *verder*")
    look.settle(page)
    look.check(page, "changes-too-small")
    page.get_by_role("button", name=said(WIDE, "search"), exact=True).click()
    expect(page.get_by_text("Zij wil zo *verder*").first).to_be_visible(timeout=90_000)
    look.check(page, "changes-goes-on")
