"""*Rondes* in a real browser: the list, its few acts, and beginning a round by its programme."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.round_file import of_files
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.packed import unpack
from cohorts.store.keys import RoundKey
from cohorts.store.place import named
from tests.cohorts.cli.run import ROOT
from tests.cohorts.pages.driving import RUNS, WIDE, Look, Run, Site, unlocked

FILE = ROOT / "sample_data" / "move2social" / "aanmeldingen.xlsx"


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_list_and_the_beginning_of_a_round(site: Site, look: Look, run: Run) -> None:
    site.new_round("Ronde <i>één</i> **vet** =1+1 \u202eomgekeerd")
    page = look(run, site.url("rounds", None, run))
    expect(page.locator(".row b").first).to_contain_text("<i>één</i> **vet** =1+1")
    expect(page.get_by_text(named(site.store.url))).to_be_visible()
    look.check(page, "rounds")
    page.locator(".st-key-foot button").click()
    expect(page.locator("[class*=st-key-programme_]")).to_have_count(12)
    look.check(page, "rounds-begin")


def test_a_round_begins_by_the_programme_that_a_file_looks_made_for(site: Site, look: Look) -> None:
    page = look(WIDE, site.url("rounds", None, nieuw="ja"))
    page.get_by_label("Naam van de ronde").fill("Sociaal voorjaar")
    page.locator("input[type=file]").set_input_files(FILE)
    first = page.locator("[class*=st-key-programme_]").first
    expect(first).to_contain_text("Move2Social")
    expect(first).to_contain_text("Uw bestand lijkt hierop")
    expect(first).to_contain_text("klaar voor de markt")
    look.check(page, "rounds-like")
    expect(page.locator(".st-key-foot button")).to_be_disabled()
    expect(page.get_by_text("Kies eerst een programma")).to_be_visible()
    first.get_by_role("button").click()
    expect(page.get_by_text("U koos Move2Social")).to_be_visible()
    assert "programma=move2social" in page.url
    assert "naam=Sociaal+voorjaar" in page.url  # loading anew keeps it
    page.locator(".st-key-foot button").click()
    expect(page).to_have_url(re.compile("/aanmeldingen"))
    made = next(one for one in rounds_of(site.store, site.actor) if one.name == "Sociaal voorjaar")
    assert made.preset == "move2social"


def test_a_round_is_named_anew_copied_and_put_away(site: Site, look: Look) -> None:
    round_ = site.new_round("Oude naam")
    page = look(WIDE, site.url("rounds"))
    more = page.locator(f".st-key-more_{round_} button")
    more.click()
    look.check(page, "rounds-more")
    rename(site.store, site.actor, round_, "Van een ander")
    page.get_by_role("dialog").get_by_label("Naam van de ronde").fill("Te laat")
    page.keyboard.press("Tab")
    page.locator(".st-key-rename button").click()
    expect(page.get_by_text("noemde de ronde Van een ander")).to_be_visible()
    page.reload()
    more.click()
    page.get_by_role("dialog").get_by_label("Naam van de ronde").fill("Nieuwe naam")
    page.keyboard.press("Tab")
    page.locator(".st-key-rename button").click()
    expect(page.locator(".row b", has_text="Nieuwe naam")).to_be_visible()
    more.click()
    page.locator(".st-key-take_along button").click()
    assert RoundKey(of_files(unpack(unlocked(page), ""), "")[0]) == round_
    page.locator(".st-key-put_away button").click()
    expect(page.locator(".row b", has_text="Nieuwe naam")).not_to_be_visible()
    page.locator("summary", has_text="In het archief").click()
    expect(page.locator(".row b", has_text="Nieuwe naam")).to_be_visible()
    page.locator(f".st-key-more_{round_} button").click()
    page.locator(".st-key-copy button").click()
    expect(page.locator(".head .round b")).to_have_text("Kopie van Nieuwe naam")
