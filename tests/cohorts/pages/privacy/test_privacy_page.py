"""The page Privacy in a real browser: what is due is listed, and erased by a press."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.act import act
from cohorts.rounds.keeping.due import due_of
from cohorts.rounds.keeping.times_kept import keeping_of
from cohorts.rounds.life.put_away import archive
from cohorts.rounds.people.drop import drop
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.tables import upload
from cohorts.words import Language, say
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.staff import joined

OLD = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="milliseconds")


def left_lying(site: Site, name: str) -> RoundKey:
    """A round with a file that nobody confirmed for a month."""
    round_ = site.new_round(name)
    of = (site.store, site.actor, round_)
    drop(*of, "aanmeldingen.csv", b"id,name\na1,Jan Jansen\n")
    with act(*of, "people.drop", may=ORGANISERS, object_="people") as doing:
        old = update(upload).where(upload.c.round == round_)
        doing.connection.execute(old.values(at=OLD.replace("+00:00", "Z")))
    return round_


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_what_is_due_is_erased_and_a_time_is_changed(site: Site, look: Look, run: Run) -> None:
    round_ = left_lying(site, f"Ronde {run}")
    of = (site.store, site.actor, round_)
    language = Language(run.language)
    page = look(run, site.url("privacy", round_, run))
    what = say("keeping.waiting_file_due", language, count=1)
    expect(page.locator(".st-key-due_waiting_file")).to_contain_text(what)
    look.check(page, "privacy")
    page.get_by_role("button", name=say("page_privacy.erase", language)).click()
    erased = say("page_privacy.erased", language, what=what)
    expect(page.get_by_test_id("stAlert")).to_contain_text(erased)
    look.settle(page)
    assert due_of(*of) == ()
    page.get_by_text(say("page_privacy.change", language), exact=True).click()
    calls = say("keeping.calls", language)
    field = page.get_by_label(say("page_privacy.days_of", language, what=calls))
    field.fill("90")
    field.press("Tab")
    look.settle(page)
    look.check(page, "privacy-form")
    page.get_by_role("button", name=say("page_privacy.keep", language)).click()
    look.until(page, lambda: keeping_of(*of).days["calls"] == 90)
    days = say("page_privacy.days", language, count=90, since=say("keeping.calls_from", language))
    expect(page.locator(".how-long")).to_contain_text(days)
    register = say("page_privacy.take_register", language)
    expect(page.get_by_role("button", name=register)).to_have_count(0)
    for name in ("organisation", "contact"):
        field = page.get_by_label(say(f"page_privacy.{name}", language))
        field.fill("voorbeeld@gemeente.nl")
        field.press("Tab")
        look.settle(page)
    look.check(page, "privacy-papers")
    page.get_by_role("button", name=say("page_privacy.keep_who", language)).click()
    expect(page.get_by_role("button", name=register)).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name=register).click()
    entry = json.loads(Path(taken.value.path()).read_text("utf-8"))
    assert entry["organisation"] == "voorbeeld@gemeente.nl"


def test_an_auditor_reads_and_an_archived_round_is_erased_too(site: Site, look: Look) -> None:
    round_ = left_lying(site, "In het archief")
    archive(site.store, site.actor, round_)
    auditor = joined(site.store, site.actor, "Controleur", round_, Role.AUDITOR)
    token = set_password(site.store, auditor, "een lang wachtwoord")
    page = look(WIDE, site.url("now", round_, WIDE), token=token)
    page.get_by_role("link", name=say("page_now.erase", Language.NL)).click()
    expect(page.locator(".st-key-due_waiting_file")).to_be_visible()
    expect(page.get_by_role("button", name=say("page_privacy.erase", Language.NL))).to_have_count(0)
    page = look(WIDE, site.url("privacy", round_, WIDE))
    page.get_by_role("button", name=say("page_privacy.erase", Language.NL)).click()
    look.until(page, lambda: due_of(site.store, site.actor, round_) == ())
