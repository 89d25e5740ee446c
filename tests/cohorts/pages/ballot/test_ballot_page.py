"""The ballot in a real browser: each step of it, 24 dossiers by key and thumb, for who hears it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from cohorts.committee.usual_plans import usual_plan
from cohorts.rounds.judging.usual_step import usual_step
from tests.cohorts.pages.ballot.seats import DOSSIERS, seat
from tests.cohorts.pages.driving import PHONE, RUNS, WIDE, Look, Run, Site
from tests.cohorts.rounds.balloting.a_committee import scores_plan, yes_plan

HIGH = 48
"""Pixels that a thumb needs."""


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_every_step_of_it(site: Site, look: Look, run: Run) -> None:
    here = seat(site, scores_plan(examples=True, offers=True), f"Lid {run}", told=False)
    page = look(run, here.address(run), token=here.token)
    look.check(page, "ballot-ties")
    page.locator("#others").check()
    page.locator("form button").click()
    page.locator("#start").wait_for()
    look.check(page, "ballot-start")
    page.locator("#start [data-go=on]").click()
    look.check(page, "ballot-example")
    page.evaluate("location.hash = 'dossier-1'")
    dossier = page.locator("#dossier-1")
    expect(dossier.locator("h1")).to_be_focused()
    for field in dossier.locator(".buttons").all():
        field.locator("[value='4']").click()
    expect(dossier.locator("[data-kept]")).to_contain_text(
        {"nl": "Bewaard", "en": "Saved"}[run.language]
    )
    if run.width > PHONE.width:
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    for one in dossier.locator(".buttons label, .foot button, .check").all():
        box = one.bounding_box()
        assert box
        assert not box["height"] or box["height"] >= HIGH  # what is folded away has none
    look.check(page, "ballot-dossier")
    page.evaluate("location.hash = 'all'")
    look.check(page, "ballot-all")
    page.locator("#all .foot button").click()
    expect(page.locator("#unjudged")).to_contain_text(str(DOSSIERS - 1))
    look.check(page, "ballot-send")
    page.locator("#sending [type=submit]").click()
    page.locator("code").first.wait_for()
    look.check(page, "ballot-receipt")


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_examples_stand_by_kind_of_partner_and_are_folded_on_a_phone(
    site: Site, look: Look, run: Run
) -> None:
    usual = usual_plan("move2social")
    plan = usual_step(usual, usual.stages[1], 7)
    here = seat(site, plan, f"Soorten {run}", told=False)
    page = look(run, here.address(run), token=here.token)
    bank = page.locator(".ties li", has_text="Bank: ").locator("visible=true")
    narrow = run.width <= PHONE.width
    expect(bank).to_have_count(0 if narrow else 2)
    if narrow:
        page.locator(".ties summary").first.click()
        expect(bank).to_have_count(1)
    look.check(page, "ballot-kinds")


def test_24_dossiers_by_keyboard(site: Site, look: Look) -> None:
    here = seat(site, scores_plan(), "Toetsen")
    page = look(WIDE, here.address(WIDE), token=here.token)
    page.locator("#start [data-go=on]").press("Enter")
    for number in range(1, DOSSIERS + 1):
        expect(page.locator(f"#dossier-{number} h1")).to_be_focused()
        for key in ("4", "2", "Enter"):
            page.keyboard.press(key)
    expect(page.locator("#send h1")).to_be_focused()
    expect(page.locator("#left")).to_have_text("alles beoordeeld")
    page.locator("#sending [type=submit]").focus()
    for _ in range(50):  # refused while anything is unsent
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        if page.locator("code").count():
            break
    votes = [
        [str(score) for score in one.vote.judged.scores] for one in here.kept.dossiers if one.vote
    ]
    assert votes == [["4", "2"]] * DOSSIERS
    assert here.kept.sent_at


def test_24_dossiers_by_thumb(site: Site, look: Look) -> None:
    here = seat(site, yes_plan(), "Duim")
    page = look(PHONE, here.address(PHONE), token=here.token)
    page.locator("#start [data-go=on]").tap()
    for number in range(1, DOSSIERS + 1):
        dossier = page.locator(f"#dossier-{number}")
        dossier.locator(f"[value={'yes' if number % 2 else 'no'}]").tap()
        expect(dossier.locator("[data-kept]")).to_contain_text("Bewaard")
        dossier.locator("[data-go=next]").tap()
    expect(page.locator("#send h1")).to_be_focused()
    found = [one.vote and one.vote.judged.yes for one in here.kept.dossiers]
    assert found == [True, False] * (DOSSIERS // 2)


def test_who_hears_it_knows_what_everything_is(site: Site, look: Look) -> None:
    """24 dossiers by roles and names alone."""
    here = seat(site, scores_plan(), "Oren")
    page = look(WIDE, here.address(WIDE), token=here.token)
    page.get_by_role("button", name="Begin met beoordelen").click()
    for number, dossier in enumerate(here.kept.dossiers, 1):
        name = dossier.applicant.label
        expect(page.get_by_role("heading", level=1, name=name, exact=True)).to_be_focused()
        expect(page.get_by_role("region", name=f"Wat {name} zei", exact=True)).to_have_count(1)
        expect(page.get_by_role("main")).to_match_aria_snapshot(DOSSIER)
        page.get_by_role("group", name="plan").get_by_role("radio", name="1: geen").check()
        page.get_by_role("group", name="moed").get_by_role("radio", name="3", exact=True).check()
        left = f"nog {DOSSIERS - number}," if number < DOSSIERS else "alles beoordeeld"
        expect(page.locator("#left")).to_contain_text(left)
        page.get_by_role("button", name="Volgende", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Uw stembiljet insturen")).to_be_focused()
    kept = page.locator("[data-kept]").filter(has_text=re.compile("Bewaard"))
    expect(kept).to_have_count(DOSSIERS)
    page.get_by_role("button", name="Stuur mijn stemmen in").click()
    expect(page.get_by_role("heading", level=1, name="Bewijs van uw stem")).to_be_visible()
    found = [one.vote and [*map(str, one.vote.judged.scores)] for one in here.kept.dossiers]
    assert found == [["1", "3"]] * DOSSIERS


DOSSIER = """
- main:
  - region:
    - heading [level=1]
  - heading "Uw oordeel" [level=2]
  - group "plan van 1 tot en met 5":
    - 'radio "1: geen"'
    - text: "1"
    - radio "2"
    - text: "2"
    - radio "3"
    - text: "3"
    - radio "4"
    - text: "4"
    - 'radio "5: klaar"'
    - text: "5"
  - group "moed van 1 tot en met 5"
  - paragraph:
    - checkbox "Ik onthoud mij van een oordeel"
  - textbox "Aantekening (mag leeg blijven)"
  - group: Toch een belang
  - navigation:
    - button "Vorige"
    - button "Later terugkomen"
    - button "Volgende"
"""
"""What is heard of each, in order."""
