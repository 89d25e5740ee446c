"""What an organiser does up to who goes on; each step is a press or two and what is seen then."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.cohorts.pages.driving import WIDE, Look, Site, put_away, unlocked
from tests.cohorts.pages.whole_way.hands import SAID, fill, goes_to, press, reloads, unfold


def begins_a_round(look: Look, site: Site, name: str, programme: str, file: Path) -> Page:
    """By a file, which tells the programme."""
    page = look(WIDE, site.url("rounds", None, WIDE, nieuw="ja"))
    fill(page, SAID["page_rounds.name"], name)
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text(file.name)).to_be_visible()
    look.settle(page)  # the cards are drawn anew, by what is in the file
    card = page.locator("[class*=st-key-programme_]").filter(has_text=programme).first
    card.get_by_role("button").click()
    expect(page.get_by_text(f"U koos {programme}")).to_be_visible()
    page.locator(".st-key-foot button").click()
    page.wait_for_url("**/aanmeldingen**")
    Look.settle(page)
    return page


def takes_them_in(page: Page, count: int) -> None:
    """As the file was read."""
    press(page, "page_applicants.confirm", count=count)
    expect(page.locator("h1")).to_have_text(SAID["shell.room_applicants"])


def brings_more(page: Page, file: Path, count: int) -> None:
    """A later file, of some of them; who is not in it stays. ``count``: how many there are then."""
    goes_to(page, "applicants")
    unfold(page, SAID["page_applicants.another_file"])
    page.locator("input[type=file]").first.set_input_files(file)
    page.get_by_text(SAID["page_applicants.complete_no"]).click()
    Look.settle(page)
    takes_them_in(page, count)


def takes_the_usual_plan(page: Page) -> None:
    """Of the programme."""
    press(page, "page_committee.take_usual")
    expect(page.get_by_text(SAID["page_committee.will_be_fixed"]).first).to_be_visible()


def invites(page: Page, name: str, organisation: str, position: str) -> None:
    """One person, as chair or screener."""
    unfold(page, SAID["page_committee.invite"])
    fill(page, SAID["page_committee.name"], name)
    fill(page, SAID["page_committee.organisation"], organisation)
    page.get_by_text(SAID[f"page_committee.position_{position}_about"]).first.click()
    Look.settle(page)
    press(page, "page_committee.do_invite")
    expect(page.locator(".st-key-links").get_by_text(name)).to_be_visible()
    Look.settle(page)


def invites_several(page: Page, people: Sequence[str]) -> None:
    """A list, pasted."""
    unfold(page, SAID["page_committee.invite_several"])
    fill(page, SAID["page_committee.pasted"], "\n".join(people))
    press(page, "page_committee.do_invite_several")
    last, _, _ = people[-1].partition(";")
    expect(page.locator(".st-key-links")).to_contain_text(last)
    Look.settle(page)


def takes_the_links(page: Page) -> dict[str, str]:
    """The file for a mail merge, behind its password: name → address; then they are gone."""
    press(page, "page_committee.take_links")
    _, *rows = csv.reader(unlocked(page).decode("utf-8-sig").splitlines(), delimiter=";")
    put_away(page)
    press(page, "page_committee.links_done")
    expect(page.locator(".st-key-links")).to_have_count(0)
    return {row[0]: row[3] for row in rows}


def chooses_who_judges(page: Page, *names: str) -> None:
    """Of the step that is planned."""
    unfold(page, SAID["page_committee.change"])
    box = page.get_by_role("combobox", name=SAID["page_committee.judges"]).first
    for name in names:
        Look.choose(page, box, name)
    box.press("Escape")
    press(page, "page_committee.do_change")
    expect(page.get_by_text(f"Wie beoordelen: {names[0]}")).to_be_visible()
    Look.settle(page)


def opens_the_step(page: Page, number: int) -> None:
    """For ties."""
    press(page, "page_committee.do_open", number=str(number))
    expect(page.get_by_text(SAID["page_committee.phase_interests"])).to_be_visible()
    Look.settle(page)


def lets_the_voting_begin(page: Page) -> None:
    """Until the day that stands there."""
    press(page, "page_committee.do_votes")
    expect(page.get_by_role("button", name=SAID["page_committee.do_close"])).to_be_visible()
    Look.settle(page)


def cannot_close_yet(page: Page) -> None:
    """It is said in words, where it is seen."""
    reloads(page)
    press(page, "page_committee.do_close")
    expect(page.get_by_role("alert").last).to_be_in_viewport()


def closes_the_votes(page: Page) -> None:
    """All have sent in."""
    reloads(page)
    press(page, "page_committee.do_close")
    expect(page.get_by_text(SAID["page_committee.phase_closed"])).to_be_visible()
    Look.settle(page)


def records_who_goes_on(page: Page, otherwise: Mapping[str, str]) -> None:
    """As counted, but for these: name → reason. In two presses."""
    reloads(page)
    for name, reason in otherwise.items():
        box = page.get_by_role("combobox", name=SAID["page_committee_outcome.otherwise"])
        Look.choose(page, box, name)
        box.press("Escape")
        Look.settle(page)
        field = page.get_by_label(re.compile(rf"^Waarom gaat {re.escape(name)} "))
        field.fill(reason)
        field.press("Tab")
        Look.settle(page)
    press(page, "page_committee_outcome.do_check")
    press(page, "page_committee_outcome.do_record")
    record = page.get_by_role("button", name=SAID["page_committee_outcome.do_record"])
    expect(record).to_have_count(0)
    Look.settle(page)
