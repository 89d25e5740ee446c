"""*Wat nu* in a real browser: what waits, and what others did since the last visit."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.visit import visit
from cohorts.rounds.roles import Role
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_what_waits_and_what_another_did_since(site: Site, look: Look, run: Run) -> None:
    round_ = site.sample_round()
    visit(site.store, site.actor, round_)
    link = add_person(site.store, site.actor, f"Bert <b>{run}</b>", round_, Role.ORGANISER)
    assert link is not None
    cookie = spend_link(site.store, link)
    assert cookie is not None
    bert = who(site.store, cookie)
    assert bert is not None
    rename(site.store, site.actor, round_, "Door mijzelf")
    rename(site.store, bert, round_, "Anders")
    page = look(run, site.url("now", round_, run))
    expect(page.locator(".lines").nth(1)).to_contain_text(f"Bert <b>{run}</b>")
    expect(page.locator(".lines").nth(1)).to_contain_text("Anders")
    expect(page.locator(".lines").nth(1)).not_to_contain_text("Door mijzelf")
    assert page.locator(".lines li").count() <= 7
    look.check(page, "now")
    page.reload()
    expect(page.locator(".lines").nth(1)).to_contain_text("Bert")
    page.locator(".lines li a").first.click()
    expect(page).to_have_url(re.compile(r"/samenstellen\?"))


def test_who_is_there_for_the_first_time_sees_the_five_steps(site: Site, look: Look) -> None:
    page = look(WIDE, site.url("now", site.new_round()))
    expect(page.locator(".lines ol li")).to_have_count(5)
    page.locator(".st-key-foot button").click()
    expect(page).to_have_url(re.compile(r"/aanmeldingen\?"))
