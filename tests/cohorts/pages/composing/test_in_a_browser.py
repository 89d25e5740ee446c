"""The page in a real browser: looked at in four runs, and worked with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from cohorts.rounds.asking.asked import Asked, asked_of
from cohorts.rounds.asking.four_steps import Step, step_of
from cohorts.store.keys import RoundKey
from tests.cohorts.pages.composing.sample import RELATIONS, fill
from tests.cohorts.pages.driving import FOUR, RUNS, Look, Run, Site

NL = FOUR[0]


@pytest.fixture(scope="module")
def filled(site: Site) -> RoundKey:
    """A round that the tests only look at."""
    round_ = site.new_round()
    fill(site.store, site.actor, round_)
    return round_


@pytest.fixture
def own(site: Site) -> RoundKey:
    """A round that a test changes."""
    round_ = site.new_round("Eigen")
    fill(site.store, site.actor, round_)
    return round_


def row(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-line_{key}")


def put(page: Page, key: str, step: str) -> None:
    row(page, key).get_by_role("radio", name=step, exact=True).click()


def pick(page: Page, box: Locator, option: str) -> None:
    Look.choose(page, box, option)


def asked(site: Site, round_: RoundKey) -> Asked:
    return asked_of(site.store, site.actor, round_)


def stands(site: Site, round_: RoundKey, key: str) -> Step:
    stood = asked(site, round_).stood
    return Step.OFF if key in stood.off else step_of(stood.whole.rule(key), stood.whole)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_it_is_calm_and_says_what_it_comes_to(
    site: Site, look: Look, run: Run, filled: RoundKey
) -> None:
    page = look(run, site.url("composing", filled, run))
    expect(page.get_by_text(re.compile(r"^85 (mensen|people)")).first).to_be_visible()
    look.check(page, "composing")
    row(page, "comparable-1").locator("summary").click()
    page.get_by_text(re.compile("^(Groepen van|Groups of) 8")).first.click()
    number = page.get_by_role("spinbutton", name=re.compile("^(Aantal|Number)"))
    expect(number).to_be_visible()
    look.check(page, "composing-open")
    page.reload()
    expect(number).to_be_visible()


@pytest.mark.parametrize("run", FOUR[1:3], ids=str)
def test_without_people_the_first_step_leads_to_them(site: Site, look: Look, run: Run) -> None:
    page = look(run, site.url("composing", site.new_round("Leeg"), run))
    expect(page.locator(".st-key-foot button")).to_be_disabled()
    look.check(page, "composing-empty")
    page.locator(".st-key-first_step a").click()
    page.wait_for_url("**/aanmeldingen*")


def test_a_switch_is_kept_and_a_second_tab_is_told(site: Site, look: Look, own: RoundKey) -> None:
    first, second = (look(NL, site.url("composing", own)) for _ in range(2))
    put(first, "travel", "zwaar")
    expect(first.get_by_text("U hebt dit programma aangepast")).to_be_visible()
    expect(row(first, "travel").get_by_role("radio", name="zwaar")).to_be_checked()
    assert stands(site, own, "travel") is Step.HEAVY
    put(second, "alike", "uit")
    expect(second.get_by_role("alert")).to_contain_text("Marieke de Boer")
    assert stands(site, own, "alike") is Step.LIGHT
    put(second, "alike", "uit")
    expect(second.get_by_text("Dit telt niet mee")).to_be_visible()
    assert stands(site, own, "alike") is Step.OFF
    first.get_by_role("button", name="Zet terug zoals het was").click()
    expect(first.get_by_role("alert")).to_be_visible()
    second.reload()
    second.get_by_role("button", name="Zet terug zoals het was").click()
    expect(second.get_by_text("U hebt dit programma aangepast")).not_to_be_visible()
    assert stands(site, own, "travel") is Step.LIGHT


def test_a_must_asks_its_limit_first(site: Site, look: Look, own: RoundKey) -> None:
    page = look(NL, site.url("composing", own))
    put(page, "comparable-2", "eis")
    limit = page.get_by_label(re.compile("^Hoeveel keer zo groot"))
    expect(limit).to_be_visible()
    assert stands(site, own, "comparable-2") is Step.LIGHT
    look.check(page, "composing-limit")
    limit.fill("10")
    limit.press("Tab")
    page.get_by_role("button", name="Maak er een eis van").click()
    expect(limit).not_to_be_visible()
    assert stands(site, own, "comparable-2") is Step.MUST


def test_fields_groups_and_places_are_kept_as_they_are_typed(
    site: Site, look: Look, own: RoundKey
) -> None:
    page = look(NL, site.url("composing", own, groepen="true", regel_same_trade="true"))
    within = page.get_by_label(re.compile("^Zo dichtbij"))
    within.fill("10")
    within.press("Tab")
    expect(row(page, "same_trade").locator("summary")).to_contain_text("binnen 10 km")
    page.get_by_label("Kleinste groep").fill("13")
    page.get_by_label("Kleinste groep").press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("gewenste grootte")
    assert asked(site, own).programme.groups.size == (8, 12)
    page.get_by_label("Kleinste groep").fill("9")
    page.get_by_label("Kleinste groep").press("Tab")
    expect(page.get_by_text("Groepen van 9 tot 12")).to_be_visible()
    pick(page, page.get_by_label("Wie krijgt er plaats?"), "hoogstens zo veel mensen")
    expect(page.get_by_text("85 mensen voor 10 plaatsen")).to_be_visible()
    assert asked(site, own).programme.groups.places == "at most 10"


def test_rules_are_added_and_taken_away(site: Site, look: Look, own: RoundKey) -> None:
    page = look(NL, site.url("composing", own, rule_erbij="true"))
    which = page.get_by_label("Welke regel?")
    pick(page, which, "Nooit de enige")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("alert")).to_contain_text("nog niet ingevuld")
    where = page.get_by_label("Waar wordt naar gekeken?")
    pick(page, where, "provincie")
    page.get_by_role("button", name="Voeg toe").click()
    expect(row(page, "never_alone").locator("summary")).to_contain_text("provincie")
    row(page, "never_alone").locator("summary").click()
    page.get_by_role("button", name="Haal deze regel weg").click()
    expect(row(page, "never_alone")).to_have_count(0)
    assert "never_alone" not in [rule.key for rule in asked(site, own).stood.whole.rules]


def test_a_file_counts_at_once_and_a_faulty_one_changes_nothing(
    site: Site, look: Look, own: RoundKey, tmp_path: Path
) -> None:
    page = look(NL, site.url("composing", own, bestand_relations="true", bestand_merit="true"))
    file = tmp_path / "relations.csv"

    def drop(text: str) -> None:
        file.write_text(text, "utf-8")
        look.settle(page)
        page.locator(".st-key-row_file_relations input[type=file]").set_input_files(file)

    few = "".join(RELATIONS.read_text("utf-8").splitlines(keepends=True)[:3])
    drop(few)
    expect(page.get_by_text("relations.csv, 2 regels")).to_be_visible()
    drop(few.rpartition("\n")[0].rpartition("\n")[0])
    expect(page.get_by_text("relations.csv, 1 regel,")).to_be_visible()
    drop("a,b,kind\n<b>**nobody**</b>,$x$,competitor\n")
    expect(page.get_by_role("alert").first).to_contain_text("<b>**nobody**</b>")
    assert len(asked(site, own).given.get("relations") or ()) == 1
    page.get_by_role("button", name="Haal dit bestand weg").click()
    expect(page.locator(".st-key-row_file_relations summary")).not_to_contain_text("relations")
    assert asked(site, own).given.get("relations") is None


def test_a_clash_is_told_before_composing_and_where_it_is(
    site: Site, look: Look, own: RoundKey
) -> None:
    page = look(NL, site.url("composing", own, groepen="true"))
    number = page.get_by_role("spinbutton", name="Aantal groepen")
    number.fill("20")
    number.press("Tab")
    expect(page.locator(".st-key-consequences").get_by_role("alert")).to_contain_text("te weinig")
    expect(page.locator(".st-key-foot button")).to_be_disabled()
    look.check(page, "composing-clash")


def test_the_one_button_leads_to_the_proposals(site: Site, look: Look, own: RoundKey) -> None:
    page = look(NL, site.url("composing", own))
    page.get_by_role("button", name="Stel voorstellen samen").click()
    page.wait_for_url("**/voorstellen*")


def test_the_focus_stays_at_a_rule_that_moves_to_another_part(
    site: Site, look: Look, own: RoundKey
) -> None:
    page = look(NL, site.url("composing", own))
    must = row(page, "shared_theme").get_by_role("radio", name="eis", exact=True)
    must.focus()
    page.keyboard.press("Space")
    expect(page.locator(".st-key-rows_musts .st-key-line_shared_theme")).to_be_visible()
    look.settle(page)
    expect(must).to_be_focused()


def test_a_part_that_goes_away_leaves_the_focus_beside_it(
    site: Site, look: Look, own: RoundKey
) -> None:
    page = look(NL, site.url("composing", own, regel_shared_theme="true"))
    page.get_by_role("button", name="Haal deze regel weg").first.focus()
    page.keyboard.press("Enter")
    expect(row(page, "shared_theme")).to_have_count(0)
    look.settle(page)
    assert page.evaluate("document.activeElement.closest('.st-key-rows_wishes') !== null")


@pytest.mark.parametrize("run", [FOUR[1]], ids=str)
def test_a_finger_finds_every_switch(site: Site, look: Look, filled: RoundKey, run: Run) -> None:
    page = look(run, site.url("composing", filled, run))
    low = page.locator("main :is(button, summary, [role=radio])").evaluate_all(
        "all => all.filter(e => e.checkVisibility() && e.offsetHeight < 44).map(e => e.outerHTML)"
    )
    assert low == []
