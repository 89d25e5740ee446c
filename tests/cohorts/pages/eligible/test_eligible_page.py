"""The page Wie mag meedoen in a real browser: who takes part, who does not and why."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from cohorts.composing.prepare import as_given
from cohorts.record.reasons import reason_aside
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.admitting.let_in_of import let_in_of
from cohorts.rounds.asking.add_condition import add_condition
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.words import Language, phrase
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.asking.a_round import take_in
from tests.cohorts.rounds.staff import joined

PEOPLE = """id,company,place,fte,year_founded,sector,status
c0,Molen <b>$x$</b>,Almelo,12,2001,Bouw,confirmed
c1,Bakker & Zn,Borne,8,1999,Bouw,confirmed
c2,Smid,Hengelo,1,2002,Bouw,confirmed
c3,Kapper,Hengelo,9,2003,Zorg,probable
"""


def said(run: Run, key: str, **facts: object) -> str:
    known = sentences(Language(run.language))[f"page_eligible.{key}"]
    return phrase(known, facts, Language(run.language))


def composed(site: Site, round_: RoundKey) -> Round:
    asked = asked_of(site.store, site.actor, round_)
    people = people_of(site.store, site.actor, round_)
    return as_given(people.applicants, asked.programme, **asked.given)


def unfold(page: Page, text: str) -> None:
    Look.unfold(page, text)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_who_is_in_and_who_is_not_with_the_reason_of_each(site: Site, look: Look, run: Run) -> None:
    round_ = site.sample_round()
    add_condition(site.store, site.actor, round_, "between", {"field": "fte", "least": 5})
    found = composed(site, round_)
    gone = found.applicants[0]
    give(site.store, site.actor, round_, "gone", [gone.id])
    found = composed(site, round_)
    page = look(run, site.url("eligible", round_, run))
    everybody = found.n + len(found.set_aside)
    expect(page.get_by_text(said(run, "count", count=found.n, all=everybody))).to_be_visible()
    programme = asked_of(site.store, site.actor, round_).programme
    refused = [one for one in found.set_aside if one.why is Aside.REFUSED]
    assert refused
    for one in refused:
        row = page.locator("table.aside:not(.related) tr", has_text=one.applicant.label)
        expect(row).to_contain_text(reason_aside(one, programme, Language(run.language)))
    stopped = page.locator("table.aside:not(.related) tr", has_text=gone.label)
    expect(stopped).to_be_visible()
    look.check(page, "eligible")
    unfold(page, said(run, "in", count=found.n))
    names = page.locator("ul.taking-part li")
    expect(names).to_have_count(found.n)
    assert {one.strip() for one in names.all_text_contents()} == {a.label for a in found.applicants}
    look.check(page, "eligible-names")
    name = stopped.get_by_role("link")
    name.click()
    expect(page).to_have_url(re.compile("aanmeldingen.*persoon="))


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_somebody_is_let_in_with_a_reason_and_taken_back(site: Site, look: Look, run: Run) -> None:
    round_ = site.new_round("Toelaten")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    add_condition(site.store, site.actor, round_, "between", {"field": "fte", "least": 5})
    page = look(run, site.url("eligible", round_, run))
    unfold(page, said(run, "let_in"))
    look.choose(page, page.get_by_role("combobox", name=said(run, "applicant")), "Smid")
    row = page.locator("table.aside tr", has_text="Smid")
    why = row.locator("td").first.inner_text()
    expect(page.get_by_test_id("stExpander").get_by_text(why)).to_be_visible()
    reason = page.get_by_role("textbox", name=said(run, "let_in_why"))
    reason.fill("Groeit <b>snel</b>")
    reason.press("Tab")
    look.check(page, "eligible-let-in")
    page.get_by_role("button", name=said(run, "do_let_in"), exact=True).click()
    look.until(page, lambda: len(let_in_of(site.store, site.actor, round_)) == 1)
    expect(page.get_by_text(said(run, "were_let_in", count=1))).to_be_visible()
    row = page.locator("table.aside tr", has_text="Groeit <b>snel</b>")
    expect(row).to_contain_text(why)
    expect(row).to_contain_text(site.actor.name)
    expect(page.get_by_text(said(run, "count", count=3, all=4))).to_be_visible()
    look.check(page, "eligible-let-in-all-the-same")
    row.get_by_role("link").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("Groeit <b>snel</b>")
    page = look(run, site.url("eligible", round_, run))
    page.get_by_role("button", name=said(run, "do_not_let_in", who="Smid")).click()
    look.until(page, lambda: not let_in_of(site.store, site.actor, round_))
    expect(page.get_by_text(said(run, "count", count=2, all=4))).to_be_visible()


def test_what_somebody_wrote_is_text_and_an_auditor_reads(site: Site, look: Look) -> None:
    round_ = site.new_round("Vier")
    take_in(site.store, site.actor, round_, PEOPLE.encode())
    auditor = joined(site.store, site.actor, "Controleur van vier", round_, Role.AUDITOR)
    token = set_password(site.store, auditor, "een lang wachtwoord")
    page = look(WIDE, site.url("eligible", round_, WIDE), token=token)
    found = composed(site, round_)
    assert {one.applicant.id for one in found.set_aside} >= {"c3"}
    expect(page.locator("table.aside:not(.related) tr", has_text="Kapper")).to_be_visible()
    unfold(page, said(WIDE, "in", count=found.n))
    expect(page.get_by_text("Molen <b>$x$</b>")).to_be_visible()


def test_without_people_there_is_a_way_to_them(site: Site, look: Look) -> None:
    page = look(WIDE, site.url("eligible", site.new_round("Leeg"), WIDE))
    expect(page.get_by_text(said(WIDE, "nobody"))).to_be_visible()
    look.check(page, "eligible-nobody")
    page.get_by_test_id("stMain").get_by_role("link", name=said(WIDE, "to_applicants")).click()
    expect(page).to_have_url(re.compile("aanmeldingen"))
